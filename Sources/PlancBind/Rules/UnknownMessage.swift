import PlancDiagnostics

enum UnknownMessage: UnknownThing {
    static let name = "unknown-message"
    static let summary = Phrase(
        en: "a reference to a message that is not in the plan",
        fr: "un renvoi à un message qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A message that waits for one that does not exist never leaves.",
        fr: "Un message qui en attend un qui n'existe pas ne part jamais.")
    static let unknown = Phrase(en: "unknown message", fr: "message inconnu")
    static let declaredIn = Phrase(
        en: "a message is a file of the kind 'message'",
        fr: "un message est un fichier de la sorte « message »")

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
