"""The action, the workflow, the template and the hooks: read by the schemas of their services, their shell steps run for real in a
scratch repository with the variables that the services give.

    python3 workflows.py PLANC
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

from support import HOSTILE, PACKAGE, PLANC, SMALL, Skipped, below, commit, environment, folder, git, main, repository, run, same, write

BIN = os.path.dirname(sys.executable)


def load(path):
    try:
        import yaml
    except ImportError:
        raise Skipped("PyYAML is not installed")
    return yaml.safe_load((PACKAGE / path).read_text())


def tool(name):
    found = shutil.which(name, path=BIN + os.pathsep + os.environ.get("PATH", ""))
    if found is None:
        raise Skipped(f"{name} is not installed")
    return found


def test_the_files_are_what_their_services_read():
    checker = tool("check-jsonschema")
    for schema, path in (
        ("vendor.github-workflows", ".github/workflows/plans.yml"),
        ("vendor.github-workflows", ".github/workflows/release.yml"),
        ("vendor.github-actions", ".github/actions/planc/action.yml"),
        ("vendor.gitlab-ci", ".gitlab/planc.yml"),
    ):
        done = run([checker, "--builtin-schema", schema, PACKAGE / path], PACKAGE)
        same(done.status, 0, f"{path}: {done.out}{done.err}")


def test_actionlint_has_nothing_to_say():
    done = run([tool("actionlint"), ".github/workflows/plans.yml", ".github/workflows/release.yml"], PACKAGE)
    same((done.status, done.out), (0, ""))


def test_what_is_fetched_is_the_version_of_the_program():
    version = run([PLANC, "--version"], PACKAGE).out.strip()
    same(load(".github/actions/planc/action.yml")["inputs"]["version"]["default"], version)
    same(load(".gitlab/planc.yml")["variables"]["PLANC_VERSION"], version)
    assert f'version: "{version}"' in (PACKAGE / ".github/workflows/plans.yml").read_text()


def test_the_hooks_are_a_manifest_and_run():
    pre_commit = tool("pre-commit")
    done = run([pre_commit, "validate-manifest", ".pre-commit-hooks.yaml"], PACKAGE)
    same(done.status, 0, done.out + done.err)
    for hook in load(".pre-commit-hooks.yaml"):
        assert hook["pass_filenames"] is False, hook["id"]
    home, tools = folder(), folder()
    os.symlink(PLANC, tools / "planc")
    hooks = repository({".pre-commit-hooks.yaml": (PACKAGE / ".pre-commit-hooks.yaml").read_text()})
    broken = {**SMALL, "roles.md": SMALL["roles.md"].replace("holder: ada", "holder: nobody")}
    for files, status in ((SMALL, 0), (broken, 1)):
        root = repository(below(files, "Plans"))
        config = f"repos:\n  - repo: {hooks}\n    rev: {git('rev-parse', 'HEAD', at=hooks)}\n    hooks: [{{id: planc-installed, args: [--as-of, '2026-01-15']}}]\n"
        write(root, {".pre-commit-config.yaml": config})
        commit(root, "hooks")
        path = f"{tools}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}"
        done = run([pre_commit, "run", "--all-files"], root, PATH=path, PRE_COMMIT_HOME=str(home), HOME=str(home))
        same(done.status, status, done.out + done.err)
        same("unknown-person" in done.out, status == 1, done.out)


EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


# What answers for the forge's API: it keeps comments in a file, and refuses what its token may not do.
GH = """#!/usr/bin/env python3
import json, os, pathlib, sys
kept = pathlib.Path(sys.argv[0]).with_name("comments.json")
comments = json.loads(kept.read_text()) if kept.exists() else []
words = sys.argv[1:]
assert words[0] == "api" and os.environ["GH_TOKEN"] == "secret", words
method = words[words.index("--method") + 1] if "--method" in words else "GET"
path = next(word for word in words[1:] if word.startswith("repos/"))
if method == "GET":
    assert path == "repos/x/y/issues/7/comments" and "--paginate" in words, words
    assert words[words.index("--jq") + 1] == ".[] | select(.body | startswith(env.MARKER)) | .id", words
    found = [one["id"] for one in comments if one["body"].startswith(os.environ["MARKER"])]
    print("\\n".join(str(id) for id in found))
    sys.exit(0)
