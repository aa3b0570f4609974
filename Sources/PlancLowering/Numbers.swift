import PlancCompose
import PlancDocument
import PlancModel

/// Addresses of people and channels as they are printed.
extension ScenarioContext {
    /// A number to dial, or another address, with what happens when it is touched on a screen.
    func address(_ value: String, type: ChannelType?) -> Run {
        if let number = edition.number(value) {
            return .text(number.printed, .phone, link: .uri("tel:\(number.dialled)"))
        }
        switch type {
        case .email: return .text(value, .code, link: .uri("mailto:\(value)"))
        case .web, .statusPage, .portal:
            let isPage = value.hasPrefix("https://") || value.hasPrefix("http://")
            return .text(value, .code, link: isPage ? .uri(value) : nil)
        default: return .text(value, .code)
        }
    }

    /// The address of a channel, unless its title tells it already.
    func addressUnlessNamed(_ channel: Channel) -> [Run] {
        guard let value = channel.address?.value else { return [] }
        let run = address(value, type: channel.type.value)
        return edition.title(.channel, channel.id).contains([run].plainText) ? [] : [.text(" "), run]
    }

    /// One way to reach a person, and whether it works here.
    struct Way: Sendable {
        var address: Person.Address
        /// What is dialled; of other addresses the whole.
        var value: String
        var channel: Channel
        var isUp: Bool
        /// What holds of it at this hour, in words; empty of what never was out.
        var state = ""
        /// How often it fails where the page is read: 2 for a scenario in which it does not work, 1 for one in which it should again.
        var failures = 0
        var isPrivate = false
        /// Told of, but not written out.
        var isWithheld = false
    }

