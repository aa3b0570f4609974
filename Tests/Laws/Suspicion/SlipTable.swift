/// Slips that people were seen to make, or that their programs make for them: typing, word processors, telephones, other
/// languages, other tools. Each is made at the first place where it fits.
enum SlipTable {
    struct Entry: Sendable {
        var construct: String
        /// A regular expression, and what stands in place of its first match; `$1` is its first group.
        var pattern: String
        var replacement: String

        init(_ construct: String, _ pattern: String, _ replacement: String) {
            self.construct = construct
            self.pattern = pattern
            self.replacement = replacement
        }
    }

    static func slips(in plan: SubjectPlan) -> [Slip] {
        (entries + german + walk + steps + directives + brackets).compactMap { slip($0, in: plan) } + names(in: plan)
    }

    static func slip(_ entry: Entry, in plan: SubjectPlan) -> Slip? {
        guard let regex = try? Regex(entry.pattern) else { preconditionFailure("no pattern: \(entry.pattern)") }
        for path in plan.sources {
            let text = plan.text(path)
            guard let match = text.firstMatch(of: regex) else { continue }
            var new = entry.replacement
            for group in 1..<max(2, match.output.count) where group < match.output.count {
                new = new.replacing("$\(group)", with: match.output[group].substring.map(String.init) ?? "")
            }
            let before = text[..<match.range.lowerBound]
            return Slip(
                construct: entry.construct,
                what: "\(text[match.range].debugDescription) → \(new.debugDescription)", path: path,
                text: before + new + text[match.range.upperBound...], line: before.count { $0 == "\n" } + 1,
                lastLine: (before + new).count { $0 == "\n" } + 1)
        }
        return nil
    }

    /// Names of files.
    private static func names(in plan: SubjectPlan) -> [Slip] {
        func named(_ path: String, _ name: String) -> Slip {
            let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
            return Slip(
                construct: "file name", what: "→ \(name)", path: path, text: plan.text(path), newPath: folder + name,
                line: 1)
        }
        var slips: [Slip] = []
        let registry = plan.sources.first { !$0.contains("/") && $0 != "plan.md" }
        let message = plan.sources.first { $0.hasPrefix("messages/") }
        for path in [registry, message].compactMap({ $0 }) {
            let stem = String(path.split(separator: "/").last!.dropLast(3))
            for ending in [
                ".markdown", ".MD", ".Md", ".txt", ".md.txt", "", "md", ".mdd", ".m", ".d", ",md", "_md", ".mdx",
                ".text", ".doc", ".rtf",
            ] {
                slips.append(named(path, stem + ending))
            }
        }
        if let message {
            let stem = String(message.split(separator: "/").last!.dropLast(3))
            for name in [
                "\(stem.prefix(1).uppercased())\(stem.dropFirst()).md", "\(stem) (1).md", "\(stem)_en.md",
                "\(stem).EN.md", "\(stem).frr.md", "\(stem)_de.md", "\(stem).DE.md", "\(stem) - Kopie.md",
                "\(stem) copie.md", "\(stem)é.md", "\(stem)..md", "\(stem.replacing("-", with: "_")).md",
                "\(stem.replacing("-", with: " ")).md",
            ] {
                slips.append(named(message, name))
            }
        }
        return slips
    }

    private static let step = #"- \[ \] (T\+\S+) (@\S+) "#

    static let entries: [Entry] =
        boxes.map { Entry("box", step, $0 + "$1 $2 ") } + times.map { Entry("time", step, "- [ ] " + $0 + " $2 ") }
        + people.map { Entry("role", step, "- [ ] $1 " + $0 + " ") } + frontMatter + yaml + values + texts

    /// What people write for `- [ ] `.
    private static let boxes = [
        "- [] ", "-[ ] ", "-[] ", "- [  ] ", "- [ ]", "- [ x] ", "- [x ] ", "- [X]", "[ ] ", "[] ", "* [] ", "☐ ",
        "- ☐ ", "□ ",
        "- □ ", "⬜ ", "▢ ", "• ", "• [ ] ", "– [ ] ", "— [ ] ", "– ", "- ( ) ", "- () ", "- {} ", "1. ", "1) ", "- ",
        "* ",
        "+ ", "-\u{A0}[ ] ", "- [\u{A0}] ", "- [ ]\u{A0}", "- [_] ", "- [-] ", "- [.] ", "- [ ]. ", "- [ ]: ",
        "- [ ] - ",
        "- ［ ］ ", "- \\[ \\] ", "> - [ ] ", "- [ ", "- ] ", "-- [ ] ", "- - [ ] ", "_ [ ] ", "o ", "- [o] ", "- [✓] ",
        "- [ok] ", "1. [] ", "",
    ]

