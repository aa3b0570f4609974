"""The commands that GitHub's runner takes from a line of output, as `ActionCommand.cs` of actions/runner reads them (both versions of
the syntax), with the comparison of .NET on ICU: characters without weight are passed over."""

import unicodedata

COMMANDS = {
    "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher", "save-state",
    "set-env", "set-output", "stop-commands", "warning", "internal-set-repo-path", "section", "command", "vso", "teamcity",
}


def weighty(text):
    """Without the characters that a comparison of cultures does not see."""
    return "".join(
        each for each in text
        if unicodedata.category(each) not in ("Cf", "Cc") or each in "\t\n\v\f\r\x85"
    )


def lines(text):
    """As `StreamReader.ReadLine` cuts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def unescaped(text, property):
    if property:
        text = text.replace("%3A", ":").replace("%2C", ",")
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def command(line):
    """(name, properties, data) or None; of the old syntax only that there is one."""
    seen = weighty(line).lstrip()
    if seen.startswith("::"):
        end = seen.find("::", 2)
        if end >= 0:
            head = seen[2:end]
            name, _, rest = head.partition(" ")
            if name.lower() in COMMANDS:
                properties = {}
                for part in rest.strip().split(","):
                    key, equals, value = part.partition("=")
                    if equals:
                        properties[key] = unescaped(value, True)
                # The data as it is written, characters without weight among it.
                data = line.lstrip()
                data = data[data.find("::", data.find("::") + 2) + 2:]
                return name, properties, unescaped(data, False)
    start = seen.find("##[")
    if start >= 0 and "]" in seen[start:]:
        return "##[", {}, seen[start:]
    for prefix in ("##vso[", "##teamcity["):
        if prefix in seen.lower():
            return prefix, {}, seen
    return None
