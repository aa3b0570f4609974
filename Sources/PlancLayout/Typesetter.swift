import CPango
import PlancLibraries

/// Shapes words with Pango and remembers them: the same words come again on every page of every document.
///
/// Not to be used by two threads at once; each thread that lays out takes its own. What it gives depends on the
/// words alone, never on what was shaped before.
public final class Typesetter {
    /// The cuts of the two families that documents are set in.
    public enum Face: UInt8, CaseIterable, Sendable { case regular, bold, italic, boldItalic, fixed, fixedBold }

    /// A glyph with its place relative to the pen, in thousandths of the type size, and the text it stands for
    /// (empty for the later glyphs of a cluster).
    public struct Glyph: Sendable {
        /// Its place among the glyphs of the font, from 0, which stands for none.
        public var id: UInt16
        /// How far to the right of the pen it is drawn, in thousandths of the type size.
        public var dx: Int32
        /// How far above the line it is drawn, in thousandths of the type size.
        public var dy: Int32
        /// How far the pen moves after it, in thousandths of the type size.
        public var advance: Double
        public var text: String
    }

    /// A shaped piece of text in one font.
    public struct Word: Sendable {
        public var text: String
        /// The place of its font in the typesetter's `fonts`, from 0.
        public var font: Int
        /// In thousandths of the type size.
        public var width: Double
        public var glyphs: [Glyph]
        /// The operand of a PDF `TJ` without its brackets; nil when glyphs sit off the line and are set one by one.
        public var operand: [UInt8]?
        /// Glyphs and characters do not pair up in order: the text must be told beside them.
        public var needsText: Bool
        /// Characters that no font can draw: they are told in words instead.
        public var missing: [Character]
        /// What stands in the document, when something else is printed.
        public var original: String?
    }

    struct Key: Hashable {
        var text: String
        var face: Face
    }

    public private(set) var words: [Word] = []
    public private(set) var fonts: [FontFile] = []
    private var index: [Key: Range<Int>] = [:]
    private var fontIndex: [OpaquePointer: Int] = [:]
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private var attributes: [OpaquePointer] = []