if pathlib.Path(sys.argv[0]).with_name("read-only").exists():
    sys.exit("HTTP 403: Resource not accessible by integration")
name, file = words[words.index("--field") + 1].split("=@")
assert name == "body"
body = pathlib.Path(file).read_text()
if method == "POST":
    assert path == "repos/x/y/issues/7/comments", path
    comments.append({"id": 100 + len(comments), "body": body})
else:
    assert method == "PATCH", method
    next(one for one in comments if path == f"repos/x/y/issues/comments/{one['id']}")["body"] = body
kept.write_text(json.dumps(comments))
"""


class Action:
    """The composite action with its inputs: its shell steps are run as the runner runs them, the others are only named, and fail
    when they are in `refused`. The action is copied out of this package, as its users do."""

    def __init__(self, root, event, refused=(), **inputs):
        self.definition = load(".github/actions/planc/action.yml")
        self.place = folder() / "planc"
        shutil.copytree(PACKAGE / ".github/actions/planc", self.place)
        self.root, self.event, self.outputs, self.log, self.refused = root, event, {}, "", refused
        values = {"github.event.pull_request.base.sha": event.get("base", ""), "github.event.pull_request.number": "7"}
        values["github.event.pull_request.head.repo.fork"] = event.get("fork", "")
        self.values = {**values, "github.event_name": event["name"], "github.token": "secret", "github.sha": git("rev-parse", "HEAD", at=root)}
        for name, told in self.definition["inputs"].items():
            self.values["inputs." + name] = inputs.get(name, self.filled(told.get("default", "")))
        self.page = folder() / "summary"
        self.tools = folder()
        gh = self.tools / "gh"
        gh.write_text(GH)
        gh.chmod(0o755)

    @property
    def comments(self):
        kept = self.tools / "comments.json"
        return json.loads(kept.read_text()) if kept.exists() else []

    def filled(self, text):
        def value(match):
            name = match[1]
            if name.startswith("steps."):
                return self.outputs.get(name, "")
            assert name in self.values, f"an expression that this test does not know: {name}"
            return self.values[name]

        return EXPRESSION.sub(value, str(text))

    def holds(self, condition):
        for clause in condition.split(" && "):
            left, sign, right = clause.split(" ", 2)
            value = self.values.get(left, self.outputs.get(left, ""))
            right = right.strip("'")
            if sign not in ("==", "!=", "<"):
                raise AssertionError(f"a condition that this test does not know: {clause}")
            if not {"==": value == right, "!=": value != right, "<": sign == "<" and int(value or 0) < int(right or 0 if sign == "<" else 0)}[sign]:
                return False
        return True

    def run(self, **variables):
        """The exit status of the action, and the names of the steps that ran."""
        ran = []
        for step in self.definition["runs"]["steps"]:
            if "if" in step and not self.holds(step["if"]):
                continue
            ran.append(step["name"])
            if "uses" in step:
                is_refused = step["name"] in self.refused
                assert not is_refused or step["continue-on-error"] is True, step["name"]
                self.outputs[f"steps.{step['id']}.outcome"] = "failure" if is_refused else "success"
                continue
            output = folder() / "output"
            output.touch()
            env = environment(
                GITHUB_ACTIONS="true", GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(self.page), GITHUB_WORKSPACE=str(self.root), GITHUB_REPOSITORY="x/y",
                GITHUB_ACTION_PATH=str(self.place), RUNNER_TEMP=str(folder()),
                **{name: self.filled(value) for name, value in step.get("env", {}).items()}, **variables,
            )
            env["PATH"] = f"{self.tools}{os.pathsep}{env['PATH']}"
            bash = shutil.which("bash")
            assert "${{" not in step["run"], "no expression is pasted into a script"
            script = folder() / "step.sh"
            script.write_text(step["run"])
            shell = [bash, "--noprofile", "--norc", "-eo", "pipefail", str(script)]
            done = subprocess.run(shell, cwd=self.root, env=env, capture_output=True, timeout=300)
            self.log += done.stdout.decode() + done.stderr.decode()
            for line in output.read_text().splitlines():
                name, value = line.split("=", 1)
                self.outputs[f"steps.{step['id']}.outputs.{name}"] = value
            if done.returncode != 0:
                return done.returncode, ran
        return 0, ran


def pull_request(old, new):
    root = repository(below(old, "Plans/lib"))
    base = git("rev-parse", "HEAD", at=root)
    write(root, below(new, "Plans/lib"))
    commit(root, "second")
    return root, base


# Checked on the day they run: nothing here may depend on it but warnings.
RENAMED = {**SMALL, "roles.md": SMALL["roles.md"].replace("holder: ada, deputies: [ben]", "holder: ben, deputies: [ada]")}


def test_the_action_judges_tells_and_compiles():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "pull_request", "base": base}, planc=PLANC)
    status, ran = action.run()
    same(status, 0, action.log)
    same(ran, ["get planc", "planc check", "upload findings", "planc diff", "comment", "planc build", "keep the packs", "result"])
    same(json.loads((root / "planc.sarif").read_text())["version"], "2.1.0")
    page = (root / "planc-diff.md").read_text()
    assert "Director: holder: Ada Marsh → Ben Okoro" in page, page
    assert page in action.page.read_text() and "### planc:" in action.page.read_text()
    same(len(action.comments), 1)
    assert action.comments[0]["body"].startswith("<!-- planc ") and action.comments[0]["body"].endswith(page), action.comments
    assert list((root / "planc-packs").rglob("manifest.json")), "the packs are there"


def test_the_action_goes_without_the_program_that_comments():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "pull_request", "base": base}, planc=PLANC, packs="false")
    os.remove(action.tools / "gh")
    for name in ("bash", "cat", "git", "sh", "env", "cut", "mktemp", "sha256sum"):
        os.symlink(shutil.which(name), action.tools / name)
    status, ran = action.run(PATH=str(action.tools))
    same((status, ran[-1]), (0, "result"), action.log)
    assert "::notice title=planc::gh is not installed" in action.log, action.log


def test_the_action_fails_after_it_has_told():
    broken = {**SMALL, "roles.md": SMALL["roles.md"].replace("holder: ada", "holder: nobody")}
    root, base = pull_request(SMALL, broken)
    action = Action(root, {"name": "pull_request", "base": base}, planc=PLANC)
    status, ran = action.run()
    same(status, 1, action.log)
    same(ran, ["get planc", "planc check", "upload findings", "planc diff", "comment", "result"])
    assert "::error title=planc%3A unknown-person,file=Plans/lib/roles.md,line=4," in action.log, action.log
    assert not (root / "planc-packs").exists()


def test_the_action_without_a_pull_request():
    root, _ = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "push"}, planc=PLANC)
    action.values["inputs.packs"] = "false"
    action.values["inputs.upload-sarif"] = "false"
    same(action.run(), (0, ["get planc", "planc check", "result"]), action.log)


def test_the_action_says_when_planc_could_not_run():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "push"}, planc=PLANC, path="no/such/folder")
    status, ran = action.run()
    same((status, ran), (3, ["get planc", "planc check", "result"]), action.log)


def test_the_action_is_strict_when_asked():
    unused = {**SMALL, "systems.md": "---\nkind: systems\nsystems:\n  spare: {title: Spare server}\n---\n"}
    root, _ = pull_request(SMALL, unused)
    action = Action(root, {"name": "push"}, planc=PLANC, strict="true", language="fr")
    same(action.run()[0], 1, action.log)
    assert "::warning title=planc%3A unused-system" in action.log, action.log


def test_the_comment_is_found_again_by_its_marker():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "pull_request", "base": base}, planc=PLANC, packs="false")
    (action.tools / "comments.json").write_text(json.dumps([{"id": 1, "body": "<!-- planc of another -->\nhello"}, {"id": 2, "body": "a person's"}]))
    action.run()
    first = action.comments
    same(len(first), 3)
    same(action.run()[0], 0, action.log)
    same(action.comments, first)


def test_the_comment_of_another_folder_is_its_own():
    root, base = pull_request(SMALL, RENAMED)
    shared = Action(root, {"name": "pull_request", "base": base}, planc=PLANC, packs="false")
    shared.run()
    shared.values["inputs.path"] = "Plans/lib"
    same(shared.run()[0], 0, shared.log)
    same(len(shared.comments), 2)


def test_a_fork_is_judged_and_not_red():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "pull_request", "base": base, "fork": "true"}, planc=PLANC, packs="false")
    same(action.run(), (0, ["get planc", "planc check", "planc diff", "comment", "result"]), action.log)
    assert "::notice title=planc::a change from a fork" in action.log and not action.comments, action.log


def test_a_token_that_may_not_write_is_not_red():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "pull_request", "base": base}, planc=PLANC, packs="false")
    (action.tools / "read-only").touch()
    same(action.run()[0], 0, action.log)
    assert "::notice title=planc::the comment could not be written" in action.log, action.log


def test_a_private_repository_without_code_scanning_is_not_red():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "pull_request", "base": base}, refused=("upload findings", "keep the packs"), planc=PLANC)
    same(action.run()[0], 0, action.log)
    assert "::notice title=planc::code scanning did not take" in action.log, action.log
    assert "::notice title=planc::the packs could not be kept" in action.log, action.log


def shallow(root):
    """The newest commit alone, of a repository that can be asked for more, as actions/checkout makes it."""
    git("config", "uploadpack.allowAnySHA1InWant", "true", at=root)
    place = folder() / "clone"
    git("clone", "-q", "--depth=1", f"file://{root}", place, at=root)
    return place


def test_a_shallow_clone_fetches_the_base():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(shallow(root), {"name": "pull_request", "base": base}, planc=PLANC, packs="false")
    same(action.run()[0], 0, action.log)
    same(len(action.comments), 1, action.log)


def test_a_shallow_clone_alone_is_judged_and_not_red():
    root, base = pull_request(SMALL, RENAMED)
    clone = shallow(root)
    git("remote", "remove", "origin", at=clone)
    action = Action(clone, {"name": "pull_request", "base": base}, planc=PLANC, packs="false")
    same(action.run(), (0, ["get planc", "planc check", "upload findings", "result"]), action.log)
    assert "::notice title=planc::this clone does not hold the base" in action.log, action.log


def release(version="0.1.0"):
    """A folder of a release whose package holds the planc under test, and its checksum."""
    place, name = folder(), f"planc-{version}-linux-x86_64"
    write(place, {f"{name}/bin/planc": f'#!/bin/sh\nexec "{PLANC}" "$@"\n'})
    (place / name / "bin/planc").chmod(0o755)
    done = run(["tar", "-cJf", f"{name}.tar.xz", name], place)
    same(done.status, 0, done.err)
    shutil.rmtree(place / name)
    return place, hashlib.sha256((place / f"{name}.tar.xz").read_bytes()).hexdigest()


def test_a_repository_of_plans_alone_fetches_a_pinned_release():
    place, checksum = release()
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "pull_request", "base": base}, **{"from": str(place), "sha256": checksum, "packs": "false"})
    same(action.run()[0], 0, action.log)
    assert "Ben Okoro" in (root / "planc-diff.md").read_text()


def test_a_release_is_fetched_by_its_address():
    place, checksum = release()
    root, _ = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "push"}, **{"from": "https://releases.example/v0.1.0/", "sha256": checksum, "packs": "false"})
    write(action.tools, {"curl": f"""#!/bin/sh
