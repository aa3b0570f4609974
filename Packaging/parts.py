"""What a package of planc holds, whatever its form: files with their place below a prefix (`bin/planc`), bytes and mode.

Everything is found on the machine that builds: a Debian with what `.ci/install build` installs. Two runs over the same program
give the same bytes; times are those of the last commit, or SOURCE_DATE_EPOCH.
"""

import dataclasses
import functools
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess

import manual

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(os.environ.get("PLANC_PROGRAM") or ROOT / ".build/release/planc")
OUTPUT = ROOT / ".build/packages"
FONTS = pathlib.Path("/usr/share/fonts/truetype")
# Inside the program (see Sources/CLinking), by the Debian packages that they come from.
STATIC = ["libcmark-dev", "libyaml-dev", "libsodium-dev", "libstemmer-dev", "zlib1g-dev", "libstdc++-12-dev"]
# Swift packages inside the program, and the runtime of Swift.
SWIFT = {"swift-argument-parser": "apple", "swift-subprocess": "swiftlang"}
# Every Linux has them, and they must be those of its kernel and its loader.
OF_THE_SYSTEM = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "ld-linux-x86-64.so.2", "libgcc_s.so.1",
                 "libstdc++.so.6", "linux-vdso.so.1"}
NEEDED_AT_START = ["libmimalloc.so.2"]
OF_CODES_AND_PICTURES = ["libqrencode.so.4", "libpng16.so.16", "libz.so.1"]
OF_TYPESETTING = ["libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"]
PAGE_FONTS = [f"open-sans/OpenSans-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")]
FIXED_FONTS = [f"dejavu/DejaVuSansMono{face}.ttf" for face in ("", "-Bold")]


@dataclasses.dataclass(frozen=True, order=True)
class Part:
    path: str
    data: bytes = dataclasses.field(compare=False)
    mode: int = dataclasses.field(default=0o644, compare=False)


@functools.cache
def version():
    """The one place that says it is the program's source."""
    return re.search(r'version = "([^"]+)"', (ROOT / "Sources/planc/Planc.swift").read_text()).group(1)


