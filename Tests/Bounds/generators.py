"""Plans that grow in one dimension each: `GENERATORS[name](n)` gives the files of a plan by path, `n` of one thing, the rest fixed.

Those of `FAULTY` have findings that grow with `n`. Everything is the same in every run.
"""

import collections.abc

Files = dict[str, str]
Generator = collections.abc.Callable[[int], Files]
GENERATORS: dict[str, Generator] = {}
FAULTY: set[str] = set()


def generator(function: Generator) -> Generator:
    GENERATORS[function.__name__.replace("_", "-")] = function
    return function


def faulty(function: Generator) -> Generator:
    FAULTY.add(function.__name__.replace("_", "-"))
    return generator(function)


def registry(kind: str, entries: list[str]) -> str:
    return f"---\nkind: {kind}\n{kind}:\n" + "".join(f"  {entry}\n" for entry in entries) + "---\n"


PEOPLE = ['ada: {name: Ada Moreau, verified: 2026-11-01, reach: {phone: "+33 6 39 98 00 01", mail: ada@bench.example}}',
          'ben: {name: Ben Okoro, verified: 2026-11-01, reach: {phone: "+33 6 39 98 00 02", mail: ben@bench.example}}']
ROLES = ["duty: {title: Duty manager, holder: ada, deputies: [ben], team: executive}",
         "desk: {title: Desk, holder: ben, deputies: [ada], team: communication}"]
SYSTEMS = ["server: {title: Server, rto: 8h}", "network: {title: Network, rto: 4h}"]
CHANNELS = ["phone: {title: Telephone, type: voice, operated-by: desk, two-way: true}",
            "mail: {title: Mail, type: email, depends-on: [server], operated-by: desk, two-way: true}"]
AUDIENCES = ["staff: {title: Staff, type: employees, channels: [phone, mail], inform-within: 8h}"]
SCENARIOS = ["outage: {title: Outage, disables: [server], affects: [staff], activated-by: duty}"]
FIELDS = ["place: {title: Place, type: text, example: the yard, longest: the yard in the north}"]
TEXT = "The gate of the north yard stays closed until the duty manager opens it."


def message(number: str, keys: str = "", body: str = "", phase: str = "during") -> str:
    return (f"---\nkind: message\ntitle: Message {number}\naudiences: [staff]\nscenarios: [outage]\nphase: {phase}\nchannels: [phone]\n"
            f"owner: desk\napprover: duty\napprove-within: 15min\nsend: {{within: 8h}}\n{keys}---\n\n{body or TEXT}\n")


def checklist(number: str, steps: list[str], keys: str = "") -> str:
    return (f"---\nkind: checklist\ntitle: Checklist {number}\nscenarios: [outage]\nphase: during\n{keys}---\n\n## First\n\n"
            + "\n".join(steps) + "\n")


def step(number: int, rest: str = "") -> str:
    return f"- [ ] T+{number % 300 + 1}min @desk Open gate number {number}.{rest}"


def plan(**changes: object) -> Files:
    """The fixed plan; a registry may be given other entries, `files` are added."""
    files: Files = {
        "plan.md": '---\nkind: plan\ntitle: Plan of the bounds\norganisation: Bench and Sons\nversion: "1.0"\nlocales: [en]\nowner: duty\n'
        + "classification: TLP:GREEN\nreview: {every: 6mo, last: 2026-11-01}\n" + str(changes.pop("keys", "")) + "---\n\nNobody carries it out.\n",
        "messages/first.md": message("first"),
        "checklists/first.md": checklist("first", [step(0, " [](../messages/first.md)")]),
    }
    for name, default in {"people": PEOPLE, "roles": ROLES, "systems": SYSTEMS, "channels": CHANNELS, "audiences": AUDIENCES,
                          "scenarios": SCENARIOS, "fields": FIELDS}.items():
        files[f"{name}.md"] = registry(name, changes.pop(name, default))
    files.update(changes.pop("files", {}))
    for name, entries in changes.items():
        files[f"{name}.md"] = registry(name, entries)
    return files


def phone(number: int) -> str:
    return f'"+33 6 39 98 {number // 100 % 100:02d} {number % 100:02d}"'


# Registries.

@generator
def people(n: int) -> Files:
    return plan(people=PEOPLE + [f"p{i}: {{name: Person {i}, verified: 2026-11-01, reach: {{phone: {phone(i)}}}}}" for i in range(n)])


