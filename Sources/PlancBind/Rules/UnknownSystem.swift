import PlancDiagnostics

enum UnknownSystem: UnknownThing {
    static let name = "unknown-system"
    static let summary = Phrase(
        en: "a reference to a system that is not in the plan",
        fr: "un renvoi à un système qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A dependency on nothing hides that a channel will fail.",
        fr: "Une dépendance qui ne mène à rien cache la panne d'un canal.")
    static let unknown = Phrase(en: "unknown system", fr: "système inconnu")
    static let declaredIn = Phrase(
        en: "systems are declared in a file of the kind 'systems'",
        fr: "les systèmes se déclarent dans un fichier de la sorte « systems »")

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
