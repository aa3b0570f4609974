"""Plans that somebody made to harm: every command takes each of them without a crash, without waiting, and leaves it as it is.

    python3 hostile.py PLANC
"""

import hashlib
import os
import pathlib
import shutil
import subprocess

from support import SMALL, TODAY, folder, main, planc, same, write

MESSAGE = """---
kind: message
title: News
audiences: readers
scenarios: all
phase: during
channels: [mail]
owner: director
---

"""
CHECKLIST = """---
kind: checklist
title: First hour
phase: during
scenarios: all
---

"""
MORE = {
    **SMALL,
    "audiences.md": "---\nkind: audiences\naudiences:\n  readers: {title: Readers, type: customers, channels: [mail]}\n---\n",
    "scenarios.md": "---\nkind: scenarios\nscenarios:\n  flood: {title: Flood, affects: [readers]}\n---\n",
}


def plan(**files):
    return {**MORE, **{name.replace("__", "/") + ".md": text for name, text in files.items()}}


def of(kind, key, entries):
    return f"---\nkind: {kind}\n{key}:\n{entries}---\n"


LARGE = [0, -1, 2**31, 2**53, 2**63 - 1, 2**63, 10**30]
HUGE = "99999999999999999999"


def plans():
    """Name → files of a hostile plan."""
    yield "nothing", {"plan.md": ""}
    yield "no front matter", {"plan.md": "# A plan\n"}
    yield "open front matter", {"plan.md": "---\nkind: plan\ntitle: A"}
    yield "only fences", {"plan.md": "---\n---\n", "a.md": "---\n---\n---\n"}
    yield "bytes", {"plan.md": bytes(range(256)), "a.md": bytes(range(255, -1, -1)) * 40}
    yield "UTF-16", {name: text.encode("utf-16") for name, text in MORE.items()}
    yield "byte-order marks", {name: b"\xef\xbb\xbf" + text.encode() for name, text in MORE.items()}
    yield "old line ends", {name: text.replace("\n", "\r").encode() for name, text in MORE.items()}
    yield "null bytes", {name: text.replace(" ", "\0").encode() for name, text in MORE.items()}
    yield "a bomb of aliases", plan(a="---\nkind: role\ntitle: &a [x]\n" + "".join(f"k{n}: &b{n} [*a, *a, *a, *a, *a, *a]\n" for n in range(40)) + "---\n")
    yield "deep values", plan(a="---\nkind: role\ntitle: " + "[" * 5000 + "]" * 5000 + "\n---\n", b="---\nkind: role\ntitle: " + "{a: " * 5000 + "\n---\n")
    yield "deep text", plan(a=MESSAGE + "> " * 5000 + "x\n", b=MESSAGE + "- " * 5000 + "x\n", c=MESSAGE + "[" * 20000, d=MESSAGE + "*a_" * 20000, e=MESSAGE + "`" * 20000)
    yield "a long line", plan(a=MESSAGE + "word " * 60000, b=MESSAGE + "x" * 300000, c=f"---\nkind: role\ntitle: {'y' * 100000}\n---\n")
    yield "many lines", plan(a=MESSAGE + "\n" * 200000, b=CHECKLIST + "- [ ] T+1min @director go\n" * 3000)
    yield "a wide table", plan(a=MESSAGE + "|a" * 800 + "|\n" + "|-" * 800 + "|\n" + "|x" * 800 + "|\n")
    yield "many headings", plan(a=MESSAGE + "".join(f"{'#' * (n % 6 + 1)} h\n\n" for n in range(3000)))
    yield "rings of snippets", plan(**{f"s{n}": f"---\nkind: snippet\nid: s{n}\ntitle: S\n---\n\n{{{{> s{(n + 1) % 5} }}}} {{{{> s{n} }}}}\n" for n in range(5)}, m=MESSAGE + "{{> s0 }}\n")
    yield "doubling snippets", plan(**{f"s{n}": f"---\nkind: snippet\nid: s{n}\ntitle: S\n---\n\n{{{{> s{n + 1} }}}}\n\n{{{{> s{n + 1} }}}}\n" for n in range(12)}, s12="---\nkind: snippet\nid: s12\ntitle: S\n---\n\nx\n", m=MESSAGE + "{{> s0 }}\n")
    yield "rings of systems", plan(s=of("systems", "systems", "".join(f"  s{n}: {{title: S, depends-on: [s{(n + 1) % 40}, s{(n * 7) % 40}], rto: 1h}}\n" for n in range(40))))
    yield "rings of roles", plan(r=of("roles", "roles", "".join(f"  r{n}: {{title: R, holder: ada, deputies: [ada, ada], reports-to: r{(n + 1) % 9}}}\n" for n in range(9))))
    yield "alternatives", plan(s=of("systems", "systems", "".join(f"  s{n}: {{title: S, depends-on: [{{any-of: [s{n + 1}, s{n + 2}, s{n + 3}]}}]}}\n" for n in range(60))))
    yield "everybody the same", plan(p=of("people", "people", "  ada: {name: A}\n  ada: {name: B}\n  ADA: {name: C}\n"), r=of("roles", "roles", "  ada: {title: A}\n  flood: {title: B}\n"))
    for number, value in enumerate(LARGE):
        yield f"number {number}", plan(c=of("channels", "channels", f"  sms: {{title: S, type: sms, limit: {value}}}\n  call: {{title: C, type: voice, limit: {value}}}\n"), m=MESSAGE.replace("[mail]", "[sms, call]").replace("owner", f"max-words: {value}\nowner") + "words\n\n1. x\n\n" + f"{value}. y\n")
    for number, amount in enumerate([f"{HUGE}min", f"{HUGE}mo", "9223372036854775807h", "9223372036854775807mo", "-5h", "153722867280912930h", "1e9d", "768614336404564650y", "4611686018427387904bd"]):
        yield f"duration {number}", plan(
            c=CHECKLIST + f"- [ ] T+{amount} @director go\n- [ ] T-{amount} @director go\n- [ ] T+1h @director every {amount} go\n",
            m=MESSAGE.replace("owner", f"send: {{within: {amount}, every: {amount}}}\napprove-within: {amount}\nowner") + "x\n",
            s=of("systems", "systems", f"  a: {{title: A, rto: {amount}}}\n  b: {{title: B, rto: {amount}, depends-on: [a]}}\n"),
            o=of("obligations", "obligations", f"  law: {{title: L, law: L, deadline: {amount}, stages: [{{id: a, deadline: {amount}}}, {{id: b, deadline: {amount}, from: a}}]}}\n"),
            a=of("audiences", "audiences", f"  staff: {{title: S, type: employees, channels: [mail], within: {amount}, every: {amount}}}\n"),
            t=of("activities", "activities", f"  work: {{title: W, mtpd: {amount}, rto: {amount}, depends-on: [a]}}\n"),
        )
    for number, date in enumerate(["0000-00-00", "9999-12-31", "0001-01-01", "2026-02-30", "99999999-01-01", "-2026-01-01", HUGE]):
        yield f"date {number}", {
            **plan(d=of("drills", "drills", f"  one: {{title: D, date: {date}, scenario: flood}}\n"), p=of("people", "people", f"  eve: {{name: E, verified: {date}}}\n")),
            "plan.md": SMALL["plan.md"].replace("2026-01-05", date).replace("owner", f"date: {date}\nholidays: [{date}]\nowner"),
        }
    for number, name in enumerate(["..", "../../etc/passwd", "/etc/passwd", "a/b", "con", "all", "call-tree", "wallet-cards", "manifest.json", "a\\x00b", "a\\nb", "\\e[31m", "$(id)", "-x", "x" * 5000, "é", "e\\u0301", "\\u202ex", "."]):
        yield f"id {number}", plan(
            s=of("scenarios", "scenarios", f'  "{name}": {{title: S, affects: [readers]}}\n'), k=of("packs", "packs", f'  "{name}": {{title: P, for: [director], scenarios: all}}\n'),
            m=f'---\nkind: message\nid: "{name}"\ntitle: M\naudiences: readers\nscenarios: all\nphase: during\nchannels: [mail]\nowner: director\n---\n\nx\n',
            c=of("channels", "channels", f'  "{name}": {{title: S, type: sms}}\n'), r=of("roles", "roles", f'  "{name}": {{title: R, holder: ada}}\n'),
        )
    for number, locale in enumerate(["[]", "[zz]", "[../x]", '["a\\nb"]', "[en, en]", "[" + ", ".join(["en"] * 500) + "]", "{a: b}", "[en-XX, fr-FR, ar, he, ja]", f"[{'x' * 3000}]"]):
        yield f"locales {number}", {**plan(m=MESSAGE + "x\n"), "plan.md": SMALL["plan.md"].replace("[en]", locale)}
    yield "names of files", {**MORE, **{f"{name}.md": MESSAGE + "x\n" for name in ["-rf", "a b", "a\nb", "\x1b[31m", "%s%n", "'\"$(id)`", "x" * 200, "é", "\u202e"]}}
    yield "links everywhere", plan(m=MESSAGE + "[a](../../../../etc/passwd) [b](javascript:x) [c](file:///etc) [d](%00) [e](%2e%2e/x) [](message:m) [](role:nobody) ![p](p.png) <a:b> [f](#) [g](m.md#x)\n")
    yield "placeholders everywhere", plan(m=MESSAGE + "{{ }} {{ a.b.c.d }} {{> }} {{{{ a }}}} {{ role.director.name }} {{ role.x.y }} {{ plan.title }} {{\n}} {{ " + "a." * 3000 + " }}\n")
    yield "exceptions everywhere", plan(m=MESSAGE + "<!-- planc: allow -->\n<!-- planc: allow hard-to-read -->\n<!-- planc: allow x: y -->\n<!-- planc: covers x -->\n<!-- planc -->\n<!-- planc: allow a: b" + " c" * 3000 + " -->\n")
    yield "a checklist of oddities", plan(c=CHECKLIST + "- [ ]\n- [x] done\n- [] none\n- [ ] ?\n  - yes:\n  - no: [](message:x)\n- [ ] T+ @ every\n- [ ] @director @nobody @@ go\n- [ ] T+1h-2h go\n- [ ] every every every\n1. [ ] T0 go\n\n| a |\n| - |\n| - [ ] x |\n")


