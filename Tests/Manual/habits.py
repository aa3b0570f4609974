#!/usr/bin/env python3
"""Finds what Contributing asks of the code and `swift format` does not see: functions of more than 60 lines, public types,
functions and subscripts that nobody has said a word about, and public properties with a numeric type written beside them of
which nobody has said what they count, and in what unit.

Each finding is a line on the standard output, with the exit status 1; the last line says how much was looked at.

    python3 Tests/Manual/habits.py [FOLDER]

The layout that `make lint` holds makes the text of a file enough: a declaration's body ends at the first brace that is
indented as the declaration is. What is one table of data is declared as data, `static let`, and may be long.
"""

import pathlib
import re
import sys

LONGEST = 60
FOLDERS = ["Sources", "Tests", "Plugins"]

ATTRIBUTE = r"@\w+(?:\([^)]*\))?"
MODIFIER = (
    r"(?:public|package|internal|fileprivate|private)(?:\(set\))?|static|final|override|mutating|nonmutating|consuming|"
    r"borrowing|convenience|required|indirect|lazy|class(?=\s+(?:func|var))|nonisolated(?:\(unsafe\))?"
)
DECLARATION = re.compile(
    rf"(\s*)((?:(?:{ATTRIBUTE}|{MODIFIER})\s+)*)"
    r"(func|init|subscript|var|let|struct|enum|class|actor|protocol|typealias)\b[?!]?\s*(\w+)?"
)
# The type of a property that is a number, or numbers in a list, a range or a `Located`; the keys of a dictionary are none.
NUMBER = re.compile(
    r"\s*:\s*(?:\[|(?:Closed)?Range<|(?:Contiguous)?Array<|Located<)*"
    r"(?:U?Int(?:8|16|32|64)?|Double|Float|CGFloat|TimeInterval|Duration)\b(?!\s*[:.])"
)
# What a protocol of the standard library asks for says the same of every type.
SAID_ELSEWHERE = {("func", name) for name in ["hash", "encode", "makeIterator", "index"]}
RULE = re.compile(r":.*\b(?:BindingRule|Rule|RuleDescription)\b")


def body(lines, place, indentation):
    """How many lines the body has that a declaration opens; none for one that opens none."""
    opening = place
    while not lines[opening].endswith("{"):
        opening += 1
        if opening == len(lines) or not lines[opening].strip():
            return None
        own = len(lines[opening]) - len(lines[opening].lstrip())
        if own < indentation or own == indentation and lines[opening][own] not in ")>{w":
            return None
    end = " " * indentation + "}"
    return next((at - opening - 1 for at in range(opening + 1, len(lines)) if lines[at].startswith(end)), None)


def is_documented(lines, place):
    above = place - 1
    while above >= 0 and re.match(rf"\s*(?:{ATTRIBUTE}\s*)+$", lines[above]):
        above -= 1
    return lines[above].lstrip().startswith("///")


def requirements(sources):
    """The functions and the described properties that protocols ask for: not described again at each type that has them."""
    names = set(SAID_ELSEWHERE)
    for lines in sources.values():
        inside = None
        for place, line in enumerate(lines):
            declared = DECLARATION.match(line)
            if inside is not None and line.startswith(inside + "}"):
                inside = None
            if inside is not None and declared:
                if declared[3] == "func" or declared[3] == "var" and is_documented(lines, place):
                    names.add((declared[3], declared[4]))
            if declared and declared[3] == "protocol" and line.endswith("{"):
                inside = declared[1]
    return names


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2])
    sources = {
        str(path.relative_to(root)): path.read_text().split("\n")
        for folder in FOLDERS
        for path in sorted((root / folder).rglob("*.swift"))
    }
    described = requirements(sources)
    found, bodies, declarations = [], 0, 0
    for path, lines in sources.items():
        for place, line in enumerate(lines):
            declared = DECLARATION.match(line)
            if not declared:
                continue
            indentation, modifiers, keyword, name = declared.groups()
            if keyword in ("func", "init", "subscript") or keyword == "var" and line.endswith("{"):
                length = body(lines, place, len(indentation))
                bodies += length is not None
                if length is not None and length > LONGEST:
                    found.append(f"{path}:{place + 1}: {length} lines: at most {LONGEST}; split it by subject")
            is_property = keyword in ("var", "let")
            is_public = re.search(r"\b(?:public|package)\b(?!\()", modifiers) and path.startswith("Sources/")
            if not is_public or keyword == "init" or keyword == "func" and name is None:
                continue
            if is_property and not NUMBER.match(line, declared.end()):
                continue
            if ("var" if is_property else keyword, name) in described:
                continue
            if keyword == "enum" and RULE.search(line):
                continue  # Its summary and its reason say what it is.
            declarations += 1
            if not is_documented(lines, place):
                says = " and a number: say what it counts, and in what unit," if is_property else ": say what it is"
                found.append(f"{path}:{place + 1}: {keyword} {name or ''} is public{says} in a '///' above it")
    print("\n".join(found + [f"{bodies} functions, {declarations} public declarations"]))
    sys.exit(1 if found else 0)


main()
