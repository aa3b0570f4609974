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
        let likely = LikelyNames(order)
        return order.compactMap { domain in
            let meant = likely.names(near: domain).first { other in
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

/// Names of hosts that may be a slip for each other, so that each is not compared with all: leaving out two letters of both gives
/// the same. Figures do not count, by them alone no two names are a slip.
private struct LikelyNames {
    private let all: [String]
    private var places: [String: [Int]] = [:]
    /// So few that all are compared.
    private static let few = 32
    /// Where more are alike, nobody knows which is meant.
    private static let most = 50
    private static let longest = 30

    init(_ names: [String]) {
        all = names
        if names.count <= Self.few { return }
        for (place, name) in names.enumerated() {
            for key in Self.keys(name) where (places[key]?.count ?? 0) < Self.most {
                places[key, default: []].append(place)
            }
        }
    }

    func names(near name: String) -> [String] {
        if all.count <= Self.few { return all }
        return Set(Self.keys(name).flatMap { places[$0] ?? [] }).sorted().prefix(Self.most).map { all[$0] }
    }

    private static func keys(_ name: String) -> Set<String> {
        let end = name.drop { $0 != "." }
        let letters = name.prefix { $0 != "." }.filter { !$0.isNumber }
        var keys: Set<String> = [letters]
        var last = keys
        for _ in 0..<(letters.count > longest ? 1 : 2) {
            last = Set(last.flatMap(withoutOne))
            keys.formUnion(last)
        }
        return Set(keys.map { $0 + end })
    }

    private static func withoutOne(_ name: String) -> [String] {
        name.indices.map { place in
            var rest = name
            rest.remove(at: place)
            return rest
        }
    }
}
