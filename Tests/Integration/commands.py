"""The command line as people and scripts use it: reports into files, baselines, changes since a revision, fixes, exit statuses,
languages, and the difference between two states of a plan.

    python3 commands.py PLANC
"""

import json
import os
import pathlib
import subprocess

from support import HOSTILE, PLANC, SMALL, TODAY, below, check, commit, environment, folder, git, main, planc, repository, same, write

BROKEN = {**SMALL, "roles.md": SMALL["roles.md"].replace("holder: ada", "holder: nobody")}
UNUSED = {**SMALL, "systems.md": "---\nkind: systems\nsystems:\n  spare: {title: Spare server}\n---\n"}


def place(files):
    root = folder()
    write(root, files)
    return root


def test_exit_statuses():
    clean, broken, unused = place(SMALL), place(BROKEN), place(UNUSED)
    same(check(".", at=clean).status, 0)
    same(check(".", at=broken).status, 1)
    same(check(".", at=unused).status, 0, "warnings alone")
    same(check(".", "--strict", at=unused).status, 1)
    same(check(".", "--no-such-option", at=clean).status, 2)
    same(check(".", "--format", "nothing", at=clean).status, 2)
    same(check(".", "--diff", at=clean).status, 2, "--diff without --fix")
    same(planc("no-such-command", at=clean).status, 2)
    same(check("missing", at=clean).status, 3)
    same(check(".", "--baseline", "missing.txt", at=clean).status, 3)
    same(check(".", "--changed-since", "HEAD", at=clean).status, 3, "no repository")
    same(check(".", "--output", "no/such/folder/x", at=clean).status, 3)
    same(planc("--version", at=clean).status, 0)
    same(planc("diff", "no-such-revision", at=clean).status, 3)


def test_several_formats_in_one_run():
    root = place(BROKEN)
    done = check(".", "--format", "short", "--format", "sarif=a.sarif", "--format", "junit=b.xml", "--format", "json=c.json", at=root)
    same(done.status, 1)
    assert "\nroles.md:4:" in done.out, done.out
    same(json.loads((root / "a.sarif").read_text())["version"], "2.1.0")
    assert (root / "b.xml").read_text().startswith("<?xml")
    same(len(json.loads((root / "c.json").read_text())["findings"]), len(done.out.splitlines()))
    done = check(".", "--format", "json", "--output", "d.json", at=root)
    same((done.out, (root / "d.json").read_bytes()), ("", (root / "c.json").read_bytes()))
    same(check(".", "--format", "json", "--format", "short", "--output", "d", at=root).status, 2)
    same(sorted(each.name for each in root.iterdir() if each.name.startswith(".")), [], "nothing is left lying")


def test_step_summary_only_when_there_is_one():
    root = place(BROKEN)
    check(".", "--format", "github", at=root, GITHUB_STEP_SUMMARY=str(root / "page"))
    assert "| where | finding | rule |" in (root / "page").read_text()
    check(".", "--format", "github", at=root, GITHUB_STEP_SUMMARY="")
    same(sorted(each.name for each in root.iterdir()), sorted([*BROKEN, "page"]))


def test_a_baseline_leaves_only_what_is_new():
    root = repository(below(BROKEN, "plan"))
    same(check("plan", "--write-baseline", "known.txt", at=root).status, 1)
    done = check("plan", "--baseline", "known.txt", at=root)
    same((done.status, done.out), (0, ""))
    for at, path, known in ((root / "plan", ".", "../known.txt"), ("/", root / "plan", root / "known.txt")):
        same(check(path, "--baseline", known, at=at).status, 0, "wherever planc runs")
    roles = root / "plan/roles.md"
    roles.write_text("\n".join(["---", "# moved"] + roles.read_text().splitlines()[1:]) + "\n")
    same(check("plan", "--baseline", "known.txt", at=root).status, 0, "lines that moved")
    roles.write_text(roles.read_text().replace("deputies: [ben]", "deputies: [someone]"))
    done = check("plan", "--baseline", "known.txt", "--format", "short", at=root)
    same(done.status, 1)
    assert "someone" in done.out and "'nobody'" not in done.out, done.out
    (root / "bad.txt").write_text("this is no baseline\n")
    same(check("plan", "--baseline", "bad.txt", at=root).status, 2)


