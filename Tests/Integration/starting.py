"""How planc starts and what it takes from the machine: libraries opened late, flags that a plan gives, links on a terminal, manual pages.

    python3 starting.py PLANC
"""

import io
import os
import pty
import re
import sys
import tarfile

from support import PACKAGE, PLANC, SMALL, TODAY, Skipped, check, environment, folder, main, planc, run, same, write

sys.path.insert(0, str(PACKAGE / "Packaging"))

BROKEN = {**SMALL, "roles.md": SMALL["roles.md"].replace("holder: ada", "holder: nobody")}
UNUSED = {**SMALL, "systems.md": "---\nkind: systems\nsystems:\n  spare: {title: Spare server}\n---\n"}
LATE = ("pango", "harfbuzz", "glib", "gobject", "fontconfig", "freetype", "qpdf", "qrencode", "png")


def place(files):
    root = folder()
    write(root, files)
    return root


def without(*names):
    """The environment of a machine on which these libraries are broken."""
    libraries = folder()
    write(libraries, {name: b"no library" for name in names})
    return {"LD_LIBRARY_PATH": str(libraries)}


def test_a_start_loads_small_libraries_alone():
    done = run(["ldd", PLANC], PACKAGE)
    if done.status != 0:
        raise Skipped("ldd is not here")
    loaded = [line.split()[0] for line in done.out.splitlines()]
    same([name for name in loaded for late in LATE if name.startswith("lib" + late)], [])


def test_what_is_missing_is_named_when_it_is_needed():
    if sys.platform != "linux":
        raise Skipped("libraries are shadowed as Linux has it")
    root = place(SMALL)
    for file, package, arguments, variables in (
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", [], {}),
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset0", [], {}),
        ("libqrencode.so.4", "libqrencode4", ["--formats", "html"], {}),
        ("libqpdf.so.29", "libqpdf29", ["--encrypt"], {"PLANC_PASSWORD": "four words drawn by lot"}),
    ):
        gone = without(file, *(["libqpdf.so.30", "libqpdf.so"] if "qpdf" in file else []))
        done = planc("build", ".", "--output", folder() / "out", "--as-of", TODAY, *arguments, at=root, **gone, **variables)
        same((done.status, file in done.err, package in done.err), (3, True, True), done.err)
        same(check(".", at=root, **gone).status, 0)
    done = planc("build", ".", "--output", folder() / "out", "--as-of", TODAY, "--formats", "text", at=root, **without(*(f"lib{name}" for name in ("pangoft2-1.0.so.0", "qrencode.so.4"))))
    same(done.status, 0, done.err)


def test_a_plan_gives_flags_and_planc_says_so():
    given = "defaults: {strict: true, formats: [text], large-print: true}\n"
    root = place({**UNUSED, "plan.md": UNUSED["plan.md"].replace("owner:", given + "owner:")})
    done = check(".", at=root)
    same((done.status, "check: --strict, by 'defaults' in plan.md" in done.err), (1, True), done.err)
    same(check(".", "--no-defaults", at=root).status, 0)
    same("defaults" in check(".", "--strict", at=root).err, False)
    for arguments, ends in (([], {"txt"}), (["--no-defaults"], {"txt", "html", "pdf"}), (["--formats", "html"], {"html"})):
        out = folder()
        done = planc("build", ".", "--output", out, "--only", "checklists,contacts", "--as-of", TODAY, *arguments, at=root)
        same(done.status, 0, done.err)
        same("--large-print, by 'defaults'" in done.err, "--no-defaults" not in arguments, done.err)
        kinds = {path.suffix[1:] for path in out.rglob("*") if "contacts" in path.parts}
        same(kinds & {"txt", "html", "pdf"}, ends, done.err)


def test_flags_of_a_plan_are_checked():
    root = place({**SMALL, "plan.md": SMALL["plan.md"].replace("owner:", "defaults: {formats: [htlm], loud: true}\nowner:")})
    done = check(".", at=root)
    same(done.status, 1)
    assert "did you mean 'html'?" in done.out and "loud" in done.out, done.out


def on_a_terminal(arguments, at, **variables):
    """What a command writes on a terminal."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(at)
        os.execve(PLANC, [PLANC, *arguments], environment(**variables))
    said = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            piece = b""
        if not piece:
            break
        said += piece
    os.waitpid(child, 0)
    return said


LINK = re.compile(rb"\x1b\]8;;file://([^\x1b]*)#(\d+)\x1b\\([^\x1b]*)\x1b\]8;;\x1b\\")


def test_places_are_links_on_terminals_that_follow_them():
    root = place({f"é b/{name}": text for name, text in BROKEN.items()})
    arguments = ["check", "é b", "--as-of", TODAY]
    said = on_a_terminal(arguments, root, TERM="xterm-kitty")
    found = LINK.search(said)
    assert found, said
    same(found[1].decode(), f"{root.resolve()}/%C3%A9%20b/roles.md")
    same((found[2], found[3].decode()), (b"4", "é b/roles.md:4:39"))
    for variables in ({"TERM": "xterm"}, {"TERM": "dumb", "VTE_VERSION": "7000"}, {"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}):
        assert b"\x1b]8" not in on_a_terminal(arguments, root, **variables), variables
    assert b"\x1b]8" in on_a_terminal(arguments, root, TERM="xterm", VTE_VERSION="7000")
    assert "\x1b]8" not in check("é b", at=root, TERM="xterm-kitty").out


def test_every_command_has_a_page_in_every_language():
    import manual

    commands = re.findall(r"^  ([a-z]+) ", planc("--help", at=PACKAGE).out.split("SUBCOMMANDS:")[1], re.M)
    names = {"planc"} | {f"planc-{name}" for name in commands if name != "help"}
    for language, options in (("en", "OPTIONS"), ("fr", "OPTIONS"), ("de", "OPTIONEN")):
        pages = dict(manual.pages(PLANC, language, "0.1.0", 1_700_000_000))
        same(set(pages), names)
        for name, text in pages.items():
            assert f".SH {options}" in text and '"2023-11-14"' in text, name
            same([line for line in text.splitlines() if line[0] in ".'" and not line.startswith((".TH ", ".SH ", ".PP", ".TP"))], [], name)


def test_an_archive_has_the_same_bytes_twice():
    import parts
    import tarball

    held = [parts.Part("bin/planc", b"\x7fELF", 0o755), parts.Part("share/doc/planc/THIRD-PARTY.md", b"# x\n")]
    parts.epoch = lambda: 1_700_000_000
    first = tarball.archive("planc-1", held)
    same(first, tarball.archive("planc-1", held))
    with tarfile.open(fileobj=io.BytesIO(first)) as archive:
        told = [(entry.name, oct(entry.mode), entry.uid, entry.uname, entry.mtime) for entry in archive]
    same(told[0], ("planc-1", "0o755", 0, "", 1_700_000_000))
    same([name for name, *_ in told], ["planc-1", "planc-1/bin", "planc-1/bin/planc", "planc-1/share", "planc-1/share/doc", "planc-1/share/doc/planc", "planc-1/share/doc/planc/THIRD-PARTY.md"])


main(globals())
