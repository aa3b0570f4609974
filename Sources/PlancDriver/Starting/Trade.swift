import PlancDiagnostics

/// What an organisation does: its words for the place, the people it serves, the work and how to do it by hand.
public enum Trade: String, CaseIterable, Sendable {
    case shop, office, factory, care, association

    /// Whether somebody answers colleagues who report a doubtful message.
    var hasSupport: Bool { self == .office || self == .factory }

    /// What people call it.
    public var title: Phrase {
        switch self {
        case .shop: Phrase(en: "shop", fr: "commerce")
        case .office: Phrase(en: "office", fr: "bureau")
        case .factory: Phrase(en: "factory", fr: "usine")
        case .care: Phrase(en: "care home", fr: "établissement de soins")
        case .association: Phrase(en: "association", fr: "association")
        }
    }

    /// The words that templates ask for with `$name`.
    var phrases: [String: (french: String, english: String)] {
        switch self {
        case .shop:
            [
                "place": ("le magasin", "the shop"), "served": ("Clients", "Customers"),
                "team": ("Équipe du magasin", "Shop team"),
                "work": ("Vendre et encaisser", "Selling and taking payment"),
                "tool": ("Caisse et stock", "Till and stock"),
                "hand1": (
                    "Sortir le carnet à souches et la calculatrice", "Take out the receipt book and the calculator"
                ),
                "hand2": (
                    "Noter chaque vente : article, prix, moyen de paiement",
                    "Write down each sale: article, price, how it was paid"
                ),
                "hand3": ("Ressaisir les ventes notées, à deux", "Enter the written sales again, two people together"),
                "advice": Self.callFirst,
            ]
        case .office:
            [
                "place": ("le bureau", "the office"), "served": ("Clients", "Clients"),
                "team": ("Équipe du bureau", "Office team"),
                "work": ("Suivre les dossiers des clients", "Looking after clients' files"),
                "tool": ("Dossiers et agenda", "Files and diary"),
                "hand1": (
                    "Sortir la liste papier des rendez-vous et des échéances",
                    "Take out the paper list of appointments and due dates"
                ),
                "hand2": (
                    "Appeler les clients attendus cette semaine, du plus urgent au moins urgent",
                    "Call the clients expected this week, the most urgent first"
                ),
                "hand3": (
                    "Reporter les notes papier dans les dossiers, à deux",
                    "Copy the paper notes into the files, two people together"
                ),
                "advice": Self.callFirst,
            ]
        case .factory:
            [
                "place": ("l'usine", "the factory"), "served": ("Clients", "Customers"),
                "team": ("Équipes de l'usine", "Factory teams"),
                "work": ("Produire et expédier", "Making and shipping"),
                "tool": ("Gestion de la production", "Production control"),
                "hand1": (
                    "Imprimer ou écrire les ordres du jour, un par ligne",
                    "Print or write the orders of the day, one per line"
                ),
                "hand2": (
                    "Expédier ce qui est prêt, avec un bon de livraison papier",
                    "Ship what is ready, with a paper delivery note"
                ),
                "hand3": (
                    "Ressaisir la production et les expéditions, à deux",
                    "Enter production and shipments again, two people together"
                ),
                "advice": (
                    "Dites-nous ce qui vous manque d'abord. Gardez vos commandes prêtes : nous les prenons par téléphone.",
                    "Tell us what you need first. Keep your orders ready: we take them by telephone."
                ),
            ]
        case .care:
            [
                "place": ("la maison", "the home"), "served": ("Résidents et familles", "Residents and families"),
                "team": ("Équipe de soins", "Care team"),
                "work": ("Soigner et servir les repas", "Giving care and meals"),
                "tool": ("Dossiers de soins", "Care records"),
                "hand1": (
                    "Sortir les fiches papier des traitements et des régimes",
                    "Take out the paper sheets of medicines and diets"
                ),
                "hand2": (
                    "Noter chaque soin sur la fiche du résident, avec l'heure et un nom",
                    "Write each treatment on the resident's sheet, with the time and a name"
                ),
                "hand3": (
                    "Reporter les fiches dans les dossiers, à deux",
                    "Copy the sheets into the records, two people together"
                ),
                "advice": (
                    "Votre proche reste entouré. Appelez-nous avant de venir.",
                    "Your relative is being looked after. Please call us before you come."
                ),
            ]
        case .association:
            [
                "place": ("le local", "the hall"), "served": ("Adhérents", "Members"),
                "team": ("Salariés et bénévoles", "Staff and volunteers"),
                "work": ("Tenir les activités et les permanences", "Running activities and the help desk"),
                "tool": ("Fichier des adhérents", "Membership file"),
                "hand1": (
                    "Sortir la liste papier des adhérents et le planning",
                    "Take out the paper list of members and the timetable"
                ),
                "hand2": (
                    "Noter chaque inscription et chaque paiement sur le cahier",
                    "Write each enrolment and each payment into the book"
                ),
                "hand3": (
                    "Ressaisir le cahier dans le fichier, à deux",
                    "Enter the book into the file again, two people together"
                ),
                "advice": Self.callFirst,
            ]
        }
    }

    private static let callFirst: (french: String, english: String) = (
        "Pour un besoin urgent, appelez-nous. Sinon, attendez notre prochaine nouvelle avant de venir.",
        "Call us if your need is urgent. If not, please wait for our next news before you come."
    )
}
