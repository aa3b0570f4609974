/// Slips with the signs of front matter: spaces, colons, dashes, quotes and brackets that are missing.
extension SlipTable {
    static let brackets = spaces + closings + indentations + signs

    private static let spaces = [
        Entry("brackets", #"\{([a-z-]+): ([^,{}\n]+), ([a-z-]+): ([^{}\n]+)\}"#, "{$1:$2, $3:$4}"),
        Entry("brackets", #"\{([a-z-]+): ([^,{}\n]+), ([a-z-]+): ([^{}\n]+)\}"#, "{$1: $2, $3:$4}"),
        Entry("brackets", #"\{([a-z-]+): ([^,{}\n]+)\}"#, "{$1:$2}"),
        Entry("brackets", #"\n  ([a-z-]+): \{"#, "\n  $1:{"), Entry("brackets", #"\n([a-z-]+): \{"#, "\n$1:{"),
        Entry("brackets", #"\n  ([a-z-]+): \{([a-z-]+): "#, "\n  $1:{$2:"),
        Entry("brackets", #"\n  ([a-z-]+): \{"#, "\n  $1 {"),
        Entry("item", #"\n  - \{"#, "\n  -{"), Entry("item", #"\n  - \{[^\n]+\n  - \{"#, "\n  {"),
    ]

    private static let closings = [
        Entry("brackets", #"\n    ([a-z-]+): \[([^\]\n]+)\]\n"#, "\n    $1: [$2\n"),
        Entry("brackets", #"\n    ([a-z-]+): \{([^{}\n]+)\}\n"#, "\n    $1: {$2\n"),
        Entry("brackets", #"\n  ([a-z-]+): \{([^{}\n]+)\}\n"#, "\n  $1: {$2\n"),
        Entry("brackets", #"\n([a-z-]+): \{([^{}\n]+, [^{}\n]+)\}\n"#, "\n$1: $2\n"),
        Entry("brackets", #"\n([a-z-]+): \{([^{}\n]+, [^{}\n]+)\}\n"#, "\n$1: ($2)\n"),
        Entry("quotes", #"\norganisation: "([^"\n]+)"\n"#, "\norganisation: \"$1\n"),
        Entry("quotes", #"\n    title: "([^"\n]+)"\n"#, "\n    title: \"$1\n"),
        Entry("cut value", #"\{([a-z-]+): ([^,"\[{}\n]+), "#, "{$1: $2 #2, "),
    ]

    private static let indentations = [
        Entry("indentation", #"\n    job: "#, "\njob: "), Entry("indentation", #"\n    job: "#, "\n  job: "),
        Entry(
            "indentation", #"\n  ([a-z-]+):\n((?:    [^\n]+\n)+)  ([a-z-]+):\n"#, "\n $1:\n$2  $3:\n"),
        Entry("indentation", #"\norganisation: "#, "\n\torganisation: "),
    ]

    private static let signs = [
        Entry("colon", #"\n  ([a-z-]+):\n"#, "\n  $1\n"), Entry("colon", #"\nversion: "#, "\nversion "),
        Entry("colon", #"\norganisation: "?[^"\n]+"?\n"#, "\norganisation: Firma: Köln\n"),
        Entry("colon", #"\ntitle: "?[^"\n]+"?\n"#, "\ntitle: On a quiet day: now\n"),
    ]
}
