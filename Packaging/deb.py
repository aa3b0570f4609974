"""`planc_VERSION_amd64.deb` for Debian 12 and what is newer: libraries and fonts are the system's."""

import gzip
import os
import pathlib
import shutil
import subprocess
import tempfile

import parts

# Opened when a page is written or a picture read: small, and the program is hardly of use without.
OPENED_ALWAYS = ["libqrencode.so.4", "libpng16.so.16"]
# Opened when a page is printed, a pack locked: a planc that only judges does without.
OPENED_FOR_PDF = [*parts.OF_TYPESETTING, "libqpdf.so.29"]


def contents():
    held = parts.program() + parts.pages()
    noted = parts.notices(held)
    copyright = "".join(
        f"{part.path.rsplit('/', 1)[-1]}\n{'=' * 72}\n{part.data.decode(errors='replace')}\n"
        for part in noted if "/licences/" in part.path and "/common/" not in part.path)
    listed = next(part for part in noted if part.path.endswith("THIRD-PARTY.md"))
    lines = [line.rsplit("|", 2)[0] + "|" if line.startswith("| ") else line for line in listed.data.decode().splitlines()]
    head = "\n".join(lines[:1] + [""] + lines[4:5] + ["| --- | --- | --- |"] + lines[6:])
    held = [compressed(part) if part.path.startswith("share/man/") else part for part in held]
    held = [moved(part) for part in held]
    held.append(parts.Part("share/doc/planc/copyright", f"{head}\n\n{copyright}".encode()))
    held.append(parts.Part("share/doc/planc/changelog.gz", packed((parts.ROOT / "CHANGELOG.md").read_bytes())))
    return sorted(held)


def packed(data):
    return gzip.compress(data, 9, mtime=0)


def compressed(part):
    return parts.Part(part.path + ".gz", packed(part.data))


def moved(part):
    """Debian's zsh looks for completions of packages elsewhere than others do."""
    return parts.Part(part.path.replace("zsh/site-functions", "zsh/vendor-completions"), part.data, part.mode)


def depends(program):
    """What dpkg-shlibdeps says of a program that is linked with the system's libraries."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "debian").mkdir()
        (folder / "debian/control").write_text("Source: planc\n\nPackage: planc\nArchitecture: amd64\n")
        (folder / "root/DEBIAN").mkdir(parents=True)
        (folder / "root/usr/bin").mkdir(parents=True)
        shutil.copy(program, folder / "root/usr/bin/planc")
        told = parts.run("dpkg-shlibdeps", "-O", "root/usr/bin/planc", cwd=folder)
        return told.strip().removeprefix("shlibs:Depends=")


def packages(libraries):
    return sorted({parts.owner(parts.places()[name]) for name in libraries})


def control(size, program):
    always = packages(OPENED_ALWAYS)
    late = packages(OPENED_FOR_PDF)
    return f"""Package: planc
Version: {parts.version()}
Architecture: amd64
Maintainer: The maintainers of planc <planc@example.invalid>
Installed-Size: {size}
Depends: {', '.join([depends(program), *always])}
Recommends: {', '.join(late)}, fonts-open-sans, fonts-dejavu-core, git
Suggests: minisign
Section: text
Priority: optional
Description: compiler of continuity and crisis-communication plans
 planc reads plans written as Markdown files, shows where they would fail, and
 compiles them into checklists, contact sheets and message packs: PDF to print,
 HTML for a USB stick, text, vCard.
 .
 What it needs to make PDF files and to lock them is recommended, not required:
 judging plans works without.
"""


def main():
    parts.ask_program()
    name = f"planc_{parts.version()}_amd64"
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / name
        held = contents()
        for part in held:
            path = root / "usr" / part.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(part.data)
            path.chmod(part.mode)
        (root / "DEBIAN").mkdir()
        size = sum(-(-len(part.data) // 1024) for part in held)
        (root / "DEBIAN/control").write_text(control(size, root / "usr/bin/planc"))
        sums = "".join(
            subprocess.run(["md5sum", f"usr/{part.path}"], cwd=root, check=True, capture_output=True, text=True).stdout
            for part in held)
        (root / "DEBIAN/md5sums").write_text(sums)
        for path in [root, *root.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
            os.utime(path, (parts.epoch(), parts.epoch()))
        parts.OUTPUT.mkdir(parents=True, exist_ok=True)
        package = parts.OUTPUT / f"{name}.deb"
        environment = dict(os.environ, SOURCE_DATE_EPOCH=str(parts.epoch()))
        parts.run("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(root), str(package), env=environment)
    parts.check_size(package)


if __name__ == "__main__":
    main()
