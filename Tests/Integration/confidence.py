"""Who gets to see what: private addresses and TLP:RED messages looked for in every file that planc writes, for outsiders, for the
holders of numbered copies, and behind a password.

    python3 confidence.py PLANC
"""

import html
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess

from support import PACKAGE, PLANC, Skipped, environment, folder, main, planc, same, write

SECRETS = {
    "home": "+44 1632 960001", "satellite": "+8816 555 01234", "own-mail": "ada.at.home@private.example", "chat": "ada-after-dark", "safe": "+44 1632 960777",
}
RED = "The ransom note asks for forty crates of quinces."

PLAN = {
    "plan.md": """---
kind: plan
title: Library continuity plan
organisation: Riverside Library
version: 1.0
locales: [en, fr]
owner: director
classification: TLP:AMBER
review: {every: 6mo, last: 2026-01-05}
approved: {by: director, on: 2026-01-05}
---

How the library goes on when the river comes in.
""",
    "people.md": f"""---
kind: people
people:
  ada:
    name: Ada Marsh
    reach: {{mobile: "+44 7700 900001", home: "{SECRETS['home']}", satellite: "{SECRETS['satellite']}", own-mail: {SECRETS['own-mail']}, chat: {SECRETS['chat']}}}
    private: [home, satellite, own-mail, chat]
    verified: 2026-01-05
  ben: {{name: Ben Okoro, reach: {{mobile: "+44 7700 900002", mail: ben@library.example}}, verified: 2026-01-05}}
  cleo: {{name: Cleo Hart, reach: {{home: "{SECRETS['safe']}"}}, private: [home], verified: 2026-01-05}}
---
""",
    "roles.md": """---
kind: roles
roles:
  director: {title: Director, holder: ada, deputies: [ben], team: executive}
  press: {title: Press officer, holder: ben, deputies: [ada], team: communication}
  caretaker: {title: Caretaker, holder: cleo, deputies: [ada], team: technical}
---
""",
    "channels.md": """---
kind: channels
channels:
  mobile: {title: Mobile phone, type: voice, depends-on: [mobile-network], operated-by: director}
  home: {title: Home phone, type: voice, operated-by: director}
  satellite: {title: Satellite phone, type: satellite, operated-by: director}
  mail: {title: E-mail, type: email, operated-by: press}
  own-mail: {title: Private mail, type: email, operated-by: director}
  chat: {title: Chat, type: chat, operated-by: director}
  desk: {title: At the desk, type: in-person, operated-by: press}
---
""",
    "systems.md": "---\nkind: systems\nsystems:\n  mobile-network: {title: Mobile network}\n---\n",
    "audiences.md": """---
kind: audiences
audiences:
  readers: {title: Readers, type: customers, channels: [mail, desk]}
  council: {title: Council, type: board, channels: [desk]}
---
""",
    "scenarios.md": """---
kind: scenarios
scenarios:
  flood: {title: Flood, disables: [mobile-network], affects: [readers], activated-by: director}
  theft: {title: Theft, affects: [readers, council], activated-by: caretaker}
---
""",
    "checklists/all.md": """---
kind: checklist
title: All
scenarios: all
phase: during
---

- [ ] T0 @caretaker Close the doors
- [ ] T+30min @press Tell the readers: [](../messages/closed.md)
- [ ] T+1h @director Tell the council: [](../messages/ransom.md)
""",
    "messages/closed.md": """---
kind: message
title: We are closed
audiences: readers
scenarios: all
phase: during
channels: [mail, desk]
owner: press
subject: We are closed
---

The library is closed. The director answers at {{ role.director.phone }}.
""",
    "messages/ransom.md": f"""---
kind: message
title: For the council
audiences: council
scenarios: theft
phase: during
channels: [desk]
owner: director
classification: TLP:RED
---

{RED}
""",
    "packs.md": """---
kind: packs
packs:
  binder:
    title: Binder
    for: [role:director, role:press]
    include: everything
    classification: TLP:RED
    copies:
      - {to: director, at: Office}
      - {to: press, at: Front desk, private: false, classification: TLP:AMBER}
      - {to: caretaker, at: Workshop}
      - {at: Museum next door}
      - {to: caretaker, at: Boiler room, private: true}
  cards:
    title: Cards
    for: [role:director]
    include: [wallet-cards, call-tree, contacts]
    copies: [{to: director, at: Wallet}, {to: press, at: Wallet}]
  sheets:
    title: Sheets
    for: [role:director, role:press]
    include: [role-sheets]
    copies: [{to: director, at: Desk}, {to: press, at: Desk}]
  handout:
    title: Handout
    for: [audience:readers]
    include: everything
    copies: [{to: press, at: Desk}]
---
""",
}


