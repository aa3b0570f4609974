import PlancDiagnostics
import PlancSource

/// A file that is a source by what it says, and not by its name. It is read all the same, so that one slip gives one finding.
enum MisnamedSource: FormRule {
    static let name = "misnamed-source"
    static let summary = Phrase(
        en: "a file that reads like a source of the plan and whose name does not end in '.md'",
        fr: "un fichier qui se lit comme une source du plan et dont le nom ne finit pas par «\u{A0}.md\u{A0}»")
    static let why = Phrase(
        en:
            "The sources of a plan are the files whose names end in '.md', in small letters. An editor that saves "
            + "'people.md.txt' or 'people.MD' leaves everybody out of the plan for whoever else reads it. planc reads "
            + "the file as it was meant until you rename it.",
        fr:
            "Les sources d’un plan sont les fichiers dont le nom finit par «\u{A0}.md\u{A0}», en minuscules. Un éditeur qui "
            + "enregistre «\u{A0}people.md.txt\u{A0}» ou «\u{A0}people.MD\u{A0}» retire tout le monde du plan pour quiconque le lit "
            + "ensuite. En attendant que vous le renommiez, planc lit le fichier comme vous l’entendiez.")

    static func finding(_ path: String, at span: Span) -> Finding {
        let better = betterName(path)
        return finding(
            at:
                span,
            Phrase(
                en: "this file reads like a source, and its name does not end in '.md'",
                fr: "ce fichier se lit comme une source, et son nom ne finit pas par «\u{A0}.md\u{A0}»"),
            help: [Phrase(en: "rename it '\(better)'", fr: "nommez-le «\u{A0}\(better)\u{A0}»")])
    }

    /// The file's name with the right ending.
    private static func betterName(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        for ending in [".md.txt", ".md.text"] where name.lowercased().hasSuffix(ending) {
            return name.dropLast(ending.count) + ".md"
        }
        guard let dot = name.lastIndex(where: { ".,_".contains($0) }) else { return name + ".md" }
        return name[..<dot] + ".md"
    }

    static let rejects = [
        Example(
            Phrase(en: "another ending", fr: "une autre terminaison"),
            ["more-snippets/how-to-check.markdown": "⟦---⟧\nkind: snippet\n---\n\nLook at our website.\n"]),
        Example(
            Phrase(en: "capital letters", fr: "des majuscules"),
            ["more-snippets/how-to-check.MD": "⟦---⟧\nkind: snippet\n---\n\nLook at our website.\n"]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "the usual ending", fr: "la terminaison habituelle"),
            ["more-snippets/how-to-check.md": "---\nkind: snippet\n---\n\nLook at our website.\n"])
    ]
}

extension String.UTF8View {
    /// Whether it ends in `.md`.
    var hasMarkdownEnding: Bool { suffix(3).elementsEqual(".md".utf8) }
}
