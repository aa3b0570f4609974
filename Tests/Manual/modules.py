#!/usr/bin/env python3
"""Draws the modules of Package.swift and what they import, as an SVG on the standard output.

Modules are in rows: each stands above all that it imports. An arrow that follows from others (a module of a module) is
left out. Libraries of the system are named under the module that imports them.

    python3 Tests/Manual/modules.py > Sources/planc/Documentation.docc/Resources/modules.svg
"""

import pathlib
import re
import sys

PACKAGE = pathlib.Path(__file__).resolve().parents[2] / "Package.swift"
WIDTH, BOX, ROW, LINE = 1120, 26, 84, 14
INK, PALE, ACCENT = "#1d2733", "#eef2f6", "#31628f"


def targets(text):
    """Name and imports of every target that is no test and no plugin, in the order of the file."""
    found = {}
    for match in re.finditer(r"\.(target|executableTarget|systemLibrary)\(", text):
        depth, at = 0, match.end() - 1
        while True:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            at += 1
            if depth == 0:
                break
        body = text[match.end() : at]
        name = re.search(r'name:\s*"([^"]+)"', body)
        if not name or name.group(1) == "TestSupport":
            continue
        imports = re.search(r"dependencies:\s*\[(.*?)\]", body, re.S)
        names = re.findall(r'(?<!name: )"([A-Za-z]+)"', imports.group(1)) if imports else []
        found[name.group(1)] = [] if match.group(1) == "systemLibrary" else names
    return {name: [other for other in names if other in found] for name, names in found.items()}


def reduced(graph):
    """Without the arrows that follow from others."""
    reach = {}

    def below(name):
        if name not in reach:
            reach[name] = set(graph[name]).union(*(below(other) for other in graph[name]))
        return reach[name]

    for name in graph:
        below(name)
    return {
        name: [other for other in names if not any(other in reach[third] for third in names if third != other)]
        for name, names in graph.items()
    }


def rows(graph):
    """How high each module stands: above all that it imports."""
    height = {}

    def of(name):
        if name not in height:
            height[name] = max((of(other) + 1 for other in graph[name]), default=0)
        return height[name]

    for name in graph:
        of(name)
    return height


def drawing(graph):
    system = {name for name in graph if not name.startswith(("Planc", "planc"))}
    own = {name: [other for other in names if other not in system] for name, names in graph.items() if name not in system}
    libraries = {name: [other for other in graph[name] if other in system] for name in own}
    height = rows(own)
    arrows = reduced(own)
    count = max(height.values()) + 1
    lines = [[] for _ in range(count)]
    for name in own:
        lines[height[name]].append(name)
    place = {}
    for level, names in enumerate(lines):
        # Over what it imports: a module comes where its imports are, on the average.
        def middle(name):
            xs = [place[other][0] for other in own[name] if other in place]
            return (sum(xs) / len(xs) if xs else WIDTH / 2, name)

        names.sort(key=middle)
        step = WIDTH / len(names)
        for number, name in enumerate(names):
            place[name] = (step * (number + 0.5), (count - 1 - level) * ROW + 40)
    tall = count * ROW + 30
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {tall}" width="{WIDTH}" height="{tall}" '
        'font-family="Helvetica, Arial, sans-serif" font-size="13">',
        "<title>The modules of planc: each imports those below it that its lines lead to.</title>",
        f'<rect width="{WIDTH}" height="{tall}" fill="#ffffff"/>',
    ]
    for name in sorted(own):
        x, y = place[name]
        for other in sorted(arrows[name]):
            u, v = place[other]
            out.append(
                f'<path d="M{x:.0f} {y + BOX / 2:.0f}C{x:.0f} {y + 44:.0f} {u:.0f} {v - 44:.0f} {u:.0f} {v - BOX / 2:.0f}" '
                f'fill="none" stroke="{ACCENT}" stroke-opacity=".45"/>'
            )
    for name in sorted(own):
        x, y = place[name]
        wide = len(name) * 7.4 + 18
        out.append(
            f'<rect x="{x - wide / 2:.0f}" y="{y - BOX / 2:.0f}" width="{wide:.0f}" height="{BOX}" rx="4" '
            f'fill="{PALE}" stroke="{INK}"/>'
        )
        out.append(f'<text x="{x:.0f}" y="{y + 4.5:.0f}" text-anchor="middle" fill="{INK}">{name}</text>')
        if libraries[name]:
            names = ", ".join(sorted(libraries[name]))
            out.append(
                f'<rect x="{x - len(names) * 2.9:.0f}" y="{y + BOX / 2 + 3:.0f}" width="{len(names) * 5.8:.0f}" height="{LINE}" '
                'fill="#ffffff" fill-opacity=".85"/>'
                f'<text x="{x:.0f}" y="{y + BOX / 2 + LINE:.0f}" text-anchor="middle" font-size="10" fill="{INK}">{names}</text>'
            )
    return "\n".join(out) + "\n</svg>\n"


if __name__ == "__main__":
    sys.stdout.write(drawing(targets(PACKAGE.read_text(encoding="utf-8"))))