@functools.cache
def epoch():
    """Seconds since 1970 that stand in every package."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given or run("git", "-C", str(ROOT), "log", "-1", "--format=%ct"))


def run(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def sha256(data):
    return hashlib.sha256(data).hexdigest()


@functools.cache
def stripped():
    """The program as it is shipped, and its symbols, which the program names.

    Shipped, it has no tables for unwinding either, which are a twelfth of it: nothing of it throws, what is thrown in a library
    is caught there, and the end of a thread is content with none when the program was linked without their head
    (`--no-eh-frame-hdr`, see Package.swift). A debugger finds them beside the symbols, which are the program as it was linked. What
    is left out of Swift's own tables tells a debugger of captured values and of layouts: the program reads none of it.
    """
    OUTPUT.mkdir(parents=True, exist_ok=True)
    program, symbols = OUTPUT / "planc", OUTPUT / "planc.debug"
    shutil.copyfile(PROGRAM, symbols)
    unread = [".eh_frame", "swift5_capture", "swift5_builtin", "swift5_assocty", "swift5_mpenum"]
    run("strip", *(f"--remove-section={name}" for name in unread), "-o", str(program), str(PROGRAM))
    run("objcopy", f"--add-gnu-debuglink={symbols.name}", str(program), cwd=OUTPUT)
    result = program.read_bytes(), symbols.read_bytes()
    program.unlink()
    symbols.unlink()
    return result


def needed(path):
    return re.findall(r"\(NEEDED\).*\[(.+)\]", run("readelf", "-d", str(path)))


@functools.cache
def places():
    """Where the loader of this machine finds each library."""
    lines = run("/sbin/ldconfig", "-p").splitlines()
    found = {}
    for line in lines:
        if match := re.match(r"\s+(\S+) \(libc6,x86-64[^)]*\) => (.+)", line):
            found.setdefault(match.group(1), pathlib.Path(match.group(2)))
    return found


def closure(names):
    """Libraries with all that they need in turn, but for what every system has."""
    found, waiting = set(), list(names)
    while waiting:
        name = waiting.pop()
        if name in found or name in OF_THE_SYSTEM:
            continue
        found.add(name)
        waiting += needed(places()[name])
    return sorted(found)


def libraries(names):
    return [Part(f"lib/planc/{name}", places()[name].read_bytes()) for name in names]


def program():
    return [Part("bin/planc", stripped()[0], 0o755)]


def fonts(names):
    parts = [Part(f"share/planc/fonts/{pathlib.Path(name).name}", (FONTS / name).read_bytes()) for name in names]
    configuration = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<!-- For machines that know no fonts: those beside this file. -->
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""
    return parts + [Part("share/planc/fonts.conf", configuration.encode())]


def pages():
    """Manual pages in every language of the program, and the completions of three shells."""
    parts = []
    for language in ("en", "fr", "de"):
        folder = "share/man" if language == "en" else f"share/man/{language}"
        for name, text in manual.pages(PROGRAM, language, version(), epoch()):
            parts.append(Part(f"{folder}/man1/{name}.1", text.encode()))
    for shell, path in (
        ("bash", "share/bash-completion/completions/planc"),
        ("zsh", "share/zsh/site-functions/_planc"),
        ("fish", "share/fish/vendor_completions.d/planc.fish"),
    ):
        parts.append(Part(path, run(str(PROGRAM), "completions", shell, "--lang", "en").encode()))
    return parts


@dataclasses.dataclass(frozen=True, order=True)
class Component:
    """Something that others wrote and a package holds."""

    name: str
    version: str
    address: str  # a package URL (purl)
    how: str
    terms: bytes  # what its authors say of copies


@functools.cache
def owner(path):
    """The Debian package that a file belongs to. Files of merged /usr are known by either name."""
    resolved = str(path.resolve())
    for name in (resolved, resolved.removeprefix("/usr"), str(path)):
        found = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True).stdout
        if found:
            return found.split(":")[0]
    raise SystemExit(f"{path} belongs to no Debian package: its terms are not known")


def component_of_debian(package, how):
    release, source = run("dpkg-query", "-W", "-f", "${Version}\t${source:Package}", package).split("\t")
    terms = pathlib.Path(f"/usr/share/doc/{package}/copyright").read_bytes()
    return Component(source, release, f"pkg:deb/debian/{source}@{release}?arch=source", how, terms)


def components(parts):
    """What of others is in a package with these parts."""
    found = {component_of_debian(package, "inside the program") for package in STATIC}
    for part in parts:
        name = part.path.rsplit("/", 1)[-1]
        if part.path.startswith("lib/planc/"):
            found.add(component_of_debian(owner(places()[name]), "beside the program"))
        elif part.path.startswith("share/planc/fonts/"):
            font = next(FONTS / known for known in PAGE_FONTS + FIXED_FONTS if known.endswith("/" + name))
            found.add(component_of_debian(owner(font), "font"))
    manifest = (ROOT / "Package.swift").read_text()
    for name, account in SWIFT.items():
        release = re.search(rf'{name}", exact: "([^"]+)"', manifest).group(1)
        terms = next((ROOT / ".build/checkouts" / name).glob("LICENSE*")).read_bytes()
        found.add(Component(name, release, f"pkg:github/{account}/{name}@{release}", "inside the program", terms))
    toolchain = pathlib.Path(run("swift", "-print-target-info").split('"runtimeResourcePath": "')[1].split('"')[0])
    release = re.search(r"Swift version (\S+)", run("swift", "--version")).group(1)
    terms = next((toolchain.parents[1] / "share").glob("**/LICENSE*"), None)
    terms = terms.read_bytes() if terms else b"Apache License 2.0 with Runtime Library Exception\n"
    found.add(Component("swift", release, f"pkg:github/swiftlang/swift@swift-{release}-RELEASE", "inside the program", terms))
    return sorted(found)


def notices(parts):
    """A list of what of others is inside, with the terms of each."""
    lines = ["# What others wrote and this package holds", "",
             "The terms of each are in `licences`; those named in them by a path are in `licences/common`.", "",
             "| name | version | where | terms |", "| --- | --- | --- | --- |"]
    result, named, told = [], set(), {}
    for component in components(parts):
        # The same terms are there once.
        file = told.setdefault(component.terms, f"licences/{component.name}.txt")
        lines.append(f"| {component.name} | {component.version} | {component.how} | `{file}` |")
        result.append(Part(f"share/doc/planc/{file}", component.terms))
        named |= set(re.findall(rb"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])", component.terms))
    for name in sorted(named):
        path = pathlib.Path("/usr/share/common-licenses") / name.decode()
        if path.is_file():
            # A version without its number is the newest: its terms are there once.
            path = path.resolve()
            named_file = path.name if path.name.encode() in named else name.decode()
            terms = path.read_bytes() if named_file == name.decode() else f"See {named_file}, beside this file.\n".encode()
            result.append(Part(f"share/doc/planc/licences/common/{name.decode()}", terms))
    result.append(Part("share/doc/planc/THIRD-PARTY.md", ("\n".join(lines) + "\n").encode()))
    unique = {part.path: part for part in result}
    return sorted(unique.values())


def check_size(path, limit=12_000_000):
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}: {size / 1e6:.1f} MB, sha256 {sha256(path.read_bytes())}")
    if size > limit:
        raise SystemExit(f"{path.name} is larger than {limit / 1e6:.0f} MB")


def ask_program():
    """A program that needs what it should bring, or the tables that it is shipped without, was not built to be given away."""
    wrong = [name for name in needed(PROGRAM) if name not in OF_THE_SYSTEM and name not in NEEDED_AT_START]
    wrong += [name for name in (".eh_frame_hdr",) if name in run("readelf", "-SW", str(PROGRAM))]
    if wrong:
        raise SystemExit(f"{PROGRAM} needs {', '.join(wrong)}: build it with PLANC_DISTRIBUTED=1 (make distributed)")


def dumped(value):
    return json.dumps(value, indent=2, ensure_ascii=False, sort_keys=False) + "\n"
