import CZlib
import PlancSource

/// What a finished PDF says, read back from its bytes: from those that planc wrote, before they are encrypted.
///
/// Nothing of what the writer meant is used, only what lies in the file: streams are unpacked, glyphs are made text by the
/// file's own maps (`ToUnicode`).
public struct PDFText: Sendable {
    /// What is painted, in the order of painting, words parted by spaces; in UTF-8.
    public private(set) var painted: [UInt8] = []
    /// Titles, bookmarks, descriptions, addresses of links, names and metadata, one a line; in UTF-8.
    public private(set) var strings: [UInt8] = []

    private struct Stream {
        var keys: Substring
        var data: [UInt8]

        var holdsObjects: Bool { keys.contains("/Type/ObjStm") }
    }

    /// - Throws: `PDFError.unreadable` for a file of another form, `.compression` when zlib fails.
    public init(reading file: [UInt8]) throws(PDFError) {
        let streams = try Self.streams(of: file)
        let objects = try Objects(in: streams.map(\.stream))
        strings = objects.strings
        let byID = Dictionary(streams.map { ($0.id, $0.stream) }, uniquingKeysWith: { $1 })
        var maps: [Int: [UInt16: [UInt8]]] = [:]
        for (font, object) in objects.fonts {
            guard let map = objects.mapOfFont[object], let stream = byID[map] else {
                throw PDFError.unreadable(object)
            }
            maps[font] = Self.map(of: stream.data)
        }
        let mapStreams = Set(objects.mapOfFont.values)
        for (id, stream) in streams where !stream.holdsObjects && !mapStreams.contains(id) {
            if stream.keys.contains("/Type/Metadata") {
                strings += stream.data
                strings.append(0x0A)
            } else {
                Self.addPainted(stream.data, maps, to: &painted)
            }
        }
    }

    /// The streams that may hold text, unpacked, in the order of the file.
    private static func streams(of file: [UInt8]) throws(PDFError) -> [(id: Int, stream: Stream)] {
        var streams: [(id: Int, stream: Stream)] = []
        var scanner = PDFScanner(bytes: file, place: 15)
        while !scanner.skip("startxref") {
            let id = try scanner.number()
            try scanner.expect(" 0 obj\n")
            let keys = try scanner.keys()
            guard let length = Self.number(after: "/Length ", in: keys), length >= 0,
                scanner.place + length <= file.count
            else { throw PDFError.unreadable(scanner.place) }
            var data = Array(file[scanner.place..<scanner.place + length])
            scanner.place += length
            try scanner.expect("\nendstream\nendobj\n")
            let isFont = keys.contains("/Length1 ") || keys.contains("/Subtype/OpenType") || keys.contains("/Type/XRef")
            if isFont || keys.contains("/Subtype/Image") { continue }
            if keys.contains("/FlateDecode") { data = try inflated(data) }
            streams.append((id, Stream(keys: keys, data: data)))
        }
        return streams
    }

    /// What the object streams hold: strings, the fonts of the pages, and the stream that maps each font's glyphs to text.
    private struct Objects {
        var strings: [UInt8] = []
        /// By the number in the font's name, `/F0`: its object.
        var fonts: [Int: Int] = [:]
        /// By the font's object.
        var mapOfFont: [Int: Int] = [:]

        init(in streams: [Stream]) throws(PDFError) {
            for stream in streams where stream.holdsObjects {
                guard let count = PDFText.number(after: "/N ", in: stream.keys),
                    let first = PDFText.number(after: "/First ", in: stream.keys), first <= stream.data.count
                else { continue }
                try add(stream.data, count: count, first: first)
            }
        }

