"""Measures whether the tests notice faults: copies the project, builds all faults of faults.py into the copy, each behind a
switch, and runs the tests once for each with only that one on. Comparisons with committed output are left out: an update
would approve the fault.

    python3 Tests/Mutants/run.py [--list] [--keep] [NAME …]

Exit status 1 when less than nine in ten are noticed.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from faults import FAULTS

root = pathlib.Path(__file__).resolve().parents[2]
copy = root / ".build" / "mutants"
# Built as it ships, so that the laws and the suites of every module can be asked once for every fault.
bundle = copy / ".build" / "release" / "plancPackageTests.xctest"
SWITCH = """
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The fault that this run has, by name.
let activeFault: String? = getenv("PLANC_FAULT").map { String(cString: $0) }

@inline(never) func fault(_ name: String) -> Bool { activeFault == name }
"""
# What compares with committed output, without which nothing else in it is asked, and what asks whether the faults fit.
SKIPPED = "OutputIsCurrentTests|everyFaultFitsTheCode"
# Asked one after the other until one notices: the tests of the fault's own module, then those that see the most, then
# whole programs.
NEAR = "PlancBindTests|PlancDriverTests|PlancDataTests|PlancDiffTests|PlancLoweringTests"
ROUNDS = [NEAR, "PlancRulesTests|PlancProseTests", "LawsTests", "PlancManualTests|PlancHTMLTests|PlancTextTests|PlancPDFTests",
          "PlancLayoutTests|PlancFilesTests|PlancStartTests|PlancCommandTests"]


def problems():
    """Faults that do not fit the code as it is."""
    found = []
    names = [name for name, *_ in FAULTS]
    for name, file, written, faulty in FAULTS:
        path = root / "Sources" / file
        count = path.read_text().count(written) if path.exists() else 0
        if count != 1:
            found.append(f"{name}: occurs {count} times in {file}: {written}")
        if "ON" not in faulty or faulty == written:
            found.append(f"{name}: has no switch")
        if names.count(name) != 1:
            found.append(f"{name}: is there twice")
    return found


def prepare():
    ignore = shutil.ignore_patterns(".build", ".git", ".venv-*", "Output")
    for entry in root.iterdir():
        if entry.name in (".build", ".git", "Output") or entry.name.startswith(".venv-"):
            continue
        target = copy / entry.name
        if entry.is_dir():
            subprocess.run(["rsync", "-a", "--delete", f"{entry}/", f"{target}/"], check=True) if shutil.which("rsync") \
                else (shutil.rmtree(target, ignore_errors=True), shutil.copytree(entry, target, ignore=ignore))
        else:
            shutil.copy2(entry, target)
    for name in (".venv-test", "Output"):
        if (root / name).exists() and not (copy / name).exists():
            os.symlink(root / name, copy / name)
    modules = set()
    for name, file, written, faulty in FAULTS:
        path = copy / "Sources" / file
        switched = re.sub(r"\bON\b", f'fault("{name}")', faulty)
        path.write_text(path.read_text().replace(written, switched))
        modules.add(file.split("/")[0])
    for module in modules:
        (copy / "Sources" / module / "ActiveFault.swift").write_text(SWITCH)


def test(name, suites, limit=900):
    """Whether the suites fail with this fault on, and the first test that does: the run ends there."""
    environment = dict(os.environ, PLANC_FAULT=name, PLANC_WITHOUT_GOLDENS="1", PLANC_CACHE="")
    command = [str(bundle), "--testing-library", "swift-testing", "--filter", suites, "--skip", SKIPPED]
    ended = threading.Event()
    with subprocess.Popen(command, cwd=copy, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace") as run:
        watch = threading.Timer(limit, lambda: (ended.set(), run.kill()))
        watch.start()
        tests = 0
        try:
            for line in run.stdout:
                line = re.sub(r"\x1b\[[0-9;]*m", "", line)
                failed = re.match(r". (?:Test|Suite) (.{0,100}?) (?:recorded an issue|failed)", line)
                if failed:
                    run.kill()
                    return 1, failed.group(1)
                tests += bool(re.match(r". Test .* passed", line))
        finally:
            watch.cancel()
        status = run.wait()
    if ended.is_set():
        return 1, "hangs"
    return (status if tests else 0), ("ends the process" if status and tests else "")


def rounds(file):
    """The suites to ask about a fault in this file, in this order."""
    return list(dict.fromkeys([file.split("/")[0] + "Tests", *ROUNDS]))


def main():
    arguments = sys.argv[1:]
    unfit = problems()
    if unfit:
        print("\n".join(unfit))
        sys.exit(2)
    if "--list" in arguments:
        print(f"{len(FAULTS)} faults fit the code")
        return
    wanted = [a for a in arguments if not a.startswith("--")]
    copy.mkdir(parents=True, exist_ok=True)
    prepare()
    subprocess.run(
        ["swift", "build", "-c", "release", "--build-tests", "-Xswiftc", "-enable-testing"], cwd=copy, check=True)
    for suites in sorted({suites for _, file, *_ in FAULTS for suites in rounds(file)}):
        status, why = test("none", suites)
        if status:
            sys.exit(f"the tests fail without a fault: {why}")
    living = []
    for name, file, *_ in FAULTS:
        if wanted and name not in wanted:
            continue
        start = time.monotonic()
        status, why = 0, ""
        for suites in rounds(file):
            if not status:
                status, why = test(name, suites)
        if not status:
            living.append(name)
        print(f"{'found' if status else 'LIVES':6} {name} ({time.monotonic() - start:.0f} s) {why}", flush=True)
    count = len(wanted or FAULTS)
    print(f"{count - len(living)} of {count} faults found by tests other than goldens")
    sys.exit(1 if len(living) * 10 > count else 0)


if __name__ == "__main__":
    main()
