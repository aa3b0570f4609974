#!/usr/bin/env python3
"""Reads with each format's real parser what `EscapingTests` wrote into a folder: read_back.py FOLDER. Ends with 1 when a text
comes back as another, or as something besides a text."""

import base64
import csv
import email
import email.header
import email.policy
import email.utils
import html.parser
import io
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
import urllib.parse

import icalendar
import lxml.etree
import pikepdf
import vobject
import yaml

import runner

folder = pathlib.Path(sys.argv[1])
texts = json.loads((folder / "texts").read_text())
failures = []

TURNS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def read(name):
    return (folder / name).read_bytes().decode()


def is_control(char):
    return ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0


def plain(text, keeps_lines=False):
    text = re.sub("\r\n|[\r\n\x85\u2028\u2029]", "\n" if keeps_lines else " ", text).replace("\t", " ")
    return "".join(char for char in text if char == "\n" or not is_control(char) and ord(char) not in TURNS)


def visible(text):
    out = []
    for char in text:
        number = ord(char)
        if char == "\t":
            out.append("    ")
        elif number < 0x20:
            out.append(chr(0x2400 + number))
        elif number == 0x7F:
            out.append("\u2421")
        elif char != "\u200d" and unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp"):
            out.append(f"<U+{number:04X}>")
        else:
            out.append(char)
    return "".join(out)


def same(name, got, wanted, of=""):
    if got != wanted and sum(each.startswith(name + ":") for each in failures) < 3:
        failures.append(f"{name}: {of!r:.200}\n  wanted {wanted!r:.400}\n  got    {got!r:.400}")


def all_same(name, got, wanted):
    same(name, len(got), len(wanted), "how many")
    for one, other in zip(got, wanted):
        same(name, one, other)


def judge_json():
    all_same("JSON", json.loads(read("json")), texts)
    hidden = [char for char in read("json") if char != "\u200d" and char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp")]
    same("JSON", hidden, [], "shows itself to a terminal")


def judge_xml():
    wanted = [re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text) for text in texts]
    elements = list(lxml.etree.fromstring((folder / "xml").read_bytes()))
    all_same("XML text", [each.text or "" for each in elements], wanted)
    all_same("XML attribute", [each.get("a") for each in elements], wanted)


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.titles, self.texts, self.tags = [], [], set()

    def handle_starttag(self, tag, attributes):
        self.tags.add((tag, tuple(name for name, _ in attributes)))
        self.titles.append(attributes[0][1])
        self.texts.append("")

    def handle_data(self, data):
        if self.texts and self.is_open:
            self.texts[-1] += data

    is_open = True

    def handle_endtag(self, tag):
        self.is_open = False

    def unknown_decl(self, data):
        self.tags.add(data)

    handle_comment = handle_decl = handle_pi = unknown_decl


def judge_html():
    def wanted(text, keeps):
        return "".join(
            "\ufffd" if is_control(char) and char not in keeps or ord(char) in TURNS or char in "\ufffe\uffff" else char for char in text)

    page = Page()
    original = page.handle_starttag

    def start(tag, attributes):
        page.is_open = True
        original(tag, attributes)

    page.handle_starttag = start
    page.feed(read("html"))
    page.close()
    same("HTML", page.tags, {("p", ("title",))}, "its elements")
    all_same("HTML attribute", page.titles, [wanted(text, "\n\t") for text in texts])
    all_same("HTML text", page.texts, [wanted(text, "\n\t") for text in texts])


def judge_csv():
    same("CSV", read("csv")[:1], "\ufeff", "the mark by which a spreadsheet knows UTF-8")
    for line in csv.reader(io.StringIO(read("csv")[1:], newline="")):
        same("CSV", len(line), 2, line)
        cells = [cell.strip(" \u00a0'\"") for part in line[0].split(";") for cell in [part] if not part.strip().startswith("'")]
        for cell in cells:
            if cell[:1] and cell[0] in "=+-@＝＋－＠\t\r":
                same("CSV", cell, "no formula", line)


