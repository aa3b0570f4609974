import PlancProse
import PlancSource

/// A name of a host that is a slip for one of the plan's own addresses, wherever it stands.
struct AlmostOurHost {
    var written: [WrittenHost]
    /// The name that is meant, and one of the places that have it.
    var meant: WrittenHost

    /// Those of a plan, in the order in which they are met.
    static func all(_ reader: PointerReader) -> [AlmostOurHost] {
        let declared = reader.hostsOfAddresses
        if declared.isEmpty { return [] }
        let all = declared + reader.hostsInTexts
        var places: [String: [WrittenHost]] = [:]
        var order: [String] = []
        for host in all {
            if places[host.domain] == nil { order.append(host.domain) }
            places[host.domain, default: []].append(host)
        }
        let addresses = Dictionary(declared.map { ($0.domain, 1) }, uniquingKeysWith: +)
        return order.compactMap { domain in
            let meant = order.first { other in
                isAlmost(domain, other)
                    && isRarer(
                        (addresses[domain] ?? 0, places[domain]!.count), (addresses[other] ?? 0, places[other]!.count))
            }
            return meant.map { AlmostOurHost(written: places[domain]!, meant: places[$0]![0]) }
        }
    }

    /// Whether one is the slip, by how many addresses of the plan and how many places at all have each.
    private static func isRarer(_ one: (addresses: Int, places: Int), _ other: (addresses: Int, places: Int)) -> Bool {
        switch (one.addresses, other.addresses) {
        case (0, 1...): !(one.places > 1 && other.places == 1)
        case (1, 2...): true
        case (1, 1): one.places == 1 && other.places > 2
        // What texts and the title of a channel say, against its address.
        case (1, 0): one.places == 1 && other.places > 1
        default: false
        }
    }

    /// Whether names differ by a slip of the fingers; short ones, and those of the branches of one house (`shop-a`, `shop2`), do not.
    private static func isAlmost(_ one: String, _ other: String) -> Bool {
        let (first, second) = (one.prefix { $0 != "." }, other.prefix { $0 != "." })
        let least = min(first.count, second.count)
        guard one != other, least > 4, one.dropFirst(first.count) == other.dropFirst(second.count),
            first.filter({ !$0.isNumber }) != second.filter({ !$0.isNumber })
        else { return false }
        let (words, others) = (first.split(separator: "-"), second.split(separator: "-"))
        if words.count == others.count,
            zip(words, others).contains(where: { $0 != $1 && min($0.count, $1.count) < 4 })
        {
            return false
        }
        let limit = least < 8 ? 1 : 2
        return editDistance(Array(first.unicodeScalars), Array(second.unicodeScalars), atMost: limit) <= limit
    }
}
