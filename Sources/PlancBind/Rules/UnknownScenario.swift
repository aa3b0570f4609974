import PlancDiagnostics

enum UnknownScenario: UnknownThing {
    static let name = "unknown-scenario"
    static let summary = Phrase(
        en: "a reference to a scenario that is not in the plan",
        fr: "un renvoi à un scénario qui n'est pas dans le plan")
    static let why = Phrase(
        en: "What is made for a mistyped scenario is missing when it happens.",
        fr: "Ce qui est prévu pour un scénario mal nommé manque quand il arrive.")
    static let unknown = Phrase(en: "unknown scenario", fr: "scénario inconnu")
    static let declaredIn = Phrase(
        en: "scenarios are declared in a file of the kind 'scenarios' or 'scenario'",
        fr: "les scénarios se déclarent dans un fichier de la sorte « scenarios » ou « scenario »")

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
