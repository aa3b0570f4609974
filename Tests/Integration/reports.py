"""Each report of planc check, read by the format's own schema or parser, on a plan whose names and texts are hostile.

    python3 reports.py PLANC
"""

import json
import re
import xml.etree.ElementTree

from support import HOSTILE, SMALL, Skipped, below, check, folder, git, main, planc, repository, same, write


def yaml(text):
    return "'" + text.replace("'", "''") + "'"


def hostile_plan():
    """Errors, a warning, a fix; labels; hostile words in titles, ids, paths."""
    files = dict(SMALL)
    files["roles.md"] = SMALL["roles.md"].replace("holder: ada, deputies: [ben]", "holder: " + yaml(HOSTILE)) + "\n"
    files["channels.md"] = SMALL["channels.md"].replace("Mobile phone", "Mob\u200bile phone")
    files["people.md"] = SMALL["people.md"].replace("name: Ada Marsh", "name: " + yaml("A\u00e9\U0001f692 " + HOSTILE)).replace(
        "  ben:", "  ada: {name: Twice, reach: {mail: a@library.example}}\n  ben:"
    )
    files["::error::été, 100%\u2028#1.md"] = "---\nkind: " + yaml(HOSTILE) + "\n---\n"
    files["checklists/plain.md"] = (
        "---\nkind: checklist\ntitle: Plain\nscenarios: all\nphase: during\n---\n\n- [ ] T0 @nobody Do <b>it</b>\n- [ ] @director Later\n"
    )
    return files


ROOT = repository(below(hostile_plan(), "Plans/lib"))


def report(name, *more, at=ROOT, path="Plans", **variables):
    done = check(path, "--format", name, *more, at=at, **variables)
    same(done.status, 1, done.err)
    return done


def findings():
    return json.loads(report("json").out)["findings"]


def test_the_plan_has_what_the_reports_must_carry():
    found = findings()
    assert {"error", "warning"} <= {each["severity"] for each in found}, found
    assert any(each["labels"] for each in found) and any(each["fixes"] for each in found)
    summary = json.loads(report("json").out)["summary"]
    same(sum(summary.values()), len(found))


def test_sarif_is_what_its_schema_wants():
    try:
        from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif
    except ImportError:
        raise Skipped("pydantic-sarif is not installed")
    document = json.loads(report("sarif").out)
    Sarif.model_validate(document)
    results = document["runs"][0]["results"]
    same(len(results), len(findings()))
    rules = [rule["id"] for rule in document["runs"][0]["tool"]["driver"]["rules"]]
    for result in results:
        same(rules[result["ruleIndex"]], result["ruleId"])
        region = result["locations"][0]["physicalLocation"]["region"]
        start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        assert (1, 1) <= start <= end, region
        assert len(result["locations"]) == 1
    for rule in document["runs"][0]["tool"]["driver"]["rules"]:
        assert len(rule["fullDescription"]["text"]) <= 1024


def test_sarif_is_read_by_sarif_tools():
    try:
        from sarif import loader
    except ImportError:
        raise Skipped("sarif-tools is not installed")
    place = folder() / "x.sarif"
    place.write_bytes(report("sarif").bytes)
    same(loader.load_sarif_file(str(place)).get_result_count(), len(findings()))


def test_gitlab_has_the_fields_of_code_quality():
    issues = json.loads(report("gitlab").out)
    assert not report("gitlab").bytes.startswith(b"\xef\xbb\xbf")
    same(len(issues), len(findings()))
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"] and issue["check_name"] and issue["location"]["path"].startswith("Plans/lib/")
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]
    marks = [issue["fingerprint"] for issue in issues]
    same(len(set(marks)), len(marks), "fingerprints are unique")


def test_junit_is_read_by_junitparser():
    text = report("junit").bytes
    root = xml.etree.ElementTree.fromstring(text)
    cases = list(root.iter("testcase"))
    same(len(cases), len(findings()))
    same(int(root.get("failures")), sum(each["severity"] == "error" for each in findings()))
    strict = xml.etree.ElementTree.fromstring(report("junit", "--strict").bytes)
    same(int(strict.get("failures")), sum(each["severity"] != "note" for each in findings()))
    assert any("]]>" in (failure.text or "") or "]]>" in failure.get("message") for failure in root.iter("failure"))
    assert b"<script>" not in text and b"\x1b" not in text
    try:
        import junitparser
    except ImportError:
        raise Skipped("junitparser is not installed")
    read = junitparser.JUnitXml.fromstring(text)
    same(read.tests, len(cases))
    same(sum(len(suite) for suite in read), len(cases))