def letters(number: int) -> str:
    return "".join(chr(97 + number // 26 ** place % 26) for place in range(4))


@generator
def houses(n: int) -> Files:
    """People of houses whose names are alike, and not alike enough."""
    return plan(people=PEOPLE + [
        f"p{i}: {{name: Person {i}, reach: {{mail: desk@house-of-{letters(i * 7919)}.example}}, verified: 2026-11-01}}" for i in range(n)])


@generator
def contracts(n: int) -> Files:
    """People of other houses who have a role each, and a contract."""
    return plan(
        people=PEOPLE + [f"p{i}: {{name: Person {i}, organisation: House {i}, contract: C-{i}, reach: {{mail: p{i}@house.example}}}}" for i in range(n)],
        roles=ROLES + [f"r{i}: {{title: Role {i}, holder: p{i}, deputies: [ben], team: technical}}" for i in range(n)],
        files={"checklists/all.md": checklist("all", [f"- [ ] T+{i % 300 + 1}min @r{i} Open gate {i}." for i in range(n)])})


@generator
def texts_at_the_margin(n: int) -> Files:
    return plan(files={"checklists/all.md": checklist(
        "all", [f"- [ ] T+{i % 300 + 1}min @{'desk' if i % 2 else 'duty'} Open gate {i}.\n\nThe key of gate {i} hangs at the door.\n" for i in range(n)])})


@generator
def numbers_beside_names(n: int) -> Files:
    """Everybody's number stands beside somebody else's name, in one line of a list and in lines of its own."""
    people = [f"p{i}: {{name: Person {i}, reach: {{mobile: '+33 6 39 98 {i // 100 % 100:02} {i % 100:02}'}}}}" for i in range(n)]
    calls = [f"Call Person {i} on +33 6 39 98 {(i + 1) // 100 % 100:02} {(i + 1) % 100:02}" for i in range(n)]
    return plan(
        people=PEOPLE + people,
        files={"checklists/all.md": checklist(
            "all", [f"- [ ] T+{i % 300 + 1}min @desk {call}.\n" for i, call in enumerate(calls)] + ["- [ ] T+301min @desk " + "; ".join(calls)])})


@generator
def roles_without_packs(n: int) -> Files:
    return plan(
        roles=ROLES + [f"r{i}: {{title: Role {i}, holder: ada, deputies: [ben], team: technical}}" for i in range(n)],
        packs=[f"k{i}: {{title: Pack {i}, for: [role:duty], include: [checklists]}}" for i in range(n)],
        files={"checklists/all.md": checklist("all", [f"- [ ] T+{i % 300 + 1}min @r{i} Open gate {i}." for i in range(n)])})


@generator
def roles(n: int) -> Files:
    return plan(roles=ROLES + [f"r{i}: {{title: Role {i}, holder: ada, deputies: [ben], team: technical}}" for i in range(n)])


@generator
def people_with_roles(n: int) -> Files:
    return plan(
        people=PEOPLE + [f"p{i}: {{name: Person {i}, verified: 2026-11-01, reach: {{phone: {phone(i)}}}}}" for i in range(n)],
        roles=ROLES + [f"r{i}: {{title: Role {i}, holder: p{i}, deputies: [ben], team: technical}}" for i in range(n)],
        files={"checklists/all.md": checklist("all", [f"- [ ] T+{i % 300 + 1}min @r{i} Open gate {i}." for i in range(n)])})


@generator
def systems(n: int) -> Files:
    return plan(systems=SYSTEMS + [f"s{i}: {{title: System {i}, rto: 8h, depends-on: [network]}}" for i in range(n)])


@generator
def systems_in_a_chain(n: int) -> Files:
    return plan(systems=SYSTEMS + ["s0: {title: System 0, rto: 8h, depends-on: [server]}"]
                + [f"s{i}: {{title: System {i}, rto: 8h, depends-on: [s{i - 1}]}}" for i in range(1, n + 1)])


@generator
def systems_out(n: int) -> Files:
    return plan(systems=SYSTEMS + [f"s{i}: {{title: System {i}, rto: 8h}}" for i in range(n)],
                scenarios=[f"outage: {{title: Outage, disables: [server, {', '.join(f's{i}' for i in range(n))}], affects: [staff], activated-by: duty}}"])


@generator
def channels(n: int) -> Files:
    return plan(channels=CHANNELS + [f"c{i}: {{title: Channel {i}, type: voice, operated-by: desk, two-way: true, depends-on: [server]}}" for i in range(n)])


@generator
def channels_of_an_audience(n: int) -> Files:
    names = ", ".join(f"c{i}" for i in range(n))
    return plan(
        systems=SYSTEMS + [f"s{i}: {{title: System {i}, rto: 8h}}" for i in range(n)],
        channels=CHANNELS + [f"c{i}: {{title: Channel {i}, type: voice, operated-by: desk, two-way: true, depends-on: [s{i}]}}" for i in range(n)],
        audiences=[f"staff: {{title: Staff, type: employees, channels: [phone, mail, {names}], inform-within: 8h}}"])


@generator
def audiences(n: int) -> Files:
    names = ", ".join(f"a{i}" for i in range(n))
    return plan(
        audiences=AUDIENCES + [f"a{i}: {{title: Audience {i}, type: customers, channels: [phone, mail], inform-within: 8h}}" for i in range(n)],
        scenarios=[f"outage: {{title: Outage, disables: [server], affects: [staff, {names}], activated-by: duty}}"])


@generator
def scenarios(n: int) -> Files:
    return plan(scenarios=SCENARIOS + [f"o{i}: {{title: Outage {i}, disables: [server], affects: [staff], activated-by: duty}}" for i in range(n)])


@generator
def scenarios_with_lists(n: int) -> Files:
    return plan(scenarios=SCENARIOS + [f"o{i}: {{title: Outage {i}, disables: [server], affects: [staff], activated-by: duty}}" for i in range(n)],
                files={f"checklists/o{i}.md": checklist(str(i), [step(i)]).replace("[outage]", f"[o{i}]") for i in range(n)})


@generator
def fields(n: int) -> Files:
    return plan(fields=FIELDS + [f"f{i}: {{title: Field {i}, type: text, example: yard, longest: yard {i}}}" for i in range(n)],
                files={"messages/first.md": message("first", body="\n\n".join(f"At {{{{ f{i} }}}}." for i in range(n)))})


@generator
def activities(n: int) -> Files:
    return plan(activities=[f"a{i}: {{title: Activity {i}, depends-on: [server], owner: duty, mtpd: 1d, rto: 12h, workaround: first}}" for i in range(n)])


@generator
def drills(n: int) -> Files:
    return plan(drills=[f"d{i}: {{title: Drill {i}, date: 2026-10-01, scenario: outage, kind: tabletop}}" for i in range(n)])


@generator
def obligations(n: int) -> Files:
    return plan(obligations=[f"o{i}: {{title: Duty {i}, authority: The office, source: https://office.example/duty, when: always, stages: [{{name: notice, deadline: 72h, from: awareness}}]}}" for i in range(n)],
                scenarios=[f"outage: {{title: Outage, disables: [server], affects: [staff], activated-by: duty, obligations: [{', '.join(f'o{i}' for i in range(n))}]}}"])


@generator
def packs(n: int) -> Files:
    return plan(packs=[f"p{i}: {{title: Pack {i}, for: [duty], include: [contacts, checklists]}}" for i in range(n)])


@generator
def copies(n: int) -> Files:
    return plan(packs=["p: {title: Pack, for: [duty, desk], include: [contacts, checklists], copies: ["
                       + ", ".join(f"{{to: duty, at: Desk {i}}}" for i in range(n)) + "]}"])


@generator
def vocabulary(n: int) -> Files:
    return plan(files={"vocabulary.md": "---\nkind: vocabulary\navoid:\n" + "".join(f'  - {{term: "strange{i}", prefer: "usual"}}\n' for i in range(n)) + "---\n"})


# Texts.

@generator
def checklists(n: int) -> Files:
    return plan(files={f"checklists/c{i}.md": checklist(str(i), [step(i)]) for i in range(n)})


@generator
def checklists_that_open_the_next(n: int) -> Files:
    return plan(files={f"checklists/c{i}.md": checklist(str(i), [step(0, f" [](c{(i + 1) % n}.md)")]) for i in range(n)})


@generator
def decisions(n: int) -> Files:
    return plan(files={"checklists/long.md": checklist(
        "long", [f"- [ ] T+{i % 300 + 1}min @desk ? Is gate {i} open?\n  - yes: [](../messages/first.md)\n  - no: close it" for i in range(n)])})


@generator
def steps_of_a_list(n: int) -> Files:
    return plan(files={"checklists/long.md": checklist("long", [step(i) for i in range(n)])})


@generator
def messages_sent(n: int) -> Files:
    return plan(files={f"messages/m{i}.md": message(str(i)) for i in range(n)}
                | {"checklists/all.md": checklist("all", [step(i, f" [](../messages/m{i}.md)") for i in range(n)])})


def sent_each(n: int, words: str, **changes: object) -> Files:
    """Messages with the same words, each sent by a step of its own at an hour of its own."""
    return plan(files={f"messages/m{i}.md": message(str(i), body=words.replace("#", str(i))) for i in range(n)}
                | {"checklists/all.md": checklist("all", [step(i, f" [](../messages/m{i}.md)") for i in range(n)])}, **changes)


@generator
def promises(n: int) -> Files:
    return sent_each(n, "The shop is shut. Next update in 2 hours.")


@faulty
def claims(n: int) -> Files:
    return sent_each(n, "The shop is shut. We have informed the police.")


@faulty
def mistaken_starts(n: int) -> Files:
    entries = [f'learned{i}: {{title: Time {i} when we learned of it, type: text, example: "3 am", time-of: awareness}}' for i in range(n)]
    return sent_each(n, "Since {{ learned# }} a cyber attack has affected our systems.", fields=FIELDS + entries)


@generator
def messages_that_nobody_sends(n: int) -> Files:
    return plan(files={f"messages/m{i}.md": message(str(i)) for i in range(n)})


@generator
def replies(n: int) -> Files:
    return plan(files={f"messages/m{i}.md": message(str(i), keys="in-reply-to: phishing\n") for i in range(n)})


@generator
def snippets(n: int) -> Files:
    return plan(files={f"snippets/s{i}.md": f"---\nkind: snippet\ntitle: Snippet {i}\n---\n\n{TEXT}\n" for i in range(n)}
                | {"messages/first.md": message("first", body="\n\n".join(f"{{{{> s{i} }}}}" for i in range(n)))})


@generator
def snippets_in_a_chain(n: int) -> Files:
    return plan(files={f"snippets/s{i}.md": f"---\nkind: snippet\ntitle: Snippet {i}\n---\n\nHere. {{{{> s{i + 1} }}}}\n" for i in range(n)}
                | {f"snippets/s{n}.md": f"---\nkind: snippet\ntitle: Last\n---\n\n{TEXT}\n",
                   "messages/first.md": message("first", body="{{> s0 }}")})


@generator
def a_snippet_in_messages(n: int) -> Files:
    return plan(files={"snippets/s.md": f"---\nkind: snippet\ntitle: Snippet\n---\n\n{TEXT}\n"}
                | {f"messages/m{i}.md": message(str(i), body="{{> s }}") for i in range(n)})


@generator
def paragraphs(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="\n\n".join([TEXT] * n))})


