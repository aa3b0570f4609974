import PlancDiagnostics
import PlancSource

enum UnknownObligation: UnknownThing {
    static let name = "unknown-obligation"
    static let summary = Phrase(
        en: "a reference to an obligation or one of its stages that is not in the plan",
        fr: "un renvoi à une obligation ou une de ses étapes qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A legal deadline that is mistyped is not watched.",
        fr: "Un délai légal mal nommé n'est pas surveillé.")
    static let unknown = Phrase(en: "unknown obligation", fr: "obligation inconnue")
    static let declaredIn = Phrase(
        en: "obligations are declared in a file of the kind 'obligations', or taken from the library by 'uses' in plan.md",
        fr: "les obligations se déclarent dans un fichier de la sorte « obligations », ou se reprennent de la bibliothèque par « uses » dans plan.md")
    static let proposalHelp = Phrase(
        en: "it is a proposal, not law yet, and may still change: planc does not judge by it",
        fr: "c'est une proposition, pas encore la loi, et elle peut changer : planc ne juge pas d'après elle")

    /// `uses:` with the name of something that is not law yet.
    static func finding(proposal name: Located<String>) -> Finding {
        found(
            name.span, Phrase(en: "'\(name.value)' is not in force", fr: "« \(name.value) » n'est pas en vigueur"),
            help: [proposalHelp])
    }

    static func finding(notInLibrary name: Located<String>, nearest: String?, known: [String]) -> Finding {
        found(
            name.span,
            Phrase(
                en: "the library has no obligation '\(name.value)'", fr: "la bibliothèque n'a pas d'obligation « \(name.value) »"),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase(
                        en: "it has " + known.joined(separator: ", "), fr: "elle a " + known.joined(separator: ", ")) : nil
            ],
            fixes: nearest.map { [Say.replace(name.span, by: $0)] } ?? [])
    }

    static func finding(stage: Located<String>, of obligation: String, known: [String], nearest: String?) -> Finding {
        found(
            stage.span,
            Phrase(
                en: "'\(obligation)' has no stage '\(stage.value)'", fr: "« \(obligation) » n'a pas d'étape « \(stage.value) »"),
            caption: nearest.map(Say.didYouMean),
            help: [
                Phrase(
                    en: "its stages are " + known.joined(separator: ", "), fr: "ses étapes sont " + known.joined(separator: ", "))
            ],
            fixes: nearest.map { [Say.replace(stage.span, by: $0)] } ?? [])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
