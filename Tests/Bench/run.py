#!/usr/bin/env python3
"""Measures planc beside its floor and its peers, as ratios in one run: run.py PLANC [RUNS].

Each pair is run in turn, A B A B …, so that a machine whose speed drifts does not decide; medians of wall time and of the time of all
cores are printed, and peak memory. The figures that `bounds.py` names are compared with it at the end; one that is broken is an error.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import generate
import pages
from bounds import BOUNDS

PLANS = pathlib.Path(__file__).parent.parent.parent / "Plans"


class Figure(NamedTuple):
    wall: float
    work: float
    memory: float
    best: float = 0


class Bench:
    def __init__(self, planc: str, runs: int, folder: pathlib.Path):
        self.planc, self.runs, self.folder = planc, runs, folder
        self.found: dict[str, float] = {}
        # Where planc remembers runs: nowhere, but where that is measured.
        self.cache = ""

    def check(self, plan: pathlib.Path, *options: str) -> list[str]:
        return [self.planc, "check", str(plan), *options]

    def run(self, command: list[str]) -> Figure:
        """Seconds and MiB of one run of a command; findings are no failure."""
        begin = time.perf_counter()
        environment = {**os.environ, "PLANC_CACHE": self.cache}
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        if status not in (0, 256):
            sys.exit(f"{' '.join(command)}: status {status}")
        return Figure(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def compare(self, title: str, commands: dict[str, list[str]], runs: int) -> dict[str, Figure]:
        """Runs each command in turn and prints the medians; × is beside the first one."""
        results: dict[str, list[Figure]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                result = self.run(command)
                if turn:
                    results[name].append(result)
        print(f"\n{title}")
        figures = {}
        for name, all in results.items():
            wall, work = (statistics.median(one[part] for one in all) for part in (0, 1))
            figures[name] = figure = Figure(wall, work, max(one.memory for one in all), min(one.wall for one in all))
            base = next(iter(figures.values()))
            print(f"  {name:<36} {wall * 1000:9.1f} ms  ×{wall / base.wall:<5.2f} {work * 1000:9.1f} ms of work  {figure.memory:7.1f} MB")
        return figures

    def one(self, title: str, command: list[str], runs: int) -> None:
        """A command alone: of absolute times the best is kept, because others use the machine too."""
        name = f"planc {command[1]}"
        self.found[title] = self.compare(title, {name: command}, runs)[name].best * 1000

    # What is measured

    def small(self) -> None:
        self.one("start", [self.planc, "--version"], self.runs * 4)
        first = self.folder / "first"
        subprocess.run([self.planc, "init", str(first), "--quiet"], check=True, capture_output=True)
        self.one("check of a first plan", self.check(first), self.runs * 4)
        for plan in sorted(p for p in PLANS.iterdir() if (p / "plan.md").exists()):
            self.one(f"check of {plan.name}", self.check(plan), self.runs * 2)
        self.one("simulate of valmereau", [self.planc, "simulate", str(PLANS / "valmereau"), "--all"], self.runs * 2)

    def diffs(self) -> None:
        thousand = self.folder / "diff-1000"
        generate.generate(1_000, thousand)
        self.diff("diff of 1,000 files", thousand, "roles.md", "title: Role 3", "title: Deputy role 3")
        # A title that most pages print: every pack and every copy is composed and compared. Then words that few print.
        for name, file, old, new in (
            ("a title", "roles.md", "Direction de crise,", "Direction de la crise,"),
            ("a step", "checklists/rancongiciel.md", "Envoyer le communiqué", "Envoyer aussi le communiqué"),
        ):
            valmereau = self.folder / f"valmereau, {name}"
            shutil.copytree(PLANS / "valmereau", valmereau)
            self.diff(f"diff of valmereau, {name}", valmereau, file, old, new)

    def diff(self, title: str, plan: pathlib.Path, file: str, old: str, new: str) -> None:
        """Two revisions of one plan, with one line changed."""
        git = ["git", "-C", str(plan), "-c", "user.name=bench", "-c", "user.email=bench@bench.example"]

        def commit(message: str) -> None:
            subprocess.run([*git, "add", "."], check=True, capture_output=True)
            subprocess.run([*git, "commit", "-qm", message], check=True, capture_output=True)

        subprocess.run([*git, "init", "-q"], check=True, capture_output=True)
        commit("one")
        text = (plan / file).read_text(encoding="utf-8")
        (plan / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        commit("two")
        self.one(title, [self.planc, "diff", "HEAD~1", "HEAD", "--path", str(plan)], self.runs)

    def checks(self) -> None:
        floor = self.make_floor()
        plans = {}
        for count in (2_500, 5_000, 10_000):
            plans[count] = self.folder / str(count)
            generate.generate(count, plans[count])
        if found := self.findings(plans[10_000]):
            sys.exit(f"the plan that is to have no finding has {found:,}")
        faulty = self.folder / "faulty"
        generate.generate(10_000, faulty, is_faulty=True)
        cores = {"one core": ["taskset", "-c", "0"], "two cores": ["taskset", "-c", "0,1"]} if shutil.which("taskset") else {"all cores": []}
        check = self.check(plans[10_000], "--format", "json")
        figures = self.compare(
            "check of 10,000 files (the floor: a C program of one thread that only reads, libyaml-parses and libcmark-parses them)",
            {"floor": [floor, str(plans[10_000])], **{f"planc check, {name}": pin + check for name, pin in cores.items()}}, self.runs)
        for name in cores:
            self.found[f"check of 10,000 files, {name}"] = figures[f"planc check, {name}"].wall / figures["floor"].wall
        findings = self.findings(faulty)
        figures = self.compare(f"check of 10,000 files with {findings:,} findings", {
            "floor": [floor, str(faulty)], "planc check": self.check(faulty, "--format", "json")}, self.runs)
        self.found["check of 10,000 files with 30,000 findings"] = figures["planc check"].wall / figures["floor"].wall
        figures = self.compare("growth", {f"{count:,} files": self.check(plan, "--format", "json") for count, plan in plans.items()}, self.runs)
        self.found["growth of a check"] = figures["10,000 files"].work / figures["2,500 files"].work / 4
        self.warm(plans[10_000])

    def make_floor(self) -> str:
        floor = str(self.folder / "floor")
        source = str(pathlib.Path(__file__).parent / "floor.c")
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcmark", "yaml-0.1"], capture_output=True, text=True, check=True).stdout
        subprocess.run(["cc", "-O2", "-D_GNU_SOURCE", source, "-o", floor, *flags.split()], check=True)
        return floor

    def findings(self, plan: pathlib.Path) -> int:
        """Counted line by line: what this process needs is told as the memory of those that it starts."""
        with subprocess.Popen(self.check(plan, "--format", "json"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            return sum('"rule":' in line for line in process.stdout)

    def warm(self, plan: pathlib.Path) -> None:
        """A check when nothing has changed, beside the same question to git."""
        git = ["git", "-C", str(plan), "-c", "user.name=bench", "-c", "user.email=bench@bench.example"]
        for command in ([*git, "init", "-q"], [*git, "add", "-A"], [*git, "commit", "-qm", "bench"]):
            subprocess.run(command, check=True, capture_output=True)
        check = self.check(plan, "--format", "json")
        self.cache = str(self.folder / "cache")
        # What was written a moment ago is read once more, and trusted after that.
        self.run(check)
        time.sleep(4)
        self.run(check)
        figures = self.compare(
            "warm: nothing changed", {"git status": [*git, "status", "--porcelain"], "planc check": check}, self.runs * 2)
        self.cache = ""
        self.found["warm check of 10,000 files"] = figures["planc check"].wall / figures["git status"].wall

    def printing(self) -> None:
        """The same words laid out by each: how long all of it takes, of which the start is what one message takes."""
        for count in (100, 1_000):
            commands, made, starts = {}, {}, {}
            for messages, of in ((1, starts), (count, commands)):
                for name, (command, path) in self.printers(messages, with_weasyprint=count == 100).items():
                    of[name] = command
                    made[name] = path
            for command in commands.values():
                self.run(command)
            turns = self.runs if count == 100 else 3
            start = self.compare("one message printed: the start of each", starts, turns)
            whole = self.compare(f"the same {count:,} messages printed", commands, turns)
            for name, path in made.items():
                number = pages_of(path)
                print(f"  {name}: {number} pages, {path.stat().st_size / 1024:.0f} KB; "
                      f"beyond its start {(whole[name].wall - start[name].wall) / number * 100_000:.0f} ms for 100 pages")
        planc, typst = whole["planc build"], whole["Typst (PDF/UA)"]
        self.found["pages as fast as Typst, times"] = typst.wall / planc.wall
        self.found["pages in less memory than Typst, times"] = typst.memory / planc.memory

    def printers(self, count: int, with_weasyprint: bool) -> dict[str, tuple[list[str], pathlib.Path]]:
        plan, source, page = (self.folder / f"pages-{count}{end}" for end in ("", ".typ", ".html"))
        pages.planc(count, plan)
        pages.typst(count, source)
        pages.page(count, page)
        output, venv = self.folder / f"out-{count}", pathlib.Path(sys.executable).parent
        typst, weasyprint = self.folder / f"typst-{count}.pdf", self.folder / f"weasyprint-{count}.pdf"
        printers = {
            "planc build": (
                [self.planc, "build", str(plan), "--output", str(output), "--only", "messages", "--formats", "pdf", "--force"],
                output / plan.name / "en" / "messages" / "flood.pdf"),
            "Typst (PDF/UA)": (
                [sys.executable, "-c", f"import typst; typst.compile({str(source)!r}, output={str(typst)!r}, pdf_standards=['ua-1'])"],
                typst)}
        if with_weasyprint:
            printers["WeasyPrint (PDF/UA)"] = (
                [str(venv / "weasyprint"), "--pdf-variant", "pdf/ua-1", str(page), str(weasyprint)], weasyprint)
        return printers

    def judge(self) -> bool:
        """Prints the figures that have a bound; whether all are kept."""
        print("\nbounds")
        if os.getloadavg()[1] > (os.cpu_count() or 1):
            print("  (others use this machine just now: absolute times say little)")
        is_kept = True
        for name, bound in BOUNDS.items():
            if name not in self.found:
                print(f"  {name:<46} not measured")
                continue
            value, grows_better = self.found[name], name.endswith("times")
            is_broken = value < bound.limit if grows_better else value > bound.limit
            is_reached = value >= bound.goal if grows_better else value <= bound.goal
            word = "BROKEN" if is_broken else "reached" if is_reached else "kept, goal not reached"
            print(f"  {name:<46} {value:8.2f}  limit {bound.limit:g}, goal {bound.goal:g}: {word}")
            is_kept = is_kept and not is_broken
        return is_kept


def pages_of(path: pathlib.Path) -> int:
    """Counted in a process of its own: what this one needs would be told as the memory of those that it starts."""
    count = f"import pypdf; print(len(pypdf.PdfReader({str(path)!r}).pages))"
    return int(subprocess.run([sys.executable, "-c", count], capture_output=True, text=True, check=True).stdout)


def main() -> None:
    folder = pathlib.Path(tempfile.mkdtemp(prefix="planc-bench-"))
    bench = Bench(str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 5, folder)
    try:
        bench.small()
        bench.diffs()
        bench.checks()
        bench.printing()
    finally:
        shutil.rmtree(folder)
    sys.exit(0 if bench.judge() else 1)


if __name__ == "__main__":
    main()
