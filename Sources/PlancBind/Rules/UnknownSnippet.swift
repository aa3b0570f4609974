import PlancDiagnostics

enum UnknownSnippet: UnknownThing {
    static let name = "unknown-snippet"
    static let summary = Phrase(
        en: "a reference to a snippet that is not in the plan",
        fr: "un renvoi à un extrait qui n'est pas dans le plan")
    static let why = Phrase(
        en: "The message would go out without that piece of text.",
        fr: "Le message partirait sans ce morceau de texte.")
    static let unknown = Phrase(en: "unknown snippet", fr: "extrait inconnu")
    static let declaredIn = Phrase(
        en: "a snippet is a file of the kind 'snippet'",
        fr: "un extrait est un fichier de la sorte « snippet »")

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
