"""The packs of the example plans, read by two third-party validators of accessible PDF, and by qpdf.

    python3 paper.py PLANC        packs of every kind, in a minute
    python3 paper.py PLANC all    every pack in every locale, both papers, normal and large print
"""

import json
import pathlib
import shutil
import subprocess
import sys

from support import PACKAGE, Skipped, folder, main, planc, same

EVERYTHING = sys.argv[2:] == ["all"]
BIN = pathlib.Path(sys.executable).parent

# Plan, packs (none: all of them), paper, whether in large print.
SETTINGS = [
    (plan, (), paper, large) for plan in ("harbour-dairy", "valmereau") for paper in ("A4", "Letter") for large in (False, True)
] if EVERYTHING else [
    ("harbour-dairy", (), "A4", False),
    ("harbour-dairy", (), "Letter", True),
    ("valmereau", ("cartes-de-poche", "kit-managers"), "A4", False),
    ("valmereau", ("cartes-de-poche",), "Letter", True),
]


def build(plan, packs, paper, large):
    output = folder()
    options = ["--paper", paper] + (["--large-print"] if large else []) + [part for each in packs for part in ("--pack", each)]
    done = planc("build", PACKAGE / "Plans" / plan, "--only", "packs", "--formats", "pdf", "--output", output, *options, at=PACKAGE)
    same(done.status, 0, done.err)
    return sorted(output.rglob("*.pdf"))


FILES = {}


def files():
    """Each setting's files, built once."""
    for setting in SETTINGS:
        if setting not in FILES:
            FILES[setting] = build(*setting)
            assert FILES[setting], setting
    return [each for setting in SETTINGS for each in FILES[setting]]


def judge(name, *arguments):
    program = BIN / name
    if not program.exists():
        found = shutil.which(name)
        if not found:
            raise Skipped(f"{name} is not installed")
        program = pathlib.Path(found)
    return subprocess.run([str(program), *map(str, arguments)], capture_output=True, text=True, timeout=1200)


def test_every_pack_is_built():
    names = {path.stem for path in files()}
    assert {"green-box", "wallet", "cartes-de-poche"} <= names, names


def test_pdfua_finds_nothing():
    for path in files():
        done = judge("pdfua", "check", "--format", "json", path)
        told = json.loads(done.stdout)["findings"]
        # UA-28-004 asks for a claim of PDF/UA, which planc does not make.
        same([one for one in told if one["rule_id"] != "UA-28-004"], [], f"{path}\n{done.stdout}{done.stderr}")


def test_outloud_finds_no_error():
    report = folder() / "report.json"
    # DOC-012 asks for a claim of PDF/UA, which planc does not make.
    done = judge("outloud", "--json", report, "--quiet", "--skip", "DOC-012", *files())
    assert report.exists(), done.stdout + done.stderr
    told = json.loads(report.read_text())
    same(len(told["results"]), len(files()))
    found = [
        f"{document['path']} page {each.get('page')}: {each['rule']} {each['message']} ({each.get('evidence')})"
        for document in told["results"]
        for each in document["findings"]
        if each["severity"] == "error"
    ]
    assert not found, "\n".join(found)


def test_qpdf_reads_every_file():
    for path in files():
        done = judge("qpdf", "--check", path)
        same(done.returncode, 0, f"{path}\n{done.stdout}{done.stderr}")


main(globals())
