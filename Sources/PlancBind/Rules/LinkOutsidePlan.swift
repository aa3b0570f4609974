import PlancDiagnostics
import PlancSource

enum LinkOutsidePlan: BindingRule {
    static let name = "link-outside-plan"
    static let summary = Phrase(
        en: "a link that leaves the plan's folder, by its path or by a symbolic link",
        fr: "un lien qui sort du dossier du plan, par son chemin ou par un lien symbolique")
    static let why = Phrase(
        en: "What lies outside is not printed and not on the USB stick: the reader would find nothing.",
        fr: "Ce qui est dehors n'est ni imprimé ni sur la clé USB : le lecteur ne trouverait rien.")

    static func finding(_ destination: String, at span: Span, byLink: String? = nil) -> Finding {
        found(
            span,
            Phrase(en: "'\(Say.quoted(destination))' leaves the plan's folder", fr: "« \(Say.quoted(destination)) » sort du dossier du plan"),
            help: [
                byLink.map {
                    Phrase(en: "'\($0)' is a symbolic link that leads out", fr: "« \($0) » est un lien symbolique qui mène dehors")
                },
                Phrase(en: "copy the file into the plan's folder", fr: "copiez le fichier dans le dossier du plan"),
            ])
    }

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