def test_rdjsonl_has_the_fields_of_reviewdog():
    lines = report("rdjsonl").out.split("\n")[:-1]
    same(len(lines), len(findings()))
    suggestions = 0
    for line in lines:
        item = json.loads(line)
        assert item["severity"] in ("ERROR", "WARNING", "INFO") and item["message"] and item["code"]["value"]
        spot = item["location"]["range"]
        for label in item.get("relatedLocations", []):
            assert label["message"] and label["location"]["path"].startswith("Plans/lib/"), label
        assert (1, 1) <= tuple(spot["start"].values()) <= tuple(spot["end"].values()), spot
        for suggestion in item.get("suggestions") or []:
            suggestions += 1
            # Columns count bytes: the replaced bytes are the hidden character.
            source = (ROOT / item["location"]["path"]).read_bytes().splitlines()[suggestion["range"]["start"]["line"] - 1]
            taken = source[suggestion["range"]["start"]["column"] - 1 : suggestion["range"]["end"]["column"] - 1]
            same(taken.decode(), "\u200b")
    same(suggestions, 1)
    same(sum(len(json.loads(line).get("relatedLocations", [])) for line in lines), sum(len(each["labels"]) for each in findings()))


COMMAND = re.compile(r"::(error|warning|notice) title=[^:,]+(,file=[^:,]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+)?::[^\r\n]*")


def test_github_lines_are_commands_of_planc_and_nothing_else():
    for line in report("github").out.splitlines():
        assert COMMAND.fullmatch(line), line
    assert "\x1b" not in report("github").out and "\u2028" not in report("github").out
    named = [line for line in report("github").out.splitlines() if "%3A%3Aerror" in line]
    assert named, "the file with a hostile name has its annotation"


def test_github_shows_ten_of_a_level_and_counts_the_rest():
    files = dict(SMALL)
    lines = "".join(f"- [ ] T+{n}min @nobody{n} Do it\n" for n in range(14))
    files["checklists/long.md"] = "---\nkind: checklist\ntitle: Long\nscenarios: all\nphase: during\n---\n\n" + lines
    files["zz.md"] = "---\nkind: nothing-known\n---\n"
    root = repository(files)
    total = json.loads(report("json", at=root, path=".").out)["summary"]
    shown = report("github", at=root, path=".").out.splitlines()
    levels = [line.split(" ")[0] for line in shown]
    same(levels.count("::error"), 10)
    assert levels.count("::notice") <= 10 and levels.count("::warning") <= 10
    told = sum(total.values()) - (len(shown) - 1)
    assert f"{told} more findings are not shown here" in shown[-1], shown[-1]
    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index), "the worst first"
    assert "zz.md" not in "\n".join(shown)
    (root / "zz.md").write_text("---\nkind: nothing-known\n---\nchanged\n")
    first = report("github", "--changed-first", "HEAD", at=root, path=".").out.splitlines()
    assert "file=zz.md" in first[0], first[0]


def test_text_for_people_cannot_speak_to_a_runner():
    files = dict(hostile_plan())
    files["::warning::x.md"] = "---\nkind: nothing-known\n---\n"
    root = folder()
    write(root, files)
    for name in ("short", "human"):
        done = report(name, at=root, path=".", GITHUB_ACTIONS="true")
        for line in (done.out + done.err).splitlines():
            assert not line.lstrip().startswith("::"), line
            assert not re.search(r"##\w*\[", line), line
        assert "\x1b" not in done.out
    done = check(".", "--format", "github", at=root, GITHUB_ACTIONS="true")
    assert done.out.startswith("::error "), "its own commands are let through"


