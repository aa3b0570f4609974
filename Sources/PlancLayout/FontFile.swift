import CPango

/// A font as it lies on the disk, with what a PDF says about it. Measures are in thousandths of the type size.
public final class FontFile {
    /// Kept alive by `font`.
    public let face: OpaquePointer
    private let font: UnsafeMutablePointer<PangoFont>
    private let scaled: OpaquePointer
    private var advances: [Int32]
    /// How many of the font's own units make the type size.
    public let unitsPerEm: Double
    /// Above and below the base line, and of capitals, in units of the em, as in the font's `hhea` and `OS/2` tables.
    public let ascent: Int
    /// Below the base line, in thousandths of the type size; negative.
    public let descent: Int
    /// Of capitals above the base line, in thousandths of the type size; 700 when the font does not say.
    public let capHeight: Int
    /// Of letters without ascenders, such as x; 0 when the font does not say.
    public let xHeight: Double
    public let box: (Int, Int, Int, Int)
    /// Whole degrees against the upright, counter-clockwise: negative for type that leans to the right.
    public let italicAngle: Int
    public let isBold: Bool
    public let isFixedPitch: Bool
    public let postScriptName: String
    /// How many glyphs it has.
    public let glyphCount: Int
    /// Outlines of the CFF kind, else TrueType.
    public let hasCFF: Bool
    /// Has outlines that a PDF can hold; a font of pictures has none.
    public let canDraw: Bool

    init(face: OpaquePointer, font: UnsafeMutablePointer<PangoFont>) {
        self.face = hb_face_reference(face)
        self.font = font
        g_object_ref(UnsafeMutableRawPointer(font))
        let upem = Double(hb_face_get_upem(face))
        unitsPerEm = upem
        scaled = hb_font_create(face)
        hb_font_set_scale(scaled, 100_000, 100_000)
        glyphCount = Int(hb_face_get_glyph_count(face))
        advances = Array(repeating: -1, count: glyphCount)
        let head = Self.table(face, "head")
        let os2 = Self.table(face, "OS/2")
        let post = Self.table(face, "post")
        let hhea = Self.table(face, "hhea")
        func scale(_ value: Int) -> Int { Int((Double(value) * 1000 / upem).rounded()) }
        func signed(_ table: [UInt8], _ offset: Int) -> Int {
            guard offset + 1 < table.count else { return 0 }
            return Int(Int16(bitPattern: UInt16(table[offset]) << 8 | UInt16(table[offset + 1])))
        }
        ascent = scale(signed(hhea, 4))
        descent = scale(signed(hhea, 6))
        let capitals = signed(os2, 0) >= 2 ? scale(signed(os2, 88)) : 0
        capHeight = capitals > 0 ? capitals : 700
        xHeight = signed(os2, 0) >= 2 ? Double(max(signed(os2, 86), 0)) * 1000 / upem : 0
        box = (scale(signed(head, 36)), scale(signed(head, 38)), scale(signed(head, 40)), scale(signed(head, 42)))
        italicAngle = signed(post, 4)
        isFixedPitch = post.count > 15 && post[12...15].contains { $0 != 0 }
        isBold = signed(os2, 4) >= 600
        hasCFF = !Self.table(face, "CFF ").isEmpty
        canDraw = hasCFF || !Self.table(face, "loca").isEmpty
        var name = [CChar](repeating: 0, count: 128)
        var length = UInt32(name.count)
        hb_ot_name_get_utf8(face, hb_ot_name_id_t(6), nil, &length, &name)
        let letters = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let plain = letters.filter { ($0 >= 48 && $0 <= 57) || ($0 | 32 >= 97 && $0 | 32 <= 122) || $0 == 45 }
        postScriptName = plain.isEmpty ? "Font" : String(decoding: plain, as: UTF8.self)
    }

    deinit {
        hb_font_destroy(scaled)
        hb_face_destroy(face)
        g_object_unref(UnsafeMutableRawPointer(font))
    }

    /// The width that the PDF states for a glyph.
    public func advance(_ glyph: UInt16) -> Int {
        let place = Int(glyph)
        guard place < advances.count else { return 0 }
        if advances[place] < 0 {
            let exact = Double(hb_font_get_glyph_h_advance(scaled, UInt32(glyph))) / 100
            advances[place] = Int32(exact.rounded())
        }
        return Int(advances[place])
    }

    private static func table(_ face: OpaquePointer, _ tag: String) -> [UInt8] {
        let code = tag.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard let blob = hb_face_reference_table(face, code) else { return [] }
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else { return [] }
        // Only the first fields are read; `glyf` and `CFF ` need not be copied whole.
        return Array(UnsafeRawBufferPointer(start: data, count: min(Int(length), 128)))
    }
}
