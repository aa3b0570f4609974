import PlancDiagnostics
import PlancSource

enum UnknownField: UnknownThing {
    static let name = "unknown-field"
    static let summary = Phrase(
        en: "a reference to a field that is not in the plan",
        fr: "un renvoi à un champ qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A hole that nobody knows how to fill goes out as it is.",
        fr: "Un blanc que personne ne sait remplir part tel quel.")
    static let unknown = Phrase(en: "unknown field", fr: "champ inconnu")
    static let declaredIn = Phrase(
        en: "fields are declared in a file of the kind 'fields'",
        fr: "les champs se déclarent dans un fichier de la sorte « fields »")

    /// A dotted name that says nothing planc knows.
    static func finding(computed name: Located<String>, nearest: String?) -> Finding {
        found(
            name.span,
            Phrase(en: "nothing is known as '\(name.value)'", fr: "« \(name.value) » ne désigne rien de connu"),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "plan.organisation, plan.title, plan.version, scenario.title, role.ID.title, role.ID.name, "
                        + "role.ID.phone, person.ID.name, channel.ID.title, channel.ID.address, audience.ID.title",
                    fr: "plan.organisation, plan.title, plan.version, scenario.title, role.ID.title, role.ID.name, "
                        + "role.ID.phone, person.ID.name, channel.ID.title, channel.ID.address, audience.ID.title")
            ],
            fixes: nearest.map { [Say.replace(name.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
