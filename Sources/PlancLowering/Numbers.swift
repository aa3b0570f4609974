import PlancCompose
import PlancDocument
import PlancModel

/// Addresses of people and channels as they are printed.
extension Scene {
    /// A number to dial, or another address, with what happens when it is touched on a screen.
    func address(_ value: String, type: ChannelType?) -> Run {
        if let number = PhoneHabit.e164(value) {
            return .text(unbroken(edition.composer.phones.text(value)), .phone, link: .uri("tel:\(number)"))
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
    struct Way {
        var address: Person.Address
        var channel: Channel
        var isUp: Bool
    }

    /// A person's ways: what works first, numbers to speak on before others, each value once, private ones where they may be seen.
    func ways(_ person: Person) -> [Way] {
        let isAbsent = reach.absence(person: person.id) != nil
        var ways: [Way] = []
        for address in person.reach {
            guard let channel = plan.channels[address.channel], showsPrivate || !person.isPrivate(channel.id) else { continue }
            let way = Way(address: address, channel: channel, isUp: !isAbsent && reach.isUp(channel: channel.id))
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
        return (way.isUp ? 0 : 10) + kind
    }

    /// The number to try first, nil when nothing works here.
    func firstNumber(_ person: Person) -> Run? {
        guard let way = ways(person).first, way.isUp else { return nil }
        return address(way.address.value.value, type: way.channel.type.value)
    }

    /// A way, and by what it is when that is not plain; struck through with its reason when it does not work.
    func runs(_ way: Way) -> [Run] {
        var run = address(way.address.value.value, type: way.channel.type.value)
        if !way.isUp {
            run.style.insert(.struck)
            run.link = nil
        }
        return [run, .text(" " + edition.title(.channel, way.channel.id) + (way.isUp ? "" : " – " + words.doesNotWork), .small)]
    }

    /// Name and first number: "Karim Benhaddou 06 39 98 00 03".
    func nameAndNumber(_ person: Person, _ style: Run.Style = []) -> [Run] {
        [.text(person.name, style), .text(" ")] + (firstNumber(person).map { [$0] } ?? [.text(words.notReachable, .small)])
    }
}

extension Scene.Way {
    fileprivate var value: String { PhoneHabit.e164(address.value.value) ?? address.value.value }
}

/// With spaces at which no line breaks.
func unbroken(_ text: String) -> String { String(text.map { $0 == " " ? "\u{A0}" : $0 }) }

/// A text whose telephone numbers do not break: a space between digits of a number of eight or more.
func unbrokenNumbers(_ text: String) -> String {
    var result = ""
    var number = ""
    func flush() {
        let isNumber = number.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } >= 8
        let spaces = number.reversed().prefix { $0 == " " }.count
        let core = String(number.dropLast(spaces))
        result += (isNumber ? unbroken(core) : core) + String(repeating: " ", count: spaces)
        number = ""
    }
    for character in text {
        if character.isASCII, character.isNumber || !number.isEmpty && character == " " {
            number.append(character)
        } else {
            if !number.isEmpty { flush() }
            result.append(character)
        }
    }
    flush()
    return result
}
