import PlancDiagnostics

/// What an organisation does: its words for the place, the people it serves, the work and how to do it by hand.
public enum Trade: String, CaseIterable, Sendable {
    case shop, office, factory, care, association

    /// Whether somebody answers colleagues who report a doubtful message.
    var hasSupport: Bool { self == .office || self == .factory }

    /// What people call it.
    public var title: Phrase {
        switch self {
        case .shop: Phrase("shop")
        case .office: Phrase("office")
        case .factory: Phrase("factory")
        case .care: Phrase("care home")
        case .association: Phrase("association")
        }
    }

    /// The words that templates ask for with `$name`.
    var phrases: [String: Phrase] {
        switch self {
        case .shop: Self.shopWords
        case .office: Self.officeWords
        case .factory: Self.factoryWords
        case .care: Self.careWords
        case .association: Self.associationWords
        }
    }

    private static let shopWords: [String: Phrase] = [
        "place": Phrase("the shop", context: "starter"), "served": Phrase("Customers", context: "starter"),
        "team": Phrase("Shop team", context: "starter"),
        "work": Phrase("Selling and taking payment", context: "starter"),
        "tool": Phrase("Till and stock", context: "starter"),
        "hand1": Phrase("Take out the receipt book and the calculator", context: "starter"),
        "hand2": Phrase("Write down each sale: article, price, how it was paid", context: "starter"),
        "hand3": Phrase("Enter the written sales again, two people together", context: "starter"),
        "advice": callFirst,
    ]
    private static let officeWords: [String: Phrase] = [
        "place": Phrase("the office", context: "starter"), "served": Phrase("Clients", context: "starter"),
        "team": Phrase("Office team", context: "starter"),
        "work": Phrase("Looking after clients' files", context: "starter"),
        "tool": Phrase("Files and diary", context: "starter"),
        "hand1": Phrase("Take out the paper list of appointments and due dates", context: "starter"),
        "hand2": Phrase("Call the clients expected this week, the most urgent first", context: "starter"),
        "hand3": Phrase("Copy the paper notes into the files, two people together", context: "starter"),
        "advice": callFirst,
    ]
    private static let factoryWords: [String: Phrase] = [
        "place": Phrase("the factory", context: "starter"), "served": Phrase("Customers", context: "starter"),
        "team": Phrase("Factory teams", context: "starter"),
        "work": Phrase("Making and shipping", context: "starter"),
        "tool": Phrase("Production control", context: "starter"),
        "hand1": Phrase("Print or write the orders of the day, one per line", context: "starter"),
        "hand2": Phrase("Ship what is ready, with a paper delivery note", context: "starter"),
        "hand3": Phrase("Enter production and shipments again, two people together", context: "starter"),
        "advice": Phrase(
            "Tell us what you need first. Keep your orders ready: we take them by telephone.",
            context: "starter"),
    ]
    private static let careWords: [String: Phrase] = [
        "place": Phrase("the home", context: "starter"),
        "served": Phrase("Residents and families", context: "starter"),
        "team": Phrase("Care team", context: "starter"),
        "work": Phrase("Giving care and meals", context: "starter"),
        "tool": Phrase("Care records", context: "starter"),
        "hand1": Phrase("Take out the paper sheets of medicines and diets", context: "starter"),
        "hand2": Phrase(
            "Write each treatment on the resident's sheet, with the time and a name", context: "starter"),
        "hand3": Phrase("Copy the sheets into the records, two people together", context: "starter"),
        "advice": Phrase(
            "Your relative is being looked after. Please call us before you come.", context: "starter"),
    ]
    private static let associationWords: [String: Phrase] = [
        "place": Phrase("the hall", context: "starter"), "served": Phrase("Members", context: "starter"),
        "team": Phrase("Staff and volunteers", context: "starter"),
        "work": Phrase("Running activities and the help desk", context: "starter"),
        "tool": Phrase("Membership file", context: "starter"),
        "hand1": Phrase("Take out the paper list of members and the timetable", context: "starter"),
        "hand2": Phrase("Write each enrolment and each payment into the book", context: "starter"),
        "hand3": Phrase("Enter the book into the file again, two people together", context: "starter"),
        "advice": callFirst,
    ]

    private static let callFirst = Phrase(
        "Call us if your need is urgent. If not, please wait for our next news before you come.", context: "starter")
}