def new_since(revision, *paths, at):
    done = check(*paths, "--changed-since", revision, "--format", "gitlab", at=at)
    return {(each["check_name"], each["location"]["path"]) for each in json.loads(done.out)}


def test_only_what_is_new_since_a_revision():
    files = {**below(BROKEN, "one"), **below(BROKEN, "two"), "notes.txt": "x"}
    root = repository(files)
    first = git("rev-parse", "HEAD", at=root)
    same(check(".", "--changed-since", "HEAD", at=root).status, 0)
    with open(root / "one/roles.md", "a") as file:
        file.write("\nMore.\n")
    same(new_since("HEAD", ".", at=root), set(), "what was there before is not new")
    people = root / "one/people.md"
    people.write_text(people.read_text().replace("  ben:", "  bob:"))
    places = ((root, ["."]), (root / "one", ["."]), (root / "one", ["..", "."]), ("/", [root / "one"]), (root / "two", ["../one", "."]), (root, ["one/roles.md"]))
    for at, paths in places:
        new = new_since("HEAD", *paths, at=at)
        assert ("unknown-person", "one/roles.md") in new, f"{at} {paths}: what refers to him is elsewhere: {new}"
        assert all(path.startswith("one/") for _, path in new), new
    report = json.loads(check(".", "--changed-since", "HEAD", "--format", "json", at=root).out)
    assert "ben" in str(report["findings"]) and "nobody" not in str(report["findings"]), report
    write(root, {"two/new.md": "---\nkind: nothing-known\n---\n"})
    assert ("unknown-kind", "two/new.md") in new_since("HEAD", ".", at=root), "files git does not know yet"
    whole = new_since("HEAD", ".", at=root)
    (root / "two").rename(root / "moved")
    same({name for name, path in new_since("HEAD", ".", at=root) if path.startswith("moved/")}, {"unknown-kind"}, "a folder that was moved")
    second = commit(root, "second")
    for revision in (first, f"{first}..", f"{first}..HEAD", f"{first}...HEAD", f"{first}..{second}"):
        same(len(new_since(revision, ".", at=root)), len(whole), revision)
    same(new_since("HEAD", ".", at=root), set())
    done = check(".", "--changed-since", f"{second}..{first}", at=root)
    assert done.status == 3 and "check it out" in done.err, done.err
    git("checkout", "-q", "--orphan", "alone", at=root)
    commit(root, "alone")
    done = check(".", "--changed-since", f"{first}...", at=root)
    assert done.status == 3 and "no common history" in done.err, done.err
    same(check(".", "--changed-since", "no-such", at=root).status, 3)
    same(check(".", "--changed-since=--help", at=root).status, 3, "a revision is never an option of git")


def test_fixes_are_shown_made_and_made_once():
    text = SMALL["channels.md"].replace("Mobile phone", "Mob\u200bile phone").replace("\n", "\r\n")
    root = place({**SMALL, "channels.md": text})
    before = (root / "channels.md").read_bytes()
    shown = check(".", "--fix", "--diff", "--format", "short", at=root)
    same((root / "channels.md").read_bytes(), before, "--diff changes nothing")
    lines = shown.out.splitlines()
    same(lines[:3], ["--- channels.md", "+++ channels.md", "@@ -4 +4 @@"])
    assert lines[3].startswith("-  mobile: {title: Mob<U+200B>ile phone") and lines[4].startswith("+  mobile: {title: Mobile phone"), lines
    named = check(root, "--fix", "--diff", "--format", "short", at=root.parent)
    same((named.status, named.out.splitlines()[2:5]), (shown.status, lines[2:5]), "a plan named by its whole path")
    done = check(".", "--fix", at=root)
    same((done.status, "1 finding fixed in 1 file" in done.err), (0, True), done.err)
    same((root / "channels.md").read_bytes(), before.replace("\u200b".encode(), b""), "nothing else, CRLF kept")
    again = check(".", "--fix", at=root)
    same((again.status, "fixed in" in again.err), (0, False))


