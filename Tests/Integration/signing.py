"""Signed outputs: keys, signatures and their checks by planc, and by minisign where it is installed.

    python3 signing.py PLANC
"""

import os
import shutil
import stat
import subprocess

from support import PLANC, SMALL, Skipped, environment, folder, main, planc, same, write

NAME = "Sophie Lantier, Directrice de la communication"


def place():
    root = folder()
    write(root / "library", SMALL)
    return root


def keygen(root, name="crisis", *options, **variables):
    done = planc("keygen", name, *(options or ("--without-password",)), at=root, **variables)
    same(done.status, 0, done.err)
    return done.out.strip()


def build(root, *options, **variables):
    done = planc("build", "library", "--output", "Output", "--force", "--formats", "text", *options, at=root, **variables)
    assert done.status in (0, 1), done.err
    return root / "Output/library"


def verify(root, *options):
    return planc("verify", "Output/library", *options, at=root)


def minisign(*arguments, at, say=""):
    if not shutil.which("minisign"):
        raise Skipped("minisign is not installed")
    done = subprocess.run(["minisign", *arguments], cwd=at, input=say, capture_output=True, text=True, timeout=120)
    return done


def test_a_signed_output_says_by_whom_and_when():
    root = place()
    keygen(root, "crisis", "--without-password", "--signer", NAME)
    build(root, "--sign", "crisis.key", SOURCE_DATE_EPOCH="1795941007")
    done = verify(root, "--key", "crisis.pub")
    same(done.status, 0, done.err)
    assert done.out.startswith(f"signed by {NAME} on 2026-11-29 08:30 UTC with key "), done.out
    done = verify(root, "--key", "crisis.pub", "--lang", "fr")
    assert done.out.startswith(f"signé par {NAME} le 2026-11-29 08:30 UTC avec la clé "), done.out
    build(root, "--sign", "crisis.key", "--signer", "The deputy")
    assert verify(root, "--key", "crisis.pub").out.startswith("signed by The deputy on ")


def test_the_key_may_be_given_as_it_is_printed():
    root = place()
    key = keygen(root)
    build(root, "--sign", "crisis.key")
    same(verify(root, "--key", key).status, 0)
    other = keygen(root, "other")
    done = verify(root, "--key", other)
    same((done.status, done.out), (1, "signed with another key: manifest.json.minisig\n"), done.err)
    same(verify(root, "--key", "nowhere.pub").status, 3)
    same(verify(root, "--key", "library/plan.md").status, 3)


def test_an_output_without_a_signature_is_noticed():
    root = place()
    keygen(root)
    build(root, "--sign", "crisis.key")
    # Built anew without the key: the old signature is gone with the old manifest.
    output = build(root)
    assert not (output / "manifest.json.minisig").exists()
    same(verify(root).status, 0)
    done = verify(root, "--key", "crisis.pub")
    same((done.status, done.out), (1, "no signature: manifest.json.minisig\n"), done.err)


def test_a_changed_file_is_noticed_though_its_checksums_are_made_anew():
    root = place()
    keygen(root)
    build(root, "--sign", "crisis.key")
    output = root / "Output/library"
    signature = (output / "manifest.json.minisig").read_bytes()
    write(root / "library", {"people.md": SMALL["people.md"].replace("900001", "900009")})
    build(root)
    (output / "manifest.json.minisig").write_bytes(signature)
    same(verify(root).status, 0)
    done = verify(root, "--key", "crisis.pub")
    same((done.status, done.out), (1, "the signature does not belong to this manifest: manifest.json.minisig\n"), done.err)


def test_a_foreign_manifest_is_an_error_and_no_crash():
    root = place()
    output = build(root)
    text = (output / "manifest.json").read_text()
    size = text.index('"size": ') + 8
    for changed in (
        text[:size] + "-5" + text[text.index(",", size):], text.replace('"path": "', '"path": "../', 1), '{"name": "Web app", "icons": []}', "", "[" * 200_000,
        text.replace('"path": "', '"path": "/', 1),
    ):
        (output / "manifest.json").write_text(changed)
        done = verify(root)
        same(done.status, 3, done.err)
        assert "planc did not write this manifest" in done.err, done.err