def place():
    root = folder()
    write(root / "library", PLAN)
    return root


def build(root, *options, **variables):
    done = planc("build", "library", "--output", "Output", "--force", *options, at=root, **variables)
    # The plan of this test has errors of other kinds: what matters here is what gets written.
    assert done.status in (0, 1), done.err
    return root / "Output/library"


def need(program):
    if not shutil.which(program):
        raise Skipped(f"{program} is not installed")


def told(path):
    """Everything that a file says: as it is, unpacked, and as its readers see it."""
    if path.suffix != ".pdf":
        text = path.read_text(encoding="utf-8")
        # Long lines of vCard and calendar are folded.
        return text + "\n" + html.unescape(text) + "\n" + text.replace("\r\n ", "").replace("=\n", "")
    need("qpdf"), need("pdftotext")
    unpacked = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True).stdout
    assert unpacked, path
    seen = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout
    # Texts of a PDF are UTF-16 in hexadecimal where they are not plain.
    strings = re.findall(rb"<([0-9A-Fa-f\s]{4,})>", unpacked)
    utf16 = [bytes.fromhex(re.sub(rb"\s", b"", each).decode()).decode("utf-16-be", "ignore") for each in strings if len(re.sub(rb"\s", b"", each)) % 2 == 0]
    return "\n".join([unpacked.decode("latin-1"), seen.decode("utf-8"), *utf16])


def squeezed(text):
    """Without what may stand between the digits of a number."""
    return re.sub(r"[\s\u00a0\u202f().\-–]", "", text)


def forms(address):
    if not address.startswith("+"):
        return {squeezed(address)}
    digits = re.sub(r"\D", "", address)
    # International, and as people of the same country dial it.
    return {digits, "0" + digits[2:]} if digits.startswith(("44", "33")) else {digits}


def leaks(paths, addresses):
    found = []
    for path in paths:
        text = squeezed(told(path))
        found += [(path.name, name) for name, address in addresses.items() if any(form in text for form in forms(address))]
    return found


def files(root, pattern="*"):
    paths = sorted(each for each in root.rglob(pattern) if each.is_file())
    assert paths, f"{root}/{pattern}"
    return paths


ROOT = {}


def copies():
    if "copies" not in ROOT:
        ROOT["copies"] = build(place(), "--copies")
    return ROOT["copies"]


def test_the_search_finds_what_is_there():
    found = leaks(files(copies()), SECRETS)
    for suffix in (".pdf", ".html", ".txt", ".vcf", ".csv", ".json"):
        assert any(name.endswith(suffix) for name, _ in found), f"{suffix}: {sorted({each for each, _ in found})}"
    same({name for _, name in found}, set(SECRETS))


def test_nothing_private_for_readers_outside():
    root = place()
    everything = {each.relative_to(root) for each in files(build(root))}
    # Into the folder that held everything, and into an empty one.
    output = build(root, "--for", "readers", "--copies")
    same(leaks(files(output), SECRETS), [])
    assert all(RED not in told(each) for each in files(output))
    outside = {each.relative_to(root) for each in files(output)}
    assert pathlib.Path("Output/library/plan.json") in everything - outside
    same({each.name for each in outside if each.parent.name == "packs" and each.parent.parent.name == "en"},
         {f"handout{number}.{suffix}" for number in ("", "--1") for suffix in ("pdf", "html", "txt")})
    fresh = build(place(), "--for", "readers", "--copies")
    same([each.relative_to(fresh) for each in files(fresh)], [each.relative_to(output) for each in files(output)])


