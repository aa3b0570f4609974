"""Holds the JSON Schemas of planc against the plans of the repository and against front matter that is wrong.

Usage: check_schemas.py SCHEMAS.json ANY.json PLANS...
Exits with 77 where a module is missing.
"""
import json
import pathlib
import re
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(missing)
    sys.exit(77)


class EditorLoader(yaml.SafeLoader):
    """YAML's core types, as editors read them: no dates, no `yes` and `no`, no numbers of base 60."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^(?:0|[1-9][0-9]*)$", "0123456789"),
    ("float", r"^[0-9]+\.[0-9]*$", "0123456789"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), list(first))

WRONG = {
    "a kind that is none": "kind: mesage\ntitle: x\n",
    "a key that is none": "kind: snippet\ntitel: x\n",
    "a missing key": "kind: roles\nroles: {lead: {title: Lead}}\n",
    "an unknown word": "kind: checklist\ntitle: x\nscenarios: all\nphase: meanwhile\n",
    "a malformed date": "kind: drills\ndrills: {one: {date: 21/11/2026, scenario: fire}}\n",
    "a malformed duration": "kind: activities\nactivities: {a: {title: x, owner: lead, mtpd: two days, rto: 1d}}\n",
    "a malformed id": "kind: systems\nsystems: {Mail Server: {title: x}}\n",
    "a list where a map belongs": "kind: people\npeople: [{name: Ada}]\n",
    "a number that is none": "kind: audiences\naudiences: {a: {title: x, type: press, channels: mail, size: many}}\n",
    "a translation with a key of its source": "kind: message\ntitle: x\nphase: during\n",
}


def front_matter(path):
    text = path.read_text(encoding="utf-8-sig")
    if not text.startswith("---\n"):
        return None
    return text[4:].split("\n---", 1)[0]


def main():
    schemas = json.loads(pathlib.Path(sys.argv[1]).read_text())
    any_kind = json.loads(pathlib.Path(sys.argv[2]).read_text())
    validator = jsonschema.Draft202012Validator
    for schema in [*schemas.values(), any_kind]:
        validator.check_schema(schema)
    by_kind = {kind: validator(schema) for kind, schema in schemas.items()}
    whole = validator(any_kind)
    failures = []
    count = 0
    for folder in sys.argv[3:]:
        for path in sorted(pathlib.Path(folder).rglob("*.md")):
            text = front_matter(path)
            if text is None:
                continue
            count += 1
            for loader in (yaml.BaseLoader, EditorLoader):
                data = yaml.load(text, loader)
                for judge in (by_kind[data["kind"]], whole):
                    for error in judge.iter_errors(data):
                        failures.append(f"{path} ({loader.__name__}): {error.json_path}: {error.message[:200]}")
    for name, text in WRONG.items():
        for loader in (yaml.BaseLoader, EditorLoader):
            data = yaml.load(text, loader)
            if whole.is_valid(data):
                failures.append(f"accepted: {name} ({loader.__name__})")
            if data["kind"] in by_kind and by_kind[data["kind"]].is_valid(data):
                failures.append(f"accepted by its own schema: {name} ({loader.__name__})")
    print(f"{count} front matters")
    print("\n".join(failures[:50]))
    sys.exit(1 if failures or count == 0 else 0)


main()