    /// Nil when the system has no Pango, or Pango no font map.
    public init?() {
        guard LateLibrary.typesetting.missing == nil, let map = pango_ft2_font_map_new(),
            let context = pango_font_map_create_context(map)
        else { return nil }
        self.map = map
        self.context = context
        pango_ft2_font_map_set_resolution(OpaquePointer(map), 72, 72)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("en"))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        for face in Face.allCases { attributes.append(Self.attributes(face)) }
    }

    deinit {
        for list in attributes { pango_attr_list_unref(list) }
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(map))
    }

    /// How many words are kept before the memory is given back between documents.
    public var isFull: Bool { words.count > 120_000 }

    /// The smallest type for what is read under stress, in points, rounded up to a tenth: letters such as x are 7.2 points, a tenth
    /// of an inch, high (NASA CR-177605).
    public var stressSize: Double {
        let xHeight = shape("x", .regular).first.map { fonts[words[$0].font].xHeight } ?? 0
        return xHeight > 0 ? (72_000 / xHeight).rounded(.up) / 10 : 14
    }

    /// The pieces of `text`, in the order in which they stand from left to right.
    public func shape(_ text: String, _ face: Face) -> Range<Int> {
        let key = Key(text: text, face: face)
        if let known = index[key] { return known }
        var start = words.count
        shapeAnew(text, face)
        let undrawn = Set(words[start...].lazy.flatMap(\.missing).flatMap(\.unicodeScalars))
        if !undrawn.isEmpty {
            var missing: [Character] = []
            let told = text.map { character -> String in
                guard character.unicodeScalars.contains(where: undrawn.contains) else { return String(character) }
                if let plain = plainForm(character, face) { return plain }
                missing.append(character)
                return Self.name(character)
            }.joined()
            start = words.count
            shapeAnew(told, face)
            if !missing.isEmpty, start < words.count {
                words[start].missing = missing
                words[start].original = text
            }
        }
        index[key] = start..<words.count
        return start..<words.count
    }

    /// An emoji in black, where a font has it: as text (U+FE0E), not as a picture in colour.
    private func plainForm(_ character: Character, _ face: Face) -> String? {
        let scalars = character.unicodeScalars.filter { $0.value != 0xFE0F }
        guard scalars.count == 1, let scalar = scalars.first, scalar.properties.isEmoji else { return nil }
        let plain = String(String.UnicodeScalarView([scalar, "\u{FE0E}"]))
        let start = words.count
        shapeAnew(plain, face)
        return words[start...].allSatisfy(\.missing.isEmpty) ? plain : nil
    }

    /// `[fire engine]`: by the names of the Unicode standard, else by number.
    private static func name(_ character: Character) -> String {
        let names = character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }.map { scalar in
            scalar.properties.name?.lowercased() ?? "U+" + String(scalar.value, radix: 16, uppercase: true)
        }
        return "[" + names.joined(separator: " + ") + "]"
    }

    /// Width of `text` on one line, in thousandths of the type size.
    public func width(_ text: String, _ face: Face) -> Double {
        shape(text, face).reduce(0) { $0 + words[$1].width }
    }

    private static func attributes(_ face: Face) -> OpaquePointer {
        let description = pango_font_description_new()
        let isFixed = face == .fixed || face == .fixedBold
        pango_font_description_set_family(description, isFixed ? StyleSheet.fixedFamilies : StyleSheet.fontFamilies)
        let isBold = face == .bold || face == .boldItalic || face == .fixedBold
        pango_font_description_set_weight(description, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        let isItalic = face == .italic || face == .boldItalic
        pango_font_description_set_style(description, isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_font_description_set_absolute_size(description, 1000 * 1024)
        let list = pango_attr_list_new()!
        pango_attr_list_insert(list, pango_attr_font_desc_new(description))
        // Digits of one width on the line; no ligatures, which hide letters and bring nothing on a crisis sheet.
        pango_attr_list_insert(list, pango_attr_font_features_new("tnum=1, lnum=1, liga=0, clig=0"))
        pango_font_description_free(description)
        return list
    }

    private func shapeAnew(_ text: String, _ face: Face) {
        var copy = text
        copy.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { bytes in
                guard let start = bytes.baseAddress, bytes.count > 0 else { return }
                let list = pango_itemize(context, start, 0, Int32(bytes.count), attributes[Int(face.rawValue)], nil)
                var items: [UnsafeMutablePointer<PangoItem>] = []
                var node = list
                while let here = node {
                    items.append(here.pointee.data.assumingMemoryBound(to: PangoItem.self))
                    node = here.pointee.next
                }
                // Pango gives items in the order of reading; a word is set from left to right.
                for item in Self.visualOrder(items) { shape(item, start, bytes.count) }
                for item in items { pango_item_free(item) }
                g_list_free(list)
            }
        }
    }

    private static func visualOrder(_ items: [UnsafeMutablePointer<PangoItem>]) -> [UnsafeMutablePointer<PangoItem>] {
        guard items.count > 1 else { return items }
        return reorder(items) { Int($0.pointee.analysis.level) }
    }

    private func shape(_ item: UnsafeMutablePointer<PangoItem>, _ start: UnsafePointer<CChar>, _ count: Int) {
        guard let string = pango_glyph_string_new() else { return }
        defer { pango_glyph_string_free(string) }
        let offset = Int(item.pointee.offset)
        let length = Int(item.pointee.length)
        pango_shape_full(start + offset, Int32(length), start, Int32(count), &item.pointee.analysis, string)
        guard let font = item.pointee.analysis.font, let file = fontFile(font) else { return }
        let bytes = UnsafeRawBufferPointer(start: start + offset, count: length)
        words.append(
            Word(
                string.pointee, bytes, font: file, metrics: fonts[file],
                isReversed: item.pointee.analysis.level & 1 == 1))
    }

    private func fontFile(_ font: UnsafeMutablePointer<PangoFont>) -> Int? {
        guard let hbFont = pango_font_get_hb_font(font), let face = hb_font_get_face(hbFont) else { return nil }
        if let known = fontIndex[face] { return known }
        fonts.append(FontFile(face: face, font: font))
        fontIndex[face] = fonts.count - 1
        return fonts.count - 1
    }
}

