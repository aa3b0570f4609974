"""Hostile words in every text that a plan can give, through every command and format: nothing that reads what planc writes may
take them for anything but words.

    python3 injection.py PLANC

Both plans of `Plans` are built twice: with harmless marks in each of their texts, and with characters that mean something to some
reader behind the same marks. Both outputs must have the same files, elements, headers, rows and commands; and the texts that come back
from each format's real parser are those of `plan.json`. `PLANC_LAWS=full` puts every character into every text.
"""

import csv
import email
import email.policy
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import sys
import unicodedata

from support import PACKAGE, Skipped, folder, main, planc, same

sys.path.insert(0, str(PACKAGE / "Tests/Injection"))

ALONE = [chr(each) for each in [*range(0x21), 0x7F, *range(0x80, 0xA1), 0xAD, 0x301, 0x338, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x2028, 0x202F),
         *range(0x2060, 0x2065), *range(0x2066, 0x2070), 0x20E3, 0xFEFF, 0xFFF9, 0xFFFB, 0xE0001, 0xE0041, 0xFF1D, 0x1F600]] + list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
PAIRED = [
    "\r\n", "\r\n::error::x", "\n##[error]x", "\n##vso[task.x]", "::add-mask::x", "%0A", "%0D%0A", "\u2028::error::x", "\x1b[31m", "\x1b]0;x\x07", "\x9b31m",
    "<\u0338b>", "\"\u0338", "'\u0338", ",\u0338", ";\u0338", "\\\u0338", ":\u0338", "=\u0338", "&\u0338lt;", "<script>x</script>", "</title>", "</style>", "<!--", "-->",
    "]]>", "<img src=x onerror=y>", "\" onclick=\"x", "javascript:x", "=1+1", "+1", "-1", "@x", "\t=1", ";=1+1", "\r\nBcc: a@b.example", "\r\n\r\nbody", "=?utf-8?q?x?=",
    "\r\nEND:VCARD", "\nBEGIN:VEVENT", "\\n", "\\;", "*/", "}", "}}", "$(x)", "`x`", "| |", "[a](b)", "![a](b)", "@everyone", "\r\n- x", "\n\n# x",
    "(\\", ")\\", "\\)", "endstream", "%%EOF", "../", "..\\", "\x00", "\x00\x00", "\u202etxt.exe", "\u2066x\u2069", "\n.\r\n", "\n--=_", "a\x08b", "\x85", "\x0b", "\x0c",
]
HOSTILE = ALONE + PAIRED
TURNS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
TODAY = "2026-11-21"
ROUNDS = 30 if os.environ.get("PLANC_LAWS") == "full" else 1
EACH = 10
# Free texts by their form that are something else: a hash, a zone, an address, a version that names files.
NOT_FREE = {"translates", "timezone", "reach", "address", "source", "version", "term", "headings", "at", "allow", "exclude", "zone"}


def is_hidden(char):
    return char not in "\n\u200d" and unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")


def is_control(char):
    return unicodedata.category(char) == "Cc"


def plain(text):
    text = re.sub("\r\n|[\r\n\x85\u2028\u2029\t]", " ", text)
    return "".join(char for char in text if not is_control(char) and ord(char) not in TURNS)


# Every place in which a text was put.
SEEN = set()
# Keys of translations, which only messages have.
NOWHERE = {f"{kind}/subject" for kind in ("checklist", "obligation", "plan", "role", "scenario", "snippet", "vocabulary")} | {"vocabulary/title"}
# Every text that an obligation can have.
OBLIGATION = """title: Extra law
law: Article 1
authority: The office
who: all of the trade
sector: trade
warning: other pages are wrong
source: https://law.example/1
verified: {on: 2026-11-02, of: stamp}
read-from: {mark: page, where: [page one, page two]}
status: {state: proposal, through: an act, kind: a guide, note: wait for it}
stages:
  - name: first
    due: {within: 24h, after: discovery}
    cases: [{when: abroad, due: {within: 48h, after: discovery}, note: from abroad}]
    calendar: {zone: Europe/Paris, start-day: the day after}
    channel: {name: a form, portal: portal.example, mail: post@office.example, phone: '+44 7700 900191', fallback: a letter, how: by hand}
    guide: page 3
    instead: {if: abroad, to: customers, how: a notice at the door}
    late: {how: say why}
    note: keep the receipt
"""


