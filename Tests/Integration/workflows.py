"""The action, the workflow, the template and the hooks: read by the schemas of their services, their shell steps run for real in a
scratch repository with the variables that the services give.

    python3 workflows.py PLANC
"""

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
        ("vendor.github-actions", ".github/actions/planc/action.yml"),
        ("vendor.gitlab-ci", ".gitlab/planc.yml"),
    ):
        done = run([checker, "--builtin-schema", schema, PACKAGE / path], PACKAGE)
        same(done.status, 0, f"{path}: {done.out}{done.err}")


def test_actionlint_has_nothing_to_say():
    done = run([tool("actionlint"), ".github/workflows/plans.yml"], PACKAGE)
    same((done.status, done.out), (0, ""))


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


class Action:
    """The composite action with its inputs: its shell steps are run as the runner runs them, the others are only named."""

    def __init__(self, root, event, **inputs):
        self.definition = load(".github/actions/planc/action.yml")
        self.root, self.event, self.outputs, self.log = root, event, {}, ""
        values = {"github.event.pull_request.base.sha": event.get("base", ""), "github.event.pull_request.number": "7"}
        self.values = {**values, "github.event_name": event["name"], "github.token": "secret", "github.sha": git("rev-parse", "HEAD", at=root)}
        for name, told in self.definition["inputs"].items():
            self.values["inputs." + name] = inputs.get(name, self.filled(told.get("default", "")))
        self.page = folder() / "summary"
        self.tools = folder()
        self.comment = self.tools / "comment"
        gh = self.tools / "gh"
        gh.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {self.comment}\n')
        gh.chmod(0o755)

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
                continue
            output = folder() / "output"
            output.touch()
            env = environment(
                GITHUB_ACTIONS="true", GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(self.page), GITHUB_WORKSPACE=str(self.root), GITHUB_REPOSITORY="x/y",
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
    same(ran, ["planc check", "upload findings", "planc diff", "comment", "planc build", "keep the packs", "result"])
    same(json.loads((root / "planc.sarif").read_text())["version"], "2.1.0")
    page = (root / "planc-diff.md").read_text()
    assert "Director: holder: Ada Marsh → Ben Okoro" in page, page
    assert page in action.page.read_text() and "### planc:" in action.page.read_text()
    assert "planc-diff.md" in action.comment.read_text() and "\n7\n" in action.comment.read_text()
    assert list((root / "planc-packs").rglob("manifest.json")), "the packs are there"


def test_the_action_goes_without_the_program_that_comments():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "pull_request", "base": base}, planc=PLANC, packs="false")
    os.remove(action.tools / "gh")
    for name in ("bash", "cat", "git", "sh", "env"):
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
    same(ran, ["planc check", "upload findings", "planc diff", "comment", "result"])
    assert "::error title=planc%3A unknown-person,file=Plans/lib/roles.md,line=4," in action.log, action.log
    assert not (root / "planc-packs").exists()


def test_the_action_without_a_pull_request():
    root, _ = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "push"}, planc=PLANC)
    action.values["inputs.packs"] = "false"
    action.values["inputs.upload-sarif"] = "false"
    same(action.run(), (0, ["planc check", "result"]), action.log)


def test_the_action_says_when_planc_could_not_run():
    root, base = pull_request(SMALL, RENAMED)
    action = Action(root, {"name": "push"}, planc=PLANC, path="no/such/folder")
    status, ran = action.run()
    same((status, ran), (3, ["planc check", "result"]), action.log)


def test_the_action_is_strict_when_asked():
    unused = {**SMALL, "systems.md": "---\nkind: systems\nsystems:\n  spare: {title: Spare server}\n---\n"}
    root, _ = pull_request(SMALL, unused)
    action = Action(root, {"name": "push"}, planc=PLANC, strict="true", language="fr")
    same(action.run()[0], 1, action.log)
    assert "::warning title=planc%3A unused-system" in action.log, action.log


def test_inputs_are_never_read_as_shell():
    root = repository(below(SMALL, "Plans"))
    nasty = "Plans; touch pwned $(touch pwned) `touch pwned`"
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


def test_the_template_fails_after_it_has_told():
    broken = {**SMALL, "roles.md": SMALL["roles.md"].replace("holder: ada", "holder: nobody")}
    root, base = pull_request(SMALL, broken)
    done, kept = template(root)
    same(done.status, 1, done.out + done.err)
    same(kept, ["planc-junit.xml", "planc-quality.json"])
    same({each["location"]["path"] for each in json.loads((root / "planc-quality.json").read_text()) if each["check_name"] == "unknown-person"}, {"Plans/lib/roles.md"})


main(globals())
