import PlancModel
import PlancSchema

/// The items of all profiles: what is asked, by whom, and how it is judged.
enum ProfileTables {
    static func markdown() -> String {
        let profiles = Profiles.builtIn
        var out = "| item | | asked by | what the plan must show | judged |\n| --- | --- | --- | --- | --- |\n"
        for item in profiles.items {
            let asking = profiles.asking(for: item.id, among: ProfileName.allCases).map(\.rawValue)
            out +=
                "| `\(item.id)` | \(item.severity.rawValue) | \(asking.joined(separator: ", ")) | \(item.says.english) | "
            out += judged(item) + " |\n"
        }
        return out
    }

    private static func judged(_ item: Profiles.Item) -> String {
        var ways: [String] = []
        if let rule = item.rule { ways.append("by the rule [\(rule)](doc:\(rule))") }
        if !item.asks.isEmpty {
            ways.append(item.asks.count == 1 ? "by a condition" : "by \(item.asks.count) conditions")
        }
        if item.isByHand { ways.append("by hand") }
        return ways.joined(separator: ", and ")
    }
}