def indented(text, count):
    return "".join(" " * count + line for line in text.splitlines(True))


# What neither plan of `Plans` has a text for.
MORE = {
    "people.md": "kind: people\npeople:\n  extra: {name: Eve Extra, job: Clerk, organisation: Extra Ltd, reach: {mobile: '+44 7700 900190'}, "
    "verified: {on: 2026-11-02, of: stamp}}\n",
    "activities.md": "kind: activities\nactivities:\n  extra: {title: Extra activity, mtpd: 1d, rto: 4h, minimum: the till}\n",
    "systems.md": "kind: systems\nsystems:\n  extra: {title: Extra system, rto: 4h, backup: {restored: {on: 2026-11-02, of: stamp}}}\n",
    "drills.md": "kind: drills\ndrills:\n  extra: {title: Extra drill, date: 2026-11-02, scenario: extra, of: stamp, found: it works, "
    "actions: [say it again, {what: write it down}]}\n  simple: {title: Simple drill, date: 2026-11-02, scenario: extra, actions: once more}\n",
    "extra-role.md": "kind: role\ntitle: Extra role\nholder: extra\nduties: first duty, second duty\n",
    "fields.md": "kind: fields\nfields:\n  extra: {title: Extra field, type: choice, choices: [one, two], example: one}\n",
    "extra-obligation.md": f"kind: obligation\n{indented(OBLIGATION, 0)}",
    "obligations.md": f"kind: obligations\nobligations:\n  extra-other:\n{indented(OBLIGATION, 4)}  extra-state:\n    title: Extra state\n    law: Article 2\n"
    "    authority: The office\n    status: in force\n    stages:\n      - {name: first, due: {within: 1h, after: discovery}, calendar: weekends, late: say why}\n",
    "extra-state.md": "kind: obligation\ntitle: Extra state\nlaw: Article 3\nauthority: The office\nstatus: in force\n"
    "stages:\n  - {name: first, due: {within: 1h, after: discovery}, calendar: weekends, late: say why}\n",
    "scenarios.md": "kind: scenarios\nscenarios:\n  extra: {title: Extra scenario, short: extra, ends-when: all is back}\n",
    "extra-scenario.md": "kind: scenario\ntitle: Extra other scenario\nshort: extra other\nends-when: all is back\n",
    "vocabulary.md": "kind: vocabulary\navoid:\n  - {term: extraword, because: nobody knows it, prefer: word}\n",
    "extra-message.md": "kind: message\ntitle: Extra message\naudiences: []\nscenarios: all\nphase: during\nchannels: []\n"
    "glossary: {extra: what it means}\nconfirmed: [{claim: it is so, by: extra-role, at: 2026-11-02}]\n",
}


class Words:
    """Puts marks into texts, each with its own number and its share of what is hostile; or with something harmless."""

    def __init__(self, is_hostile, start):
        self.is_hostile, self.count, self.start = is_hostile, 0, start

    def __call__(self, text):
        self.count += 1
        share = [HOSTILE[(self.start + self.count * EACH + each) % len(HOSTILE)] for each in range(EACH)] if self.is_hostile else ["a"] * EACH
        return f"{text} Qa{self.count}x{'x'.join(share)}xQz"


def marked(text):
    """The number of each mark with what is behind it."""
    return [(int(number), inside) for number, inside in re.findall(r"Qa(\d+)x((?:(?!Qa\d).)*?)xQz", text, re.S)]


def schema():
    return json.loads(planc("schema", at=PACKAGE).out)


def is_free(node):
    return isinstance(node, dict) and isinstance(node.get("type"), list) and "string" in node["type"] and "pattern" not in node and "enum" not in node


def forms(node):
    """The node and what it may be instead, however deep."""
    yield node
    for each in node.get("anyOf", []):
        yield from forms(each)


