/// A JPEG file (ISO/IEC 10918-1) as its segments. What is in them is for readers to decode: PDF and browsers take it as it is.
struct JPEGFile {
    static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

    private let file: [UInt8]
    private var place = 2
    private var size: (width: Int, height: Int)?
    private var components = 3
    private var dotsPerInch: Double?
    private var orientation = 1
    private var hasColours = false
    /// Segments to keep.
    private var kept: [UInt8] = []

    init(_ file: [UInt8]) { self.file = file }

    func picture() throws(PictureFault) -> Picture {
        var reading = self
        try reading.readSegments()
        guard let size = reading.size, reading.hasColours else { throw .broken }
        let head: [UInt8] = [0xFF, 0xD8] + (reading.orientation == 1 ? [] : Self.segment(reading.orientation))
        return Picture(
            form: .jpeg, file: file, bytes: head + reading.kept, width: size.width, height: size.height,
            dotsPerInch: reading.dotsPerInch, orientation: reading.orientation, components: reading.components)
    }

    /// Up to the end of the picture; what some cameras put behind it is left out.
    private mutating func readSegments() throws(PictureFault) {
        while true {
            let start = place
            guard place + 1 < file.count, file[place] == 0xFF else { throw .broken }
            let marker = file[place + 1]
            place += 2
            switch marker {
            case 0xFF: place -= 1
            case 0xD9:
                kept += [0xFF, 0xD9]
                return
            case 0x01, 0xD0...0xD7: break
            default:
                let segment = try content()
                try read(marker, segment)
                if Self.isKept(marker, file[segment]) { kept += file[start..<segment.upperBound] }
                if marker == 0xDA { readColours() }
            }
        }
    }

    /// The content of the segment that begins here, behind its length.
    private mutating func content() throws(PictureFault) -> Range<Int> {
        guard place + 2 <= file.count else { throw .broken }
        let length = number(at: place)
        guard length >= 2, place + length <= file.count else { throw .broken }
        defer { place += length }
        return place + 2..<place + length
    }

    private mutating func read(_ marker: UInt8, _ segment: Range<Int>) throws(PictureFault) {
        let start = segment.lowerBound
        switch marker {
        case 0xC0, 0xC1, 0xC2:
            guard segment.count >= 6, size == nil else { throw .broken }
            if file[start] != 8 { throw .unusualCoding }
            let found = (width: number(at: start + 3), height: number(at: start + 1))
            components = Int(file[start + 5])
            guard [1, 3, 4].contains(components) else { throw .unusualCoding }
            try Picture.checkPixels(found.width, found.height)
            size = found
        // Lossless, hierarchical, arithmetic: no reader of a PDF knows them.
        case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .unusualCoding
        case 0xE0:
            guard segment.count >= 12, file[segment].starts(with: "JFIF\0".utf8) else { return }
            let density = Double(number(at: start + 8))
            switch file[start + 7] {
            case 1: dotsPerInch = density
            case 2: dotsPerInch = density * 2.54
            default: break
            }
        case 0xE1:
            if let turned = Self.orientation(in: file[segment]) { orientation = turned }
        case 0xDA: if size == nil { throw .broken }
        default: break
        }
    }

    /// The colours of a scan: everything up to the next marker.
    private mutating func readColours() {
        let start = place
        while place + 1 < file.count {
            if file[place] == 0xFF, file[place + 1] != 0, !(0xD0...0xD7).contains(file[place + 1]) { break }
            place += 1
        }
        hasColours = hasColours || place > start
        kept += file[start..<place]
    }

    /// Tables, scans and what says how colours are meant: JFIF, ICC profiles and Adobe's mark, but no Exif, XMP or comments.
    private static func isKept(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
        switch marker {
        case 0xE0: content.starts(with: "JFIF\0".utf8)
        case 0xE2: content.starts(with: "ICC_PROFILE\0".utf8)
        case 0xEE: content.starts(with: "Adobe".utf8)
        case 0xE1...0xEF, 0xFE: false
        default: true
        }
    }

    private func number(at place: Int) -> Int { Int(file[place]) << 8 | Int(file[place + 1]) }

    // MARK: Exif

    private static let exif = Array("Exif\0\0".utf8)

    /// The orientation that Exif tells (tag 0x0112 of the first directory).
    private static func orientation(in segment: ArraySlice<UInt8>) -> Int? {
        guard segment.starts(with: exif) else { return nil }
        let data = Array(segment.dropFirst(exif.count))
        guard data.count >= 8 else { return nil }
        let isBigEndian = data.starts(with: "MM".utf8)
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place + count <= data.count else { return nil }
            let bytes = data[place..<place + count]
            return isBigEndian
                ? bytes.reduce(0) { $0 << 8 | Int($1) } : bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
        for entry in 0..<min(count, 200) {
            let place = directory + 2 + 12 * entry
            guard let tag = number(place, 2), let value = number(place + 8, 2) else { return nil }
            if tag == 0x0112 { return (1...8).contains(value) ? value : nil }
        }
        return nil
    }

    /// An Exif segment that tells the orientation alone.
    private static func segment(_ orientation: Int) -> [UInt8] {
        let directory: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
        let content = exif + Array("MM".utf8) + [0, 42, 0, 0, 0, 8] + directory
        return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
    }
}