def judge_content_lines():
    raw = (folder / "ics").read_bytes()
    same("iCalendar", max(map(len, raw.split(b"\r\n"))) <= 75, True, "lines of 75 octets")
    same("iCalendar", re.findall(b"[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", raw), [], "controls")
    calendar = icalendar.Calendar.from_ical(raw)
    all_same("iCalendar", [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")], [plain(text, True) for text in texts])
    cards = list(vobject.readComponents(read("vcf")))
    all_same("vCard note", [card.note.value for card in cards], [plain(text, True) for text in texts])
    all_same("vCard name", [(card.n.value.family, card.n.value.given) for card in cards], [(plain(text, True),) * 2 for text in texts])
    names = {child.name for card in cards for child in card.getChildren()}
    same("vCard", names, {"VERSION", "N", "FN", "NOTE"}, "its properties")


def judge_mail():
    for kind, name in (("headers", "subject"), ("mailboxes", "from")):
        messages = (folder / kind).read_bytes().split(b"\0")
        same(kind, len(messages), len(texts), "how many")
        for source, text in zip(messages, texts):
            message = email.message_from_bytes(source, policy=email.policy.default)
            same(kind, [key.lower() for key in message.keys()], [name], text)
            same(kind, [str(each) for each in message.defects], [], text)
            wanted = plain(text)
            if name == "subject":
                same(kind, str(message["subject"]), wanted)
            else:
                # The older reader: the newer one puts blanks between encoded words of a name (cpython 118643).
                name_of, address = email.utils.parseaddr(str(email.message_from_bytes(source)["from"]).replace("\r\n", ""))
                said = str(email.header.make_header(email.header.decode_header(name_of)))
                same(kind, (said.strip(), address, len(message["from"].addresses)), (wanted.strip(), "a@b.example", 1), text)
    messages = (folder / "bodies").read_bytes().split(b"\0")
    for source, text in zip(messages, texts):
        body = email.message_from_bytes(source, policy=email.policy.default).get_content()
        same("mail body", body.replace("\r\n", "\n").removesuffix("\n"), plain(text, True).removesuffix("\n"))
        same("mail body", max(map(len, source.split(b"\r\n"))) <= 76, True, text)


def judge_github():
    reports = read("github").split("\0")
    same("GitHub", len(reports), len(texts), "how many")
    for report, text in zip(reports, texts):
        lines = [line for line in runner.lines(report) if line]
        same("GitHub", len(lines), 1, text)
        said = runner.command(lines[0])
        shown = "\n".join(visible(line) for line in text.split("\n"))
        wanted = ("error", {"title": "planc: " + shown, "file": shown, "line": "1", "col": "1", "endLine": "1", "endColumn": "2"}, shown + "\n" + shown)
        if said:
            wanted = (wanted[0], {key: runner.weighty(value) for key, value in wanted[1].items()}, wanted[2])
        same("GitHub", said, wanted, text)
    for line in runner.lines(read("runner")):
        same("runner", runner.command(line), None, line)


def judge_css():
    for line, text in zip(read("css").split("\n"), texts):
        inside = line.removeprefix('a{content:"').removesuffix('"}')
        same("CSS", re.fullmatch(r"([A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*", inside) is not None, True, text)
        back = re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), inside)
        same("CSS", back, plain(text))


def judge_pdf():
    lines = read("pdf").split("\n")
    same("PDF", len(lines), len(texts), "how many")
    for line, text in zip(lines, texts):
        array = pikepdf.Object.parse(b"[" + line.encode() + b"]")
        same("PDF", len(array), 2, text)
        same("PDF text", str(array[0]), plain(text))
        same("PDF bytes", bytes(array[1]), text.encode())


def judge_the_rest():
    all_same("URI", [urllib.parse.unquote(line, errors="strict") for line in read("uri").split("\n")], texts)
    for line, text in zip(read("yaml").split("\n"), texts):
        value = yaml.safe_load(f"key: {line}\nother: 1\n")
        same("YAML", list(value), ["key", "other"], text)
        same("YAML", [char for char in value["key"] if unicodedata.category(char) in ("Cc", "Zl", "Zp")], [], text)
    said = subprocess.run(["bash", folder / "shell"], capture_output=True, check=True).stdout.decode().split("\0")[:-1]
    all_same("shell", said, [visible(text) for text in texts if "\0" not in text])
    for line, text in zip(read("codes").split("\n"), texts):
        digits, code = line.split("\t")
        same("hexadecimal", bytes.fromhex(digits), text.encode())
        same("Base64", base64.b64decode(code, validate=True), text.encode())


for judge in (judge_json, judge_xml, judge_html, judge_csv, judge_content_lines, judge_mail, judge_github, judge_css, judge_pdf, judge_the_rest):
    try:
        judge()
    except Exception as error:
        failures.append(f"{judge.__name__}: {type(error).__name__}: {str(error)[:400]}")
print("\n".join(failures) or f"{len(texts)} texts came back from every format")
sys.exit(bool(failures))
