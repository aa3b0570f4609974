#!/usr/bin/env python3
"""Law *bounds*: doubling anything at most doubles the work, logarithms apart: growth.py PLANC [all] [N] [GENERATOR …].

Every generator makes a plan of N things and one of four times as many; the work above that of a plan of one thing may grow as
n log n does, and a quarter more. `check` is tried alone, or with `all` every command that reads a plan.
"""

import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

import generators
import work

FACTOR = 4
SLACK = 1.25 if work.COUNTS_INSTRUCTIONS else 2.0
DAY = ["--as-of", "2026-11-21"]
COMMANDS: dict[str, list[str]] = {
    "check": ["check", "plan", *DAY],
    "check as JSON": ["check", "plan", *DAY, "--format", "json"],
    "build": ["build", "plan", *DAY, "--force", "--output", "output", "--formats", "text,html,pdf"],
    "simulate": ["simulate", "plan", "--scenario", "outage"],
    "diff": ["diff", "base", "plan"],
    "message": ["message", "plan", "first", "--partial"],
    "translate": ["translate", "plan"],
    "list": ["list", "messages", "plan"],
    "show": ["show", "role:desk", "plan"],
}


def write(files: generators.Files, folder: pathlib.Path) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")


def measure(planc: str, command: list[str], files: generators.Files) -> work.Run:
    folder = tempfile.mkdtemp(prefix="planc-bounds-")
    try:
        write(files, pathlib.Path(folder, "plan"))
        if "base" in command:
            write(generators.plan(), pathlib.Path(folder, "base"))
        return work.Run([planc, *command], folder)
    finally:
        shutil.rmtree(folder)


def judge(planc: str, name: str, command: str, count: int) -> str | None:
    """What is wrong with the growth of one command over one generator; None if it is bounded."""
    make, options = generators.GENERATORS[name], COMMANDS[command]
    runs = [measure(planc, options, make(size)) for size in (1, count, FACTOR * count)]
    for run in runs:
        if run.status not in (0, 1):
            return f"{command} of {name}: ended with {run.status}"
    fixed, small, large = (run.work for run in runs)
    # What little grows is lost in what the command does in any case.
    small, large = (max(0, run - fixed) + fixed // 8 for run in (small, large))
    bound = FACTOR * math.log(FACTOR * count) / math.log(count) * SLACK
    print(f"{command:<14} {name:<28} ×{large / small:6.2f}  (at most ×{bound:.2f})  {runs[2].work / 1e6:9.0f} M  {runs[2].memory >> 20:5} MiB", flush=True)
    return f"{command} of {name}: ×{FACTOR} of them is ×{large / small:.1f} of the work" if large > bound * small else None


def main() -> None:
    planc = str(pathlib.Path(sys.argv[1]).resolve())
    commands = list(COMMANDS) if "all" in sys.argv[2:] else ["check"]
    count = next((int(word) for word in sys.argv[2:] if word.isdigit()), 100)
    names = [word for word in sys.argv[2:] if word in generators.GENERATORS] or list(generators.GENERATORS)
    if not work.COUNTS_INSTRUCTIONS:
        print("instructions cannot be counted here: processor time stands for them")
    failures = [f for name in names for command in commands if (f := judge(planc, name, command, count))]
    print(f"{len(names)} generators, {len(names) * len(commands)} growths")
    if failures:
        sys.exit("\n".join(failures))


if __name__ == "__main__":
    main()