def test_fix_keeps_mode_and_byte_order_mark_and_is_done_once():
    root = place(SMALL)
    file = root / "channels.md"
    text = "\ufeff" + SMALL["channels.md"].replace("Mobile phone", "Mob\u200bile pho\u00adne").replace("\n", "\r\n")
    file.write_bytes(text.encode())
    file.chmod(0o640)
    same(check(".", "--fix", at=root).status, 0)
    fixed = file.read_bytes()
    same(fixed, text.replace("\u200b", "").replace("\u00ad", "").encode())
    same(file.stat().st_mode & 0o777, 0o640)
    same("fixed in" in check(".", "--fix=suggested", at=root).err, False)
    same(file.read_bytes(), fixed)


def test_statistics_count_by_rule():
    done = check(".", "--statistics", "--format", "short", at=place(BROKEN))
    findings = [line for line in done.out.splitlines() if line.endswith("]")]
    # Beside a report for a program the table is on the standard error.
    counts = [words for line in done.err.splitlines() if len(words := line.split()) == 2 and words[0].isdigit()]
    assert findings and len(done.out.splitlines()) == len(findings), done.out
    same(sum(int(count) for count, _ in counts), len(findings))
    same([int(count) for count, _ in counts], sorted((int(count) for count, _ in counts), reverse=True))


def test_a_list_is_given_in_one_option_or_in_several():
    root = place(SMALL)
    people = [line.split()[0] for line in planc("list", "people", ".", at=root).out.splitlines() if line.strip()]
    together = planc("simulate", ".", "--absent", ",".join(people), at=root)
    apart = planc("simulate", ".", *[word for person in people for word in ("--absent", person)], at=root)
    same((apart.status, apart.out), (together.status, together.out))
    one = planc("simulate", ".", "--absent", people[-1], at=root)
    assert len(people) > 1 and apart.out != one.out, people


def test_simulate_takes_names_with_their_kinds():
    root = place(SMALL)
    def simulate(*words):
        return planc("simulate", ".", *words, at=root)
    for kind, option, prefix in (("people", "--absent", "person"), ("channels", "--without", "channel"), ("systems", "--without", "system")):
        for line in planc("list", kind, ".", at=root).out.splitlines():
            if not line.strip():
                continue
            name = line.split()[0]
            done = simulate(option, f"{prefix}:{name}")
            assert f"'{prefix}:{name}' is not in the plan" not in done.err, done.err
            # A person alone is the same; a system and a channel may share their id.
            if kind == "people":
                same((done.status, done.out), (simulate(option, name).status, simulate(option, name).out))
            slip = simulate(option, f"{prefix}:{name}x")
            assert slip.status == 2 and f"did you mean '{prefix}:{name}'?" in slip.err, (slip.status, slip.err)
    refused = simulate("--without", "site:nowhere")
    same(refused.status, 2, "a kind that cannot be lost")


MESSAGE = """---
kind: message
title: News
audiences: staff
scenarios: all
phase: during
channels: [mobile]
owner: director
approver: director
---

Stay at home. {{ news }}
"""
SENT = {
    **SMALL,
    "audiences.md": "---\nkind: audiences\naudiences:\n  staff: {title: Staff, channels: [mobile]}\n---\n",
    "fields.md": "---\nkind: fields\nfields:\n  news: {title: The news, type: text, example: x, longest: x}\n  spare: {title: Spare, type: text, example: x, longest: x}\n---\n",
    "scenarios.md": "---\nkind: scenarios\nscenarios:\n  flood: {title: Flood, affects: [staff], disables: [mail]}\n---\n",
    "news.md": MESSAGE,
}


