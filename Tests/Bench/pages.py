"""The same pages for planc, Typst and WeasyPrint: a pack of messages with a heading, a table of facts and sections of text."""

import html
import pathlib

from generate import SENTENCES

SECTIONS = ["What we know", "What we do not know yet", "What we are doing", "What you can do", "Next update"]


def messages(count: int):
    for i in range(count):
        yield f"Message number {i}", [
            (section, " ".join(SENTENCES[(i + k * 3 + s) % len(SENTENCES)] for k in range(4))) for s, section in enumerate(SECTIONS)]


FACTS = [("To whom", "Customers (1,200)"), ("By", "E-mail, Website"), ("Sent by", "Press officer – Ben Okoro +44 7700 900002"),
         ("Within", "4 h"), ("Approved by", "Director – Ada Marsh +44 7700 900001"), ("Sent at", "____________")]


def planc(count: int, folder: pathlib.Path) -> None:
    files = {
        "plan.md": "kind: plan\ntitle: Bench\norganisation: Bench\nversion: 1\nlocales: [en]\nowner: director\nclassification: TLP:CLEAR\nreview: {every: 6mo, last: 2026-11-01}",
        "people.md": "kind: people\npeople:\n  ada: {name: Ada Marsh, verified: 2026-11-01, reach: {mobile: \"+44 7700 900001\", mail: ada@bench.example}}\n  ben: {name: Ben Okoro, verified: 2026-11-01, reach: {mobile: \"+44 7700 900002\", mail: ben@bench.example}}",
        "roles.md": "kind: roles\nroles:\n  director: {title: Director, holder: ada, deputies: [ben]}\n  press: {title: Press officer, holder: ben, deputies: [ada]}",
        "channels.md": "kind: channels\nchannels:\n  mobile: {title: Mobile phone, type: voice, operated-by: press}\n  mail: {title: E-mail, type: email, operated-by: press, two-way: true}\n  site: {title: Website, type: web, operated-by: press}",
        "audiences.md": "kind: audiences\naudiences:\n  customers: {title: Customers, type: customers, size: 1200, channels: [mail, site], inform-within: 4h}",
        "scenarios.md": "kind: scenarios\nscenarios:\n  flood: {title: Flood, affects: [customers], activated-by: director}",
    }
    for name, front in files.items():
        write(folder / name, f"---\n{front}\n---\n")
    steps = []
    for i, (title, sections) in enumerate(messages(count)):
        body = "\n\n".join(f"## {section}\n\n{text}" for section, text in sections)
        write(folder / "messages" / f"message-{i}.md",
              f"---\nkind: message\ntitle: {title}\naudiences: customers\nscenarios: flood\nphase: during\nchannels: [mail, site]\nowner: press\napprover: director\nsubject: {title}\n---\n\n{body}\n")
        steps.append(f"- [ ] T+{i + 1}min @press [](../messages/message-{i}.md)")
    write(folder / "checklists" / "flood.md",
          "---\nkind: checklist\ntitle: Flood\nscenarios: flood\nphase: during\n---\n\n" + "\n".join(steps) + "\n")


def typst(count: int, path: pathlib.Path) -> None:
    out = ['#set page(paper: "a4", margin: 2cm, numbering: "1 / 1", header: [Bench #h(1fr) TLP:CLEAR])',
           '#set text(font: "Open Sans", size: 10.5pt, lang: "en")', '#set document(title: "Messages")', "= Messages"]
    for title, sections in messages(count):
        out.append(f"== {title}")
        out.append("#table(columns: (3cm, 1fr), " + ", ".join(f"[{a}], [{b}]" for a, b in FACTS) + ")")
        for section, text in sections:
            out += [f"=== {section}", text]
    write(path, "\n\n".join(out) + "\n")


def page(count: int, path: pathlib.Path) -> None:
    out = ["<!doctype html><html lang=en><meta charset=utf-8><title>Messages</title><style>@page{size:A4;margin:2cm;@top-right{content:'TLP:CLEAR'}"
           "@bottom-right{content:counter(page) ' / ' counter(pages)}}body{font:10.5pt 'Open Sans'}td{border:.5pt solid;padding:3pt}table{border-collapse:collapse}</style><h1>Messages</h1>"]
    for title, sections in messages(count):
        out.append(f"<h2>{html.escape(title)}</h2><table>" + "".join(f"<tr><td>{html.escape(a)}<td>{html.escape(b)}" for a, b in FACTS) + "</table>")
        for section, text in sections:
            out.append(f"<h3>{html.escape(section)}</h3><p>{html.escape(text)}")
    write(path, "\n".join(out) + "\n")


def write(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
