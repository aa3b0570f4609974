"""What planc says once more without doing it once more: always what a run that remembers nothing says, whatever has changed.

    python3 recalling.py PLANC
"""

import fcntl
import os
import pty
import shutil
import stat
import struct
import subprocess
import termios
import time

from support import PLANC, SMALL, TODAY, environment, folder, main, repository, run, same, write

FAULTY = {**SMALL, "systems.md": "---\nkind: systems\nsystems:\n  spare: {title: Spare server}\n---\n"}
COMMANDS = [
    ["check", ".", "--as-of", TODAY],
    ["check", ".", "--as-of", TODAY, "--format", "json"],
    ["check", ".", "--as-of", TODAY, "--strict", "--statistics", "--lang", "fr"],
    ["check"],
    ["list", "people"],
    ["list", "files", "--format", "json"],
    ["show", "role:director"],
    ["simulate", ".", "--absent", "ada"],
    ["simulate", ".", "--absent", "ada", "--format", "html"],
]


class Plan:
    """A plan in a scratch folder, and a cache of its own."""

    def __init__(self, files=FAULTY):
        self.root = folder() / "plan"
        write(self.root, files)
        self.cache = folder() / "cache"

    def run(self, command, **variables):
        variables = {"PLANC_CACHE": str(self.cache), **variables}
        return run([variables.pop("PLANC", PLANC), *command], self.root, **variables)

    def records(self):
        return sorted(self.cache.glob("*")) if self.cache.exists() else []

    def compare(self, command, what="", **variables):
        """Twice as it is remembered, and once anew."""
        cold = self.run([*command, "--no-cache"], **variables)
        for turn in ("first", "second"):
            warm = self.run(command, **variables)
            same((warm.status, warm.bytes, warm.err), (cold.status, cold.bytes, cold.err), f"{command} {what} {turn}")
        return cold


def is_recalled(plan, command, **variables):
    """Whether the run opened no source: `strace` is not everywhere, the time of the last reading is."""
    before = [record.stat().st_mtime_ns for record in plan.records()]
    plan.run(command, **variables)
    return [record.stat().st_mtime_ns for record in plan.records()] == before


def test_every_command_says_the_same_again():
    plan = Plan()
    for command in COMMANDS:
        plan.compare(command)
    same(len(plan.records()), len(COMMANDS))
    for path in sorted(plan.root.glob("*.md")):
        before = path.read_bytes()
        status = path.stat()
        path.write_bytes(before.replace(b"Marsh", b"Moore").replace(b"Director", b"Doctor__").replace(b"Spare", b"Other"))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        for command in COMMANDS:
            plan.compare(command, f"after {path.name}")


