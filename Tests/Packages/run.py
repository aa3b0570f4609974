"""Installs each package in a clean Debian without a toolchain, and uses it there as its user would.

    run.py [tarball deb wheel hook again bill]

Asks for root, `mmdebstrap` and Debian's packages. The roots are made once, below `.build/roots`.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = ROOT / ".build/packages"
ROOTS = ROOT / ".build/roots"
PLAN = ROOT / "Plans/harbour-dairy"
failures = 0


def expect(what, is_so, told=""):
    global failures
    if not is_so:
        failures += 1
    print(("ok      " if is_so else "FAILED  ") + what + ("" if is_so else f"\n{told}"))


def root(name, *include, hooks=()):
    """A Debian with a few packages; the plan lies in it, and the packages to try."""
    place = ROOTS / name
    if not (place / "ready").exists():
        shutil.rmtree(place, ignore_errors=True)
        place.parent.mkdir(parents=True, exist_ok=True)
        command = ["mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", *include, *hooks, "bookworm", str(place)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        (place / "ready").touch()
    for folder in ("srv/Plans", "srv/Output", "srv/packages", "opt"):
        shutil.rmtree(place / folder, ignore_errors=True)
    (place / "opt").mkdir()
    shutil.copytree(PLAN, place / "srv/Plans/harbour-dairy")
    shutil.copytree(PACKAGES, place / "srv/packages", ignore=shutil.ignore_patterns("*symbols*"))
    return place


def inside(place, command, **variables):
    """Runs a command of the shell in a root, with its own processes and without the caller's environment."""
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", f"--mount-proc={place}/proc", "chroot", str(place), "sh", "-c", command],
        capture_output=True, text=True, env=environment, cwd="/")


def use(place, planc, makes_pdf=True):
    """What everybody does with it: version, check, build."""
    told = inside(place, f"{planc} --version")
    expect(f"{planc} --version", told.returncode == 0 and told.stdout.strip() == version(), told.stderr)
    told = inside(place, f"cd /srv && {planc} check Plans/harbour-dairy")
    expect(f"{planc} check", told.returncode == 0, told.stdout + told.stderr)
    told = inside(place, f"cd /srv && {planc} build Plans/harbour-dairy --output Output")
    pdfs = list((place / "srv/Output").rglob("*.pdf"))
    if makes_pdf:
        expect(f"{planc} build: {len(pdfs)} PDF files", told.returncode == 0 and len(pdfs) > 5, told.stderr)
        fonts = subprocess.run(["pdffonts", str(pdfs[0])], capture_output=True, text=True).stdout
        expect("set in Open Sans", "+OpenSans " in fonts, fonts)
        return
    named = "libpangoft2-1.0-0" in told.stderr
    expect(f"{planc} build without Pango names the package to install", told.returncode == 3 and named and not pdfs, told.stderr)
    told = inside(place, f"cd /srv && {planc} build Plans/harbour-dairy --output Output --formats html,text")
    pages = list((place / "srv/Output").rglob("*.html"))
    expect(f"{planc} build --formats html,text: {len(pages)} pages", told.returncode == 0 and len(pages) > 5, told.stderr)


def version():
    return next(PACKAGES.glob("planc-*-linux-x86_64.tar.xz")).name.split("-")[1]


def tarball():
    place = root("bare", "--include=ca-certificates")
    archive = next(PACKAGES.glob("planc-*-linux-x86_64.tar.xz"))
    subprocess.run(["tar", "-xJf", str(archive), "-C", str(place / "opt")], check=True)
    (place / "opt" / archive.name.removesuffix(".tar.xz")).rename(place / "opt/somewhere else")
    use(place, "'/opt/somewhere else/bin/planc'")
    told = inside(place, "cd /srv && '/opt/somewhere else/bin/planc' build Plans/harbour-dairy --output Output --encrypt",
                  PLANC_PASSWORD="four words drawn by lot")
    expect("--encrypt without libqpdf names the package to install", told.returncode == 3 and "libqpdf29" in told.stderr, told.stderr)
    listed = (place / "opt/somewhere else/share/doc/planc/THIRD-PARTY.md").read_text()
    missing = [name for name in ("pango1.0", "glib2.0", "cmark", "swift", "fonts-open-sans", "mimalloc") if f"| {name} |" not in listed]
    expect("what others wrote is listed", not missing, str(missing))
    expect("there is no toolchain", inside(place, "command -v swift || command -v cc").returncode != 0)