def test_a_part_for_readers_outside_keeps_nothing_of_the_old_output():
    root = place()
    build(root)
    output = build(root, "--for", "readers", "--only", "contacts")
    same(leaks(files(output), SECRETS), [])
    same({each.parent.name for each in files(output)}, {"contacts", "en", "fr", "library"})


def test_a_build_that_would_leak_writes_nothing_and_says_where():
    root = place()
    before = {each: each.read_bytes() for each in files(build(root, "--for", "readers"))}
    write(root / "library/messages", {"closed.md": PLAN["messages/closed.md"].replace("We are closed\naudiences", "Closed\naudiences").replace("The library is closed.", "The library is closed. Ada: 01632-960 001.")})
    done = planc("build", "library", "--output", "Output", "--for", "readers", "--force", at=root)
    same(done.status, 1, done.err)
    assert "error[private-value-in-text]" in done.err, done.err
    line = next(each for each in done.err.splitlines() if "would show" in each)
    assert "en/messages/flood.txt" in line and "'Ada Marsh' (+44…01)" in line and "library/messages/closed.md:" in line, line
    assert "960" not in line, line
    same({each: each.read_bytes() for each in files(root / "Output/library")}, before)
    # For those inside it is compiled; with --copies the handout is not.
    build(root)
    done = planc("build", "library", "--output", "Output", "--force", "--copies", "--only", "packs", "--encrypt", at=root, PLANC_PASSWORD="vier zufällige Wörter")
    same(done.status, 1, done.err)
    assert "en/packs/handout.pdf" in done.err, done.err


def own_lists(path):
    """What is behind the first pages of each scenario."""
    found = re.findall("During the crisis\n(.*?)--- End of", path.read_text(encoding="utf-8"), re.DOTALL)
    assert found, path
    return "\n".join(found)


def test_a_copy_holds_what_its_holder_may_see():
    packs = copies() / "en/packs"

    def copy(name):
        return [path for path in files(packs, name + ".*")]

    # Contacts of a binder are the first two numbers of each that work in most of its scenarios; the contacts of a pack without a first page are all of them.
    for name in ("binder", "binder--1", "binder--5"):
        same({secret for _, secret in leaks(copy(name), SECRETS)}, {"home", "safe", "satellite"}, name)
    for name in ("cards", "cards--1"):
        same({secret for _, secret in leaks(copy(name), SECRETS)}, set(SECRETS), name)
    for name in ("binder--2", "binder--3", "binder--4", "cards--2", "handout", "handout--1"):
        same(leaks(copy(name), SECRETS), [], name)
    # A copy for one role holds its own lists alone; the owner's, and one for a place, those of everybody.
    close, tell, council = steps = ("Close the doors", "Tell the readers", "Tell the council")
    for name, own in (("binder--1", {*steps}), ("binder--2", {tell}), ("binder--3", {close}), ("binder--4", {*steps}), ("binder--5", {close})):
        same({step for step in steps if step in own_lists(packs / f"{name}.txt")}, own, name)
    for name, holds in (("binder", True), ("binder--1", True), ("binder--2", False), ("binder--3", False), ("binder--4", False), ("binder--5", False)):
        for path in copy(name):
            same(" ".join(told(path).split()).count(RED) > 0, holds, f"{path.name}")


def test_a_copy_says_what_it_leaves_out_and_where_that_is():
    packs = copies() / "en/packs"
    text = " ".join((packs / "binder--2.txt").read_text().split())
    assert "TLP:AMBER" in text and "TLP:RED Riverside" not in text
    assert "3 private numbers. In copies 1 and 5: Director and Caretaker." in text.replace("| ", ""), text[:1500]
    assert "“For the council” (TLP:RED). In copy 1: Director." in text.replace("| ", ""), text[:1500]
    # Cleo has one number, and it is private: nobody is to believe that she has none.
    assert "Cleo Hart not in this copy" in text
    assert "Lists and texts of other roles. In copies 1 and 4: Director and Museum next door." in text.replace("| ", ""), text[:1500]
    full = (packs / "binder--1.txt").read_text()
    assert "Not in this copy" not in full and "not in this copy" not in full
    # Where all numbers of a person stand, each that is left out is named.
    text = " ".join((packs / "cards--2.txt").read_text().split())
    assert "5 private numbers. In copy 1: Director." in text.replace("| ", ""), text[:1500]
    assert "Home phone – not in this copy" in text and "Satellite phone – not in this copy" in text
    full = (packs / "cards--1.txt").read_text()
    assert "not in this copy" not in full


