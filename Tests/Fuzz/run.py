#!/usr/bin/env python3
"""Mutilates real plans and looks for crashes: run.py PLANC [COUNT [SEED]].

Every case is a copy of a plan of `Plans` with some of its files damaged by lines moved, cut or doubled, by pieces of YAML and
Markdown where they do not belong, and by bytes that are no text. Of each, `check` must end by itself with findings or without,
its report must be whole and every place in it must lie in its file; three of the other commands, drawn by lot, must end by themselves
too and say nothing that steers a terminal; of every tenth, `build --force` must do so in all formats. What planc reads besides plans –
manifests, baselines, values – is damaged as well. `--fix` done twice must be `--fix` done once. The plan's files stay as they were. A case that fails is kept, and told with the number that makes it again.
"""

import hashlib
import json
import os
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


RUNS = 0


def run(command: list[str], folder: pathlib.Path, statuses: tuple[int, ...] = (0, 1)) -> tuple[bytes, str | None]:
    """What a command prints, and what is wrong with how it ends: with none of the statuses, or never."""
    global RUNS
    RUNS += 1
    try:
        ended = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, env={**os.environ, "PLANC_CACHE": ""})
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
    for form in random.sample(["human", "short", "sarif", "github", "gitlab", "junit", "rdjsonl"], 2):
        _, wrong = run([planc, "check", "plan", "--format", form], folder)
        if wrong:
            return f"check --format {form}: {wrong}"
    if builds:
        # Without a plan.md that can be read there is nothing to build: it could not run.
        _, wrong = run([planc, "build", "plan", "--force", "--output", "out", "--as-of", "2026-11-21"], folder, (0, 1, 3))
        if wrong:
            return "build: " + wrong
    for _ in range(3):
        wrong = random.choice(COMMANDS)(planc, folder, random)
        if wrong:
            return wrong
    if sources(folder / "plan") != before:
        return "the plan's files were changed"
    return None


def ends(planc: str, folder: pathlib.Path, *arguments: str) -> str | None:
    """What is wrong with how a command ends, or with what it says to a terminal."""
    printed, wrong = run([planc, *arguments], folder, (0, 1, 2, 3))
    if wrong:
        return f"{' '.join(arguments)}: {wrong}"
    steering = {byte for byte in printed if byte < 0x20 and byte not in b"\n\r\t" or byte == 0x7F}
    if steering:
        return f"{' '.join(arguments)}: steers a terminal: {steering}"
    return None


def ids(planc: str, folder: pathlib.Path, kind: str) -> list[str]:
    printed, _ = run([planc, "list", kind, "plan", "--format", "json"], folder, (0, 1, 2, 3))
    return [each["id"] for each in json.loads(printed or b'{"items": []}')["items"]]


def lists(planc, folder, random):
    kind = random.choice(["people", "roles", "channels", "systems", "audiences", "scenarios", "obligations", "checklists", "messages", "snippets", "fields", "packs", "drills"])
    return ends(planc, folder, "list", kind, "plan")


def shows(planc, folder, random):
    kinds, kind = random.choice([("people", "person"), ("roles", "role"), ("messages", "message"), ("systems", "system"), ("fields", "field"), ("scenarios", "scenario")])
    known = ids(planc, folder, kinds) or ["x"]
    return ends(planc, folder, "show", f"{kind}:{random.choice(known)}", "plan", "--format", random.choice(["human", "json"]))


def simulates(planc, folder, random):
    form = random.choice(["text", "json", "html"])
    known = ids(planc, folder, "scenarios")
    which = ["--scenario", random.choice(known), "--activation", "2026-11-21"] if known and random.random() < 0.5 else ["--all"]
    return ends(planc, folder, "simulate", "plan", *which, "--format", form)


