import PlancDiagnostics
import PlancSource

public enum MalformedPlaceholder: RuleDescription {
    public static let name = "malformed-placeholder"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        "what is in `{{ … }}` is not the name of a field or snippet, or the braces are not closed"
    )
    public static let why = Phrase(

        """
        On the day a gap in a message is filled by its name. One that is mistyped would leave the building \
        as it stands, braces and all. Names are written in lower case, with hyphens: `{{ next-time }}`; a \
        snippet has a `>` before its name. Braces that are meant as such are written `\\{\\{`.
        """)
    public static let rejects = [
        Example(
            Phrase("a name with a space and capitals"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall ⟦{{ Phone number }}⟧.\n"]),
        Example(
            Phrase("no name"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall ⟦{{ }}⟧ or ⟦{{> }}⟧.\n"]),
        Example(
            Phrase("not closed"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall ⟦{{⟧ phone } now.\n"]),
        Example(
            Phrase("a name on two lines"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall ⟦{{ duty-\nphone }}⟧ now.\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase("a field"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nCall {{ phone }} or {{role.press.phone}}.\n"
            ]),
        Example(
            Phrase("code and escaped braces"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nWrite `{{ Any Thing }}` or \\{\\{ this }}.\n"
            ]),
    ]

    /// What is between two braces and cannot be a name.
    package static func finding(at span: Span, inside: String, isSnippet: Bool) -> Finding {
        let form = isSnippet ? "{{> how-to-check }}" : "{{ next-time }}"
        let help = Phrase(
            "write small letters, digits and hyphens, as in '{form}'", ["form": form])
        if let name = nameBetweenInvisibles(inside) {
            let better = isSnippet ? "{{> \(name) }}" : "{{ \(name) }}"
            return finding(
                at: span,
                Phrase("an invisible character stands between the braces: the name is not read"),
                caption: Phrase("did you mean '{better}'?", ["better": better]),
                help: [Phrase("write ordinary spaces, or none")],
                fixes: [Fix(Phrase("write '{better}'", ["better": better]), [Fix.Edit(span, better)], isSafe: false)])
        }
        if inside.isEmpty {
            return finding(
                at: span,
                isSnippet
                    ? Phrase("the braces name no snippet")
                    : Phrase("the braces name no field"),
                help: [help])
        }
        let better = meantName(inside).map { isSnippet ? "{{> \($0) }}" : "{{ \($0) }}" }
        return finding(
            at: span,
            isSnippet
                ? Phrase(
                    "'{inside}' cannot be the name of a snippet", ["inside": inside]
                )
                : Phrase(
                    "'{inside}' cannot be the name of a field", ["inside": inside]),
            caption: better.map { Phrase("did you mean '{better}'?", ["better": $0]) },
            help: [help],
            fixes: better.map {
                [Fix(Phrase("write '{better}'", ["better": $0]), [Fix.Edit(span, $0)], isSafe: false)]
            } ?? [])
    }

    /// The finding without its offer where the plan has nothing of the name that is offered: a reader of one file does not know.
    package static func settled(_ finding: Finding, isThere: (_ name: String, _ isSnippet: Bool) -> Bool) -> Finding {
        guard finding.rule == name, let offered = finding.fixes.first?.edits.first?.replacement else { return finding }
        let isSnippet = offered.hasPrefix("{{>")
        if isThere(offered.filter { !"{}> ".contains($0) }, isSnippet) { return finding }
        var settled = finding
        (settled.caption, settled.fixes) = (nil, [])
        return settled
    }

    /// `Next time`, `next_time`, `next–time`, `next-time | upper`: the name without what no name has; nil where nothing is left.
    private static func meantName(_ inside: String) -> String? {
        let words = inside.prefix { $0 != "|" }.split { !$0.isLetter && !$0.isNumber && $0 != "." }
        let name = words.map { $0.lowercased() }.joined(separator: "-")
        let isName =
            name.utf8.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? false
            && name.utf8.allSatisfy { $0.isLowercase || $0.isDigit || $0 == .dash || $0 == UInt8(ascii: ".") }
        return isName && name.utf8.count <= 60 && !name.contains("..") && !name.hasSuffix(".") ? name : nil
    }

    /// The name of a field between no-break spaces and other characters that cannot be seen; nil where there are none, or it
    /// would be no name without them.
    private static func nameBetweenInvisibles(_ inside: String) -> String? {
        func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value > 0x7F && (scalar.properties.isWhitespace || scalar.properties.generalCategory == .format)
        }
        let scalars = inside.unicodeScalars
        guard scalars.contains(where: isInvisible) else { return nil }
        let left = scalars.drop { isInvisible($0) || $0 == " " }.reversed().drop { isInvisible($0) || $0 == " " }
        let name = String(String.UnicodeScalarView(left.reversed()))
        let isName =
            name.utf8.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? false
            && name.utf8.allSatisfy { $0.isLowercase || $0.isDigit || $0 == .dash || $0 == UInt8(ascii: ".") }
        return isName ? name : nil
    }

    /// A field or snippet of the plan between brackets of another kind.
    public static func near(at span: Span, better: String) -> Finding {
        make(
            at: span,
            Phrase(
                "this looks like a field, and is not written as one: it would be sent as it stands"),
            caption: Phrase("did you mean '{better}'?", ["better": better]),
            help: [
                Phrase(
                    "write two braces on either side, as in '{{ next-time }}'")
            ],
            fixes: [
                Fix(
                    Phrase("write '{better}'", ["better": better]), [Fix.Edit(span, better)],
                    isSafe: false)
            ])
    }

    /// `}}` that nothing opens.
    public static func stray(at span: Span) -> Finding {
        make(
            at: span, Phrase("these braces close nothing, and would be sent as they stand"),
            help: [Phrase("remove them, or write the name of a field between two braces on either side")],
            fixes: [Fix(Phrase("remove the braces"), [Fix.Edit(span, "")], isSafe: false)])
    }

    /// `{{ next-` at the end of a line, and `time }}` on the next.
    package static func onTwoLines(at span: Span, inside: String, isSnippet: Bool) -> Finding {
        let better = meantName(inside).map { isSnippet ? "{{> \($0) }}" : "{{ \($0) }}" }
        return finding(
            at: span,
            Phrase("'{{' is not closed on its line"),
            caption: better.map { Phrase("did you mean '{better}'?", ["better": $0]) },
            help: [Phrase("close it with '}}', or write '\\{\\{' for braces")],
            fixes: better.map {
                [Fix(Phrase("write '{better}'", ["better": $0]), [Fix.Edit(span, $0)], isSafe: false)]
            } ?? [])
    }

    /// `{{` without the `}}` that belongs to it.
    package static func unclosed(at span: Span) -> Finding {
        finding(
            at: span,
            Phrase("'{{' is not closed on its line"),
            help: [
                Phrase(
                    "close it with '}}', or write '\\{\\{' for braces")
            ])
    }
}