        private mutating func add(_ data: [UInt8], count: Int, first: Int) throws(PDFError) {
            var head = PDFScanner(bytes: data, place: 0)
            var entries: [(id: Int, offset: Int)] = []
            for _ in 0..<count {
                let object = try head.number()
                try head.expect(" ")
                entries.append((object, first + (try head.number())))
                try head.expect(" ")
            }
            for (place, entry) in entries.enumerated() {
                let end = place + 1 < entries.count ? entries[place + 1].offset : data.count
                guard entry.offset <= end, end <= data.count else { throw PDFError.unreadable(entry.offset) }
                let object = data[entry.offset..<end]
                PDFText.addStrings(of: object, to: &strings)
                let text = String(decoding: object, as: UTF8.self)[...]
                if text.contains("/ToUnicode "), let map = PDFText.number(after: "/ToUnicode ", in: text) {
                    mapOfFont[entry.id] = map
                }
                if text.hasPrefix("<</Font<<") { PDFText.addFonts(of: text, to: &fonts) }
            }
        }
    }

    /// The whole number after a key.
    private static func number(after key: String, in keys: Substring) -> Int? {
        guard let place = keys.firstRange(of: key)?.upperBound else { return nil }
        return Int(keys[place...].prefix { $0.isASCII && $0.isNumber })
    }

    /// `/F0 12 0 R`: which object each font of the pages is.
    private static func addFonts(of object: Substring, to fonts: inout [Int: Int]) {
        for piece in object.split(separator: "/") where piece.first == "F" {
            let words = piece.dropFirst().split(separator: " ")
            if words.count >= 3, let name = Int(words[0]), let id = Int(words[1]) { fonts[name] = id }
        }
    }

    /// `<0012><00410042>`: glyph and text, a line each.
    private static func map(of data: [UInt8]) -> [UInt16: [UInt8]] {
        var map: [UInt16: [UInt8]] = [:]
        for line in data.split(separator: 0x0A) where line.first == UInt8(ascii: "<") {
            let parts = line.split(separator: UInt8(ascii: ">"))
            guard parts.count >= 2, let glyph = hexadecimal(parts[0].dropFirst()), glyph.count == 2,
                let text = hexadecimal(parts[1].dropFirst())
            else { continue }
            map[UInt16(glyph[0]) << 8 | UInt16(glyph[1])] = utf8(utf16: text[...])
        }
        return map
    }

    /// The strings of an object: in brackets, or in hexadecimal.
    private static func addStrings(of object: ArraySlice<UInt8>, to strings: inout [UInt8]) {
        var place = object.startIndex
        while place < object.endIndex {
            var text: [UInt8]?
            switch object[place] {
            case UInt8(ascii: "("):
                var inner: [UInt8] = []
                place += 1
                while place < object.endIndex, object[place] != UInt8(ascii: ")") {
                    if object[place] == UInt8(ascii: "\\"), place + 1 < object.endIndex { place += 1 }
                    inner.append(object[place])
                    place += 1
                }
                text = inner
            case UInt8(ascii: "<"):
                if place + 1 < object.endIndex, object[place + 1] == UInt8(ascii: "<") {
                    place += 1
                } else if let end = object[place...].firstIndex(of: UInt8(ascii: ">")) {
                    text = hexadecimal(object[place + 1..<end])
                    place = end
                }
            default: break
            }
            if let text {
                strings += text.starts(with: [0xFE, 0xFF]) ? utf8(utf16: text[2...]) : text
                strings.append(0x0A)
            }
            place += 1
        }
    }

