import PlancSource

/// A PDF 1.7 file as it grows: objects in compressed object streams, streams beside them, and a cross-reference
/// stream at the end (ISO 32000-1, 7.5.7 and 7.5.8). The same objects in the same order give the same bytes.
struct PDFFile: ~Copyable {
    private enum Entry {
        case free
        case at(Int)
        case packed(stream: Int, index: Int)
    }

    private(set) var bytes: [UInt8] = []
    private var entries: [Entry] = [.free]
    private let deflater: Deflater
    private var pack: (id: Int, index: [(id: Int, offset: Int)], bytes: [UInt8])?

    init() throws(PDFError) {
        deflater = try Deflater()
        bytes += Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    }

    /// The number of a new object.
    mutating func reserve() -> Int {
        entries.append(.free)
        return entries.count - 1
    }

    /// Writes an object that is not a stream.
    mutating func put(_ id: Int, _ object: [UInt8]) throws(PDFError) {
        if pack == nil { pack = (reserve(), [], []) }
        guard var open = pack else { return }
        pack = nil
        entries[id] = .packed(stream: open.id, index: open.index.count)
        open.index.append((id, open.bytes.count))
        open.bytes += object
        open.bytes.append(0x0A)
        pack = open
        if open.index.count >= 250 { try closePack() }
    }

    mutating func put(_ id: Int, _ object: String) throws(PDFError) { try put(id, Array(object.utf8)) }

    private mutating func closePack() throws(PDFError) {
        guard let open = pack else { return }
        pack = nil
        var head: [UInt8] = []
        for (id, offset) in open.index { head += "\(id) \(offset) ".utf8 }
        try putStream(open.id, "/Type/ObjStm/N \(open.index.count)/First \(head.count)", head + open.bytes)
    }

    mutating func putStream(_ id: Int, _ keys: String, _ data: [UInt8], isCompressed: Bool = true) throws(PDFError) {
        let body = isCompressed ? try deflater.compress(data) : data
        entries[id] = .at(bytes.count)
        let filter = isCompressed ? "/Filter/FlateDecode" : ""
        bytes += "\(id) 0 obj\n<<\(keys)\(filter)/Length \(body.count)>>stream\n".utf8
        bytes += body
        bytes += "\nendstream\nendobj\n".utf8
    }

    /// Writes what is left and gives the file away.
    consuming func finish(root: Int, info: Int) throws(PDFError) -> [UInt8] {
        try closePack()
        let id = reserve()
        entries[id] = .at(bytes.count)
        var table: [UInt8] = []
        table.reserveCapacity(entries.count * 7)
        for entry in entries {
            let (kind, first, second): (UInt8, Int, Int) =
                switch entry {
                case .free: (0, 0, 65535)
                case .at(let offset): (1, offset, 0)
                case .packed(let stream, let index): (2, stream, index)
                }
            table += [kind] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: first >> $0) }
            table += [UInt8(truncatingIfNeeded: second >> 8), UInt8(truncatingIfNeeded: second)]
        }
        let start = bytes.count
        let mark = Self.fingerprint(bytes)
        try putStream(
            id,
            "/Type/XRef/Size \(entries.count)/W[1 4 2]/Root \(root) 0 R/Info \(info) 0 R/ID[<\(mark)><\(mark)>]", table)
        bytes += "startxref\n\(start)\n%%EOF\n".utf8
        return bytes
    }

    /// 128 bits that follow from the bytes.
    static func fingerprint(_ bytes: [UInt8]) -> String { String(sha256(bytes).prefix(32)) }
}

/// Texts and numbers as PDF writes them.
enum PDFValue {
    /// A text string: plain characters in parentheses, others as UTF-16 in hexadecimal. A reader shows it as a title or a bookmark:
    /// on one line, without controls, in the order in which it is read.
    static func text(_ words: String) -> String {
        let text = plainWords(words)
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return "(" + escaped(text) + ")" }
        return "<FEFF" + utf16(text) + ">"
    }

    static func utf16(_ text: String) -> String {
        text.utf16.map { hexadecimal($0, digits: 4) }.joined()
    }

    /// A string of bytes: addresses and names of destinations.
    static func bytes(_ text: String) -> String {
        "<" + hexadecimal(Array(text.utf8)) + ">"
    }

    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "(" || scalar == ")" || scalar == "\\" { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// A number with at most two decimals; what is not finite is 0.
    static func append(_ value: Double, to bytes: inout [UInt8]) {
        guard value.isFinite else {
            bytes.append(48)
            return
        }
        var hundredths = Int((min(max(value, -100_000), 100_000) * 100).rounded())
        if hundredths < 0 {
            bytes.append(UInt8(ascii: "-"))
            hundredths = -hundredths
        }
        append(hundredths / 100, to: &bytes)
        let rest = hundredths % 100
        if rest > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.append(48 + UInt8(rest / 10))
            if rest % 10 > 0 { bytes.append(48 + UInt8(rest % 10)) }
        }
    }

    private static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value >= 10 { append(value / 10, to: &bytes) }
        bytes.append(48 + UInt8(value % 10))
    }

    static func number(_ value: Double) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