extension Typesetter.Word {
    /// Reads Pango's glyphs, which are in visual order, with the text of each cluster.
    init(_ string: PangoGlyphString, _ bytes: UnsafeRawBufferPointer, font: Int, metrics: FontFile, isReversed: Bool) {
        let count = Int(string.num_glyphs)
        let clusters = (0..<count).map { Int(string.log_clusters[$0]) }
        let starts = (Set(clusters).sorted()) + [bytes.count]
        var glyphs: [Typesetter.Glyph] = []
        var missing: [Character] = []
        var isPlain = true
        var needsText = isReversed
        var width = 0.0
        for place in 0..<count {
            let info = string.glyphs[place]
            let cluster = clusters[place]
            let isFirst =
                isReversed
                ? place == count - 1 || clusters[place + 1] != cluster : place == 0 || clusters[place - 1] != cluster
            var text = ""
            if isFirst, let next = starts.first(where: { $0 > cluster }) {
                text = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[cluster..<next]), as: UTF8.self)
            } else {
                needsText = true
            }
            let advance = Double(info.geometry.width) / 1024
            let dx = Int32((Double(info.geometry.x_offset) / 1024).rounded())
            let dy = Int32((-Double(info.geometry.y_offset) / 1024).rounded())
            if dy != 0 { isPlain = false }
            width += advance
            var id = info.glyph
            if id == 0x0FFF_FFFF {  // nothing to draw: a control, a joiner
                if advance != 0 { isPlain = false }
                continue
            }
            if id & 0x1000_0000 != 0 || !metrics.canDraw {
                missing += Array(text)
                id = 0
                isPlain = false
            }
            glyphs.append(.init(id: UInt16(truncatingIfNeeded: id), dx: dx, dy: dy, advance: advance, text: text))
        }
        self.init(
            text: String(decoding: bytes, as: UTF8.self), font: font, width: width, glyphs: glyphs,
            operand: isPlain ? Self.operand(glyphs, width: width, metrics) : nil,
            needsText: needsText || !missing.isEmpty, missing: missing)
    }

    /// `<0012003A>-20<0041>`: glyphs, and between them what kerning moves the pen by.
    private static func operand(_ glyphs: [Typesetter.Glyph], width: Double, _ metrics: FontFile) -> [UInt8] {
        var bytes: [UInt8] = []
        var isOpen = false
        // Where the pen of the PDF stands, and where it should.
        var pen = 0.0
        var wanted = 0.0
        func move(to place: Double) {
            let distance = (place - pen).rounded()
            guard distance != 0 else { return }
            // At the start, a space: the word before may end with a number.
            bytes.append(isOpen ? UInt8(ascii: ">") : 0x20)
            isOpen = false
            bytes += String(-Int(distance)).utf8
            pen += distance
        }
        for glyph in glyphs {
            move(to: wanted + Double(glyph.dx))
            if !isOpen { bytes.append(UInt8(ascii: "<")) }
            isOpen = true
            for shift in [12, 8, 4, 0] as [UInt16] {
                let digit = UInt8(truncatingIfNeeded: (glyph.id >> shift) & 15)
                bytes.append(digit < 10 ? 48 + digit : 55 + digit)
            }
            pen += Double(metrics.advance(glyph.id))
            wanted += glyph.advance
        }
        move(to: width)
        if isOpen { bytes.append(UInt8(ascii: ">")) }
        return bytes
    }
}

/// The order from left to right of pieces whose levels of embedding are known (UAX #9, rule L2).
func reorder<Piece>(_ pieces: [Piece], level: (Piece) -> Int) -> [Piece] {
    var result = pieces
    let highest = pieces.map(level).max() ?? 0
    let lowestOdd = pieces.map(level).filter { $0 & 1 == 1 }.min() ?? highest + 1
    guard lowestOdd <= highest else { return result }
    for threshold in stride(from: highest, through: lowestOdd, by: -1) {
        var place = 0
        while place < result.count {
            guard level(result[place]) >= threshold else {
                place += 1
                continue
            }
            var end = place
            while end < result.count, level(result[end]) >= threshold { end += 1 }
            result[place..<end].reverse()
            place = end
        }
    }
    return result
}