    /// The text of a content stream.
    private static func addPainted(_ data: [UInt8], _ maps: [Int: [UInt16: [UInt8]]], to painted: inout [UInt8]) {
        var map: [UInt16: [UInt8]] = [:]
        var place = 0
        while place < data.count {
            let byte = data[place]
            if byte == UInt8(ascii: "/"), place + 2 < data.count, data[place + 1] == UInt8(ascii: "F"),
                (0x30...0x39).contains(data[place + 2])
            {
                var number = 0
                place += 2
                while place < data.count, (0x30...0x39).contains(data[place]) {
                    number = number &* 10 &+ Int(data[place] - 0x30)
                    place += 1
                }
                map = maps[number] ?? [:]
                continue
            }
            guard byte == UInt8(ascii: "<") else {
                // The end of an operator that shows text.
                if byte == UInt8(ascii: "T"), place + 1 < data.count, data[place + 1] | 0x20 == UInt8(ascii: "j") {
                    painted.append(0x20)
                }
                place += 1
                continue
            }
            if place + 1 < data.count, data[place + 1] == UInt8(ascii: "<") {
                place += 2
                continue
            }
            let end = data[place...].firstIndex(of: UInt8(ascii: ">")) ?? data.count
            let codes = hexadecimal(data[place + 1..<end]) ?? []
            if codes.starts(with: [0xFE, 0xFF]), data[..<place].suffix(10).elementsEqual("ActualText".utf8) {
                painted += [0x20] + utf8(utf16: codes[2...]) + [0x20]
            } else {
                for pair in stride(from: 0, to: codes.count - 1, by: 2) {
                    painted += map[UInt16(codes[pair]) << 8 | UInt16(codes[pair + 1])] ?? []
                }
            }
            place = end + 1
            // `-250<`: the pen moves on by the width of a space.
            var cursor = place
            if cursor < data.count, data[cursor] == UInt8(ascii: "-") {
                var distance = 0
                cursor += 1
                while cursor < data.count, (0x30...0x39).contains(data[cursor]) {
                    distance = min(distance * 10 + Int(data[cursor] - 0x30), 100_000)
                    cursor += 1
                }
                if distance >= 200 { painted.append(0x20) }
            }
        }
        painted.append(0x0A)
    }
}

/// The bytes of hexadecimal digits, white space left out; nil for anything else.
private func hexadecimal(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
        if [0x20, 0x0A, 0x0D, 0x09].contains(digit) { continue }
        guard let value = hexadecimalDigit(digit) else { return nil }
        if let first = high {
            bytes.append(first << 4 | value)
            high = nil
        } else {
            high = value
        }
    }
    if let high { bytes.append(high << 4) }
    return bytes
}

private func utf8(utf16 bytes: ArraySlice<UInt8>) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
}

/// Reads a PDF of planc's from its first object on.
private struct PDFScanner {
    let bytes: [UInt8]
    var place: Int

    mutating func skip(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count,
            text.withUTF8Buffer({ $0.elementsEqual(bytes[place..<place + count]) })
        else { return false }
        place += count
        return true
    }

    mutating func expect(_ text: StaticString) throws(PDFError) {
        guard skip(text) else { throw PDFError.unreadable(place) }
    }

    mutating func number() throws(PDFError) -> Int {
        let start = place
        while place < bytes.count, (0x30...0x39).contains(bytes[place]), place - start < 12 { place += 1 }
        guard place > start, let number = Int(String(decoding: bytes[start..<place], as: UTF8.self)) else {
            throw PDFError.unreadable(start)
        }
        return number
    }

    /// The dictionary of a stream, up to the line on which its data begin.
    mutating func keys() throws(PDFError) -> Substring {
        let start = place
        guard skip("<<") else { throw PDFError.unreadable(place) }
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: ">"), skip(">>stream\n") {
                return String(decoding: bytes[start..<place], as: UTF8.self)[...]
            }
            place += 1
        }
        throw PDFError.unreadable(start)
    }
}

/// What zlib makes of packed bytes; at most a thousand times as many, which is what it can pack.
private func inflated(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
    var stream = z_stream()
    var status = inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw PDFError.compression(Int(status)) }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    bytes.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        repeat {
            let count = buffer.withUnsafeMutableBufferPointer { room in
                stream.next_out = room.baseAddress
                stream.avail_out = UInt32(room.count)
                status = inflate(&stream, Z_NO_FLUSH)
                return room.count - Int(stream.avail_out)
            }
            result += buffer[..<count]
        } while status == Z_OK
    }
    guard status == Z_STREAM_END else { throw PDFError.compression(Int(status)) }
    return result
}
