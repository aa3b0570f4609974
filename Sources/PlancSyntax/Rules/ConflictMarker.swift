import PlancDiagnostics
import PlancSource

public enum ConflictMarker: RuleDescription {
    public static let name = "conflict-marker"
    public static let group = RuleGroup.reading
    public static let severity = Severity.error
    public static let summary = Phrase(
        en: "lines that git leaves where two people changed the same place",
        fr: "des lignes laissées par git là où deux personnes ont modifié le même passage")
    public static let why = Phrase(
        en: """
            When two people change the same lines, git writes both versions into the file, between rows of `<`, `=` \
            and `>`, and waits for somebody to choose. Printed as it is, a step or a number would appear twice, once \
            in a version that nobody wants. Keep one version, or write a third, and delete the marker lines. Until \
            then planc reads the first version.
            """,
        fr: """
            Lorsque deux personnes modifient les mêmes lignes, git écrit les deux versions dans le fichier, entre des \
            rangées de `<`, de `=` et de `>`, et attend que l’on choisisse. Imprimés tels quels, une étape ou un \
            numéro figureraient deux fois, dont une dans une version dont personne ne veut. Gardez une version, ou \
            écrivez-en une troisième, et supprimez ces lignes. D’ici là, planc lit la première version.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "two versions of one number", fr: "deux versions d’un même numéro"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\n⟦<<<<<<< HEAD⟧\nholder: ada\n=======\nholder: ben\n"
                    + ">>>>>>> holidays\n---\nShows the way out.\n"
            ]),
        Example(
            Phrase(en: "a marker that was forgotten", fr: "une marque oubliée"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nShows the way out.\n⟦>>>>>>> holidays⟧\n"
            ]),
    ]
    public static let accepts = [
        Example(
            Phrase(en: "a heading underlined with equals signs", fr: "un titre souligné de signes égal"),
            [
                "roles/guide.md":
                    "---\nkind: role\ntitle: Guide\nholder: ada\n---\nThe way\n=======\n\nShows the way out.\n"
            ])
    ]

    static func finding(_ conflict: Conflicts.Conflict, in id: FileID) -> Finding {
        func span(_ range: Range<Int>) -> Span { Span(id, range.lowerBound, range.upperBound) }
        guard let middle = conflict.middle, let end = conflict.end else {
            return finding(
                at: span(conflict.start.words),
                Phrase(
                    en: "a marker line of an unresolved conflict was left here by git",
                    fr: "une ligne de conflit laissée par git se trouve ici"),
                help: [Phrase(en: "delete the line", fr: "supprimez la ligne")],
                fixes: [
                    Fix(
                        Phrase(en: "delete the line", fr: "supprimer la ligne"),
                        [Fix.Edit(span(conflict.start.line), "")], isSafe: false)
                ])
        }
        let base = conflict.base ?? middle
        return finding(
            at: span(conflict.start.words),
            Phrase(
                en: "git could not merge two versions here, and nobody has chosen one",
                fr: "git n’a pas pu fusionner deux versions ici, et personne n’a choisi"),
            labels: [
                Label(
                    span(middle.words), Phrase(en: "the other version begins here", fr: "l’autre version commence ici")),
                Label(span(end.words), Phrase(en: "and ends here", fr: "et finit ici")),
            ],
            help: [
                Phrase(
                    en: "keep one of the two versions, and delete the marker lines",
                    fr: "gardez l’une des deux versions, et supprimez les lignes de marque")
            ],
            fixes: [
                Fix(
                    Phrase(en: "keep the first version", fr: "garder la première version"),
                    [
                        Fix.Edit(span(conflict.start.line), ""),
                        Fix.Edit(span(base.line.lowerBound..<end.line.upperBound), ""),
                    ], isSafe: false),
                Fix(
                    Phrase(en: "keep the second version", fr: "garder la seconde version"),
                    [
                        Fix.Edit(span(conflict.start.line.lowerBound..<middle.line.upperBound), ""),
                        Fix.Edit(span(end.line), ""),
                    ], isSafe: false),
            ])
    }
}
