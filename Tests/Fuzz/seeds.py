#!/usr/bin/env python3
"""Writes inputs to begin with for a target of `make fuzz-in-process`: seeds.py TARGET FOLDER. They are taken from the plans."""

import pathlib
import re
import sys

target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
root = pathlib.Path(__file__).resolve().parents[2]
texts = []
for path in sorted((root / "Plans").rglob("*.md")):
    head, _, body = path.read_text().removeprefix("---\n").partition("\n---\n")
    if target == "front-matter":
        texts.append(head)
    elif target == "step-heads":
        texts += re.findall(r"(?m)^- \[ \] (.*)$", body)[:6]
    elif target == "placeholders":
        texts += re.findall(r"\{\{(.*?)\}\}", body)
    elif target in ("markdown", "message"):
        texts.append(body)
if target == "manifest":
    texts.append('{"plan": "x", "sources": {"sha256": "' + "0" * 64 + '"}, "files": [{"path": "a", "size": 1, "sha256": "' + "0" * 64 + '"}]}')
elif target == "values":
    texts += ['{"phone": "+44 1632 960100", "next-time": "18:30"}', 'phone: "+44 1632 960100"\nnext-time: 18:30\n']
elif target == "baseline":
    texts.append("# x\n0123456789abcdef\trule-name\tplan.md\n")
for number, text in enumerate(dict.fromkeys(texts)):
    (folder / f"seed-{number}").write_bytes(text.encode()[:2000])
