import CPango
import PlancLayout
import PlancSource

/// Which glyphs of which fonts a document paints, and what they stand for.
final class FontUsage {
    /// Fonts in the order in which the document first needs them.
    private(set) var order: [Int] = []
    private var numbers: [Int: Int] = [:]
    private var seen: [Bool] = []
    /// For each font: glyph → its text.
    private var texts: [[UInt16: String]] = []
    private(set) var missing: [MissingGlyph] = []
    private let typesetter: Typesetter

    init(typesetter: Typesetter) { self.typesetter = typesetter }

    /// The number of a font in this document.
    func number(_ font: Int) -> Int {
        if let known = numbers[font] { return known }
        numbers[font] = order.count
        order.append(font)
        texts.append([:])
        return order.count - 1
    }

    /// Takes note of a word that is painted.
    func use(_ index: Int) {
        if index >= seen.count { seen += Array(repeating: false, count: max(index + 1 - seen.count, seen.count, 512)) }
        guard !seen[index] else { return }
        seen[index] = true
        let word = typesetter.words[index]
        let font = number(word.font)
        for glyph in word.glyphs {
            if texts[font][glyph.id]?.isEmpty ?? true { texts[font][glyph.id] = glyph.text }
        }
        for character in word.missing {
            missing.append(MissingGlyph(text: word.original ?? word.text, character: character))
        }
    }

    /// Writes the fonts; the entries of the dictionary `/Font`.
    func write(to file: inout PDFFile) throws(PDFError) -> String {
        var entries = ""
        for (number, font) in order.enumerated() {
            let id = try write(typesetter.fonts[font], texts[number], to: &file)
            entries += "/F\(number) \(id) 0 R"
        }
        return entries
    }

    private func write(_ font: FontFile, _ texts: [UInt16: String], to file: inout PDFFile) throws(PDFError) -> Int {
        let glyphs = texts.keys.sorted()
        let program = try Self.subset(font, glyphs)
        let tag = Self.tag(glyphs)
        let name = "\(tag)+\(font.postScriptName)"
        let (whole, descendant, descriptor, data, map) = (
            file.reserve(), file.reserve(), file.reserve(), file.reserve(), file.reserve()
        )
        try file.putStream(data, font.hasCFF ? "/Subtype/OpenType" : "/Length1 \(program.count)", program)
        try file.putStream(map, "", Array(Self.unicodeMap(glyphs, texts).utf8))
        let flags = 4 | (font.isFixedPitch ? 1 : 0) | (font.italicAngle != 0 ? 64 : 0)
        try file.put(
            descriptor,
            """
            <</Type/FontDescriptor/FontName/\(name)/Flags \(flags)/FontBBox[\(font.box.0) \(font.box.1) \(font.box.2) \(font.box.3)]\
            /ItalicAngle \(font.italicAngle)/Ascent \(font.ascent)/Descent \(font.descent)/CapHeight \(font.capHeight)\
            /StemV \(font.isBold ? 140 : 88)/\(font.hasCFF ? "FontFile3" : "FontFile2") \(data) 0 R>>
            """)
        try file.put(
            descendant,
            """
            <</Type/Font/Subtype/\(font.hasCFF ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity")/BaseFont/\(name)\
            /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor \(descriptor) 0 R\
            /DW 0/W[\(Self.widths(glyphs, font))]>>
            """)
        try file.put(
            whole,
            """
            <</Type/Font/Subtype/Type0/BaseFont/\(name)/Encoding/Identity-H/DescendantFonts[\(descendant) 0 R]/ToUnicode \(map) 0 R>>
            """)
        return whole
    }

    private static func widths(_ glyphs: [UInt16], _ font: FontFile) -> String {
        var result = ""
        var previous: UInt16?
        for glyph in glyphs {
            if let previous, glyph == previous &+ 1 {
                result += " "
            } else {
                result += (previous == nil ? "" : "]") + "\(glyph)["
            }
            result += "\(font.advance(glyph))"
            previous = glyph
        }
        return result + (previous == nil ? "" : "]")
    }

    /// The glyphs alone, under their own numbers, without the tables that only shaping needs.
    private static func subset(_ font: FontFile, _ glyphs: [UInt16]) throws(PDFError) -> [UInt8] {
        guard let input = hb_subset_input_create_or_fail() else { throw PDFError.font(font.postScriptName) }
        defer { hb_subset_input_destroy(input) }
        let wanted = hb_subset_input_glyph_set(input)
        for glyph in glyphs { hb_set_add(wanted, UInt32(glyph)) }
        let flags = HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
        hb_subset_input_set_flags(input, flags)
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for table in ["GSUB", "GPOS", "GDEF", "kern", "name", "post", "DSIG", "STAT", "MATH", "BASE", "FFTM"]
            + (font.hasCFF ? [] : ["OS/2", "cmap"])
        {
            hb_set_add(dropped, table.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        }
        guard let face = hb_subset_or_fail(font.face, input) else { throw PDFError.font(font.postScriptName) }
        defer { hb_face_destroy(face) }
        guard let blob = hb_face_reference_blob(face) else { throw PDFError.font(font.postScriptName) }
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else { throw PDFError.font(font.postScriptName) }
        return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
    }

    /// Six letters that follow from the glyphs.
    private static func tag(_ glyphs: [UInt16]) -> String {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for glyph in glyphs { sum = (sum ^ UInt64(glyph)) &* 0x100_0000_01B3 }
        var letters = ""
        for _ in 0..<6 {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(65 + sum % 26)))
            sum /= 26
        }
        return letters
    }

    private static func unicodeMap(_ glyphs: [UInt16], _ texts: [UInt16: String]) -> String {
        var result = """
            /CIDInit/ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def/CMapType 2 def
            1 begincodespacerange<0000><FFFF>endcodespacerange

            """
        let told = glyphs.filter { !(texts[$0]?.isEmpty ?? true) }
        for start in stride(from: 0, to: told.count, by: 100) {
            let part = told[start..<min(start + 100, told.count)]
            result += "\(part.count) beginbfchar\n"
            for glyph in part {
                result += "<\(hexadecimal(glyph, digits: 4))><\(PDFValue.utf16(texts[glyph] ?? ""))>\n"
            }
            result += "endbfchar\n"
        }
        return result + "endcmap CMapName currentdict/CMap defineresource pop end end\n"
    }
}
