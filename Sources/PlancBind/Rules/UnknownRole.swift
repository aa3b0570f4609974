import PlancDiagnostics

enum UnknownRole: UnknownThing {
    static let name = "unknown-role"
    static let summary = Phrase(
        en: "a reference to a role that is not in the plan",
        fr: "un renvoi à un rôle qui n'est pas dans le plan")
    static let why = Phrase(
        en: "A step for a role that does not exist is done by nobody.",
        fr: "L'action d'un rôle qui n'existe pas n'est faite par personne.")
    static let unknown = Phrase(en: "unknown role", fr: "rôle inconnu")
    static let declaredIn = Phrase(
        en: "roles are declared in a file of the kind 'roles' or 'role'",
        fr: "les rôles se déclarent dans un fichier de la sorte « roles » ou « role »")

    static let rejects: [Example] = []
    static let accepts: [Example] = []
}