    /// What people write for `T+10min`.
    private static let times = [
        "T + 10min", "T+ 10min", "T +10min", "T+10 min", "T+10mn", "T+10m", "t+10min", "T+10minutes", "T+10 minutes",
        "+10min",
        "T10min", "T+10", "H+1", "J+1", "D+1", "T–10min", "T+1h30", "10min", "10 min", "T+10min:", "T+10min,",
        "(T+10min)",
        "[T+10min]", "**T+10min**", "T＋10min", "T+0,5h", "T+½h", "T+1:30", "T plus 10min", "T+10 Min.", "T+10MIN",
        "T0+10min",
        "à T+10min", "at T+10min", "T+une heure", "Т+10min", "T+l0min", "T+1O min", "`T+10min`", "18h30", "T + 1h",
    ]

    /// What people write for `@role`.
    private static let people = [
        "@ lead", "@Lead", "@LEAD", "＠lead", "lead:", "Lead:", "@lead's", "(@nobody)", "@direction-", "@dir", "@[lead]",
        "@communcation", "@Communication", "@ communication", "«@communication»", "a@communication", "@communication.",
        "@l'équipe", "[@communication]", "\\@communication", "@@communication", "@communication@",
    ]

    private static let frontMatter = [
        Entry("front matter", #"^---\n"#, "\n---\n"), Entry("front matter", #"^---\n"#, "\n\n\n---\n"),
        Entry("front matter", #"^---\n"#, " ---\n"), Entry("front matter", #"^---\n"#, "<!-- v2 -->\n---\n"),
        Entry("front matter", #"^---\n"#, "# Title\n\n---\n"), Entry("front matter", #"^---\n"#, "----\n"),
        Entry("front matter", #"^---\n"#, "+++\n"), Entry("front matter", #"^---\n"#, "--\n"),
        Entry("front matter", #"^---\n"#, "—\n"), Entry("front matter", #"^---\n"#, "–––\n"),
        Entry("front matter", #"^---\n"#, "-–-\n"), Entry("front matter", #"^---\n"#, "***\n"),
        Entry("front matter", #"^---\n"#, "===\n"), Entry("front matter", #"^---\n"#, "- - -\n"),
        Entry("front matter", #"^---\n"#, ""), Entry("front matter", #"^---\n"#, "---yaml\n"),
        Entry("front matter", #"^---\n"#, "--- \n\n"), Entry("front matter", #"^---\nkind"#, "---kind"),
        Entry("front matter", #"^---\n"#, "\u{FEFF}\n---\n"), Entry("front matter", #"^---\n"#, "\u{200B}---\n"),
        Entry("front matter", #"^---\n"#, "```\n---\n"), Entry("front matter", #"^---\n"#, "---\n---\n"),
        Entry("front matter end", #"\n---\n\n"#, "\n\n"), Entry("front matter end", #"\n---\n\n"#, "\n----\n\n"),
        Entry("front matter end", #"\n---\n\n"#, "\n--\n\n"), Entry("front matter end", #"\n---\n\n"#, "\n ---\n\n"),
        Entry("front matter end", #"\n---\n\n"#, "\n...\n\n"), Entry("front matter end", #"\n---\n\n"#, "\n—\n\n"),
        Entry("front matter end", #"\n---\n\n"#, "\n--- end\n\n"), Entry("front matter end", #"\n---\n\n"#, "---\n\n"),
        Entry("conflict", #"\ntitle: (.*)\n"#, "\n<<<<<<< HEAD\ntitle: $1\n=======\ntitle: x\n>>>>>>> b\n"),
        Entry("conflict", #"\n## (.*)\n"#, "\n<<<<<<< HEAD\n## $1\n=======\n## X\n>>>>>>> b\n"),
        Entry("conflict", #"\n## (.*)\n"#, "\n## $1\n>>>>>>> b\n"),
    ]

    private static let yaml = [
        Entry("kind", #"\nkind: "#, "\nkind:"), Entry("kind", #"\nkind: "#, "\nkind : "),
        Entry("kind", #"\nkind: "#, "\nKind: "),
        Entry("kind", #"\nkind: "#, "\nkind = "), Entry("kind", #"\nkind: "#, "\ntype: "),
        Entry("kind", #"\nkind: "#, "\n kind: "),
        Entry("kind", #"\nkind: (\S)"#, "\nkind: $1x"), Entry("kind", #"\nkind: message\n"#, "\nkind: Message\n"),
        Entry("kind", #"\nkind: message\n"#, "\nkind: messages\n"),
        Entry("kind", #"\nkind: checklist\n"#, "\nkind: check-list\n"),
        Entry("kind", #"\nkind: checklist\n"#, "\nkind: liste\n"),
        Entry("kind", #"\nkind: people\n"#, "\nkind: personnes\n"),
        Entry("kind", #"\nkind: people\n"#, "\nkind: Personen\n"),
        Entry("kind", #"\nkind: roles\n"#, "\nkind: Rollen\n"),
        Entry("kind", #"\nkind: roles\n"#, "\n"), Entry("kind", #"\nkind: roles\n"#, "\nkind: \n"),
        Entry("kind", #"\nkind: roles\n"#, "\nkind; roles\n"), Entry("kind", #"\nkind: roles\n"#, "\nkind： roles\n"),
        Entry("kind", #"\nkind: roles\n"#, "\nkind:\u{A0}roles\n"),
        Entry("kind", #"\nkind: roles\n"#, "\nkind: role\n"),
        Entry("key", #"\ntitle: "#, "\nTitle: "), Entry("key", #"\ntitle: "#, "\ntitre: "),
        Entry("key", #"\ntitle: "#, "\nTitel: "),
        Entry("key", #"\ntitle: "#, "\ntitle:"), Entry("key", #"\ntitle: "#, "\ntitle : "),
        Entry("key", #"\ntitle: "#, "\n#title: "),
        Entry("key", #"\ntitle: "#, "\ntitle:\u{A0}"), Entry("key", #"\ntitle: "#, "\n\ttitle: "),
        Entry("key", #"\ntitle: "#, "\n title: "),
        Entry("key", #"\nscenarios: "#, "\nscenario: "), Entry("key", #"\nscenarios: "#, "\nscénarios: "),
        Entry("key", #"\nscenarios: "#, "\nszenarien: "), Entry("key", #"\nphase: during\n"#, "\nphase: pendant\n"),
        Entry("key", #"\nphase: during\n"#, "\nphase: während\n"),
        Entry("key", #"\nphase: during\n"#, "\nphase: During\n"),
        Entry("key", #"\nphase: during\n"#, "\nphase: now\n"),
        Entry("key", #"\nphase: during\n"#, "\n#phase: during\n"),
        Entry("key", #"\n    holder: "#, "\n    titulaire: "), Entry("key", #"\n    holder: "#, "\n   holder: "),
        Entry("key", #"\n    holder: "#, "\n     holder: "), Entry("key", #"\n    holder: "#, "\n\tholder: "),
        Entry("key", #"\n    holder: "#, "\n  \u{A0}holder: "), Entry("key", #"\n    holder: "#, "\n  holder: "),
        Entry("key", #"\n    holder: "#, "\nholder: "), Entry("key", #"\n    holder: "#, "\n    - holder: "),
        Entry("key", #"\n    holder: "#, "\n    Holder: "), Entry("key", #"\n    deputies: \["#, "\n    deputies: "),
        Entry("key", #"\n    deputies: "#, "\n    deputy: "), Entry("key", #"\n    deputies: "#, "\n    suppléants: "),
        Entry("key", #"\napprover: "#, "\nvalideur: "), Entry("key", #"\nowner: (\S+)\n"#, "\nowner: \n"),
        Entry("key", #"\nowner: (\S+)\n"#, "\nowner: [$1\n"), Entry("key", #"\nowner: (\S+)\n"#, "\nowner: $1,\n"),
        Entry("key", #"\nowner: (\S+)\n"#, "\nowner: @$1\n"), Entry("key", #"\nowner: (\S+)\n"#, "\nowner: “$1”\n"),
        Entry("key", #"\nowner: (\S+)\n"#, "\nowner: '$1\n"), Entry("key", #"\nowner: (\S+)\n"#, "\nowner: \"$1\n"),
        Entry("key", #"\nowner: (\S+)\n"#, "\nowner: $1 # for now\nowner: $1\n"),
        Entry("key", #"\nowner: (\S+)\n"#, "\nowner: $1 et\n"), Entry("key", #"\nowner: (\S+)\n"#, "\n- owner: $1\n"),
        Entry("key", #"\n  ([a-z-]+):\n"#, "\n  $1\n"), Entry("key", #"\n  ([a-z-]+):\n"#, "\n $1:\n"),
        Entry("key", #"\n  ([a-z-]+):\n"#, "\n  - $1:\n"), Entry("key", #"\n  ([a-z-]+):\n"#, "\n$1:\n"),
    ]

    private static let values = [
        Entry("id", #"\n  ([a-z])([a-z-]*):\n    holder|\n  ([a-z])([a-z-]+):\n"#, "\n  É$2$4:\n"),
        Entry("id", #"\n  ([a-z-]+):\n    title: "Com"#, "\n  Communication:\n    title: \"Com"),
        Entry("id", #"\n  ([a-z-]+):\n    title: "Com"#, "\n  COMMUNICATION:\n    title: \"Com"),
        Entry("id", #"\n  ([a-z-]+):\n    title: "Com"#, "\n  communi cation:\n    title: \"Com"),
        Entry("id", #"\n  ([a-z-]+):\n    title: "Com"#, "\n  communicatiòn:\n    title: \"Com"),
        Entry("id", #"\n  ([a-z-]+):\n    title: "Com"#, "\n  communication_:\n    title: \"Com"),
        Entry("id", #"\n    holder: ([a-z])([a-z]*)-([a-z]+)\n"#, "\n    holder: $1$2_$3\n"),
        Entry("reference", #"\n    holder: camille-martin\n"#, "\n    holder: Camille Martin\n"),
        Entry("reference", #"\n    holder: camille-martin\n"#, "\n    holder: camille\n"),
        Entry("reference", #"\n    holder: camille-martin\n"#, "\n    holder: Martin\n"),
        Entry("reference", #"\n    holder: camille-martin\n"#, "\n    holder: camille-martin (dir.)\n"),
        Entry("reference", #"\n    holder: ([a-z-]+)\n"#, "\n    holder: [$1, $1]\n"),
        Entry("reference", #"\n    holder: ([a-z-]+)\n"#, "\n    holder: $1; ben\n"),
        Entry("locale", #"\nlocales: \[(\w+)\]"#, "\nlocales: [$1_XX]"),
        Entry("locale", #"\nlocales: \[en\]"#, "\nlocales: EN"),
        Entry("locale", #"\nlocales: \[fr\]"#, "\nlocales: FR"),
        Entry("locale", #"\nlocales: \[fr\]"#, "\nlocales: français"),
        Entry("locale", #"\nlocales: \[en\]"#, "\nlocales: English"),
        Entry("locale", #"\nlocales: \[(\w+)\]"#, "\nlocale: [$1]"),
        Entry("locale", #"\nlocales: \[(\w+)\]"#, "\nloc: $1"),
        Entry("date", #"verified: \d{4}-\d\d-\d\d"#, "verified: 21/11/2026"),
        Entry("date", #"verified: \d{4}-\d\d-\d\d"#, "verified: 2026-11-31"),
        Entry("date", #"verified: \d{4}-\d\d-\d\d"#, "verified: 21 nov. 2026"),
        Entry("date", #"verified: \d{4}-\d\d-\d\d"#, "verified: today"),
        Entry("duration", #"inform-within: \w+"#, "inform-within: 4 hours"),
        Entry("duration", #"inform-within: \w+"#, "inform-within: 4H"),
        Entry("duration", #"inform-within: \w+"#, "inform-within: 4 Stunden"),
        Entry("duration", #"inform-within: \w+"#, "inform-within: 1h30"),
        Entry("duration", #"inform-within: \w+"#, "inform-within: soon"),
        Entry("duration", #"inform-within: \w+"#, "inform-within: 4"),
        Entry("number", #""\+33 ?6([0-9 ]+)""#, "06$1"), Entry("number", #""\+33 ?6([0-9 ]+)""#, "\"+33 (0)6$1\""),
        Entry("number", #""\+44 ?7([0-9 ]+)""#, "07$1"), Entry("number", #""\+([0-9 ]+)""#, "\"00$1\""),
        Entry("number", #""\+([0-9 ]+)""#, "\"+$1x\""), Entry("number", #""\+([0-9 ]+)""#, "\"+$1 / 2\""),
        Entry("choice", #"type: voice"#, "type: telephone"), Entry("choice", #"type: voice"#, "type: Telefon"),
        Entry("choice", #"type: email"#, "type: e-mail"), Entry("choice", #"type: sms"#, "type: SMS"),
        Entry("choice", #"team: executive"#, "team: direction"), Entry("choice", #"two-way: true"#, "two-way: yes"),
        Entry("choice", #"two-way: true"#, "two-way: oui"), Entry("choice", #"two-way: true"#, "two-way: x"),
        Entry("choice", #"TLP:AMBER"#, "AMBRE"), Entry("choice", #"TLP:AMBER"#, "TLP AMBER"),
        Entry("choice", #"TLP:AMBER"#, "TLP: AMBER"),
        Entry("cut value", #"\ntitle: "([^":#]+)"\n"#, "\ntitle: $1 #3, staff\n"),
        Entry("cut value", #"\n    title: "([^":#]+)"\n"#, "\n    title: $1 #3\n"),
        Entry("hidden", #"\ntitle: "(.)"#, "\ntitle: \"$1\\u202e"),
        Entry("hidden", #"\ntitle: "(.)"#, "\ntitle: \"$1\\x1b"),
        Entry("hidden", #"\ntitle: "(.)"#, "\ntitle: \"$1\u{200B}"),
        Entry("hidden", #"\ntitle: "(.)"#, "\ntitle: \"$1\u{AD}"),
    ]

    private static let directives = [
        "<!-- plan: covers $1 -->", "<!-- planc covers $1 -->", "<!-- planc; covers $1 -->",
        "<!-- Planc: covers $1 -->",
        "<!-- planc: cover $1 -->", "<!– planc: covers $1 –>", "<!- planc: covers $1 ->",
        "<!--- planc: covers $1 --->",
        "<!-- planc: covers $1", "<!-- planc: covers: $1 -->", "<!-- plnac: covers $1 -->",
        "<!-- planc: couvre $1 -->",
    ].map { Entry("directive", "<!-- planc: covers ([a-z-]+) -->", $0) }

    private static let field = #"\{\{ ([a-z-]+) \}\}"#

    private static let texts =
        [
            "{ $1 }", "{$1}", "{{ $1 }", "{ $1 }}", "{{$1", "${$1}", "${{ $1 }}", "[$1]", "[[ $1 ]]", "<$1>", "<<$1>>",
            "%$1%",
            "{{ $1x }}", "{{ $1_ }}", "{{ $1. }}", "{{ $1 | upper }}", "｛｛ $1 ｝｝", "(( $1 ))", "{{{ $1 }}}",
            "{{> $1 }}",
            "{{ {{ $1 }} }}", "«$1»{{",
        ].map { Entry("field", field, $0) }
        + [
            "[name of the duty officer]", "[nom de la personne]", "XX", "XXX", "____", "TODO", "TBD", "(à compléter)",
            "…………", "<date>",
            "[…]", "[...]", "lorem ipsum", "(à préciser)", "?????",
        ].map { Entry("blank", #"(?m)^(.*)\{\{ [a-z-]+ \}\}"#, "$1" + $0) }
        + [
            "{{>$1}}", "{> $1 }", "{{ >$1 }}", "{{> $1 }", "{{> $1x }}", "{{include $1}}", "{{$1}}", "[$1]",
            "{{< $1 }}",
            "{{› $1 }}", "{% $1 %}",
        ].map { Entry("snippet", #"\{\{> ([a-z-]+) \}\}"#, $0) }
        + [
            "\n#$1\n", "\n## $1\n", "\n$1\n", "\n**$1**\n", "\n$1:\n", "\n# $1 :\n", "\n#  $1x\n", "\n＃ $1\n",
            "\n# [$1]\n",
            "\n# SMS\n", "\n# Text message\n", "\n    # $1\n", "\n> # $1\n", "\n$1\n===\n",
        ].map { Entry("variant", #"\n# ([a-z-]+)\n"#, $0) }
        + [
            "[$1] ($2)", "[$1]($2", "[$1]$2)", "($1)[$2]", "[[$1]]($2)", "[$1](/$2)", "[$1]( $2 x)", "[$1]:$2",
            "$1 ($2)", "[$1](<$2)",
            "［$1](../$2)", "[$1]\n($2)", "`[$1]($2)`", "[$1][$2]", "[$1]", "[[$1]]", "<$2>",
        ].map {
            Entry(
                "link", #"(@\S+) \[([^\]\n]+)\]\(([^)\n]+)\)"#,
                "$1 " + $0.replacing("$2", with: "$3").replacing("$1", with: "$2"))
        }
        + [
            Entry("heading", #"\n\n## (.)"#, "\n\n##$1"),
            Entry("heading", #"\n\n## (.)"#, "\n\n＃＃ $1"), Entry("heading", #"\n\n## (.)"#, "\n\n##\u{A0}$1"),
            Entry("heading", #"\n\n## (.*)\n"#, "\n\n**$1**\n"),
        ]
}
