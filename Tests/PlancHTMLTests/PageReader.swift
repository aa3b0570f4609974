/// A strict reading of the HTML that planc writes: each tag closed in its turn, each attribute quoted, each id unique.
struct PageReader {
    struct Element {
        var name: String
        var attributes: [String: String]
        /// The text of the element itself and of all in it, references resolved.
        var text = ""
        var parents: [String]
    }

    private(set) var elements: [Element] = []
    private(set) var faults: [String] = []
    private var open: [Int] = []
    private let bytes: [UInt8]
    private var index = 0

    private static let void: Set<String> = ["meta", "input", "br", "link", "img", "hr"]
    /// SVG shapes close themselves.
    private static let shapes: Set<String> = ["line", "rect", "circle", "polygon", "path"]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        read()
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
    func values(_ attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

    private mutating func read() {
        if String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes) == false { faults.append("not UTF-8") }
        guard take("<!DOCTYPE html>\n") else { return faults.append("no doctype") }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                tag()
            } else {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                text(resolved(bytes[start..<index]))
            }
        }
        for element in open { faults.append("<\(elements[element].name)> is never closed") }
        let ids = values("id")
        if Set(ids).count != ids.count { faults.append("an id twice") }
        for target in values("for") + values("data-copy") + values("aria-describedby")
            + values("aria-labelledby").flatMap({ $0.split(separator: " ").map(String.init) })
        where !ids.contains(target) {
            faults.append("nothing has the id \(target)")
        }
    }

    private mutating func tag() {
        index += 1
        let closes = take("/")
        let name = word()
        if name.isEmpty { return faults.append("a bare < at \(index)") }
        if closes {
            if !take(">") { faults.append("</\(name) is not closed") }
            guard let last = open.popLast(), elements[last].name == name else {
                return faults.append("</\(name)> out of turn")
            }
            return
        }
        var attributes: [String: String] = [:]
        while take(" ") {
            let attribute = word()
            if attribute.isEmpty { return faults.append("an odd attribute in <\(name)>") }
            var value = ""
            if take("=") {
                guard take("\"") else { return faults.append("\(attribute) is not quoted") }
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
                value = resolved(bytes[start..<index])
                index += 1
            }
            if attributes.updateValue(value, forKey: attribute) != nil {
                faults.append("\(attribute) twice in <\(name)>")
            }
            if attribute.hasPrefix("on") || attribute == "style" { faults.append("\(attribute) in <\(name)>") }
        }
        let closesItself = take("/")
        if !take(">") { return faults.append("<\(name) is not closed at \(index)") }
        elements.append(Element(name: name, attributes: attributes, parents: open.map { elements[$0].name }))
        if closesItself {
            if !Self.shapes.contains(name) { faults.append("<\(name)/>") }
        } else if name == "script" || name == "style" {
            let end = Array("</\(name)>".utf8)
            let start = index
            while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
            elements[elements.count - 1].text = String(decoding: bytes[start..<index], as: UTF8.self)
            index += end.count
        } else if !Self.void.contains(name) {
            open.append(elements.count - 1)
        }
    }

    private mutating func text(_ words: String) {
        for element in open { elements[element].text += words }
    }

    private mutating func word() -> String {
        let start = index
        while index < bytes.count,
            bytes[index] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[index])
                || (0x41...0x5A).contains(bytes[index]) || (0x61...0x7A).contains(bytes[index])
        {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func take(_ literal: String) -> Bool {
        guard bytes[index...].starts(with: literal.utf8) else { return false }
        index += literal.utf8.count
        return true
    }

    private mutating func resolved(_ raw: ArraySlice<UInt8>) -> String {
        var text = ""
        let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#10": "\n"]
        for (number, part) in raw.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).enumerated() {
            let part = String(decoding: part, as: UTF8.self)
            guard number > 0 else {
                text += part
                continue
            }
            let name = part.prefix { $0 != ";" }
            if name.count == part.count { faults.append("a bare &") }
            text += (references[String(name)] ?? "?") + part.dropFirst(name.count + 1)
        }
        return text
    }
}
