/// Slips of somebody who knows a word processor and no YAML, made in the plan that `init` writes, one after the other.
extension SlipTable {
    static let walk =
        heads.map { Entry("step", step, $0) } + headings.map { Entry("heading", #"\n\n## ([^\n]+)\n\n- \[ \]"#, $0) }
        + frontMatters + addresses + blanks + texts

    private static let step = #"- \[ \] (T\+\S+) (@\S+) ([^\n]+)"#

    /// The same step, with what is said before its words said elsewhere or otherwise.
    private static let heads = [
        "- [ ] 15h30 $2 $3", "- [ ] 10min $2 $3", "- [ ] $3 ($2, $1)", "- [ ] **$1 $2** $3", "- [ ] **$1 $2 $3**",
        "- [ ] $3 $1 $2", "- [ ] $1 $2", "- [ ] $1-20min $2 $3", "- [ ] $1 T+1d $2 $3", "- [ ] ~~$1 $2 $3~~",
        "// - [ ] $1 $2 $3", "# - [ ] $1 $2 $3", "> - [ ] $1 $2 $3", "> [!WARNING]\n> - [ ] $1 $2 $3",
        "> [!NOTE]\n> Mind:\n>\n> - [ ] $1 $2 $3", "1) [ ] $1 $2 $3", "- [ ] $1 $2 $3[^1]",
        "a) $1 $2 $3", "A. $1 $2 $3", "(5) $1 $2 $3", "5.1 $1 $2 $3", "Nr. 5: $1 $2 $3", "Étape 1 : $1 $2 $3",
        "=> $1 $2 $3", "■ $1 $2 $3", "\u{F0B7} $1 $2 $3", "\\- \\[ \\] $1 $2 $3", "- [ ] T0 $2 Wait - [ ] $1 $2 $3",
        "```\n- [ ] $1 $2 $3\n```", "| $1 | $2 | $3 |", "- [x] $1 $2 $3",
        "- [ ] $1 $2 $3\n      - [ ] Fetch the key", "- [ ] $1 $2 $3\n\u{A0}\u{A0}- [ ] Fetch the key",
        "- [ ] $1 $2 $3 <!— really? —>",
        "- [ ] $1 $2 @ $3", "- [ ] $1 $2 $2 $3", "- [ ] T+1/2h $2 $3", "- [ ] T+½h $2 $3", "- [ ] $1 each 2h $2 $3",
        "- [ ] $1 every day $2 $3", "- [ ] $1 daily $2 $3", "- [ ] $1 toutes les 2h $2 $3",
        "- [ ] $1 $2 every day $3", "- [ ] $1 and $2 $3", "- [ ] $1 $2 und $3", "- [ ] $1 $2 et @ $3",
        "- [ ] J+1 $2 $3", "- [ ] T+5-6h $2 $3", "- [ ] T+1h to T+2h $2 $3", "- [ ] bis $1 $2 $3", "- [ ] ca. $1 $2 $3",
        "- [ ] au plus tard à $1 $2 $3", "- [ ] $1 $2 $3\n|||||||\n",
        "- If it rains:\n  - [ ] $1 $2 $3", "- [ ] $1 $2 ~~$3~~", "- [ ] $1 ~~$2~~ $3", "- [ ] $1 ($2) $3",
        "- [ ] $1–2d $2 $3", "<!-- ask them\n\n- [ ] $1 $2 $3\n\n<!-- ask again -->",
        "- [ ] $1 $2 $3\n| Round | Comes |\n| --- | --- |\n| North | no |",
    ]

    private static let headings = [
        "\n\n2. $1\n\n- [ ]", "\n\n##2. $1\n\n- [ ]", "\n\n#$1\n\n- [ ]", "\n\n**$1**\n\n- [ ]",
        "\n\n    ## $1\n\n- [ ]", "\n\n\\## $1\n\n- [ ]", "\n  ## $1\n\n- [ ]", "\n\n=======\n\n## $1\n\n- [ ]",
        "\n\n> ## $1\n\n- [ ]", "\n\n|||||||\n\n## $1\n\n- [ ]",
    ]

    private static let frontMatters = [
        Entry("front matter", #"\n---\n\n"#, "\n---\n---\nnote: x\n---\n\n"),
        Entry("front matter", #"\n---\n\n"#, "\n---\n\nnote: x\nother: y\n---\n\n"),
    ]

    private static let addresses = [
        Entry("number", #""(\+33 ?6[0-9 ]+)\d""#, "\"$1\""), Entry("number", #""(\+33 ?6[0-9 ]+)""#, "\"$1 2\""),
        Entry("number", #""(\+33 ?6[0-9 ]+)""#, "\"$1 ou 02\""),
        Entry("number", #""(\+[0-9 ]+)""#, "\"$1 (ab 18 Uhr)\""), Entry("number", #""(\+[0-9 ]+)""#, "\"$1-12\""),
        Entry("number", #""(\+[0-9 ]+)""#, "\"$1 poste 12\""),
        Entry("duration", #"review: \{every: \w+\}"#, "review: {every: 6m}"),
        Entry("timezone", #"\ntimezone: [^\n]+"#, "\ntimezone: GMT+1"),
        Entry("link", #"\]\(\.\./messages/([a-z-]+)\.md\)"#, "](../messages/$1.md “now”)"),
        Entry("link", #"\]\(\.\./messages/[a-z-]+\.md\)"#, "](../messages/gone-for-good.md)"),
        Entry("field", #"\{\{ ([a-z-]+) \}\}"#, "`{{ $1 }}`"), Entry("field", #"\{\{ ([a-z-]+) \}\}"#, "$1 }}"),
        Entry("field", #"\{\{ ([a-z-]+) \}\}"#, "{{\u{A0}$1\u{A0}}}"), Entry("field", #"\{\{ ([a-z-]+) \}\}"#, "«$1»"),
        Entry("field", #"\n\n([^\n#]*\{\{ [a-z-]+ \}\})"#, "\n\n\t$1"),
        Entry("private", #"\n    private: \[[a-z-]+\]"#, "\n    private: oui"),
        Entry(
            "private", #"\n    reach: \{mobile: ([^,]+), ([a-z-]+): ([^}]+)\}\n    private: \[[a-z-]+\]"#,
            "\n    reach: {$2: $3}\n    private: [mobile]"),
        Entry("link", #"\]\(\.\./messages/([a-z-]+)\.md\)"#, "](..\\messages\\$1.md)"),
        Entry("link", #"\]\(\.\./messages/([a-z-]+)\.md\)"#, "](../messages/$1.docx)"),
        Entry("link", #"\]\(\.\./messages/([a-z-]+)\.md\)"#, "]($1)"),
        Entry("link", #"\[[^\]\n]+\]\(\.\./(messages/[a-z-]+\.md)\)"#, "Tell them: see $1"),
        Entry("link", #"\[[^\]\n]+\]\(\.\./messages/([a-z-]+\.md)\)"#, "Tell them: see $1"),
        Entry("list", #"\n(channels|audiences|scenarios): \[([a-z-]+)\b"#, "\n$1: [$2, $2"),
        Entry("field", #"\{\{ ([a-z-]+) \}\}"#, "#$1#"), Entry("field", #"\{\{ ([a-z-]+) \}\}"#, "@$1@"),
        Entry("field", #"\{\{ ([a-z-]+) \}\}"#, "#{$1}"), Entry("field", #"\{\{ ([a-z-]+) \}\}"#, "\u{24}$1\u{24}"),
    ]

    /// What stands in drafts for a value.
    private static let blanks = [
        "«HEURE»", "«NOM_CLIENT»", "xx h xx", "à ___ h ___", "JJ/MM/AAAA", "……", "@heure", "__h__", "(à confirmer)",
        "TBC", "TBA", "DRAFT", "\n\n…\n\n", "\n\n??\n\n", "\n\nN/A\n\n",
    ].map {
        Entry("blank", #"(?m)^(.*)\{\{ [a-z-]+ \}\}"#, "$1" + $0)
    }

    private static let quotes = ["« $1 »", "«\u{A0}$1\u{A0}»", "“$1”", "‘$1’", "”$1”", "»$1«", "‹$1›", "‚$1‘", "“$1\""]
        .map {
            Entry("quotes", #"\n    title: "([^":#]+)""#, "\n    title: " + $0)
        }

    private static let texts =
        quotes + [
            Entry("step", step, "- [ ] $1 $2 ?$3"),
            Entry("value", #"\n    name: [^\n]+"#, "\n    name: \"\""),
            Entry("value", #"\ntitle: "[^"]*"\n"#, "\ntitle: \" \"\n"),
            Entry(
                "number", #"mobile: ("[^"]+")([^}]*\}(?:\n.*)*?\n    reach: \{mobile: )"[^"]+""#, "mobile: $1$2$1"),
            Entry("blank", #"(?m)^(.*)\{\{ [a-z-]+ \}\}"#, "$1.../.../...."),
            Entry("blank", #"(?m)^(.*)\{\{ [a-z-]+ \}\}"#, "$1…/…/…"),
            Entry("value", #"\n    job: "([^"]+)""#, "\n    job: Team: $1"),
            Entry("value", #"\n    job: "([^"]+)""#, "\n    job: 'L'équipe $1'"),
            Entry("cut value", #"\n    (depends-on|channels): (\[[^\n]+\])"#, "\n    $1: #$2"),
            Entry("value", #"\n    deputies: \[([a-z-]+)\]"#, "\n    deputies: $1, $1"),
        ]
}
