#!/usr/bin/env python3
"""Mutilates real plans and looks for crashes: run.py PLANC [COUNT [SEED]].

Every case is a copy of a plan of `Plans` with some of its files damaged by lines moved, cut or doubled, by pieces of YAML and
Markdown where they do not belong, and by bytes that are no text. Of each, `check` must end by itself with findings or without,
its report must be whole and every place in it must lie in its file; of every tenth, `build --force` must do so in all formats.
The plan's files stay as they were. A case that fails is kept, and told with the number that makes it again.
"""

import hashlib
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

PIECES = [
    "*", "**", "_", "`", "```\n", "~~~\n", "> ", "- ", "1. ", "- [ ] ", "- [x] ", "# ", "###### ", "\n", "\n\n", "    ", "\t", "|", "\\", "\\|",
    "| a | b |\n| --- | :-: |\n| 1 | 2 |\n", "===\n", "---\n", "***\n", "&amp;", "&eacute;", "&#233;", "&#x110000;", "<b>", "</b>", "<!--", "-->",
    "<!-- planc: covers advice -->", "<!-- planc: allow hard-to-read: quoted -->", "<!-- planc: ", "[a](b)", "[a](../plan.md)", "[](message:x)",
    "![p](x.png)", "[r]: /u 'T'\n", "[r]", "[", "](", "<https://a.example>", "<a@b.example>", "{{ hour }}", "{{> signature }}", "{{", "}}", "{{ x y }}",
    "{{ role.x.name }}", "@role", "@", "T+15min ", "T-999999mo ", "T0 ", "every 30min ", "? ", "yes: ", "# sms\n", "# nothing\n", "é", "’", "\u00a0",
    "\u202f", "\u200b", "\u202e", "\u2028", "\ufeff", "\r\n", "\r", "\x00", "\x07", "\x1b[31m", "😀", "👩‍👩‍👧", "e\u0301" * 9, "+33 6 39 98 00 00", "18:30", "6 pm",
    "14 mars", "2026-13-45", "password: hunter22x", "AKIAABCDEFGHIJKLMNOP", "sorry if", "word " * 60, "a" * 3000, "« a »", '"', "'", ". ", "! ",
    "  x: y\n", "- z\n", "key: [a, b]\n", "key: {a: {b: {c: d}}}\n", "&a ", "*a ", "!!str ", "|\n", ">-\n", ": ", "# planc: allow stale-contact: x\n",
    "send: {within: 15mn}\n", "channels: [sms, nope]\n", "phase: durring\n", "~", "null", "[" * 70, "{" * 70, "scenarios: all\n", "kind: message\n",
    "after: [x]\n", "depends-on: [{any-of: [a, b]}]\n", "satisfies: eu-nis2-23/early-warning\n", "::error file=x::y\n", "=1+1", "<script>", "%0A",
]


def mutilate(text: bytes, random: random.Random) -> bytes:
    lines = text.split(b"\n")
    line = random.randrange(len(lines))
    kind = random.randrange(12)
    if kind == 0:
        del lines[line]
    elif kind == 1:
        lines.insert(line, random.choice(lines))
    elif kind == 2:
        other = random.randrange(len(lines))
        lines[line], lines[other] = lines[other], lines[line]
    elif kind == 3:
        lines = lines[:line]
    elif kind == 4:
        lines = [one + b"\r" for one in lines]
    elif kind == 5:
        words = lines[line].split(b" ")
        place = random.randrange(len(words))
        words[place] = words[place][:-1]
        lines[line] = b" ".join(words)
    elif kind == 6:
        lines.append("".join(random.choice(PIECES) for _ in range(60)).encode())
    elif kind == 7:
        place = random.randrange(len(lines[line]) + 1)
        lines[line] = lines[line][:place] + bytes(random.randrange(256) for _ in range(random.randrange(1, 9))) + lines[line][place:]
    elif kind == 8:
        lines[line] = random.choice([b"> ", b"- ", b"  - "]) * random.choice([3, 40, 120]) + lines[line]
    else:
        line = random.randrange(min(16, len(lines))) if kind == 9 else line
        place = random.randrange(len(lines[line]) + 1)
        piece = "".join(random.choice(PIECES) for _ in range(random.randrange(1, 6))).encode()
        lines[line] = lines[line][:place] + piece + lines[line][place:]
    return b"\n".join(lines)


def sources(folder: pathlib.Path) -> dict[str, str]:
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()}


def run(command: list[str], folder: pathlib.Path, statuses: tuple[int, ...] = (0, 1)) -> tuple[bytes, str | None]:
    """What a command prints, and what is wrong with how it ends: with none of the statuses, or never."""
    try:
        ended = subprocess.run(command, cwd=folder, capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return b"", "does not end"
    if ended.returncode not in statuses:
        return ended.stdout, f"status {ended.returncode}: {ended.stderr[-400:].decode(errors='replace')}"
    return ended.stdout, None


def places(finding: dict) -> list[dict]:
    return [finding, *finding["labels"]]


def trouble(planc: str, folder: pathlib.Path, builds: bool, random: random.Random) -> str | None:
    """What is wrong with how planc takes a plan; None when nothing is."""
    before = sources(folder / "plan")
    printed, wrong = run([planc, "check", "plan", "--format", "json", "--as-of", "2026-11-21", "--lang", random.choice(["en", "fr"])], folder)
    if wrong:
        return "check: " + wrong
    report = json.loads(printed)
    if len(report["findings"]) != sum(report["summary"].values()):
        return "check: the summary does not count the findings"
    for place in (place for finding in report["findings"] for place in places(finding)):
        path = folder / place["path"]
        lines = path.read_bytes().count(b"\n") + 1 if path.is_file() else 1
        if not 1 <= place["line"] <= place["endLine"] <= lines:
            return f"check: a place outside its file: {place}"
    for form in ("human", "sarif", "github"):
        _, wrong = run([planc, "check", "plan", "--format", form], folder)
        if wrong:
            return f"check --format {form}: {wrong}"
    if builds:
        # Without a plan.md that can be read there is nothing to build: it could not run.
        _, wrong = run([planc, "build", "plan", "--force", "--output", "out", "--as-of", "2026-11-21"], folder, (0, 1, 3))
        if wrong:
            return "build: " + wrong
    if sources(folder / "plan") != before:
        return "the plan's files were changed"
    return None


def main() -> None:
    planc = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    plans = sorted(path.parent for path in (pathlib.Path(__file__).resolve().parents[2] / "Plans").glob("*/plan.md"))
    kept = pathlib.Path(tempfile.mkdtemp(prefix="planc-fuzz-"))
    failures = 0
    for case in range(seed, seed + count):
        chance = random.Random(case)
        folder = kept / str(case)
        shutil.copytree(chance.choice(plans), folder / "plan")
        files = sorted((folder / "plan").rglob("*.md"))
        for path in chance.sample(files, min(len(files), chance.choice([1, 1, 2, 5, 20]))):
            text = path.read_bytes()
            for _ in range(chance.choice([1, 1, 2, 6])):
                text = mutilate(text, chance)
            path.write_bytes(text)
        wrong = trouble(planc, folder, case % 10 == 0, chance)
        if wrong:
            failures += 1
            print(f"case {case}, kept in {folder}: {wrong}", flush=True)
        else:
            shutil.rmtree(folder)
    print(f"{count - failures} passed, {failures} failed")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