def test_a_message_is_whole_or_says_why_not():
    root = place(SENT)
    filled = planc("message", ".", "news", "--set", "news=Done.", at=root)
    same((filled.status, filled.out), (0, "Stay at home. Done.\n"))
    assert "approve first: Director; by: Mobile phone; to: Staff" in filled.err, filled.err
    same(planc("message", "news", "--set", "news=Done.", at=root).out, filled.out, "the id alone, in the plan's folder")
    for value in ("", "  "):
        same(planc("message", ".", "news", "--set", "news=" + value, at=root).status, 1)
    for value in ("{{ spare }}", "\x1b[31m"):
        same(planc("message", ".", "news", "--set", "news=" + value, at=root).status, 2)
    twice = planc("message", ".", "news", "--set", "news=a", "--set", "news=b", "--set", "spare=c", at=root)
    assert "more than once" in twice.err and "'spare'" in twice.err and twice.out.endswith("b\n"), twice
    write(root, {"news.md": MESSAGE.replace("Stay", "{{ role.leed.name }} {{> nowhere }} Stay")})
    lost = planc("message", ".", "news", "--set", "news=Done.", "--format", "json", at=root)
    same((lost.status, json.loads(lost.out)["unresolved"]), (1, ["{{ role.leed.name }}", "{{> nowhere }}"]))
    same(json.loads(lost.out)["errors"] > 0 and "run planc check" in lost.err, True)


def test_of_several_plans_the_one_that_has_it_is_taken():
    root = folder()
    write(root, {"a/" + path: text for path, text in SENT.items()})
    write(root, {"b/" + path: text for path, text in SMALL.items()})
    same(planc("message", ".", "news", "--set", "news=x", at=root).status, 0)
    slip = planc("message", ".", "newz", at=root)
    assert slip.status == 2 and "did you mean 'news'?" in slip.err, slip
    both = planc("simulate", ".", at=root)
    assert both.status == 2 and "several plans in '.'" in both.err, both


def test_simulations_doubt_a_plan_with_errors():
    root = place({**SENT, "more.md": "---\nkind: roles\nroles:\n  press: {title: Press, holder: nobody}\n---\n"})
    told = planc("simulate", ".", "--scenario", "flood", at=root)
    assert "run planc check" in told.err and "The plan holds" not in told.out and "run planc check" in told.out, told
    same(json.loads(planc("simulate", ".", "--scenario", "flood", "--format", "json", at=root).out)["holds"], False)
    same(planc("simulate", ".", "--scenario", "flood", "--locale", "de", at=root).status, 2)
    assert "Ob der Plan" in planc("simulate", ".", "--scenario", "flood", "--lang", "de", at=root).out


def test_slips_are_told_with_the_name_that_is_meant():
    root = place(SENT)
    for words, meant in (
        (("list", "mesages"), "messages"), (("simulate", "--scenario", "floo"), "flood"), (("help", "simulat"), "simulate"),
        (("show", "role:directr"), "director"),
    ):
        slip = planc(*words, at=root)
        assert slip.status == 2 and f"did you mean '{meant}'?" in slip.err, (words, slip)
    for words in (("check", ""), ("list", "people", ""), ("check", "-o", ""), ("verify", ""), ("check", "--output=")):
        same(planc(*words, at=root).status, 2, words)
    page = planc("confirm", "--help", "--lang", "fr", at=root).out + planc("simulate", "--help", "--lang", "fr", at=root).out
    assert "default:" not in page and "(values:" not in page, page


def test_languages():
    root = place(BROKEN)
    english, french = check(".", at=root), check(".", "--lang", "fr", at=root)
    assert "error[unknown-" in english.out and "erreur[unknown-" in french.out
    for variables, wanted in (({"LANG": "fr_FR.UTF-8"}, french), ({"LC_ALL": "fr_CH.UTF-8", "LANG": "en_GB"}, french), ({"LC_ALL": "C", "LANG": "fr_FR"}, english)):
        same(check(".", at=root, **variables).out, wanted.out, str(variables))
    same(check(".", "--lang", "en", at=root, LANG="fr_FR.UTF-8").out, english.out)
    assert "Fehler[unknown-" in check(".", "--lang", "de", at=root).out
    same(check(".", "--lang", "qq", at=root).status, 2)


