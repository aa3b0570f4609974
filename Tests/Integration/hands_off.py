"""Commands and the files of others: what is in an output folder and not planc's, devices and pipes, modes and links of sources,
builds at the same time, and repositories that name programs.

    python3 hands_off.py PLANC
"""

import json
import os
import stat
import subprocess
import threading

from support import PLANC, SMALL, below, check, commit, environment, folder, git, main, planc, repository, same, write

BUILD = ["build", "library", "--output", "Output", "--only", "contacts,data", "--formats", "text", "--force"]


def place():
    root = folder()
    write(root, below(SMALL, "library"))
    return root


def build(root, *options, status=0, **variables):
    done = planc(*BUILD, "--as-of", "2026-01-15", *options, at=root, **variables)
    assert done.status == status or (status == 0 and done.status == 1), done.err
    return done


def tree(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()}


def test_foreign_files_are_kept_and_named():
    root = place()
    build(root)
    write(root / "Output", {".planc-baseline.json": "known", "library/notes.txt": "mine", "library/en/contacts/mine/a.csv": "a;b", "library/.planc-baseline": "known too"})
    done = build(root, "--revision", "two")
    for name in ("library/notes.txt", "library/en/contacts/mine", "library/.planc-baseline"):
        assert f"Output/{name}" in done.err, done.err
    same((root / "Output/.planc-baseline.json").read_text(), "known")
    same((root / "Output/library/notes.txt").read_text(), "mine")
    same(sorted(each.name for each in (root / "Output").iterdir()), [".planc-baseline.json", "library"])
    assert all(each["path"] != "notes.txt" for each in json.loads((root / "Output/library/manifest.json").read_text())["files"])


def test_an_edited_file_stops_the_build():
    root = place()
    build(root)
    edited = root / "Output/library/en/contacts/contacts.csv"
    edited.write_text("edited by hand")
    before = tree(root / "Output")
    done = build(root, "--revision", "two", status=3)
    assert "en/contacts/contacts.csv" in done.err and "Output/library" in done.err, done.err
    same(tree(root / "Output"), before)
    edited.unlink()
    build(root, "--revision", "two")


def test_foreign_folders_of_the_plans_name_are_refused():
    for name in ("manifest.json", "plan.json", "cat.jpg"):
        root = place()
        write(root / "Output/library", {name: '{"name": "a web page"}'})
        done = build(root, status=3)
        assert "did not write" in done.err, done.err
        same(tree(root / "Output"), {f"library/{name}": b'{"name": "a web page"}'})


def test_a_linked_output_folder_stays_a_link():
    root = place()
    write(root, {"elsewhere/theirs.txt": "theirs"})
    (root / "Output").mkdir()
    (root / "Output/library").symlink_to("../elsewhere")
    build(root, status=3)
    same(tree(root / "elsewhere"), {"theirs.txt": b"theirs"})
    (root / "elsewhere/theirs.txt").unlink()
    build(root)
    build(root, "--revision", "two")
    assert (root / "Output/library").is_symlink() and (root / "elsewhere/manifest.json").exists()


def test_a_clone_with_texts_alone_is_built_into():
    root = repository({**below(SMALL, "library"), ".gitignore": "manifest.json\n"})
    build(root)
    commit(root, "output")
    (root / "Output/library/manifest.json").unlink()
    changed = SMALL["people.md"].replace("Ben Okoro", "Ben Adeyemi")
    write(root, {"library/people.md": changed})
    build(root)
    assert "Adeyemi" in (root / "Output/library/en/contacts/contacts.csv").read_text()
    # What a colleague committed is newer than what the manifest here knows.
    manifest = (root / "Output/library/manifest.json").read_bytes()
    commit(root, "newer")
    write(root, {"library/people.md": SMALL["people.md"]})
    build(root)
    (root / "Output/library/manifest.json").write_bytes(manifest)
    commit(root, "pulled")
    build(root, "--revision", "three")