@generator
def a_line(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body=" ".join([TEXT] * n))})


@generator
def a_word(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="a" * n * 10)})


@generator
def table_rows(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="| Place | Who |\n| --- | --- |\n" + "\n".join(f"| Yard {i} | {TEXT} |" for i in range(n)))})


@generator
def list_items(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="\n".join(f"- {TEXT}" for _ in range(n)))})


@generator
def headings(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="\n\n".join(f"## Part {i}\n\n{TEXT}" for i in range(n)))})


@generator
def links(n: int) -> Files:
    return plan(files={"checklists/long.md": checklist("long", [step(1) + "\n" + "\n".join("  - See [this](../messages/first.md)." for _ in range(n))])})


@generator
def emphasis(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="*a **b** c* " * n)})


@generator
def brackets(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="[" * n + TEXT)})


@generator
def comments(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="\n\n".join(f"<!-- note {i} -->\n\n{TEXT}" for i in range(n)))})


@generator
def translations(n: int) -> Files:
    files = plan(files={f"messages/m{i}.md": message(str(i)) for i in range(n)})
    files["plan.md"] = files["plan.md"].replace("locales: [en]", "locales: [en, fr]")
    for i in range(n):
        files[f"messages/m{i}.fr.md"] = f"---\ntitle: Message numéro {i}\n---\n\nLe portail du nord reste fermé jusqu’à ce que la permanence l’ouvre.\n"
    return files