    /// What `ways` keeps.
    func waysFound(_ person: Person) -> [Way] {
        var ways: [Way] = []
        for address in person.reach {
            guard let channel = plan.channels[address.channel] else { continue }
            let isPrivate = person.isPrivate(channel.id)
            if isPrivate, privacy.manner == .silent { continue }
            let standings = standings(of: channel.id, for: person)
            var way = Way(
                address: address, value: edition.number(address.value.value)?.dialled ?? address.value.value,
                channel: channel, isUp: standings.contains(where: \.isUp), state: told(standings),
                failures: standings.reduce(0) { $0 + ($1.isUp ? ($1.state.isEmpty ? 0 : 1) : 2) }, isPrivate: isPrivate)
            way.isWithheld = isPrivate && privacy.manner == .told
            if let same = ways.firstIndex(where: { $0.value == way.value }) {
                if rank(way) < rank(ways[same]) { ways[same] = way }
            } else {
                ways.append(way)
            }
        }
        return ways.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    private func rank(_ way: Way) -> Int {
        let kind: Int =
            switch way.channel.type.value {
            case .voice: 0
            case .satellite, .hotline: 1
            case .sms: 2
            default: 3
            }
        // What was out and should be back comes after what never was; what works in fewer scenarios after what works in more.
        return way.failures * 10 + (way.isWithheld ? 5 : 0) + kind
    }

    /// The number to try first, nil when nothing works here.
    func firstNumber(_ person: Person) -> Run? {
        guard let way = ways(person).first, way.isUp else {
            return isSilent(person) ? .text(words.notForThisPack, .small) : nil
        }
        return run(way, of: person)
    }

    /// When the number to try first can be used, if that is not plain.
    func firstNumberCondition(_ person: Person) -> [Run] {
        guard let way = ways(person).first, way.isUp else { return [] }
        return condition(way.state)
    }

    /// The number to try first and when it can be used, or that there is none.
    func numberOrNone(_ person: Person, _ style: Run.Style = []) -> [Run] {
        firstNumber(person).map { [$0] + firstNumberCondition(person) } ?? [.text(noNumber(of: person), style)]
    }

    /// Whether a number or address of somebody that works is written out here.
    func hasNumber(_ person: Person) -> Bool {
        ways(person).first.map { $0.isUp && !$0.isWithheld } ?? false
    }

    /// A private way that works is the only one, and its readers are told of none.
    private func isSilent(_ person: Person) -> Bool {
        privacy.manner == .silent && reach.absence(person: person.id) == nil
            && person.reach.contains { person.isPrivate($0.channel.id) && reach.isUp(channel: $0.channel.id) }
    }

    /// An address, struck through when it does not work, or that it is not in this copy.
    func run(_ way: Way, of person: Person) -> Run {
        if way.isPrivate { privacy.met.add(person.id, way.channel.id) }
        if way.isWithheld { return .text(words.notInThisCopy, [.small, .emphasis]) }
        var run = address(way.address.value.value, type: way.channel.type.value)
        if !way.isUp {
            run.style.insert(.struck)
            run.link = nil
            return run
        }
        return [run].marked(.number(of: person.id))[0]
    }

    /// A way, and by what it is when that is not plain, with its reason when it does not work.
    func runs(_ way: Way, of person: Person) -> [Run] {
        let (run, title) = (run(way, of: person), edition.title(.channel, way.channel.id))
        if way.isWithheld { return [.text(title + " – ", .small), run] }
        return [run, .text(" " + title + (way.state.isEmpty ? "" : " – " + way.state), .small)]
    }

    /// Name and first number: "Karim Benhaddou 06 39 98 00 03"; or "Karim Benhaddou – no number works here".
    func nameAndNumber(_ person: Person, _ style: Run.Style = []) -> [Run] {
        [.text(person.name, style), .text(joint(person))] + numberOrNone(person, .small)
    }

    /// What stands between a name and `numberOrNone`: a dash before words that stand in the number's place.
    func joint(_ person: Person, gap: String = " ") -> String {
        hasNumber(person) ? gap : " – "
    }
}

/// With spaces at which no line breaks.
func unbroken(_ text: String) -> String {
    var text = text
    let hasPlainSpaces: Bool? = text.withUTF8 { bytes in
        var isFound = false
        for place in bytes.indices where bytes[place] == 0x20 {
            // A mark may make another character of the space before it.
            guard bytes.isPlain(before: place), bytes.isPlain(after: place) else { return nil }
            isFound = true
        }
        return isFound
    }
    guard let hasPlainSpaces else { return String(text.map { $0 == " " ? "\u{A0}" : $0 }) }
    if !hasPlainSpaces { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 { if byte == 0x20 { result += [0xC2, 0xA0] } else { result.append(byte) } }
    return String(decoding: result, as: UTF8.self)
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a letter below U+0300, where no mark is, or nothing stands before a place of the text.
    fileprivate func isPlain(before place: Int) -> Bool {
        place == 0 || self[place - 1] < 0x80 || (0xC2...0xCB).contains(self[place - 2])
    }

    fileprivate func isPlain(after place: Int) -> Bool { place + 1 == count || self[place + 1] <= 0xCB }
}

/// A text whose numbers do not break: a telephone number of eight digits or more, the thousands of a great number, a
/// number and its unit.
func unbrokenNumbers(_ text: String) -> String {
    if !text.hasSpaceAfterDigit { return text }
    var result = ""
    var number = ""
    func flush(before next: Substring) {
        let spaces = number.reversed().prefix { $0 == " " }.count
        let core = String(number.dropLast(spaces))
        let groups = core.split(separator: " ", omittingEmptySubsequences: false)
        let isTelephone = groups.reduce(0) { $0 + $1.utf8.count } >= 8
        let isGreat = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        result += isTelephone || isGreat ? unbroken(core) : core
        let unit = next.prefix { $0.isLetter || $0 == "%" || $0 == "€" }
        result += spaces == 1 && units.contains(unit) ? "\u{A0}" : String(repeating: " ", count: spaces)
        number = ""
    }
    for place in text.indices {
        let character = text[place]
        if character.isASCII, character.isNumber || !number.isEmpty && character == " " {
            number.append(character)
        } else {
            if !number.isEmpty { flush(before: text[place...]) }
            result.append(character)
        }
    }
    if !number.isEmpty { flush(before: "") }
    return result
}

extension String {
    /// Most texts have no such place.
    fileprivate var hasSpaceAfterDigit: Bool {
        var isAfterDigit = false
        for byte in utf8 {
            if byte == 0x20, isAfterDigit { return true }
            isAfterDigit = (0x30...0x39).contains(byte)
        }
        return false
    }
}

private let units: Set<Substring> = ["h", "min", "s", "j", "d", "%", "€", "km", "mm"]