def changed(value, node, words, seen, path):
    """The value with every free text marked, as the schema knows them."""
    options = list(forms(node))
    if path[-1] in NOT_FREE:
        return value
    if isinstance(value, str):
        if not any(map(is_free, options)):
            return value
        seen.add(".".join(path))
        return words(value)
    if isinstance(value, dict):
        # A map of named keys, where its keys are named; of ids or languages otherwise.
        options.sort(key=lambda option: not value.keys() <= option.get("properties", {}).keys())
    for option in options:
        if isinstance(value, dict) and ("properties" in option or isinstance(option.get("additionalProperties"), dict)):
            inner = option.get("properties", {})
            rest = option.get("additionalProperties")
            return {
                key: changed(each, inner.get(key) or rest, words, seen, [*path, key if key in inner else "*"])
                if inner.get(key) or isinstance(rest, dict) else each
                for key, each in value.items()
            }
        if isinstance(value, list) and isinstance(option.get("items"), dict):
            return [changed(each, option["items"], words, seen, path) for each in value]
    return value


def entities(text):
    """For a body: every character by its number, so that nothing of it is Markdown."""
    return "".join(char if char.isascii() and char.isalnum() else f"&#{ord(char)};" for char in text)


def free_texts(schemas):
    """Where the schema lets a free text stand, a map from locales aside."""
    found = set()

    def walk(node, path):
        if path[-1] in NOT_FREE or not isinstance(node, dict):
            return
        if is_free(node):
            found.add(path)
        for key, each in node.get("properties", {}).items():
            walk(each, (*path, key))
        if isinstance(node.get("additionalProperties"), dict) and not is_free(node["additionalProperties"]):
            walk(node["additionalProperties"], (*path, "*"))
        for each in [node.get("items"), *node.get("anyOf", [])]:
            if isinstance(each, dict):
                walk(each, path)

    for kind, node in schemas.items():
        walk(node, (kind,))
    return found


def rewritten(plan, words, schemas, seen):
    import yaml

    class Loader(yaml.SafeLoader):
        """Scalars are texts, as planc reads them."""

    Loader.yaml_implicit_resolvers = {}
    root = folder() / plan
    shutil.copytree(PACKAGE / "Plans" / plan, root)
    for name, source in MORE.items():
        (root / "extra").mkdir(exist_ok=True)
        (root / "extra" / name).write_text(f"---\n{source}---\n\nWords.\n" if name.startswith("extra") else f"---\n{source}---\n")
    for path in sorted(root.rglob("*.md")):
        source = path.read_text()
        if not source.startswith("---\n"):
            continue
        head, _, body = source[4:].partition("\n---\n")
        front = yaml.load(head, Loader)
        kind = front.get("kind")
        if kind not in schemas:
            continue
        if kind == "plan":
            front.setdefault("approved", {})["of"] = "stamp"
            review = front.setdefault("review", {})
            last = review.get("last", TODAY)
            review["last"] = {**last, "of": "stamp"} if isinstance(last, dict) else {"on": last, "of": "stamp"}
        front = changed(front, schemas[kind], words, seen, [kind])
        head = yaml.safe_dump(front, allow_unicode=False, sort_keys=False, default_style='"', width=10**9)
        if kind in ("message", "snippet") and body.strip():
            first, *parts = re.split(r"(?m)^(?=# )", body)
            body = "".join([first, entities(words("Note.")), "\n\n", *parts])
        elif kind in ("checklist", "plan") and body.strip():
            body += f"\n{entities(words('Note.'))}\n"
        path.write_text(f"---\n{head}---\n{body}", newline="")
    return root


class Page(html.parser.HTMLParser):
    """What a browser would see: elements with their attributes, texts, values."""

    def __init__(self):
        super().__init__()
        self.elements, self.texts = [], []

    def handle_starttag(self, tag, attributes):
        # A class may say how long the words are.
        self.elements.append((tag, tuple(name for name, _ in attributes if name != "class")))
        self.texts += [value or "" for _, value in attributes]
        self.texts.append("")

    def handle_endtag(self, tag):
        self.elements.append("/" + tag)

    def handle_data(self, data):
        if self.elements and self.elements[-1][0] == "style":
            data = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), data)
        if self.texts:
            self.texts[-1] += data

    def handle_comment(self, data):
        self.elements.append("comment")

    unknown_decl = handle_pi = handle_comment

    def handle_decl(self, data):
        self.elements.append(data)