def messages(planc, folder, random):
    known = ids(planc, folder, "messages") or ["x"]
    (folder / "values").write_bytes(mutilate(b'{"phone": "+44 1632 960100", "next-time": "18:30", "a": ["b"]}\n', random))
    values = ["--values", "values"] if random.random() < 0.3 else ["--set", f"phone={random.choice(PIECES)}".replace("\0", "")]
    if random.random() < 0.5:
        values = []
    return ends(planc, folder, "message", "plan", random.choice(known), "--partial", "--format", random.choice(["text", "html", "eml", "json"]), *values)


def differs(planc, folder, random):
    original = str(next((ROOT / "Plans").glob("*/plan.md")).parent)
    pair = random.sample([original, "plan"], 2)
    return ends(planc, folder, "diff", *pair, "--format", random.choice(["markdown", "text", "json", "html"]))


def translates(planc, folder, random):
    copy(folder)
    return ends(planc, folder, "translate", "plan", "--all") or ends(planc, folder, "translate", "copy", "--stamp-all")


def adds(planc, folder, random):
    copy(folder)
    kind = random.choice(["person", "role", "channel", "system", "audience", "scenario", "obligation", "checklist", "message", "snippet", "field", "pack", "drill"])
    title = random.choice(PIECES).replace("\0", "") or "x"
    return ends(planc, folder, "new", kind, random.choice(["a-thing", "../x", "é", "x" * 300]), "copy", f"--title={title}") or ends(planc, folder, "check", "copy")


def begins(planc, folder, random):
    shutil.rmtree(folder / "begun", ignore_errors=True)
    name = random.choice(PIECES).replace("\0", "")
    return ends(planc, folder, "init", "begun", f"--name={name}", "--locale", random.choice(["en", "fr", "en,fr"])) or ends(planc, folder, "check", "begun")


def fixes(planc, folder, random):
    copy(folder)
    wrong = ends(planc, folder, "check", "copy", "--fix", "--diff") or ends(planc, folder, "check", "copy", "--fix")
    for _ in range(4):
        once = sources(folder / "copy")
        wrong = wrong or ends(planc, folder, "check", "copy", "--fix")
        if wrong or sources(folder / "copy") == once:
            return wrong
    return "check --fix: does not come to an end"


def baselines(planc, folder, random):
    run([planc, "check", "plan", "--write-baseline", "known"], folder, (0, 1, 2, 3))
    known = folder / "known"
    if known.exists():
        known.write_bytes(mutilate(known.read_bytes(), random))
    return ends(planc, folder, "check", "plan", "--baseline", "known")


def verifies(planc, folder, random):
    digest = hashlib.sha256(b"").hexdigest()
    size = random.choice(["0", "-5", "1e999", "99999999999999999999", "null", '"0"', "9223372036854775807"])
    path = json.dumps(random.choice(["a", "../a", "/etc/passwd", "", "a/../../b", "é", "a\0b", "a\nb"]))
    text = f'{{"planc": "0.1.0", "plan": "x", "sources": {{"sha256": "{digest}"}}, "files": [{{"path": {path}, "size": {size}, "sha256": "{digest}"}}]}}'.encode()
    (folder / "old/plan").mkdir(parents=True, exist_ok=True)
    (folder / "old/plan/manifest.json").write_bytes(mutilate(text, random) if random.random() < 0.7 else text)
    return ends(planc, folder, "verify", "old/plan") or ends(planc, folder, "build", "plan", "--output", "old", "--only", "contacts", "--formats", "text", "--force")


def explains(planc, folder, random):
    word = random.choice(PIECES).replace("\0", "") or "x"
    return ends(planc, folder, "explain", "--", word) or ends(planc, folder, "schema", random.choice(["message", "plan", "nothing"])) or ends(planc, folder, "rules")


def copy(folder):
    shutil.rmtree(folder / "copy", ignore_errors=True)
    shutil.copytree(folder / "plan", folder / "copy")


ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMANDS = [lists, shows, simulates, messages, differs, translates, adds, begins, fixes, baselines, verifies, explains]


def main() -> None:
    planc = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    plans = sorted(path.parent for path in (ROOT / "Plans").glob("*/plan.md"))
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
    print(f"{count - failures} passed, {failures} failed, {RUNS} runs of commands")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
