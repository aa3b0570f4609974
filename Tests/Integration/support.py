"""What the scripts of this folder share: scratch folders, the planc under test, and a report that ends with counts."""

import atexit
import functools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
PLANC = os.path.abspath(sys.argv[1])
TODAY = "2026-01-15"

SMALL = {
    "plan.md": """---
kind: plan
title: Library continuity plan
organisation: Riverside Library
version: 1.0
locales: [en]
profiles: []
owner: director
classification: TLP:AMBER
review: {every: 6mo, last: 2026-01-05}
approved: {by: director, on: 2026-01-05}
---

How the library goes on when the river comes in.
""",
    "people.md": """---
kind: people
people:
  ada: {name: Ada Marsh, reach: {mobile: "+44 7700 900001", mail: ada@library.example}, verified: 2026-01-05}
  ben: {name: Ben Okoro, reach: {mobile: "+44 7700 900002", mail: ben@library.example}, verified: 2026-01-05}
---
""",
    "roles.md": """---
kind: roles
roles:
  director: {title: Director, holder: ada, deputies: [ben], team: executive}
---
""",
    "channels.md": """---
kind: channels
channels:
  mobile: {title: Mobile phone, type: voice, operated-by: director}
  mail: {title: E-mail, type: email, operated-by: director}
---
""",
}

# Text that would speak to a runner, a terminal, XML or Markdown if it were let.
HOSTILE = "::error::x%0A ##[add-mask]y \\e[31mred ]]> <script>&amp; @everyone `|` \\n::stop-commands::z"


def folder():
    """A scratch folder, taken away when the script ends."""
    path = pathlib.Path(tempfile.mkdtemp(prefix="planc-test-"))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


@functools.cache
def cache():
    """What planc remembers for the length of a script."""
    return str(folder() / "cache")


def write(root, files):
    for name, text in files.items():
        path = pathlib.Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def environment(**more):
    """An environment that says nothing of the machine the tests run on."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    who = {f"GIT_{part}_{what}": value for part in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "T"), ("EMAIL", "t@x.example"))}
    own = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LANG": "C.UTF-8", "PLANC_CACHE": cache()}
    return {**kept, **who, **own, **more}


class Result:
    def __init__(self, done):
        self.status = done.returncode
        self.bytes = done.stdout
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()


def run(arguments, at, **variables):
    return Result(subprocess.run([str(each) for each in arguments], cwd=at, env=environment(**variables), capture_output=True, timeout=120))


def planc(*arguments, at, **variables):
    return run([PLANC, *arguments], at, **variables)


def check(*arguments, at, **variables):
    return planc("check", *arguments, "--as-of", TODAY, at=at, **variables)


def git(*arguments, at):
    done = run(["git", "-c", "init.defaultBranch=main", *arguments], at)
    assert done.status == 0, done.err
    return done.out.strip()


def repository(files):
    """A repository with one commit of the files."""
    root = folder()
    write(root, files)
    git("init", "-q", at=root)
    commit(root, "first")
    return root


def commit(root, message):
    git("add", "-A", at=root)
    git("commit", "-q", "--allow-empty", "-m", message, at=root)
    return git("rev-parse", "HEAD", at=root)


def below(files, place):
    return {f"{place}/{name}": text for name, text in files.items()}


class Skipped(Exception):
    pass


def same(got, wanted, what=""):
    assert got == wanted, f"{what}\n  wanted {wanted!r}\n  got    {got!r}"


def main(namespace):
    """Runs every function called test_…, in the order they stand; exit status 1 when one failed."""
    failed = skipped = passed = 0
    for name, test in list(namespace.items()):
        if not name.startswith("test_"):
            continue
        try:
            test()
            passed += 1
        except Skipped as reason:
            skipped += 1
            print(f"skipped {name}: {reason}")
        except Exception:
            failed += 1
            print(f"FAILED {name}\n{traceback.format_exc()}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)
