import PlancCompose
import PlancDriver
import PlancMarkup
import PlancModel

/// The names in a plan, for completion: kept from one key press to the next.
struct PlanNames {
    private var names: [(list: String, name: String)] = []

    /// Of the first word that names a plan's folder or something in it, else of the working folder.
    init(of words: [String]) {
        let disk = DiskWorld()
        let folder = words.dropFirst(2).first { !$0.hasPrefix("-") && !$0.isEmpty && disk.kind(of: $0) != nil } ?? "."
        let cache = Recalling.cache(of: ["names", folder])
        if case .write(let bytes, _)? = cache?.recall(fact: { _ in nil })?.actions.first {
            let lines = bytes.split(separator: 0, omittingEmptySubsequences: false)
            for place in stride(from: 0, to: lines.count - 1, by: 2) {
                names.append(
                    (String(decoding: lines[place], as: UTF8.self), String(decoding: lines[place + 1], as: UTF8.self)))
            }
            return
        }
        let recorder = RunRecorder()
        recorder.begin()
        for plan in load([folder], in: RecordedWorld(recorder)).plans.compactMap(\.plan) { add(plan) }
        names.removeAll { $0.name.utf8.contains(0) }
        recorder.note(.write(names.flatMap { Array("\($0.list)\0\($0.name)\0".utf8) }, descriptor: 1))
        cache?.keep(recorder, status: ExitStatus.clean.rawValue)
    }

    private static let reports = "reports"
    private static let backups = "backups"
    private static let readings = "readings"
    private static let locales = "locales"
    private static let starts = "starts"
    private static let fields = "fields of "
    private static let channels = "channels of "

    private mutating func add(_ plan: Plan) {
        for kind in KindArgument.kinds {
            names += plan.entities(of: kind).map { (list: kind.rawValue, name: $0.id) }
        }
        names += plan.locales.map { (Self.locales, $0.tag) }
        for message in plan.messages {
            if let report = message.inReplyTo { names.append((Self.reports, report.value)) }
        }
        for message in plan.messages {
            names += message.channels.map { (Self.channels + message.id, $0.id) }
            names += fieldsToFill(message, plan).map { (Self.fields + message.id, $0) }
        }
        let starts = Set(plan.obligations.flatMap(\.stages).flatMap(\.dues).flatMap(\.starts).map(\.notation))
        names += starts.sorted().map { (Self.starts, $0) }
        names += plan.systems.filter { $0.backup != nil }.map { (list: Self.backups, name: $0.id) }
        names += plan.obligations.filter { !$0.isBuiltIn }.map { (list: Self.readings, name: $0.id) }
    }

    /// The fields of a message's texts whose value the plan does not say, in the order of their use.
    private func fieldsToFill(_ message: Message, _ plan: Plan) -> [String] {
        let composer = Composer(plan: plan, locale: plan.sourceLocale)
        var ids: [String] = []
        for channel in message.channels.compactMap({ plan.channels[$0] }) {
            for id in composer.words(of: message, on: channel)?.fields ?? [] where !ids.contains(id) { ids.append(id) }
        }
        return ids.filter { plan.fields[$0]?.value.isEmpty ?? false }
    }

    /// What is told of the message that a command line names; nil where it names none.
    private func told(of list: String, in words: [String]) -> [String]? {
        let message = words.dropFirst(2).first { word in names.contains { $0.list == "message" && $0.name == word } }
        return message.map { message in names.filter { $0.list == list + message }.map(\.name) }
    }

    /// The fields to fill in of the message that a command line names.
    func fields(in words: [String]) -> [String]? { told(of: Self.fields, in: words) }

    /// The channels of the message that a command line names.
    func channels(in words: [String]) -> [String]? { told(of: Self.channels, in: words) }

    /// What the clocks of the plan's duties start with.
    var starts: [String] { names.filter { $0.list == Self.starts }.map(\.name) }

    func ids(of kind: EntityKind) -> [String] { names.filter { $0.list == kind.rawValue }.map(\.name) }

    /// The systems whose copy can be confirmed.
    var backups: [String] { names.filter { $0.list == Self.backups }.map(\.name) }

    /// The obligations whose reading can be confirmed: planc's library says itself when its own were read.
    var readings: [String] { names.filter { $0.list == Self.readings }.map(\.name) }

    /// The languages of the plan, by their tags.
    var locales: [String] { names.filter { $0.list == Self.locales }.map(\.name) }

    /// The kinds of reports that the plan has replies to.
    var reports: [String] { Set(names.filter { $0.list == Self.reports }.map(\.name)).sorted() }
}