def test_what_is_outside_the_files():
    plan = Plan()
    for variables in ({}, {"LANG": "fr_FR.UTF-8"}, {"LC_ALL": "de_DE.UTF-8"}, {"FORCE_COLOR": "1"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"},
                      {"GITHUB_ACTIONS": "true"}, {"TZ": "Pacific/Kiritimati"}, {"TZ": "Pacific/Pago_Pago"}):
        for command in (["check"], ["check", ".", "--as-of", "2027-01-01"], ["check", ".", "--format", "github"]):
            plan.compare(command, str(variables), **variables)


def test_a_repository_around_it():
    plan = Plan()
    command = ["check", ".", "--as-of", TODAY, "--format", "json"]
    same('"plan/systems.md"' in plan.compare(command).out, False)
    os.mkdir(plan.root.parent / ".git")
    same('"plan/systems.md"' in plan.compare(command).out, True)
    os.rmdir(plan.root.parent / ".git")
    same('"plan/systems.md"' in plan.compare(command).out, False)
    (plan.root / ".gitignore").write_text("systems.md\n")
    plan.compare(command)


def test_files_are_written_again():
    plan = Plan()
    out = plan.root.parent / "found"
    command = ["check", ".", "--as-of", TODAY, "--format", f"sarif={out}.sarif", "--format", "short"]
    summary = plan.root.parent / "summary"
    for turn in range(3):
        for path in (f"{out}.sarif", summary):
            if os.path.exists(path):
                os.remove(path)
        plan.run(command)
        plan.run(["check", ".", "--as-of", TODAY, "--format", "github"], GITHUB_STEP_SUMMARY=str(summary))
        with open(f"{out}.sarif") as sarif:
            same("unused" in sarif.read() or "spare" in open(f"{out}.sarif").read(), True, f"turn {turn}")
        same("systems.md" in summary.read_text(), True, f"turn {turn}")


def test_another_planc_is_another_run():
    plan = Plan()
    command = ["check", ".", "--as-of", TODAY]
    copy = str(folder() / "planc")
    shutil.copy(PLANC, copy)
    plan.run(command, PLANC=copy)
    same(is_recalled(plan, command, PLANC=copy), True)
    time.sleep(0.02)
    shutil.copy(PLANC, copy + ".new")
    os.rename(copy + ".new", copy)
    same(is_recalled(plan, command, PLANC=copy), False)
    plan.compare(command, "the new one", PLANC=copy)


def test_git_and_fixes_are_never_recalled():
    root = repository({**FAULTY})
    cache = folder() / "cache"
    for command in (["check", ".", "--changed-since", "HEAD"], ["check", ".", "--fix", "--diff"], ["check", ".", "--no-cache"],
                    ["translate"], ["explain", "unused-snippet"], ["rules"], ["--version"], ["check", "--help"], ["check", "--wrong"]):
        run([PLANC, *command], root, PLANC_CACHE=str(cache))
        same(cache.exists(), False, str(command))
    run([PLANC, "check"], root, PLANC_CACHE=str(root / "cache"))
    same((root / "cache").exists(), False, "inside a repository")
    for nothing in ({"PLANC_CACHE": ""}, {"PLANC_CACHE": "", "HOME": str(cache)}):
        run([PLANC, "check"], root, **nothing)
        same(cache.exists(), False, str(nothing))


def test_where_it_lies():
    plan = Plan()
    for variables, place in (({"XDG_CACHE_HOME": "{}/x"}, "x/planc"), ({"HOME": "{}/home"}, "home/.cache/planc"),
                             ({"XDG_CACHE_HOME": "relative", "HOME": "{}/other"}, "other/.cache/planc")):
        root = folder()
        variables = {name: value.format(root) for name, value in variables.items()}
        clean = {name: value for name, value in environment().items() if name not in ("PLANC_CACHE", "HOME", "XDG_CACHE_HOME")}
        subprocess.run([PLANC, "check"], cwd=plan.root, env={**clean, **variables}, capture_output=True)
        files = list((root / place).iterdir())
        same(len(files), 1)
        same(stat.S_IMODE(files[0].stat().st_mode), 0o600)
        same(stat.S_IMODE((root / place).stat().st_mode), 0o700)


def test_a_cache_that_cannot_be_written():
    plan = Plan()
    command = ["check", ".", "--as-of", TODAY]
    plan.cache = "/dev/full"
    plan.compare(command, "no folder")
    plan.cache = folder() / "gone" / "x"
    plan.cache.parent.write_text("a file") if not plan.cache.parent.exists() else None
    plan.compare(command, "below a file")
    plan.cache = "/proc/planc"
    plan.compare(command, "nothing can be made there")


def test_many_at_once():
    plan = Plan()
    command = [PLANC, "check", ".", "--as-of", TODAY]
    cold = plan.run([*command[1:], "--no-cache"])
    for _ in range(4):
        running = [subprocess.Popen(command, cwd=plan.root, env=environment(PLANC_CACHE=str(plan.cache)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                   for _ in range(8)]
        for process in running:
            same(process.communicate()[0], cold.bytes)
    same([record.suffix for record in plan.records()], [".run"])


def test_a_terminal_of_another_width():
    plan = Plan()
    said = {}
    for columns in (60, 200, 60):
        main_end, other_end = pty.openpty()
        fcntl.ioctl(other_end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        for options in ([], ["--no-cache"]):
            process = subprocess.Popen([PLANC, "check", ".", "--as-of", TODAY, "--quiet", *options], cwd=plan.root, stdout=other_end, stderr=other_end,
                                       env=environment(PLANC_CACHE=str(plan.cache), TERM="xterm"))
            process.wait()
            text = os.read(main_end, 1 << 20)
            same(said.setdefault(columns, text), text, f"{columns} {options}")
        os.close(main_end)
        os.close(other_end)


def test_completion_knows_new_names():
    plan = Plan()
    words = ["---completion", "show", "--", "thing", "0", "0", "planc show role:", "role:"]
    first = plan.run(words, SAP_SHELL="bash")
    write(plan.root, {"roles.md": SMALL["roles.md"].replace("director:", "manager:")})
    same(plan.run(words, SAP_SHELL="bash").out != first.out or first.out == "", True)


main(globals())
