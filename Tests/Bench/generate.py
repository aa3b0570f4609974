#!/usr/bin/env python3
"""Writes a valid plan of about N files with real references between them: generate.py N FOLDER.

The same N gives the same bytes. Registries grow with the square root of N; the rest are checklists and messages of
about two kilobytes each. `--faulty` puts three slips into every file: words that cost trust, a placeholder and a role that are not there.
"""

import math
import pathlib
import random
import sys

SENTENCES = [
    "The gate of the north yard stays closed until the duty manager opens it.",
    "You can fetch your order at the counter with the number on your receipt.",
    "We have cut the links that were hit and moved the orders to paper.",
    "Write down the time, the name and the number of each person you call.",
    "The night shift keeps the spare keys in the red box beside the door.",
    "You will hear from us again at the hour given below, even if little has changed.",
    "Keep your receipt: it is enough for the counter to find your order.",
    "The team at the counter calls every customer on the list, from the top.",
]


SLIPS = ["There was a minor incident, and we will answer as soon as possible.", "Ask at {{ nowhere }}."]


def generate(count: int, folder: pathlib.Path, is_faulty: bool = False) -> None:
    random.seed(count)
    root = max(4, int(math.sqrt(count)))
    folder.mkdir(parents=True, exist_ok=True)
    people = [f"person-{i}" for i in range(root * 2)]
    roles = [f"role-{i}" for i in range(root)]
    systems = [f"system-{i}" for i in range(root)]
    channels = [f"channel-{i}" for i in range(max(6, root // 2))]
    audiences = [f"audience-{i}" for i in range(max(3, root // 4))]
    scenarios = [f"scenario-{i}" for i in range(max(2, root // 5))]
    fields = [f"field-{i}" for i in range(root)]
    types = ["voice", "email", "web", "chat", "sms", "letter"]

    def write(path: str, text: str) -> None:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")

    def registry(kind: str, entries: list[str]) -> None:
        write(f"{kind}.md", f"---\nkind: {kind}\n{kind}:\n" + "".join(entries) + "---\n")

    write("plan.md", """---
kind: plan
title: Plan of the bench
organisation: Bench and Sons
version: "1.0"
locales: [en]
owner: role-0
classification: TLP:GREEN
review: {every: 6mo, last: 2026-11-01}
approved: {by: role-0, on: 2026-11-02}
profiles: []
---

A plan that nobody has to carry out.
""")
    registry("people", [
        f"  {p}:\n    name: Person Number {i}\n    job: Job {i}\n    verified: 2026-11-01\n    reach:\n"
        f"      channel-0: \"+33 6 39 98 {i // 100 % 100:02d} {i % 100:02d}\"\n"
        f"      channel-1: person{i}@bench.example\n"
        for i, p in enumerate(people)])
    registry("roles", [
        f"  {r}: {{title: Role {i}, holder: {people[2 * i]}, deputies: [{people[2 * i + 1]}], team: {t}}}\n"
        for i, r in enumerate(roles) for t in [random.choice(["executive", "technical", "communication", "business"])]])
    registry("systems", [
        f"  {s}: {{title: System {i}, rto: 8h" + (f", depends-on: [{systems[i - 1]}]" if i % 2 else f", depends-on: [{systems[-1]}]" if i == 0 and root % 2 else "") + "}\n"
        for i, s in enumerate(systems)])
    registry("channels", [
        f"  {c}: {{title: Channel {i}, type: {types[i % 6]}, depends-on: [{', '.join(systems[2 * i % root:2 * i % root + 2])}], operated-by: {roles[i % len(roles)]}, two-way: true}}\n"
        for i, c in enumerate(channels)])
    registry("audiences", [
        f"  {a}: {{title: Audience {i}, type: {['customers', 'employees', 'partners'][i % 3]}, channels: [{', '.join(dict.fromkeys(channels[i::len(audiences)] + ['channel-1']))}], inform-within: 8h}}\n"
        for i, a in enumerate(audiences)])
    registry("scenarios", [
        f"  {s}:\n    title: Scenario {i}\n    disables: [{systems[-1 - i % len(systems)]}]\n    affects: [{', '.join(audiences)}]\n    activated-by: {roles[0]}\n"
        for i, s in enumerate(scenarios)])
    registry("fields", [
        f"  {f}: {{title: Field {i}, type: text, example: the counter, longest: the counter in the north yard}}\n"
        for i, f in enumerate(fields)])
    registry("drills", [
        f"  drill-{i}: {{title: Drill {i}, date: 2026-10-01, scenario: {s}, kind: tabletop, found: The paper list was out of date}}\n" for i, s in enumerate(scenarios)])

    rest = max(2, count - 9)
    messages = rest * 6 // 10

    def scenario_of(message: int) -> int:
        return message // len(audiences) % len(scenarios)

    for i in range(messages):
        audience = audiences[i % len(audiences)]
        # Each audience has a message for before and one for after, then one for each scenario in turn.
        phase = {0: "before", 1: "after"}.get(i // len(audiences), "during")
        body = "\n\n".join(
            f"## {heading}\n\n" + " ".join(random.choice(SENTENCES) for _ in range(3)) + f" {{{{ {random.choice(fields)} }}}}."
            for heading in ["What we know", "What it means for you", "What we do not know yet", "What we are doing", "What you can do", "Next update", "Questions",
                            "How to check this text", "We understand", "Thank you"])
        if is_faulty:
            body += "\n\n" + " ".join(SLIPS)
        write(f"messages/{i % 97}/message-{i}.md", f"""---
kind: message
title: Message number {i}
audiences: [{audience}]
scenarios: [{scenarios[scenario_of(i)]}]
phase: {phase}
channels: [channel-1]
owner: {roles[i % len(roles)]}
approver: {roles[(i + 1) % len(roles)]}
approve-within: 15min
send: {{within: 8h}}
subject: Message number {i}
---

{body}
""")
    checklists = rest - messages
    sending = [[m for m in range(messages) if scenario_of(m) == s] for s in range(len(scenarios))]
    for i in range(checklists):
        own = sending[i % len(scenarios)] or range(messages)
        steps = "\n".join(
            f"- [ ] T+{20 * (k + 1)}min @{roles[m % len(roles)]} {random.choice(SENTENCES)}"
            + f" [](../../messages/{m % 97}/message-{m}.md)"
            + f"\n  - {random.choice(SENTENCES)}"
            for k in range(8) for m in [own[(i // len(scenarios) * 8 + k) % len(own)]])
        if is_faulty:
            steps += f"\n- [ ] T+4h @nobody {SLIPS[1]}"
        write(f"checklists/{i % 97}/checklist-{i}.md", f"""---
kind: checklist
title: Checklist number {i}
scenarios: [{scenarios[i % len(scenarios)]}]
phase: during
---

{random.choice(SENTENCES)}

## First

{steps}

| Place | Who | When |
| --- | --- | --- |
| North yard | {random.choice(SENTENCES)} | T0 |
| South yard | {random.choice(SENTENCES)} | T+1h |
""")


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--faulty"]
    if len(words) != 2 or not words[0].isdigit():
        sys.exit("usage: generate.py N FOLDER [--faulty]")
    generate(int(words[0]), pathlib.Path(words[1]), "--faulty" in sys.argv)