def test_builds_at_the_same_time_do_not_mix():
    root = place()
    threads = [threading.Thread(target=planc, args=(*BUILD, "--revision", f"r{number}"), kwargs={"at": root}) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    same(planc("verify", "Output/library", at=root).status, 0)
    same(sorted(each.name for each in (root / "Output").iterdir()), ["library"])


def test_reports_go_into_devices_pipes_and_links():
    root = place()
    done = planc("schema", "--output", "/dev/stdout", at=root)
    assert done.status == 0 and json.loads(done.out), done.err
    same(planc("schema", "--output", "/dev/null", at=root).status, 0)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode), "the device is replaced"
    done = planc("schema", "--output", "/dev/full", at=root)
    assert done.status == 3 and "/dev/full" in done.err, done.err
    os.mkfifo(root / "pipe")
    # Into a file: what is written is more than a pipe holds that nobody empties.
    reader = subprocess.Popen(["cat", root / "pipe"], stdout=(root / "read.json").open("wb"))
    same(planc("schema", "--output", "pipe", at=root).status, 0)
    same(reader.wait(timeout=30), 0)
    assert json.loads((root / "read.json").read_bytes()) and stat.S_ISFIFO(os.lstat(root / "pipe").st_mode)
    write(root, {"real.json": "old"})
    os.chmod(root / "real.json", 0o640)
    os.link(root / "real.json", root / "other.json")
    (root / "link.json").symlink_to("real.json")
    same(planc("schema", "--output", "link.json", at=root).status, 0)
    assert (root / "link.json").is_symlink() and json.loads((root / "other.json").read_text())
    same(stat.S_IMODE(os.stat(root / "real.json").st_mode), 0o640)
    done = planc("schema", "--output", "no/such/folder.json", at=root)
    assert done.status == 3 and "no/such/folder.json" in done.err and ".planc-" not in done.err, done.err


def test_a_step_summary_is_added_to():
    root = place()
    summary = root / "summary.md"
    summary.write_bytes(b"x" * (3 << 20))
    inode = summary.stat().st_ino
    for _ in range(2):
        check("library", "--format", "github", at=root, GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_bytes()
    assert text.startswith(b"x" * (3 << 20)) and len(text) > 3 << 20 and summary.stat().st_ino == inode


def test_sources_keep_mode_and_links():
    root = place()
    plan = root / "library"
    write(plan, {"words.md": "---\nkind: systems\nsystems:\n  web: {title: Web\u00adsite}\n---\n"})
    source = plan / "words.md"
    os.chmod(source, 0o600)
    os.link(source, root / "other.md")
    inode = source.stat().st_ino
    before = source.read_bytes()
    done = check("library", "--fix", at=root)
    if source.read_bytes() == before:
        # No safe fix for it: then a stamp, or a new entry, is what planc writes.
        same(planc("new", "system", "intranet", "library", at=root).status, 0)
        assert source.read_bytes() != before, done.err
    same((stat.S_IMODE(source.stat().st_mode), source.stat().st_ino, (root / "other.md").read_bytes()), (0o600, inode, source.read_bytes()))


def test_no_program_of_a_repository_is_run():
    root = repository(below(SMALL, "library"))
    trace = root / ".git/trace"
    program = root / ".git/program"
    program.write_text(f"#!/bin/sh\necho \"$@\" >> '{trace}'\ncat\n")
    program.chmod(0o755)
    write(root, {".gitattributes": "*.md filter=x diff=x\n"})
    for name in ("core.fsmonitor", "filter.x.clean", "filter.x.smudge", "diff.x.textconv", "diff.external", "core.pager", "gpg.program", "core.sshCommand"):
        git("config", name, str(program), at=root)
    git("config", "log.showSignature", "true", at=root)
    write(root, {"library/people.md": SMALL["people.md"] + "\n"})
    trace.unlink(missing_ok=True)
    check("library", "--changed-since", "HEAD", at=root)
    planc("diff", "HEAD", "--path", "library", at=root)
    build(root, "--history")
    build(root, "--revision", "two")
    assert not trace.exists(), trace.read_text()


def test_unknown_and_shallow_revisions_are_explained():
    root = repository(below(SMALL, "library"))
    done = check("library", "--changed-since", "origin/main", at=root)
    assert done.status == 3 and "git fetch" in done.err, done.err
    commit(root, "second")
    clone = folder() / "clone"
    git("clone", "-q", "--depth", "1", f"file://{root}", str(clone), at=root)
    for arguments in (("check", "library", "--changed-since", "HEAD~1"), ("diff", "HEAD~1", "--path", "library")):
        done = planc(*arguments, at=clone)
        assert done.status == 3 and "shallow" in done.err and "fetch-depth: 0" in done.err, done.err
    done = planc(*BUILD, "--history", at=clone)
    assert done.status == 3 and "shallow" in done.err, done.err
    done = check(".", "--changed-since", "HEAD", at=folder())
    assert done.status == 3, done.err


main(globals())
