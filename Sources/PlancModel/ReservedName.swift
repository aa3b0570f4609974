import PlancMarkup

/// Why an id cannot be the name of a file: something else has it.
public enum ReservedName: Sendable, Hashable {
    /// A contact sheet that planc writes for every plan, next to those of scenarios.
    case contactSheet
    /// Windows keeps it for a device, whatever extension follows.
    case device
    /// A source of this name makes a plan of its folder.
    case plan

    private static let contactSheets: Set<String> = ["all", "call-tree", "wallet-cards"]
    /// Of the names that Windows keeps, those that an id can be.
    private static let devices: Set<String> = [
        "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ]

    /// Of the files that planc writes for a thing; nil where the name is free.
    public init?(outputOf kind: EntityKind, id: String) {
        if kind == .scenario, Self.contactSheets.contains(id) {
            self = .contactSheet
        } else if [.scenario, .message, .pack].contains(kind), Self.devices.contains(id) {
            self = .device
        } else {
            return nil
        }
    }

    /// Of a source with one thing; nil where the name is free.
    public init?(sourceOf kind: EntityKind, id: String) {
        if id == "plan" {
            self = .plan
        } else if Self.devices.contains(id) {
            self = .device
        } else {
            self.init(outputOf: kind, id: id)
        }
    }
}
