import PlancCompose
import PlancModel

/// Private values of both states, masked wherever they stand: in the value of a key, in the words of a page, in the message of a
/// finding.
struct Masking: Sendable {
    private let values: [PrivateValue]
    private let search: PrivateSearch
    /// Every private address as it is written, also those too short to be looked for in texts.
    private let addresses: Set<String>

    /// `isOpen`: nothing is masked.
    init(_ plans: [Plan], isOpen: Bool = false) {
        values = isOpen ? [] : plans.flatMap(\.privateValues)
        search = PrivateSearch(values)
        var addresses: Set<String> = []
        for person in isOpen ? [] : plans.flatMap({ Array($0.people) }) where !person.privateChannels.isEmpty {
            for address in person.reach where person.isPrivate(address.channel.id) {
                addresses.insert(address.value.value)
            }
        }
        self.addresses = addresses
    }

    /// A text with every private value in it masked.
    func callAsFunction(_ text: String) -> String {
        if search.isEmpty { return text }
        let bytes = Array(text.utf8)
        let hits = search.hits(decoding: bytes).sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
        if hits.isEmpty { return text }
        var out: [UInt8] = []
        var end = 0
        for hit in hits where hit.range.lowerBound >= end {
            out += bytes[end..<hit.range.lowerBound]
            out += values[hit.value].masked.utf8
            end = hit.range.upperBound
        }
        return String(decoding: out + bytes[end...], as: UTF8.self)
    }

    /// Whether an address is private.
    func hides(_ written: String) -> Bool { address(written) != written }

    /// An address as it may be shown.
    func address(_ written: String) -> String {
        addresses.contains(written) && self(written) == written
            ? String(repeating: "•", count: written.count) : self(written)
    }
}

extension PlanState {
    /// The plan's title with the private values of both states masked, for whoever is not shown them.
    public func title(in locale: Locale, beside other: PlanState?, showsPrivateNumbers: Bool) -> String {
        Masking([plan] + (other.map { [$0.plan] } ?? []), isOpen: showsPrivateNumbers)(plan.info.title.text(locale))
    }
}