def deb():
    package = next(PACKAGES.glob("planc_*_amd64.deb"))
    for name, options, makes_pdf in (("deb-check", "--no-install-recommends", False), ("deb", "-o APT::Install-Recommends=yes", True)):
        shutil.rmtree(ROOTS / name, ignore_errors=True)
        hooks = [f"--customize-hook=upload {package} /root/planc.deb",
                 f'--customize-hook=chroot "$1" apt-get install -y -qq {options} /root/planc.deb']
        place = root(name, hooks=hooks)
        use(place, "planc", makes_pdf)
        told = inside(place, "dpkg --verify planc && dpkg -s planc")
        expect("dpkg knows it, and its files are whole", told.returncode == 0, told.stdout + told.stderr)
        if makes_pdf:
            told = inside(place, "cd /srv && planc build Plans/harbour-dairy --output Locked --encrypt",
                          PLANC_PASSWORD="four words drawn by lot")
            expect("build --encrypt", told.returncode == 0, told.stderr)
        for path in ("share/man/man1/planc-check.1.gz", "share/man/fr/man1/planc.1.gz",
                     "share/bash-completion/completions/planc", "share/zsh/vendor-completions/_planc",
                     "share/fish/vendor_completions.d/planc.fish"):
            # A minimal Debian leaves manual pages out of what it installs.
            listed = inside(place, f"dpkg -L planc | grep -q /usr/{path}")
            expect(f"/usr/{path}", listed.returncode == 0)
        told = inside(place, "dpkg --purge planc")
        expect("it can be taken away", told.returncode == 0 and not (place / "usr/bin/planc").exists(), told.stderr)


def wheel():
    place = root("python", "--include=ca-certificates,python3-venv,pipx")
    install = "/srv/env/bin/pip install --quiet --no-index --find-links /srv/packages"
    told = inside(place, f"rm -rf /srv/env && python3 -m venv /srv/env && {install} planc")
    expect("pip install planc", told.returncode == 0, told.stderr)
    use(place, "/srv/env/bin/planc", makes_pdf=False)
    shutil.rmtree(place / "srv/Output", ignore_errors=True)
    told = inside(place, f"{install} 'planc[pdf]'")
    expect("pip install 'planc[pdf]'", told.returncode == 0, told.stderr)
    use(place, "/srv/env/bin/planc")
    told = inside(place, "PIPX_HOME=/srv/pipx pipx run --no-cache --pip-args='--no-index --find-links /srv/packages' planc --version",
                  PIP_NO_INDEX="1", PIP_FIND_LINKS="/srv/packages /usr/share/python-wheels")
    expect("pipx run planc --version", told.stdout.strip() == version(), told.stdout + told.stderr)


def hook():
    """pre-commit takes planc from its wheel, as the manual shows it."""
    page = (ROOT / "Sources/planc/Documentation.docc/InCI.md").read_text()
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        shutil.copytree(PLAN, place / "Plans/harbour-dairy")
        (place / ".pre-commit-config.yaml").write_text(page.split("```yaml\n")[1].split("```")[0])
        for command in (["init", "-q"], ["add", "-A"]):
            subprocess.run(["git", *command], cwd=place, check=True)
        environment = dict(os.environ, PIP_FIND_LINKS=str(PACKAGES), PRE_COMMIT_HOME=str(place / "home"))
        told = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"], cwd=place, env=environment,
            capture_output=True, text=True)
        # What is overdue depends on the day; the exceptions of the plan are told on each.
        expect("pre-commit with the wheel", told.returncode == 0 and "allowed by an exception" in told.stdout, told.stdout)


def again():
    """Made a second time, every package has the same bytes."""
    names = ["*.tar.xz", "*.deb", "*.whl", "*.cdx.json"]
    before = {path.name: path.read_bytes() for name in names for path in PACKAGES.glob(name)}
    for script in ("tarball", "deb", "wheel", "bill"):
        subprocess.run([sys.executable, str(ROOT / f"Packaging/{script}.py")], check=True, stdout=subprocess.DEVNULL)
    for name, data in sorted(before.items()):
        expect(f"{name}: the same bytes again", (PACKAGES / name).read_bytes() == data)


def bill():
    """The bill of materials holds to CycloneDX's own schema, where its library is at hand, and names each library once."""
    text = next(PACKAGES.glob("*.cdx.json")).read_text()
    names = [(one["name"], one["bom-ref"]) for one in json.loads(text)["components"]]
    expect(f"the bill of materials names {len(names)} components, each once", len(names) == len(set(names)) > 20)
    try:
        from cyclonedx.schema import SchemaVersion
        from cyclonedx.validation.json import JsonStrictValidator
    except ImportError:
        print("skipped cyclonedx-python-lib[json-validation] is not installed")
        return
    fault = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    expect("CycloneDX 1.5 by its schema", fault is None, str(fault))


def main():
    wanted = sys.argv[1:] or ["tarball", "deb", "wheel", "hook", "again", "bill"]
    if shutil.which("mmdebstrap") is None:
        raise SystemExit("please install mmdebstrap: it makes the clean roots")
    start = time.monotonic()
    for name in wanted:
        {"tarball": tarball, "deb": deb, "wheel": wheel, "hook": hook, "again": again, "bill": bill}[name]()
    print(f"{'failed' if failures else 'all well'} after {time.monotonic() - start:.0f} s")
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()