@generator
def sentences_lost_in_translation(n: int) -> Files:
    files = plan(files={"messages/long.md": message("long", body=" ".join(TEXT for _ in range(5)) + "\n\n" + "\n\n".join(
        f"Gate {i} is closed until morning. The desk opens it. Nobody else does." for i in range(n)))})
    files["plan.md"] = files["plan.md"].replace("locales: [en]", "locales: [en, fr]")
    files["messages/long.fr.md"] = "---\ntitle: Long\n---\n\n" + "\n\n".join(
        f"La porte {i} reste fermée jusqu’au matin. Personne d’autre ne le fait." for i in range(n)) + "\n"
    return files


@generator
def foreign_files(n: int) -> Files:
    return plan(files={f"notes/n{i}.txt": TEXT for i in range(n)})


# What is wrong.

@faulty
def unknown_keys(n: int) -> Files:
    return plan(roles=ROLES + [f"r{i}: {{title: Role {i}, holder: ada, deputies: [ben], collour: red}}" for i in range(n)])


@faulty
def unknown_ids(n: int) -> Files:
    return plan(roles=ROLES + [f"r{i}: {{title: Role {i}, holder: adda, deputies: [benn]}}" for i in range(n)])


@faulty
def unknown_links(n: int) -> Files:
    return plan(files={"checklists/long.md": checklist("long", [step(i, f" [](../messages/lost{i}.md)") for i in range(n)])})


