import PlancMarkup
import PlancModel
import PlancSource

/// Whose address something is: `library.example` of `www.library.example` and of `desk@library.example`.
public struct WrittenHost: Sendable {
    /// In small letters, without what stands before the name that its owner bought.
    public var domain: String
    public var span: Span
}

extension PointerReader {
    /// Those of the addresses that the plan has.
    public var hostsOfAddresses: [WrittenHost] {
        var values = plan.channels.compactMap(\.address)
        for person in plan.people { values += person.reach.map(\.value) }
        for audience in plan.audiences { values += audience.reach.map(\.value) }
        return values.flatMap(hosts)
    }

    /// Those in texts and titles, in all languages.
    public var hostsInTexts: [WrittenHost] {
        var bodies =
            plan.messages.flatMap { $0.versions.map(\.body) } + plan.snippets.flatMap { $0.versions.map(\.body) }
        bodies += plan.checklists.flatMap { $0.versions.map(\.body) } + plan.scenarios.flatMap(\.body.bodies)
        var found: [WrittenHost] = []
        for body in bodies {
            body.blocks.forEachInline { inline in
                switch inline.content {
                case .text(let words): found += hosts(in: words) { span(of: $0, in: words, inline) }
                case .link(let link):
                    guard case .external = plan.links[link] else { return }
                    found += hosts(in: Located(link.destination, link.destinationSpan))
                default: break
                }
            }
        }
        for message in plan.messages { found += message.subject.versions.flatMap { hosts(in: $0.text) } }
        for channel in plan.channels { found += channel.title.versions.flatMap { hosts(in: $0.text) } }
        return found
    }

    private func hosts(in value: Located<String>) -> [WrittenHost] {
        let span = value.wordSpan
        return hosts(in: value.value) { range in
            // `www.library.example` in a text is a link to `http://www.library.example`.
            let added = value.value.utf8.count - span.range.count
            guard added == 0 || added == 7 && ["http://", "mailto:"].contains(where: value.value.hasPrefix)
            else { return span }
            let lower =
                Int(span.lower) - added + value.value.utf8.distance(from: value.value.startIndex, to: range.lowerBound)
            return Span(span.file, lower, lower + value.value[range].utf8.count)
        }
    }

    private func hosts(in text: String, _ span: (Range<String.Index>) -> Span) -> [WrittenHost] {
        if !text.utf8.contains(UInt8(ascii: ".")) { return [] }
        return wordRanges(of: text).compactMap { word in
            domain(in: text[word]).map { WrittenHost(domain: $0.lowercased(), span: span($0.startIndex..<$0.endIndex)) }
        }
    }

    /// nil of a word that is no address of mail or a page.
    private func domain(in word: Substring) -> Substring? {
        var host = word
        if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
        if let sign = host.lastIndex(of: "@") { host = host[host.index(after: sign)...] }
        host = host.prefix { !"/:?#".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.count > 1, last.allSatisfy(\.isLetter),
            labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } })
        else { return nil }
        // Of `library.co.uk` the middle one is the registry's.
        let isLong = labels.count > 2 && labels[labels.count - 2].count < 4
        let first = labels[labels.count - (isLong ? 3 : 2)]
        return host[first.startIndex...]
    }
}