def test_step_summary_is_a_table_of_plain_words():
    page = folder() / "summary.md"
    page.write_text("before\n")
    report("github", GITHUB_STEP_SUMMARY=str(page))
    text = page.read_text()
    assert text.startswith("before\n### planc: ")
    assert "<script>" not in text and "@everyone" not in text
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    same(len(rows), len(findings()) + 1)
    for row in rows:
        same(len(re.findall(r"(?<!\\)\|", row)), 4, row)


def test_fingerprints_stay_when_lines_move_and_differ_when_repeated():
    files = below(dict(SMALL), "plan")
    head = "---\nkind: checklist\ntitle: Long\nscenarios: all\nphase: during\n---\n\n"
    files["plan/checklists/long.md"] = head + "- [ ] T0 @nobody Do it\n- [ ] T+1h @nobody Do it again\n"
    root = repository(files)

    def marks(at=root, path="plan"):
        runs = json.loads(report("sarif", at=at, path=path).out)["runs"]
        return [each["partialFingerprints"]["primaryLocationLineHash"] for each in runs[0]["results"] if each["ruleId"] == "unknown-role"]

    before = marks()
    same(len(set(before)), 2)
    (root / "plan/checklists/long.md").write_text(files["plan/checklists/long.md"].replace(head, head + "Read this first.\n\n"))
    same(marks(), before)
    same(marks(at=root / "plan", path="."), before, "from a folder below")
    same(marks(at="/", path=root / "plan"), before, "by an absolute path")


def paths(name, text):
    if name == "github":
        return set(re.findall(r"file=([^,]*)", text))
    if name == "rdjsonl":
        return {json.loads(line)["location"]["path"] for line in text.split("\n")[:-1]}
    if name == "gitlab":
        return {each["location"]["path"] for each in json.loads(text)}
    if name == "json":
        return {each["path"] for each in json.loads(text)["findings"]}
    if name == "junit":
        return {each.get("classname") for each in xml.etree.ElementTree.fromstring(text).iter("testcase")}
    results = json.loads(text)["runs"][0]["results"]
    return {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results}


def test_paths_are_those_of_the_repository():
    files = below({**SMALL, "roles.md": SMALL["roles.md"].replace("holder: ada", "holder: nobody")}, "Plans/lib")
    root = repository(files)
    for name in ("json", "sarif", "github", "gitlab", "junit", "rdjsonl"):
        for at, path in ((root, "Plans"), (root / "Plans", "lib"), (root / "Plans/lib", "."), (root / "Plans/lib", "roles.md"), ("/", root), (root / "Plans", root / "Plans")):
            got = paths(name, report(name, at=at, path=path).out)
            assert got and all(each.startswith("Plans/lib/") for each in got), (name, at, path, got)
    for name in ("short", "human"):
        assert " roles.md:" in " " + report(name, at=root / "Plans/lib", path=".").out.replace("\n", " ")
    before = git("rev-parse", "HEAD", at=root)
    roles = root / "Plans/lib/roles.md"
    roles.write_text(roles.read_text().replace("holder: nobody", "holder: ada"))
    variables = {"GITHUB_SERVER_URL": "https://x.example", "GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": before}
    for at, path in ((root, "Plans"), (root / "Plans/lib", "."), ("/", root / "Plans")):
        done = planc("diff", before, "--path", path, "--format", "markdown", at=at, **variables)
        links = re.findall(r"<(https://[^>]*)>", done.out)
        assert links and all(each.startswith(f"https://x.example/a/b/blob/{before}/Plans/lib/") for each in links), done.out


def test_a_clean_plan_gives_valid_empty_reports():
    root = repository(SMALL)
    outputs = {name: check(".", "--format", name, at=root) for name in ("sarif", "github", "gitlab", "junit", "rdjsonl", "short", "human")}
    same({name: done.status for name, done in outputs.items()}, dict.fromkeys(outputs, 0))
    same(json.loads(outputs["sarif"].out)["runs"][0]["results"], [])
    same(json.loads(outputs["gitlab"].out), [])
    same((outputs["github"].out, outputs["rdjsonl"].out, outputs["short"].out, outputs["human"].out), ("", "", "", ""))
    same(xml.etree.ElementTree.fromstring(outputs["junit"].out).get("failures"), "0")


main(globals())