def page(source):
    page = Page()
    page.feed(source)
    page.close()
    return page


def unescaped(text):
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), text)


def shape(path):
    """What a file is made of, whatever its words are; and its texts, as its parser gives them."""
    source = path.read_bytes()
    if path.suffix == ".html":
        # A card with a long name has no code to scan.
        read = page(re.sub(r"<td[^>]*><figure[^>]*>\s*<svg[^>]*shape-rendering.*?</figure>\s*</td>", "", source.decode(), flags=re.S))
        # A drawing cuts its words into lines.
        return [each for each in read.elements if each[0] not in ("text", "tspan") and each not in ("/text", "/tspan")], read.texts
    if path.suffix == ".csv":
        rows = list(csv.reader(io.StringIO(source.decode(), newline="")))
        return [len(row) for row in rows], [cell for row in rows for cell in row]
    if path.suffix == ".eml":
        message = email.message_from_bytes(source, policy=email.policy.default)
        same([str(each) for each in message.defects], [], str(path))
        parts = [part for part in message.walk() if not part.is_multipart()]
        texts = [str(message["subject"]), *(part.get_content() for part in parts)]
        return [message.keys(), [part.get_content_type() for part in parts], page(texts[-1]).elements], texts[:2] + page(texts[-1]).texts
    if path.suffix == ".vcf":
        import vobject

        cards = [[(each.name, " ".join(each.value) if isinstance(each.value, list) else str(each.value)) for each in card.getChildren()] for card in vobject.readComponents(source.decode())]
        return [[name for name, _ in card] for card in cards], [value for card in cards for _, value in card]
    if path.suffix == ".ics":
        import icalendar

        parts = list(icalendar.Calendar.from_ical(source).walk())
        # What begins with X- has no type for its reader.
        texts = [unescaped(str(value)) if name.startswith("X-") else str(value) for part in parts for name, value in part.items()]
        return [(part.name, list(part)) for part in parts], texts
    if path.suffix == ".json":
        texts = []

        def walk(value):
            if isinstance(value, dict):
                return [(key if "Qa" not in key else "?", walk(each)) for key, each in value.items()]
            if isinstance(value, list):
                return [walk(each) for each in value]
            if isinstance(value, str):
                texts.append(value)
            return type(value).__name__

        return walk(json.loads(source)), texts
    if path.suffix == ".pdf":
        import pikepdf

        with pikepdf.open(path) as document, document.open_outline() as outline, document.open_metadata() as about:
            def titles(items):
                return [title for item in items for title in [item.title, *titles(item.children)]]

            texts = [*titles(outline.root), *map(str, document.docinfo.values()), *map(str, about.values())]
            same([text for text in texts if any(is_control(char) or ord(char) in TURNS for char in text)], [], str(path))
            return "PDF", []
    return path.suffix, []


def files(root):
    return {str(path.relative_to(root)): path for path in sorted(root.rglob("*")) if path.is_file()}


def judge_output(harmless, hostile, what):
    """The same files of the same shape, and in each of them the words of the plan."""
    old, new = files(harmless), files(hostile)
    same(list(new), list(old), what)
    wanted = {}
    for text in shape(next(path for name, path in new.items() if name.endswith("plan.json")))[1]:
        wanted.update(marked(text))
    came = 0
    for name, path in new.items():
        form, texts = shape(path)
        if path.suffix != ".json" or "manifest" not in name:
            before = shape(old[name])[0]
            place = next((place for place, (one, other) in enumerate(zip(form, before)) if one != other), min(len(form), len(before)))
            same((form[place:place + 6], len(form)), (before[place:place + 6], len(before)), f"{what}: {name} is made of other things at {place}")
        if path.suffix in (".txt", ".html", ".json", ".csv", ".vcf", ".ics"):
            hidden = {char for char in path.read_bytes().decode().replace("\r\n", "\n") if is_control(char) and char not in "\n\t"}
            same(hidden, set(), f"{what}: {name} steers a terminal")
        for number, inside in (each for text in texts for each in marked(text)):
            if number not in wanted:
                continue
            came += 1
            if path.suffix == ".json":
                same(inside, wanted[number], f"{what}: {name}")
            else:
                bare = lambda text: re.sub(r"[\s\ufffd'\u00ad\u200b\u2060\ufeff]", "", "".join(c for c in text if not is_control(c) and ord(c) not in TURNS and ord(c) not in (0x2028, 0x2029)))
                got, expected = bare(inside), bare(wanted[number])
                if "…" not in got:
                    same(got, expected, f"{what}: {name}")
    return came


