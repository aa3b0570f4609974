import PlancCompose
import PlancLowering
import PlancModel
import PlancPDF
import PlancSource
import PlancWords

/// Something that is in a file for readers who may not see it.
public struct Disclosure: Sendable {
    /// What must not be read there.
    public enum What: Sendable {
        case value(PrivateValue)
        /// A passage of the message of this id.
        case message(String)
        /// The password of the encrypted files.
        case password
    }

    /// The file's path from the plan's output folder.
    public var path: String
    public var what: What
}

/// Searches finished files for what their readers may not see. It knows nothing of how they were made: only their bytes count.
struct DisclosureSearch: Sendable {
    private let values: [PrivateValue]
    private let search: PrivateSearch
    /// Made when a file is searched for them: most outputs are for those inside.
    private let passages: Lazily<(list: [LabelledPassage], search: PrivateSearch)>
    /// What is not for the readers that a whole output is for.
    let readerWithheld: Withheld

    init(_ plan: Plan, reader: String?) {
        readerWithheld = Withheld(plan, reader: reader)
        values = plan.privateValues
        search = PrivateSearch(values)
        passages = Lazily {
            let list = labelledPassages(of: plan)
            return (list, PrivateSearch(texts: list.map(\.letters)))
        }
    }

    /// What is in a file that is not for its readers, each once.
    func disclosures(in file: OutputFile, _ withheld: Withheld) throws(PDFError) -> [Disclosure] {
        let hidesValues = withheld.privateAddresses && !values.isEmpty
        let hidesPassages = !withheld.messages.isEmpty && !passages.value.list.isEmpty
        guard hidesValues || hidesPassages else { return [] }
        let readings = try readings(of: file)
        var found: [Disclosure] = []
        if hidesValues {
            var seen: Set<Int> = []
            func add(_ hits: [PrivateSearch.Hit]) {
                for hit in hits where seen.insert(hit.value).inserted {
                    found.append(Disclosure(path: file.path, what: .value(values[hit.value])))
                }
            }
            add(search.hits(in: Array(file.path.utf8)))
            for reading in readings.texts { add(search.hits(in: reading)) }
            for reading in readings.glued { add(search.hits(in: withoutSpaces(reading), isGlued: true)) }
        }
        if hidesPassages {
            var seen: Set<String> = []
            for reading in readings.texts {
                for hit in passages.value.search.hits(in: letters(of: reading), isGlued: true) {
                    let passage = passages.value.list[hit.value]
                    guard passage.messages.allSatisfy(withheld.messages.contains), let message = passage.messages.first,
                        seen.insert(message).inserted
                    else { continue }
                    found.append(Disclosure(path: file.path, what: .message(message)))
                }
            }
        }
        return found
    }

    /// Whether a file that anybody can open, or its name, has the password of the encrypted ones in it.
    func disclosures(of password: String, in file: OutputFile) -> [Disclosure] {
        guard password.utf8.count >= 6, !file.path.hasSuffix(".pdf") else { return [] }
        let search = PrivateSearch(texts: [password])
        let isThere = [Array(file.path.utf8), file.bytes].contains { !search.hits(in: $0).isEmpty }
        return isThere ? [Disclosure(path: file.path, what: .password)] : []
    }

    /// What a file says, in each way in which it may be read.
    private struct Readings {
        var texts: [[UInt8]]
        /// Those whose words may be torn apart.
        var glued: [[UInt8]] = []
    }

    private func readings(of file: OutputFile) throws(PDFError) -> Readings {
        var readings = Readings(texts: [file.bytes])
        func add(_ bytes: [UInt8]) {
            readings.texts.append(bytes)
            if let decoded = DecodedText(bytes) { readings.texts.append(decoded.bytes) }
        }
        let name = file.path
        if name.hasSuffix(".pdf") {
            let text = try PDFText(reading: file.bytes)
            readings = Readings(texts: [], glued: [text.painted])
            add(text.painted)
            add(text.strings)
            return readings
        }
        if let decoded = DecodedText(file.bytes) { readings.texts.append(decoded.bytes) }
        if name.hasSuffix(".html") { add(withoutTags(file.bytes)) }
        if name.hasSuffix(".eml") {
            let text = mailText(file.bytes)
            add(text)
            add(withoutTags(text))
        }
        if name.hasSuffix(".vcf") || name.hasSuffix(".ics") { add(unfolded(file.bytes)) }
        return readings
    }
}

/// Without spaces and line ends.
private func withoutSpaces(_ bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
}

/// HTML without its tags; what was between two of them is parted by a space where a line may end, else by nothing.
func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "<"), place + 1 < bytes.count {
            let next = bytes[place + 1] | 0x20
            let isTag =
                (0x61...0x7A).contains(next) || bytes[place + 1] == UInt8(ascii: "/")
                || bytes[place + 1] == UInt8(ascii: "!")
            if isTag, let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) {
                let name = bytes[(place + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix {
                    (0x61...0x7A).contains($0 | 0x20)
                }
                // Words go on over these.
                let inline = [
                    "b", "i", "em", "strong", "span", "code", "a", "s", "del", "small", "wbr", "mark", "sup", "sub",
                    "u", "abbr",
                ]
                if !inline.contains(String(decoding: name, as: UTF8.self)) { text.append(0x20) }
                place = end + 1
                continue
            }
        }
        text.append(byte)
        place += 1
    }
    return text
}

/// A folded line of a vCard or calendar goes on after a line end and a space.
private func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
        if bytes[place] == 0x0D, place + 2 < bytes.count, bytes[place + 1] == 0x0A, bytes[place + 2] == 0x20 {
            place += 3
        } else {
            text.append(bytes[place])
            place += 1
        }
    }
    return text
}

/// A mail with its encodings undone: quoted-printable bodies, encoded words of headers.
func mailText(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "="), place + 2 < bytes.count {
            if bytes[place + 1] == 0x0D, bytes[place + 2] == 0x0A {
                place += 3
                continue
            }
            if let high = hexadecimalDigit(bytes[place + 1]), let low = hexadecimalDigit(bytes[place + 2]) {
                text.append(high << 4 | low)
                place += 3
                continue
            }
            let opening = Array("=?UTF-8?B?".utf8)
            if bytes[place...].starts(with: opening), let end = bytes[place...].firstRange(of: Array("?=".utf8)) {
                text += bytesOf(base64: bytes[(place + opening.count)..<end.lowerBound])
                place = end.upperBound
                // Between encoded words a line end is nothing.
                if bytes[place...].starts(with: [0x0D, 0x0A, 0x20]) { place += 3 }
                continue
            }
        }
        text.append(byte)
        place += 1
    }
    return text
}

private func bytesOf(base64 text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in text {
        let value: Int
        switch byte {
        case 0x41...0x5A: value = Int(byte) - 0x41
        case 0x61...0x7A: value = Int(byte) - 0x61 + 26
        case 0x30...0x39: value = Int(byte) - 0x30 + 52
        case UInt8(ascii: "+"): value = 62
        case UInt8(ascii: "/"): value = 63
        default: continue
        }
        bits = (bits << 6 | value) & 0xFFFF
        count += 6
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
    }
    return bytes
}