def test_new_takes_kinds_as_people_call_them():
    root = place(SMALL)
    for word, id in (("rolle", "eins"), ("canal", "deux"), ("personnes", "trois"), ("Kanäle", "vier")):
        done = planc("new", word, id, ".", at=root)
        same((done.status, done.err), (0, ""), word)
    done = planc("new", "role", "Leiter Technik", ".", "--lang", "en", at=root)
    assert done.status == 2 and "did you mean 'leiter-technik'?" in done.err, done.err


def test_confirm_takes_the_folder_as_a_word():
    root = place({f"MyPlan/{path}": text for path, text in SMALL.items()})
    done = planc("confirm", "numbers", "ada", "MyPlan", "--by", "director", at=root)
    same(done.status, 0, done.err)


def on_a_terminal(arguments, at, **variables):
    """The output of planc on a terminal of its own."""
    import pty

    from support import PLANC, environment

    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(at)
        os.execve(PLANC, [PLANC, *arguments], environment(TERM="xterm", **variables))
    out = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    os.waitpid(pid, 0)
    return out


def test_colour_on_a_terminal_alone_and_not_against_ones_will():
    root = place(BROKEN)
    arguments = ["check", ".", "--as-of", TODAY]
    assert b"\x1b[" in on_a_terminal(arguments, root)
    assert b"\x1b" not in on_a_terminal(arguments, root, NO_COLOR="1")
    assert "\x1b" not in check(".", at=root).out


def changes(done):
    return [(each["group"], each["kind"], each["of"]) for plan in json.loads(done.out)["plans"] for each in plan["changes"]]


def test_diff_of_revisions_and_of_the_working_tree():
    root = repository({**below(SMALL, "Plans/one"), **below(SMALL, "Plans/two"), "README.md": "x"})
    first = git("rev-parse", "HEAD", at=root)
    roles = root / "Plans/one/roles.md"
    roles.write_text(roles.read_text().replace("holder: ada, deputies: [ben]", "holder: ben, deputies: [ada]"))
    wanted = [("people", "changed", "role:director")]
    same(changes(planc("diff", "HEAD", "--format", "json", at=root)), wanted, "working tree")
    second = commit(root, "second")
    same(changes(planc("diff", "HEAD", "--format", "json", at=root)), [])
    same(changes(planc("diff", first, second, "--format", "json", at=root)), wanted)
    same(changes(planc("diff", second, first, "--format", "json", at=root)), wanted, "backwards")
    for at, path in ((root / "Plans", "."), (root, "Plans/one"), (root / "Plans/one", "."), ("/", root / "Plans")):
        same(changes(planc("diff", first, "--path", path, "--format", "json", at=at)), wanted, f"{at} {path}")
    same(changes(planc("diff", first, "--path", "Plans/two", "--format", "json", at=root)), [])
    # Another plan: of another title, and none of its files is one of theirs.
    other = {path: text.replace("Library continuity", "Museum continuity") + "\n" for path, text in SMALL.items()}
    write(root, below(other, "Plans/three"))
    (root / "Plans/two/plan.md").unlink()
    said = changes(planc("diff", second, "--format", "json", at=root))
    assert ("plan", "added", "plan:three") in said and ("plan", "removed", "plan:two") in said, said