def judge_terminal(done, what):
    for line in done.out.split("\n") + done.err.split("\n"):
        # A joiner behind each at sign is planc's own.
        same([char for char in line.replace("@\u2060", "") if is_hidden(char)], [], f"{what}: steers a terminal: {line!r}")


def judge_runner(done, what, speaks=False):
    import runner

    for line in runner.lines(done.out) + runner.lines(done.err):
        said = runner.command(line)
        if said and not (speaks and said[0] in ("error", "warning", "notice")):
            raise AssertionError(f"{what}: speaks to the runner: {line!r}")


def pairs():
    try:
        import icalendar, pikepdf, vobject, yaml  # noqa: F401
    except ImportError as missing:
        raise Skipped(f"{missing.name} is not installed")
    schemas, seen = schema(), SEEN
    for round in range(ROUNDS):
        for plan in ("harbour-dairy", "valmereau"):
            start = round * EACH * 7 + (3 if plan == "valmereau" else 0)
            yield plan, round, *(rewritten(plan, Words(is_hostile, start), schemas, seen) for is_hostile in (False, True))


def test_every_command_with_hostile_words():
    came = 0
    for plan, round, harmless, hostile in pairs():
        what = f"{plan}, round {round}"
        outputs = []
        for root in (harmless, hostile):
            forms = "html,text" if round else "html,text,pdf"
            parts = ["--scenario", "fire" if plan == "harbour-dairy" else "rancongiciel"] if plan == "valmereau" else []
            done = planc("build", root, "--force", "--output", "out", "--formats", forms, "--as-of", TODAY, *parts, at=root.parent, GITHUB_ACTIONS="true")
            same(done.status in (0, 1), True, f"{what}: build: {done.err[-2000:]}")
            judge_terminal(done, f"{what}: build")
            judge_runner(done, f"{what}: build")
            outputs.append(root.parent / "out")
        came += judge_output(*outputs, what)
        commands(harmless, hostile, what)
    assert came > 500, came
    missing = {"/".join(path) for path in free_texts(schema())} - {each.replace(".", "/") for each in SEEN}
    same(missing - NOWHERE, set(), "texts of the schema that neither plan has: add them to a plan, or here")