while [ $# -gt 1 ]; do [ "$1" = --output ] && out=$2; shift; done
[ "$1" = https://releases.example/v0.1.0/planc-0.1.0-linux-x86_64.tar.xz ] && cp {place}/planc-0.1.0-linux-x86_64.tar.xz "$out"
"""})
    (action.tools / "curl").chmod(0o755)
    same(action.run(), (0, ["get planc", "planc check", "upload findings", "result"]), action.log)


def test_a_package_that_is_not_the_pinned_one_is_red_and_never_run():
    place, _ = release()
    root, _ = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "push"}, **{"from": str(place), "sha256": "0" * 64})
    same(action.run(), (1, ["get planc"]), action.log)
    assert "::error title=planc::planc-0.1.0-linux-x86_64.tar.xz is not the file" in action.log, action.log
    action = Action(root, {"name": "push"}, **{"from": str(place)})
    same(action.run(), (1, ["get planc"]), action.log)


def test_without_any_planc_the_plans_are_not_judged_and_it_says_so():
    root, _ = pull_request(SMALL, RENAMED)
    for inputs in ({"from": str(folder()), "sha256": "0" * 64}, {"planc": "no-such-planc"}, {}):
        action = Action(root, {"name": "push"}, **inputs)
        tools = folder()
        for name in ("bash", "git", "cp", "mktemp", "uname", "sh"):
            os.symlink(shutil.which(name), tools / name)
        same(action.run(PATH=str(tools)), (0, ["get planc", "result"]), action.log)
        assert "::warning title=planc::" in action.log and "not judged" in action.log, action.log


def test_an_installed_planc_is_used():
    root, _ = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "push"}, packs="false")
    os.symlink(PLANC, action.tools / "planc")
    same(action.run(), (0, ["get planc", "planc check", "upload findings", "result"]), action.log)


def test_packs_that_cannot_be_made_here_are_not_red():
    root, _ = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "push"})
    write(action.tools, {"planc": f'#!/bin/sh\n[ "$1" = build ] && exit 3\nexec "{PLANC}" "$@"\n'})
    (action.tools / "planc").chmod(0o755)
    same(action.run(), (0, ["get planc", "planc check", "upload findings", "planc build", "result"]), action.log)
    assert "::notice title=planc::the packs could not be compiled" in action.log, action.log


def test_inputs_are_never_read_as_shell():
    root = repository(below(SMALL, "Plans"))
    nasty = "Plans; touch pwned $(touch pwned) `touch pwned`"
    lure = Action(root, {"name": "push"}, **{"from": nasty, "sha256": nasty, "version": nasty})
    lure.run()
    action = Action(root, {"name": "pull_request", "base": "HEAD; touch pwned"}, planc=PLANC, path=nasty, sarif="$(touch pwned).sarif")
    action.run()
    assert not (root / "pwned").exists()


def template(root, **variables):
    """The script of the GitLab template, its lines joined as GitLab's runner does."""
    definition = load(".gitlab/planc.yml")
    job = definition["planc"]
    given = {name: str(value) for name, value in definition["variables"].items()}
    script = "set -eo pipefail\n" + "\n".join(job["script"]) + "\n"
    done = run(["bash", "-c", script], root, **{**given, "CI": "true", "GITLAB_CI": "true", "PLANC": PLANC, **variables})
    kept = [path for path in job["artifacts"]["paths"] + list(job["artifacts"]["reports"].values()) if (root / path).exists()]
    return done, sorted(kept)


def test_the_template_judges_tells_and_compiles():
    root, base = pull_request(SMALL, RENAMED)
    done, kept = template(root, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_SHORT_SHA="abcdef12")
    same(done.status, 0, done.out + done.err)
    same(kept, ["planc-diff.md", "planc-junit.xml", "planc-packs", "planc-quality.json"])
    assert "Ben Okoro" in (root / "planc-diff.md").read_text()


def test_the_template_fetches_a_pinned_release():
    place, checksum = release()
    root, base = pull_request(SMALL, RENAMED)
    given = {"PLANC": "no-such-planc", "PLANC_FROM": str(place), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    done, kept = template(root, **given, PLANC_SHA256=checksum)
    same(done.status, 0, done.out + done.err)
    same(kept, ["planc-diff.md", "planc-junit.xml", "planc-packs", "planc-quality.json"])
    done, _ = template(root, **given, PLANC_SHA256="0" * 64)
    same((done.status, "is not the file" in done.err), (1, True), done.out + done.err)


def test_the_template_is_not_red_for_what_it_lacks():
    root, base = pull_request(SMALL, RENAMED)
    done, kept = template(root, PLANC="no-such-planc", PLANC_FROM=str(folder()))
    same((done.status, "not judged" in done.err, kept), (0, True, []), done.out + done.err)
    clone = shallow(root)
    git("remote", "remove", "origin", at=clone)
    done, kept = template(clone, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    same((done.status, "does not hold the base" in done.err), (0, True), done.out + done.err)


def test_the_template_fails_after_it_has_told():
    broken = {**SMALL, "roles.md": SMALL["roles.md"].replace("holder: ada", "holder: nobody")}
    root, base = pull_request(SMALL, broken)
    done, kept = template(root)
    same(done.status, 1, done.out + done.err)
    same(kept, ["planc-junit.xml", "planc-quality.json"])
    same({each["location"]["path"] for each in json.loads((root / "planc-quality.json").read_text()) if each["check_name"] == "unknown-person"}, {"Plans/lib/roles.md"})


main(globals())