def test_diff_finds_the_plan_of_a_path_and_of_another_folder():
    root = repository({**below(SMALL, "Plans/one"), "Plans/one/lists/notes.txt": "x", "README.md": "x"})
    first = git("rev-parse", "HEAD", at=root)
    same(changes(planc("diff", "HEAD", "--path", "Plans/one/lists", "--format", "json", at=root)), [], "inside")
    (root / "Plans/one").rename(root / "Plans/first")
    roles = root / "Plans/first/roles.md"
    roles.write_text(roles.read_text().replace("holder: ada, deputies: [ben]", "holder: ben, deputies: [ada]"))
    wanted = [("people", "changed", "role:director")]
    second = commit(root, "second")
    for path in (".", "Plans", "Plans/first"):
        same(changes(planc("diff", first, "--path", path, "--format", "json", at=root)), wanted, path)
        same(changes(planc("diff", first, second, "--path", path, "--format", "json", at=root)), wanted, path)
    same(changes(planc("diff", first, second, "--path", "Plans/one", "--format", "json", at=root)), wanted, "the old path")
    for path, arguments in (("Plans/none", [first]), ("Plans/none", [first, second])):
        done = planc("diff", *arguments, "--path", path, at=root)
        assert done.status == 2 and "Plans/none" in done.err and "fatal" not in done.err, done.err


def test_diff_of_folders():
    old, new = place(SMALL), place({**SMALL, "channels.md": SMALL["channels.md"].replace("E-mail", "Post")})
    done = planc("diff", old, new, "--exit-code", at="/")
    same(done.status, 1)
    assert "title: E-mail → Post" in done.out, done.out
    same(planc("diff", old, new, at="/").status, 0)
    same(planc("diff", old, old, "--exit-code", at="/").status, 0)
    same(planc("diff", old, at="/").status, 2)


def test_diff_says_the_same_in_every_form_and_masks_private_numbers():
    private = {**SMALL, "people.md": SMALL["people.md"].replace("verified: 2026-01-05}", "verified: 2026-01-05, private: [mobile]}")}
    changed = {**private, "people.md": private["people.md"].replace("900001", "900777").replace("Ada Marsh", "Ada <b>@all</b>")}
    old, new = place(private), place(changed)
    for form in ("text", "markdown", "json", "html"):
        done = planc("diff", old, new, "--format", form, at="/")
        assert "900777" not in done.out and "900001" not in done.out and "another value" in done.out, done.out
        assert "900777" in planc("diff", old, new, "--format", form, "--show-private", at="/").out
        if form in ("markdown", "html"):
            assert "<b>" not in done.out
        if form == "markdown":
            assert "@all" not in done.out
        target = folder() / "out"
        same(planc("diff", old, new, "--format", form, "--output", target, at="/").out, "")
        same(target.read_text(), done.out)
    french = planc("diff", old, new, "--lang", "fr", at="/").out
    assert "une autre valeur" in french, french


def test_diff_cannot_speak_to_a_runner():
    title = "'" + HOSTILE.replace("'", "''") + "'"
    new = place({**SMALL, "plan.md": SMALL["plan.md"].replace("Library continuity plan", title), "roles.md": SMALL["roles.md"].replace("Director", title)})
    done = planc("diff", place(SMALL), new, at="/", GITHUB_ACTIONS="true")
    for line in done.out.splitlines():
        assert not line.lstrip().startswith("::") and "##[" not in line, line


def test_one_core_compiles_what_many_do():
    """Only Linux can keep a process on one core; elsewhere the two builds are compared all the same."""
    packs = "---\nkind: packs\npacks:\n  all: {title: Everything, for: [director], include: everything, copies: [{to: director}, {to: director}]}\n---\n"
    root = place({**SMALL, "packs.md": packs})
    made = []
    for cores in ({0}, None):
        def choose(cores=cores):
            if cores and hasattr(os, "sched_setaffinity"):
                os.sched_setaffinity(0, cores)
        out = folder() / "out"
        done = subprocess.run([PLANC, "build", ".", "--output", str(out), "--copies", "--force", "--as-of", TODAY], cwd=root, env=environment(),
                              preexec_fn=choose, capture_output=True)
        made.append((done.returncode, done.stdout, done.stderr.replace(bytes(out), b""), {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}))
    assert any(path.endswith("--2.pdf") for path in made[0][3]), sorted(made[0][3])
    same(made[1], made[0], "")


main(globals())
