import PlancDiagnostics
import PlancDriver
import PlancLanguages
import PlancModel
import PlancSource

/// A small whole plan to start from, which checks clean on its day.
public struct StarterPlan: Sendable {
    /// The organisation's, of any origin.
    public var name: String
    /// Languages that planc speaks; the first is the source of the others.
    public var locales: [Locale]
    public var trade: Trade
    public var today: CalendarDate

    /// The languages that the templates exist in: all that planc speaks.
    public static let languages = Language.all.map { Locale($0.tag) }

    public init(name: String, locales: [Locale], trade: Trade, today: CalendarDate) {
        self.name = name
        self.locales = locales
        self.trade = trade
        self.today = today
    }

    /// Its sources, paths relative to the plan's folder.
    public var files: [OutputFile] {
        let values = Template.Values(
            locales: locales, hasSupport: trade.hasSupport, phrases: trade.phrases,
            scalars: [
                "name": yamlText(name), "sender": yamlText(sender), "today": today.description,
                "locales": "[" + locales.map(\.tag).joined(separator: ", ") + "]",
            ])
        var templates = [
            PackageResources.plan_md, PackageResources.people_md, PackageResources.situations_md,
            PackageResources.messages_md,
        ]
        if trade.hasSupport { templates.append(PackageResources.replies_md) }
        return stamped(templates.flatMap { Template(text: String(decoding: $0, as: UTF8.self)).files(values) })
    }

    /// What a text message is from: at most eleven letters and digits, as networks take it.
    private var sender: String {
        var plain = name.lowercased()
        for (letter, letters) in locales.first.flatMap({ Language($0.language)?.rules.spelledOut }) ?? [] {
            plain = plain.replacing(letter, with: letters)
        }
        let letters = PlainLetters.folded(plain).unicodeScalars.filter {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
        }
        let short = String(String.UnicodeScalarView(letters)).uppercased().prefix(11)
        return short.utf8.count < 3 ? "INFO" : String(short)
    }

    /// The translations, each naming the source that it was made from.
    private func stamped(_ files: [OutputFile]) -> [OutputFile] {
        guard locales.count > 1 else { return files }
        let loaded = load(
            ["."], in: MemoryWorld(Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }, today: today))
        var stamps: [String: [UInt8]] = [:]
        for plan in loaded.plans.compactMap(\.plan) {
            for state in translations(of: plan, sources: loaded.sources) {
                stamps[state.path] = PlancDriver.stamped(state, sources: loaded.sources)?.after
            }
        }
        return files.map { OutputFile(path: $0.path, bytes: stamps[$0.path] ?? $0.bytes) }
    }
}
