import PlancDiagnostics
import PlancSource

public enum MalformedFrontMatter: RuleDescription {
    public static let name = "malformed-front-matter"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "the lines that open and close a file's front matter are not written as they should be",
        fr: "les lignes qui ouvrent et ferment l’en-tête d’un fichier ne sont pas écrites comme il faut")
    public static let why = Phrase(
        en: """
            A file belongs to the plan when its very first line is `---`, three hyphens and nothing else, and a second \
            such line ends the front matter. With an empty line or a comment above it, or with a dash that a word \
            processor has put there, other programs take the file for ordinary text: a whole checklist or message \
            would be missing from the pack. planc reads such a file as it was meant and asks you to correct it.
            """,
        fr: """
            Un fichier fait partie du plan lorsque sa toute première ligne est `---`, trois traits d’union et rien \
            d’autre, et qu’une seconde ligne identique termine l’en-tête. Précédé d’une ligne vide ou d’un \
            commentaire, ou écrit avec un tiret de traitement de texte, le fichier passe ailleurs pour du texte \
            ordinaire\u{A0}: une fiche ou un message entier manquerait au dossier. planc lit le fichier comme vous \
            l’entendiez et vous demande de le corriger.
            """)

    private static let rest = "kind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"

    public static let rejects = [
        Example(
            Phrase(en: "an empty line comes first", fr: "une ligne vide vient d’abord"),
            ["roles/guide.md": "\n⟦---⟧\n" + rest]),
        Example(
            Phrase(en: "a comment comes first", fr: "un commentaire vient d’abord"),
            ["roles/guide.md": "⟦<!-- checked in May -->⟧\n---\n" + rest]),
        Example(
            Phrase(en: "four hyphens", fr: "quatre traits d’union"), ["roles/guide.md": "⟦----⟧\n" + rest]),
        Example(
            Phrase(en: "a word processor’s dash", fr: "le tiret d’un traitement de texte"),
            ["roles/guide.md": "⟦—⟧\n" + rest]),
        Example(
            Phrase(en: "another program’s fence", fr: "la marque d’un autre logiciel"),
            ["roles/guide.md": "⟦+++⟧\nkind: role\ntitle: Guide\nholder: ada\n⟦+++⟧\nShows the way out.\n"]),
        Example(
            Phrase(en: "the opening line is missing", fr: "la ligne d’ouverture manque"),
            ["roles/guide.md": "⟦kind: role⟧\ntitle: Guide\nholder: ada\n---\nShows the way out.\n"]),
        Example(
            Phrase(en: "the closing line is indented", fr: "la ligne de fin est en retrait"),
            ["roles/guide.md": "---\nkind: role\ntitle: Guide\nholder: ada\n⟦  ---⟧\nShows the way out.\n"]),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "three hyphens, first and last", fr: "trois traits d’union au début et à la fin"),
            ["roles/guide.md": "---\n" + rest]),
        Example(
            Phrase(en: "a page about the plan", fr: "une page qui parle du plan"),
            ["README.md": "<!-- written in May -->\n\n---\n\nRead plan.md first. The people: see people.md.\n"]),
    ]

    static func finding(
        _ slip: FrontMatterFence.Slip, _ fence: FrontMatterFence, _ bytes: UnsafeBufferPointer<UInt8>, in id: FileID
    ) -> Finding {
        let end = lineEnd(bytes)
        func span(_ range: Range<Int>) -> Span { Span(id, range.lowerBound, range.upperBound) }
        switch slip {
        case .before(let range, isBlank: true):
            return finding(
                at: span(fence.opening),
                Phrase(
                    en: "empty lines come before the front matter",
                    fr: "des lignes vides précèdent l’en-tête"),
                help: [
                    Phrase(
                        en: "'---' must be the first line of the file: delete the empty lines above it",
                        fr:
                            "«\u{A0}---\u{A0}» doit être la première ligne du fichier\u{A0}: supprimez les lignes vides au-dessus"
                    )
                ],
                fixes: [
                    Fix(
                        Phrase(en: "delete the empty lines", fr: "supprimer les lignes vides"),
                        [Fix.Edit(span(range), "")], isSafe: true)
                ])
        case .before(let range, isBlank: false):
            let words = bytes.trimmedEnd(of: range)
            var first = range.lowerBound
            while first < words, bytes[first].isWhitespace { first += 1 }
            let text = String(decoding: bytes[first..<words], as: UTF8.self)
            let moved = fence.body.map { body in
                Fix(
                    Phrase(en: "move it below the front matter", fr: "le placer sous l’en-tête"),
                    [
                        Fix.Edit(span(range), ""),
                        Fix.Edit(Span(id, body, body), end + text + end + (body == bytes.count ? "" : end)),
                    ], isSafe: false)
            }
            return finding(
                at: span(first..<words),
                Phrase(
                    en: "a comment comes before the front matter", fr: "un commentaire précède l’en-tête"),
                help: [
                    Phrase(
                        en: "'---' must be the first line of the file: move the comment below the front matter",
                        fr:
                            "«\u{A0}---\u{A0}» doit être la première ligne du fichier\u{A0}: placez le commentaire sous l’en-tête"
                    )
                ],
                fixes: moved.map { [$0] } ?? [])
        case .opening(let range), .closing(let range):
            let isOpening = if case .opening = slip { true } else { false }
            return finding(
                at: span(range),
                isOpening
                    ? Phrase(
                        en: "this line should open the front matter, and is not '---'",
                        fr: "cette ligne devrait ouvrir l’en-tête, et ce n’est pas «\u{A0}---\u{A0}»")
                    : Phrase(
                        en: "this line should close the front matter, and is not '---'",
                        fr: "cette ligne devrait fermer l’en-tête, et ce n’est pas «\u{A0}---\u{A0}»"),
                help: [
                    Phrase(
                        en: "write three hyphens at the beginning of the line, and nothing else",
                        fr: "écrivez trois traits d’union en début de ligne, et rien d’autre")
                ],
                fixes: [
                    Fix(
                        Phrase(en: "write '---'", fr: "écrire «\u{A0}---\u{A0}»"), [Fix.Edit(span(range), "---")],
                        isSafe: true)
                ])
        case .keyOnFence(let key):
            return finding(
                at: span(fence.opening.lowerBound..<bytes.trimmedEnd(of: key..<nextLine(bytes, key))),
                Phrase(
                    en: "the line that opens the front matter also holds a key",
                    fr: "la ligne qui ouvre l’en-tête contient aussi une clé"),
                help: [
                    Phrase(
                        en: "begin a new line after '---'", fr: "passez à la ligne après «\u{A0}---\u{A0}»")
                ],
                fixes: [
                    Fix(
                        Phrase(en: "begin a new line", fr: "passer à la ligne"),
                        [Fix.Edit(Span(id, key, key), end)], isSafe: true)
                ])
        case .noOpening(let before):
            let line = before.upperBound
            return finding(
                at: span(line..<bytes.trimmedEnd(of: line..<nextLine(bytes, line))),
                Phrase(
                    en: "the line '---' that opens the front matter is missing",
                    fr: "il manque la ligne «\u{A0}---\u{A0}» qui ouvre l’en-tête"),
                help: [
                    Phrase(
                        en: "add a line '---' above this one, as the first line of the file",
                        fr: "ajoutez une ligne «\u{A0}---\u{A0}» au-dessus, en première ligne du fichier")
                ],
                fixes: [
                    Fix(
                        Phrase(en: "add the line '---'", fr: "ajouter la ligne «\u{A0}---\u{A0}»"),
                        [Fix.Edit(span(before), "---" + end)], isSafe: true)
                ])
        }
    }

    /// As the file ends its lines.
    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let first = bytes.first(.lineFeed, from: 0)
        return first > 0 && first < bytes.count && bytes[first - 1] == .carriageReturn ? "\r\n" : "\n"
    }
}
