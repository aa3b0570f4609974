import PlancCompose
import PlancDocument
import PlancModel
import PlancSource

extension ScenarioContext {
    /// Codes for a phone's camera: to dial whoever is called first, to keep their card, to open the page that tells how things
    /// stand. Side by side, none larger than 300 bytes; empty when there is nothing to scan.
    func scanCodes() -> [Block] {
        let codes = dialCodes + pageCodes
        if codes.isEmpty { return [] }
        let columns = codes.map { _ in Table.Column([], alignment: .center) }
        return [
            .together([
                .paragraph([.text(words.scanWithPhone, .strong)], .body),
                .table(
                    Table(
                        summary: words.scanWithPhone, columns: columns,
                        rows: [.init(codes.map { [.qrCode(payload: $0.payload, caption: $0.caption)] })],
                        hasRowHeaders: false)),
            ])
        ]
    }

    private typealias Code = (payload: String, caption: [Run])

    /// The first number of the duty role's holder, and a card with it.
    private var dialCodes: [Code] {
        guard let role = dutyRole, let person = acting(role),
            let way = ways(person).first(where: { $0.isUp && !$0.isWithheld && $0.channel.type.value.isTelephone }),
            let number = WrittenForms.e164(way.address.value.value)
        else { return [] }
        if way.isPrivate { privacy.met.add(person.id, way.channel.id) }
        var codes: [Code] = [
            ("tel:" + number, [.text(words.dial(person.name) + condition(way.state).plainText)])
        ]
        // Without its kind, a phone keeps every number as one of a land line.
        let isMobile = person.reach.contains { address in
            plan.channels[address.channel]?.type.value == .sms && WrittenForms.e164(address.value.value) == number
        }
        let kind = isMobile ? "CELL" : "VOICE"
        let (title, given, family) = nameParts(person.name)
        let card =
            "BEGIN:VCARD\r\nVERSION:3.0\r\n"
            + "N:\(contentLineText(family));\(contentLineText(given));;\(contentLineText(title));\r\n"
            + "FN:\(contentLineText(person.name))\r\nTITLE:\(contentLineText(edition.title(of: role)))\r\nTEL;TYPE=\(kind):\(number)\r\nEND:VCARD\r\n"
        if card.utf8.count <= codeLimit { codes.append((card, [.text(words.keepCard(person.name))])) }
        return codes
    }

    /// The first page for the public that works here, of several scenarios in most of them.
    private var pageCodes: [Code] {
        let affairs = affairs
        for type in [ChannelType.statusPage, .web] {
            let pages = plan.channels.filter { channel in
                guard channel.type.value == type, let address = channel.address?.value else { return false }
                return (address.hasPrefix("https://") || address.hasPrefix("http://"))
                    && address.utf8.count <= codeLimit
            }.enumerated().map { place, channel in
                (channel: channel, works: affairs.count { $0.reach.isUp(channel: channel.id) }, place: place)
            }
            guard let best = pages.min(by: { (-$0.works, $0.place) < (-$1.works, $1.place) }), best.works > 0,
                let address = best.channel.address?.value
            else { continue }
            let title = edition.title(.channel, best.channel.id)
            return [(address, [.text(title + condition(state(of: best.channel)).plainText)])]
        }
        return []
    }

    /// More than this, and a code of 3 cm is hard to read (see the manual's page on print).
    private var codeLimit: Int { 300 }
}

extension Words {
    var scanWithPhone: String { say("Scan with a phone") }
    func dial(_ name: String) -> String { say("Call {name}", ["name": name]) }
    func keepCard(_ name: String) -> String { say("Keep the card of {name}", ["name": name]) }
}
