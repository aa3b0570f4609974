"""Manual pages (man(7)) from what the program says of its own commands."""

import json
import os
import re
import subprocess
import time

HEADINGS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "SEE ALSO", "default: {}"),
    "fr": ("NOM", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDES", "VOIR AUSSI", "par défaut : {}"),
    "de": ("NAME", "ÜBERSICHT", "BESCHREIBUNG", "OPTIONEN", "BEFEHLE", "SIEHE AUCH", "Vorgabe: {}"),
}


def pages(program, language, version, epoch):
    """The name and the text of each page: `planc`, and one for each command."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": f"{language}.UTF-8"}
    told = subprocess.run([str(program), "--experimental-dump-help"], check=True, capture_output=True, env=environment)
    root = json.loads(told.stdout)["command"]
    commands = [command for command in root["subcommands"] if command["commandName"] != "help"]
    date = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    yield "planc", Page(root, "planc", language, version, date).text([f"planc-{c['commandName']}" for c in commands])
    for command in commands:
        name = f"planc {command['commandName']}"
        yield name.replace(" ", "-"), Page(command, name, language, version, date).text(["planc"])


class Page:
    def __init__(self, command, name, language, version, date):
        self.command, self.name, self.version, self.date = command, name, version, date
        (self.title, self.synopsis, self.description, self.options, self.commands, self.also,
         self.default) = HEADINGS[language]

    def text(self, related):
        dashed = self.name.replace(" ", "-")
        lines = [f'.TH "{dashed.upper()}" 1 "{self.date}" "planc {self.version}"',
                 f".SH {self.title}", f"{quoted(dashed)} \\- {quoted(self.command['abstract'])}",
                 f".SH {self.synopsis}", *self.usage(), f".SH {self.description}"]
        discussion = self.command.get("discussion") or self.command["abstract"]
        for paragraph in re.split(r"\n\s*\n", discussion):
            lines += [".PP", *map(quoted, paragraph.split("\n"))]
        arguments = [a for a in self.command.get("arguments", []) if a.get("shouldDisplay", True)]
        if arguments:
            lines.append(f".SH {self.options}")
        for argument in arguments:
            lines += [".TP", self.names(argument, separator=", "), quoted(self.told(argument))]
        children = [c for c in self.command.get("subcommands", []) if c["commandName"] != "help"]
        if children:
            lines.append(f".SH {self.commands}")
        for child in children:
            lines += [".TP", f"\\fB{quoted('planc-' + child['commandName'])}\\fR(1)", quoted(child["abstract"])]
        lines += [f".SH {self.also}", ", ".join(f"\\fB{quoted(name)}\\fR(1)" for name in related)]
        return "\n".join(lines) + "\n"

    def usage(self):
        words = []
        for argument in self.command.get("arguments", []):
            if not argument.get("shouldDisplay", True):
                continue
            word = self.names(argument, separator="|", preferred=True)
            dots = " \\&..." if argument.get("isRepeating") else ""
            words.append(f"[{word}]{dots}" if argument.get("isOptional") else word + dots)
        return [f"\\fB{quoted(self.name)}\\fR " + " ".join(words)]

    def names(self, argument, separator, preferred=False):
        value = f"\\fI{quoted(argument.get('valueName', ''))}\\fR"
        if argument["kind"] == "positional":
            return value
        names = [argument["preferredName"]] if preferred else argument["names"]
        words = separator.join("\\fB" + quoted(("-" if n["kind"] == "short" else "--") + n["name"]) + "\\fR" for n in names)
        return words + (f" {value}" if argument["kind"] == "option" else "")

    def told(self, argument):
        text = argument.get("abstract", "")
        default = argument.get("defaultValue")
        if default and argument["kind"] != "flag" and default not in text:
            text += " (" + self.default.format(default) + ")"
        return text


def quoted(text):
    """As roff prints it: no character of it is an instruction."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return "\\&" + text if text.startswith((".", "'")) else text


if __name__ == "__main__":
    import pathlib
    import sys

    import parts

    for part in parts.pages():
        if part.path.startswith("share/man/"):
            path = pathlib.Path(sys.argv[1]) / part.path.removeprefix("share/man/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(part.data)