def test_the_holder_finds_their_own_sheet_first():
    packs = copies() / "en/packs"
    for name, first, second in (("sheets--1", "Director – Flood", "Press officer – Flood"), ("sheets--2", "Press officer – Flood", "Director – Flood")):
        text = (packs / f"{name}.txt").read_text()
        assert text.index(first) < text.index(second), name
    # In a binder behind the first pages of each scenario, and nobody else's.
    text = (packs / "binder--2.txt").read_text()
    same((text.count("End of sheet – Press officer"), text.count("End of sheet")), (2, 2))


def test_the_register_tells_every_copy():
    packs = copies() / "en/packs"
    page = (packs / "register--copies.html").read_text()
    for line in ("Office", "Front desk", "Workshop", "Museum next door", "private numbers", "signature of the holder"):
        assert line in page, line
    rows = (packs / "register--copies.csv").read_text().splitlines()
    same(len(rows), 1 + 5 + 2 + 2 + 1)
    assert rows[2].startswith('"Binder","1.0","2","5","Press officer","Ben Okoro","Front desk"'), rows[2]
    assert '"private numbers; lists and texts of other roles; “For the council”","binder--2"' in rows[2], rows[2]
    assert "by, signature" in (packs / "binder.html").read_text()
    copy = (packs / "binder--1.html").read_text()
    assert "Copies and their holders" in copy and "Museum next door" in copy and "by, signature" not in copy


def test_nobody_outside_reads_who_has_the_copies():
    output = build(place(), "--for", "readers", "--copies")
    assert not list(output.rglob("register*")), "the register is for those inside"


def opened(path, password):
    return subprocess.run(["qpdf", f"--password={password}", "--check", path], capture_output=True).returncode == 0


def test_encrypted_files_are_all_there_is():
    need("qpdf")
    root = place()
    build(root, "--copies")
    output = build(root, "--copies", "--encrypt", PLANC_PASSWORD="quince été")
    paths = files(output)
    same({each.suffix for each in paths}, {".pdf", ".json"})
    same([each.name for each in paths if each.suffix == ".json"], ["manifest.json"])
    names = {each.name for each in paths}
    assert {"binder.pdf", "binder--1.pdf", "binder--4.pdf", "register--copies.pdf", "all.pdf"} <= names, names
    for path in files(output, "*.pdf"):
        assert not opened(path, "") and not opened(path, "quince"), path.name
        assert opened(path, "quince été"), path.name
        raw = squeezed(path.read_bytes().decode("latin-1"))
        assert not any(form in raw for address in SECRETS.values() for form in forms(address)), path.name


def test_part_of_an_encrypted_build_keeps_no_file_that_anyone_can_open():
    root = place()
    build(root)
    output = build(root, "--only", "packs", "--encrypt", PLANC_PASSWORD="quince")
    same({each.suffix for each in files(output)}, {".pdf", ".json"})


