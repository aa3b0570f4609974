import PlancModel

/// Private addresses of both states, to be masked wherever they are: in a list of numbers, in the words of a page, in a
/// finding's message.
struct PrivateWords {
    /// The last eight digits of private numbers: what stays the same with or without a country code.
    private var numbers: Set<String> = []
    /// Other private addresses, in small letters.
    private var others: Set<String> = []

    init(_ plans: Plan...) {
        for plan in plans {
            for person in plan.people {
                for address in person.reach where person.isPrivate(address.channel.id) {
                    let digits = address.value.value.filter(\.isASCIIDigit)
                    if digits.count >= 6 {
                        numbers.insert(String(digits.suffix(8)))
                    } else if address.value.value.count > 3 {
                        others.insert(address.value.value.lowercased())
                    }
                    if address.value.value.contains("@") { others.insert(address.value.value.lowercased()) }
                }
            }
        }
    }

    /// The text with every private address in it masked.
    func masked(in text: String) -> String {
        if numbers.isEmpty && others.isEmpty { return text }
        var out = ""
        var run = ""
        func flush() {
            let digits = run.filter(\.isASCIIDigit)
            if digits.count >= 6, numbers.contains(where: { $0.hasSuffix(digits.suffix(8)) || digits.hasSuffix($0) }) {
                out += PlancDiff.masked(run)
            } else {
                out += run
            }
            run = ""
        }
        for character in text {
            if character.isASCIIDigit || (!run.isEmpty && " .-()/\u{A0}\u{202F}".contains(character))
                || character == "+"
            {
                run.append(character)
            } else {
                flush()
                out.append(character)
            }
        }
        flush()
        for other in others {
            while let range = out.lowercased() == out
                ? out.firstRange(of: other)
                : out.lowercased().firstRange(of: other).flatMap({ range in
                    let lower = out.lowercased()
                    let from = lower.distance(from: lower.startIndex, to: range.lowerBound)
                    guard let start = out.index(out.startIndex, offsetBy: from, limitedBy: out.endIndex),
                        let end = out.index(start, offsetBy: other.count, limitedBy: out.endIndex)
                    else { return nil }
                    return start..<end
                })
            {
                out.replaceSubrange(range, with: PlancDiff.masked(other))
            }
        }
        return out
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