def test_a_link_in_place_of_a_file_is_noticed():
    root = place()
    output = build(root)
    shutil.move(output / "plan.json", root / "plan.json")
    os.symlink(root / "plan.json", output / "plan.json")
    os.mkdir(output / "new")
    done = verify(root)
    same((done.status, done.out), (1, "not in the manifest: new\na link, folder or device in place of a file: plan.json\n"), done.err)


def test_the_secret_key_is_for_its_owner_and_is_not_replaced():
    root = place()
    keygen(root, "keys/crisis")
    same(stat.S_IMODE(os.stat(root / "keys/crisis.key").st_mode), 0o600)
    before = (root / "keys/crisis.key").read_bytes()
    same(planc("keygen", "keys/crisis", "--without-password", at=root).status, 3)
    same((root / "keys/crisis.key").read_bytes(), before)


def test_an_encrypted_key_needs_its_password():
    root = place()
    same(planc("keygen", "crisis", at=root).status, 2)
    assert not (root / "crisis.key").exists() and not (root / "crisis.pub").exists()
    keygen(root, "crisis", "--signer", NAME, PLANC_KEY_PASSWORD="quatre mots")
    same(planc("build", "library", "--force", "--sign", "crisis.key", at=root).status, 2)
    done = planc("build", "library", "--force", "--sign", "crisis.key", at=root, PLANC_KEY_PASSWORD="autre")
    same(done.status, 3, done.err)
    assert "the password does not open the key" in done.err and not (root / "Output").exists(), done.err
    build(root, "--sign", "crisis.key", PLANC_KEY_PASSWORD="quatre mots")
    assert verify(root, "--key", "crisis.pub").out.startswith(f"signed by {NAME} on ")
    # minisign opens the same key.
    done = minisign("-S", "-s", root / "crisis.key", "-m", "plan.md", at=root / "library", say="quatre mots\n")
    same(done.returncode, 0, done.stderr)
    done = minisign("-V", "-p", root / "crisis.pub", "-m", "plan.md", at=root / "library")
    same(done.returncode, 0, done.stderr)


def test_minisign_checks_what_planc_signed():
    root = place()
    key = keygen(root)
    output = build(root, "--sign", "crisis.key", "--signer", NAME)
    for how in (("-p", root / "crisis.pub"), ("-P", key)):
        done = minisign("-Vm", "manifest.json", *how, at=output)
        same(done.returncode, 0, done.stderr)
        assert f"by:{NAME}" in done.stdout, done.stdout
    with open(output / "manifest.json", "a") as file:
        file.write("\n")
    assert minisign("-Vm", "manifest.json", "-P", key, at=output).returncode != 0


def test_planc_signs_with_a_key_of_minisign_and_checks_its_signatures():
    root = place()
    same(minisign("-G", "-W", "-p", "m.pub", "-s", "m.key", at=root).returncode, 0)
    output = build(root, "--sign", "m.key")
    done = verify(root, "--key", "m.pub")
    same(done.status, 0, done.err)
    assert done.out.startswith("signed on "), done.out
    os.remove(output / "manifest.json.minisig")
    for legacy in ((), ("-l",)):
        same(minisign("-S", "-W", *legacy, "-s", root / "m.key", "-m", "manifest.json", at=output).returncode, 0)
        done = verify(root, "--key", "m.pub")
        same(done.status, 0, done.err + done.out)


def test_the_register_of_copies_has_the_key():
    root = place()
    key = keygen(root)
    write(root / "library", {"packs.md": """---
kind: packs
packs:
  binder:
    title: Binder
    for: [role:director]
    include: [contacts]
    copies: [{to: director, at: Office}]
---
"""})
    output = build(root, "--sign", "crisis.key", "--copies")
    text = (output / "en/packs/register--copies.txt").read_text()
    assert key in text.replace("\n", "").replace(" ", ""), text
    assert key not in (build(root, "--copies") / "en/packs/register--copies.txt").read_text()


main(globals())
