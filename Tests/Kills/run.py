"""Builds that are killed, and disks that are full: whatever happens, an output is the old one or the new one, and nothing that
planc did not write is lost.

    python3 run.py PLANC [KILLS]

Each round puts an output of a small plan with other people's files in it, starts a build of a changed plan, and ends it: at a
random moment, or (on Linux) before its n-th call that changes something, on the file system as it is, on one that cannot exchange
names, and on one that has no links either. Then the next build has to put everything right. Exit status 1 when one round failed.
"""

import concurrent.futures
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Integration"))

from support import PLANC, SMALL, environment, write  # noqa: E402

KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
FOREIGN = {"library/notes.txt": "my notes", "library/en/photos/cat.jpg": "cat", ".planc-baseline": "known findings", "library/en/contacts/mine.csv": "a;b"}
OPTIONS = ["--output", "Output", "--formats", "text", "--only", "contacts,data", "--as-of", "2026-01-15"]
PLAN = {f"library/{name}": text for name, text in SMALL.items()}


def build(root, revision, variables=None, wait=True):
    process = subprocess.Popen(
        [PLANC, "build", "library", *OPTIONS, "--revision", revision, "--force"], cwd=root, env=environment(**(variables or {})),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if not wait:
        return process
    error = process.communicate(timeout=600)[1].decode()
    return process.returncode, error


def tree(folder):
    """Every file below a folder with what it holds."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file() and not path.is_symlink():
            found[str(path.relative_to(folder))] = path.read_bytes()
    return found


def planted(base, root):
    """A copy of the old output, with what others put there."""
    shutil.copytree(base / "library", root / "library")
    shutil.copytree(base / "old", root / "Output")
    write(root / "Output", FOREIGN)


def own(files):
    return {path: bytes for path, bytes in files.items() if path not in FOREIGN and not path.startswith(".planc-")}


class Broken(Exception):
    pass


def expect(truth, what):
    if not truth:
        raise Broken(what)


def round_of(number, base, kind, dies, count):
    """One killed build and the one after it; what it left behind is looked at between and after them."""
    with tempfile.TemporaryDirectory(prefix="planc-kills-") as place:
        root = pathlib.Path(place)
        planted(base, root)
        variables = {}
        if kind != "moment":
            variables = {"LD_PRELOAD": str(base / "faults.so"), "PLANC_DIES": str(dies), "PLANC_LACKS": kind}
        process = build(root, "two", variables, wait=False)
        if kind == "moment":
            time.sleep(dies)
            process.send_signal(signal.SIGKILL)
        process.communicate(timeout=600)
        killed = process.returncode == -signal.SIGKILL
        found = tree(root / "Output")
        mine = own(found)
        whole = mine in (base_tree["old"], base_tree["new"])
        expect(whole or ("x" in kind and not mine), f"mixed: {sorted(mine)}")
        everything = list(found.values())
        for path, text in FOREIGN.items():
            expect(text.encode() in everything, f"{path} is nowhere after the kill")
        status, error = build(root, "three", {"PLANC_LACKS": kind, "LD_PRELOAD": str(base / "faults.so")} if kind != "moment" else None)
        expect(status in (0, 1), f"the next build: {error}")
        found = tree(root / "Output")
        for path, text in FOREIGN.items():
            expect(found.pop(path, None) == text.encode(), f"{path} is lost")
        expect(found == base_tree["next"], f"after the next build: {sorted(set(found) ^ set(base_tree['next']))}")
        return killed


def full_disk(space, base):
    """A build that finds the disk full leaves everything as it was, and says so of the path that it was given."""
    with tempfile.TemporaryDirectory(prefix="planc-kills-") as place:
        root = pathlib.Path(place)
        planted(base, root)
        before = tree(root / "Output")
        status, error = build(root, "two", {"LD_PRELOAD": str(base / "faults.so"), "PLANC_SPACE": str(space)})
        if status in (0, 1):
            return False
        expect(status == 3 and "Output/library" in error and ".planc-" not in error, f"{status}: {error}")
        expect(tree(root / "Output") == before, "the old output is not as it was")
        return True


base_tree = {}


def main():
    base = pathlib.Path(tempfile.mkdtemp(prefix="planc-kills-"))
    failures, rounds, kills = [], 0, 0
    try:
        write(base, PLAN)
        for name, revision in (("old", "one"), ("new", "two"), ("next", "three")):
            status, error = build(base, revision)
            assert status in (0, 1), error
            (base / "Output").rename(base / name)
            base_tree[name] = tree(base / name)
        kinds = ["moment"]
        compiled = subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", base / "faults.so", HERE / "faults.c", "-ldl"], capture_output=True, text=True)
        last, seconds = 0, 1.0
        if sys.platform == "linux" and compiled.returncode == 0:
            kinds += ["-", "x", "xl"]
            trial = base / "trial"
            trial.mkdir()
            planted(base, trial)
            build(trial, "two", {"LD_PRELOAD": str(base / "faults.so"), "PLANC_COUNT": str(base / "count"), "PLANC_LACKS": "-"})
            last = int((base / "count").read_text())
        else:
            print("skipped: calls are counted on Linux with a C compiler only", compiled.stderr)
        trial = base / "timed"
        trial.mkdir()
        planted(base, trial)
        began = time.time()
        build(trial, "two")
        seconds = time.time() - began
        chance = random.Random(11)
        tasks = []
        for number in range(KILLS):
            kind = kinds[number % len(kinds)]
            turn = number // len(kinds)
            # Every call once, then again from the start; moments anywhere in the run, most of them near its end.
            dies = seconds * (0.4 + 0.7 * chance.random()) if kind == "moment" else 1 + (turn * 7) % last
            tasks.append((number, kind, dies))
        with concurrent.futures.ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            waiting = {pool.submit(round_of, number, base, kind, dies, last): (kind, dies) for number, kind, dies in tasks}
            full = {}
            if last:
                full = {pool.submit(full_disk, space, base): ("full", space) for space in range(0, 60_000, max(200, 60_000 * 8 // KILLS))}
            for future in concurrent.futures.as_completed({**waiting, **full}):
                rounds += 1
                try:
                    kills += bool(future.result())
                except Exception as error:
                    failures.append((waiting.get(future) or full.get(future), str(error)))
    finally:
        shutil.rmtree(base, ignore_errors=True)
    for which, why in failures[:20]:
        print(f"FAILED {which}: {why}")
    print(f"{rounds} rounds ({last} calls a build), {kills} of them ended before their time; {len(failures)} mixed or lost something")
    sys.exit(1 if failures else 0)


main()