def commands(root, names):
    for format in ("human", "short", "json", "sarif", "github", "gitlab", "junit", "rdjsonl"):
        if format in ("human", "json", "github"):
            yield ["check", root, "--format", format, "--as-of", TODAY]
    yield ["check", root, "--fix", "--diff", "--as-of", TODAY]
    yield ["build", root, "--force", "--output", "out", "--formats", "html,text", "--as-of", TODAY]
    yield ["simulate", root, "--all", "--format", "html"]
    yield ["simulate", root, "--all", "--format", "json"]
    yield ["translate", root, "--all"]
    yield ["diff", root, "small", "--format", "markdown"]
    yield ["diff", "small", root, "--format", "json"]
    for kind in names:
        yield ["list", kind, root]
    yield ["show", "message:m", root]
    yield ["message", root, "m", "--partial", "--format", "json"]
    yield ["new", "role", "a-new-role", "copy"]
    yield ["check", "copy", "--fix", "--as-of", TODAY]


def digest(root):
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()}


def test_every_command_on_every_hostile_plan():
    at = folder()
    write(at / "small", MORE)
    runs, wrong = 0, []
    for name, files in plans():
        root = at / "plan"
        for place in ("plan", "copy", "out"):
            shutil.rmtree(at / place, ignore_errors=True)
        write(root, files)
        shutil.copytree(root, at / "copy")
        before = digest(root)
        for arguments in commands("plan", ("messages", "scenarios")):
            runs += 1
            try:
                done = planc(*arguments, at=at)
            except subprocess.TimeoutExpired:
                wrong.append(f"{name}: {arguments}: does not end")
                continue
            if done.status not in (0, 1, 2, 3):
                wrong.append(f"{name}: {arguments}: status {done.status}\n{done.err[-800:]}")
            for stream in (done.out, done.err):
                if arguments[0] != "message" and "json" not in arguments:
                    if "\x1b" in stream or "\0" in stream:
                        wrong.append(f"{name}: {arguments}: steers a terminal")
        same(digest(root), before, f"{name}: the plan was changed")
        same(sorted(path.name for path in at.iterdir() if path.name not in ("plan", "copy", "out", "small")), [], f"{name}: something was written elsewhere")
    print(f"{runs} runs")
    assert not wrong, "\n".join(wrong)


def test_what_is_no_file():
    at = folder()
    write(at / "plan", MORE)
    os.mkfifo(at / "plan/pipe.md")
    os.symlink("loop.md", at / "plan/loop.md")
    os.symlink("/dev/zero", at / "plan/zero.md")
    os.symlink("..", at / "plan/up")
    os.symlink("/etc", at / "plan/etc")
    (at / "plan/folder.md").mkdir()
    for arguments in commands("plan", ("messages",)):
        if "copy" in arguments:
            continue
        done = planc(*arguments, at=at if arguments[0] != "diff" else at)
        assert done.status in (0, 1, 2, 3), f"{arguments}: status {done.status}\n{done.err[-800:]}"


if __name__ == "__main__":
    main(globals())
