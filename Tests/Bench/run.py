#!/usr/bin/env python3
"""Measures planc beside its floor and its peers, as ratios in one run: run.py PLANC [RUNS].

Each pair is run in turn, A B A B …, so that a machine whose speed drifts does not decide; medians are printed, and peak memory.
Nothing here is a test: no figure fails.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import generate
import pages


def run(command: list[str], cache: str = "") -> tuple[float, int]:
    """Wall seconds and peak memory in KiB of one run of a command; findings are no failure. `cache`: where planc remembers runs; nowhere."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PLANC_CACHE": cache})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status not in (0, 256):
        sys.exit(f"{' '.join(command)}: status {status}")
    return time.perf_counter() - begin, usage.ru_maxrss


def compare(title: str, commands: dict[str, list[str]], runs: int, per: dict[str, float] | None = None, cache: str = "") -> None:
    results: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            result = run(command, cache)
            if turn:
                results[name].append(result)
    print(f"\n{title}")
    base = None
    for name, values in results.items():
        wall = statistics.median(v[0] for v in values) / (per or {}).get(name, 1)
        memory = max(v[1] for v in values) / 1024
        base = base or wall
        print(f"  {name:<28} {wall * 1000:9.1f} ms  {memory:7.1f} MB  ×{wall / base:.2f}")


def pages_of(path: pathlib.Path) -> int:
    """Counted in a process of its own: what this one needs would be told as the memory of those that it starts."""
    count = f"import pypdf; print(len(pypdf.PdfReader({str(path)!r}).pages))"
    return int(subprocess.run([sys.executable, "-c", count], capture_output=True, text=True, check=True).stdout)


def main() -> None:
    planc = str(pathlib.Path(sys.argv[1]).resolve())
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    here = pathlib.Path(__file__).parent
    folder = pathlib.Path(tempfile.mkdtemp(prefix="planc-bench-"))
    floor = str(folder / "floor")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcmark", "yaml-0.1"], capture_output=True, text=True, check=True).stdout.split()
    subprocess.run(["cc", "-O2", "-D_GNU_SOURCE", str(here / "floor.c"), "-o", floor, *flags], check=True)
    try:
        compare("start", {"planc --version": [planc, "--version"]}, runs * 4)
        plans = here.parent.parent / "Plans"
        for plan in sorted(p for p in plans.iterdir() if (p / "plan.md").exists()):
            compare(f"check of {plan.name}", {"planc check": [planc, "check", str(plan)]}, runs * 2)
        for count in (1_000, 10_000):
            generate.generate(count, folder / str(count))
            compare(f"check of {count:,} files (×1 is a C program that only reads, libyaml-parses and libcmark-parses them)", {
                "floor (C, one thread)": [floor, str(folder / str(count))],
                "planc check": [planc, "check", str(folder / str(count)), "--format", "json"],
            }, runs)
            measure_warm(planc, folder / str(count), folder / "cache", runs)
        measure_pages(planc, folder, runs)
    finally:
        shutil.rmtree(folder)


def measure_warm(planc: str, plan: pathlib.Path, cache: pathlib.Path, runs: int) -> None:
    """A check when nothing has changed, beside the same question to git."""
    git = ["git", "-C", str(plan), "-c", "user.name=bench", "-c", "user.email=bench@x.example"]
    for command in ([*git, "init", "-q"], [*git, "add", "-A"], [*git, "commit", "-qm", "bench"]):
        subprocess.run(command, check=True)
    check = [planc, "check", str(plan), "--format", "json"]
    # What was written a moment ago is read once more, and trusted after that.
    run(check, str(cache))
    time.sleep(4)
    run(check, str(cache))
    compare("the same, once more (×1 is git status)", {"git status": [*git, "status", "--porcelain"], "planc check": check}, runs, cache=str(cache))


def measure_pages(planc: str, folder: pathlib.Path, runs: int) -> None:
    for count in (100, 1_000):
        plan, source, page = folder / f"pages-{count}", folder / f"pages-{count}.typ", folder / f"pages-{count}.html"
        pages.planc(count, plan)
        pages.typst(count, source)
        pages.page(count, page)
        output = folder / f"out-{count}"
        venv = pathlib.Path(sys.executable).parent
        commands = {"planc build": [planc, "build", str(plan), "--output", str(output), "--only", "messages", "--formats", "pdf", "--force"]}
        made = {"planc build": output / plan.name / "en" / "messages" / "flood.pdf"}
        commands["Typst (PDF/UA)"] = [sys.executable, "-c", (
            f"import typst; typst.compile({str(source)!r}, output={str(folder / 'typst.pdf')!r}, pdf_standards=['ua-1'])")]
        made["Typst (PDF/UA)"] = folder / "typst.pdf"
        if count == 100:
            commands["WeasyPrint (PDF/UA)"] = [str(venv / "weasyprint"), "--pdf-variant", "pdf/ua-1", str(page), str(folder / "weasyprint.pdf")]
            made["WeasyPrint (PDF/UA)"] = folder / "weasyprint.pdf"
        for command in commands.values():
            run(command)
        number = {name: pages_of(path) for name, path in made.items()}
        print("\n" + "  ".join(f"{name}: {number[name]} pages, {made[name].stat().st_size / 1024:.0f} KB" for name in made))
        compare(f"{count} messages printed, per 100 pages", commands, 3 if count > 100 else runs, {n: number[n] / 100 for n in made})


if __name__ == "__main__":
    main()