@faulty
def unknown_phases(n: int) -> Files:
    return plan(files={f"messages/m{i}.md": message(str(i), phase="durring") for i in range(n)})


@faulty
def unknown_audiences(n: int) -> Files:
    return plan(audiences=AUDIENCES + [f"a{i}: {{title: Audience {i}, type: customers, channels: [phone, mial]}}" for i in range(n)],
                scenarios=SCENARIOS + [f"o{i}: {{title: Outage {i}, affects: [a{i}], activated-by: duty}}" for i in range(n)])


@faulty
def unreadable_times(n: int) -> Files:
    return plan(files={"checklists/long.md": checklist("long", [f"- [ ] T+{i}mins @desk Open gate {i}. [](../messages/first.md)" for i in range(n)])})


@faulty
def broken_files(n: int) -> Files:
    return plan(roles=ROLES + [f"r{i}: {{title: Role {i}, holder: ada, deputies: [ben]}}" for i in range(n)],
                files={f"messages/m{i}.md": f"---\nkind: message\ntitle: [unclosed\n---\n\n{TEXT} r{i}\n" for i in range(n)})


@faulty
def same_ids(n: int) -> Files:
    return plan(files={f"people-{i}.md": registry("people", [PEOPLE[0]]) for i in range(n)})


@faulty
def flagged_words(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body=" ".join(["We take your security very seriously."] * n))})


@faulty
def hidden_characters(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="The gate\u200b opens. " * n)})


@faulty
def secrets(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="\n\n".join(f"password: hunter{i}x9Z" for i in range(n)))})


@faulty
def dates_written_out(n: int) -> Files:
    return plan(files={"messages/first.md": message("first", body="\n\n".join(f"On {i % 28 + 1} March at 14:{i % 60:02d}." for i in range(n)))})


@faulty
def requests_for_mail(n: int) -> Files:
    """Without a full stop: the sentence of each is the whole text."""
    return plan(files={"messages/first.md": message("first", body="\n".join(f"then write us an e-mail and tell a{i}@other.example" for i in range(n)))})


@faulty
def confirmed_sentences(n: int) -> Files:
    body = " ".join(f"Gate {i} is closed." for i in range(n))
    return plan(files={"messages/first.md": message("first", f'confirmed: [{{claim: "Gate 1 is closed", by: duty, on: 2026-11-01}}]\n', body=body)})


@faulty
def cycles(n: int) -> Files:
    return plan(systems=SYSTEMS + [f"s{i}: {{title: System {i}, rto: 8h, depends-on: [s{(i + 1) % n}]}}" for i in range(n)])


@faulty
def tangled_snippets(n: int) -> Files:
    return plan(files={f"snippets/s{i}.md": f"---\nkind: snippet\ntitle: Snippet {i}\n---\n\n" + "".join(f"{{{{> s{(i + k) % n} }}}}\n\n" for k in (1, 2, 3))
                       for i in range(n)} | {"messages/first.md": message("first", body="{{> s0 }}")})


@faulty
def doubling_snippets(n: int) -> Files:
    return plan(files={f"snippets/s{i}.md": f"---\nkind: snippet\ntitle: Snippet {i}\n---\n\n{{{{> s{i + 1} }}}}\n\n{{{{> s{i + 1} }}}}\n" for i in range(n)}
                | {f"snippets/s{n}.md": f"---\nkind: snippet\ntitle: Last\n---\n\n{TEXT}\n",
                   "messages/first.md": message("first", body="{{> s0 }}")})