def commands(harmless, hostile, what):
    at = hostile.parent
    model = json.loads(next(path for name, path in files(at / "out").items() if name.endswith("plan.json")).read_text())
    forms = {"json": ".json", "sarif": ".json", "gitlab": ".json", "rdjsonl": ".jsonl", "junit": ".xml", "short": ".txt", "human": ".txt"}
    asked = [part for name, suffix in forms.items() for part in ("--format", f"{name}={name}{suffix}")]
    done = planc("check", hostile, *asked, "--as-of", TODAY, at=at)
    same(done.status in (0, 1), True, f"{what}: check: {done.err}")
    for name, suffix in forms.items():
        text = (at / f"{name}{suffix}").read_bytes().decode()
        same([char for char in text if is_hidden(char)], [], f"{what}: check --format {name}")
        if suffix == ".json":
            json.loads(text)
        elif suffix == ".jsonl":
            for line in text.split("\n")[:-1]:
                json.loads(line)
    import lxml.etree

    lxml.etree.parse(at / "junit.xml")
    done = planc("check", hostile, "--format", "github", "--as-of", TODAY, at=at, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(at / "page"))
    judge_runner(done, f"{what}: check --format github", speaks=True)
    judge_terminal(done, f"{what}: check --format github")
    judge_page((at / "page").read_text(), f"{what}: step summary")

    terminals = [["check", hostile, "--as-of", TODAY], ["simulate", hostile, "--all"], ["diff", harmless, hostile], ["diff", harmless, hostile, "--format", "markdown"],
                 ["translate", hostile, "--all"], ["check", hostile, "--fix", "--diff", "--as-of", TODAY], ["verify", at / "out" / hostile.name],
                 ["new", "role", "x" * 8, hostile, "--title", "\x1b[31m\r\n::error::x"]]
    terminals += [["list", kind, hostile] for kind in ("people", "roles", "messages", "scenarios", "fields", "systems")]
    messages = [each for each in model["messages"] if each != "extra-message"][:3]
    for kind, key in (("person", "people"), ("role", "roles"), ("message", "messages"), ("field", "fields")):
        terminals.append(["show", f"{kind}:{list(model[key])[0]}", hostile])
    terminals += [["message", hostile, each, "--partial"] for each in messages]
    for arguments in terminals:
        done = planc(*arguments, at=at, GITHUB_ACTIONS="true")
        same(done.status in (0, 1) or arguments[0] == "new", True, f"{what}: {arguments[0]}: {done.err}")
        if arguments[0] not in ("message", "simulate"):
            judge_terminal(done, f"{what}: {arguments[0]}")
        else:
            same([char for char in done.out if is_control(char) and char != "\n" or ord(char) in TURNS], [], f"{what}: {arguments[0]}")
        judge_runner(done, f"{what}: {arguments[0]}")
    judge_page(planc("diff", harmless, hostile, "--format", "markdown", at=at).out, f"{what}: diff")
    elements = {each if isinstance(each, str) else each[0] for each in page(planc("diff", harmless, hostile, "--format", "html", at=at).out).elements}
    same(elements & {"b", "img", "script", "comment", "a", "iframe"}, set(), f"{what}: diff --format html")
    json.loads(planc("diff", harmless, hostile, "--format", "json", at=at).out)
    json.loads(planc("simulate", hostile, "--all", "--format", "json", at=at).out)
    for each in messages:
        json.loads(planc("message", hostile, each, "--partial", "--format", "json", at=at).out)
        letters = [email.message_from_bytes(planc("message", root, each, "--partial", "--format", "eml", at=at).bytes, policy=email.policy.default) for root in (harmless, hostile)]
        same(letters[0].keys(), letters[1].keys(), f"{what}: eml")
        same([str(defect) for defect in letters[1].defects], [], f"{what}: eml")
        texts = [page(planc("message", root, each, "--partial", "--format", "html", at=at).out).elements for root in (harmless, hostile)]
        same(texts[1], texts[0], f"{what}: message --format html")


def judge_page(text, what):
    """Markdown for a forge: no element, no mention, no picture, no link of the plan's."""
    # What planc itself folds.
    text = re.sub(r"</?(?:details|summary)>", "", text)
    same(re.findall(r"(?<!\\)(?:!?\[[^\]]*\]\(|<[a-zA-Z!/]|@(?!\u2060)\w)", text), [], what)
    same([char for char in text if is_hidden(char) and char != "\u2060"], [], what)


def test_completion_offers_plain_names_only():
    root = folder()
    source = "---\nkind: fields\nfields:\n  \"$(touch x)\": {title: A, type: text, example: b}\n  \"a b`c`\": {title: A, type: text, example: b}\n  plain: {title: A, type: text, example: b}\n---\n"
    (root / "plan.md").write_text("---\nkind: plan\ntitle: T\norganisation: O\nversion: 1\nlocales: [en]\n---\n")
    (root / "fields.md").write_text(source)
    done = planc("---completion", "show", "--", "positional@0", "1", "6", "planc", "show", "field:", ".", at=root)
    # What is no name is read as the nearest one: no sign of a shell is left of it.
    offered = done.out.split("\n")
    assert "field:plain" in offered, done.out
    assert all(re.fullmatch("(field:[a-z0-9-]+)?", line) for line in offered), done.out


if __name__ == "__main__":
    main(globals())