def test_the_password_comes_from_an_open_file():
    need("qpdf")
    root = place()
    reading, writing = os.pipe()
    os.write(writing, "aus der Röhre\n".encode())
    os.close(writing)
    done = subprocess.run(
        [PLANC, "build", "library", "--output", "Output", "--force", "--only", "contacts", "--encrypt", "--password-fd", str(reading)],
        cwd=root, env=environment(), pass_fds=[reading], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    assert opened(root / "Output/library/en/contacts/all.pdf", "aus der Röhre")


def typed(root, *lines):
    """planc on a terminal, with what somebody types there; its status and all that the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(root)
        os.execve(PLANC, [PLANC, "build", "library", "--output", "Output", "--force", "--only", "contacts", "--encrypt"], environment(TERM="xterm"))
    out = b""
    waiting = list(zip((b"Password of the files: ", b"Once more: "), lines))
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
        if waiting and out.endswith(waiting[0][0]):
            os.write(terminal, (waiting.pop(0)[1] + "\n").encode())
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), out.decode("utf-8", "replace")


def test_the_password_comes_from_whoever_sits_there():
    need("qpdf")
    root = place()
    status, shown = typed(root, "quince jelly", "quince jelly")
    assert status in (0, 1), shown
    assert "quince jelly" not in shown, "what is typed is not shown"
    assert opened(root / "Output/library/en/contacts/all.pdf", "quince jelly")
    status, shown = typed(root, "one", "another")
    same(status, 2, shown)


def test_no_password_no_files():
    root = place()
    for variables in ({}, {"PLANC_PASSWORD": ""}):
        done = planc("build", "library", "--output", "Output", "--force", "--encrypt", at=root, **variables)
        same(done.status, 2, done.err)
    same(planc("build", "library", "--encrypt", "--formats", "html", at=root, PLANC_PASSWORD="x").status, 2)
    same(planc("build", "library", "--password-fd", "5", at=root).status, 2)
    assert not (root / "Output").exists()


def test_a_password_that_would_not_open_the_files_is_refused():
    need("qpdf")
    for given, status in ((b"aus der R\xc3\xb6hre\r\n", 0), (b"one\0two\n", 2), (b"\xff\xfe\n", 2), (b"a" * 128, 2), (b" a \n", 2), (b"\n", 2), (b"a\xc2\xa0b\n", 2), (b"", 2)):
        root = place()
        (root / "password").write_bytes(given)
        with open(root / "password", "rb") as file:
            done = subprocess.run(
                [PLANC, "build", "library", "--output", "Output", "--force", "--only", "contacts", "--encrypt", "--password-fd", str(file.fileno())],
                cwd=root, env=environment(), pass_fds=[file.fileno()], capture_output=True, text=True)
        same(done.returncode == 2, status == 2, f"{given}: {done.stderr}")
        same((root / "Output").exists(), status == 0, given)
        if status == 0:
            assert opened(root / "Output/library/en/contacts/all.pdf", "aus der Röhre"), given
    for given in ("secret\n", "secret\r"):
        done = planc("build", "library", "--output", "Output", "--force", "--encrypt", at=place(), PLANC_PASSWORD=given)
        same(done.status, 2, done.err)
        assert "line end" in done.err, done.err
    # Composed or not: what people type is one.
    root = place()
    build(root, "--only", "contacts", "--encrypt", PLANC_PASSWORD="e\u0301te\u0301 2026")
    assert opened(root / "Output/library/en/contacts/all.pdf", "été 2026")


def addresses_of(plan):
    """The private addresses of an example plan that nobody has in public."""
    people = json.loads((PACKAGE / "Output" / plan / "plan.json").read_text())["people"]
    ways = [way for person in people.values() for way in person["reach"]]
    public = {form for way in ways if not way.get("private") for form in forms(way["address"])}
    return {way["address"]: way["address"] for way in ways if way.get("private") and not forms(way["address"]) & public}


def test_the_example_plans_keep_their_private_numbers():
    root = folder()
    for plan, audience in (("valmereau", "managers"), ("harbour-dairy", "shops")):
        secrets = addresses_of(plan)
        assert len(secrets) > 5, plan
        done = planc("build", PACKAGE / "Plans" / plan, "--output", root, "--for", audience, "--formats", "html,text", at=root)
        same(done.status, 0, done.err)
        same(leaks(files(root / plan), secrets), [], plan)
    # A reception desk, and the crisis director's home.
    done = planc("build", PACKAGE / "Plans/valmereau", "--output", root, "--pack", "classeur", "--copies", "--only", "packs", "--formats", "text", at=root)
    same(done.status, 0, done.err)
    packs, secrets = root / "valmereau/fr/packs", addresses_of("valmereau")
    same(leaks([packs / f"classeur--{number}.txt" for number in (3, 4, 5)], secrets), [])
    same({secret for _, secret in leaks([packs / "classeur--1.txt"], secrets)}, set(secrets))


main(globals())
