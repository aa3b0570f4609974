/// The two alphabets that text messages are sent in.
public enum SMSEncoding: String, Sendable {
    /// 3GPP TS 23.038: 128 characters of seven bits and ten of fourteen.
    case gsm7 = "GSM-7"
    /// 16-bit units; one character outside GSM-7 switches the whole message.
    case ucs2 = "UCS-2"
}

/// How long a text is as a text message.
public struct SMSMeasure: Hashable, Sendable {
    /// A character outside GSM-7, its place in the text (UTF-8 offset) and what could stand there instead.
    public struct Offender: Hashable, Sendable {
        public var character: Character
        /// How many bytes of UTF-8 stand before it in the text.
        public var offset: Int
        /// nil where nothing in GSM-7 says the same.
        public var twin: String?

        public init(character: Character, offset: Int, twin: String?) {
            self.character = character
            self.offset = offset
            self.twin = twin
        }
    }

    public var encoding: SMSEncoding
    /// Septets of GSM-7 (those of its extension count two), 16-bit units of UCS-2.
    public var units: Int
    /// How many text messages it takes.
    public var segments: Int
    /// What fits into one segment: 160 or 70 alone, 153 or 67 where several are joined.
    public var perSegment: Int
    /// In the order of the text, each occurrence.
    public var offenders: [Offender]
}

/// Measures a text message: 160 septets or 70 units alone, 153 or 67 a part when joined; neither an escaped
/// character nor a surrogate pair is split between two parts.
public func smsMeasure(_ text: String) -> SMSMeasure {
    var offenders: [SMSMeasure.Offender] = []
    var septets = 0
    var offset = 0
    for character in text {
        var isInside = true
        for scalar in character.unicodeScalars {
            let width = GSM7.width(scalar)
            septets += width
            if width == 0 { isInside = false }
        }
        if !isInside {
            offenders.append(.init(character: character, offset: offset, twin: GSM7.twin(of: character)))
        }
        offset += character.utf8.count
    }
    if offenders.isEmpty {
        let parts = parts(of: text, single: 160, joined: 153) { GSM7.width($0) }
        return SMSMeasure(
            encoding: .gsm7, units: septets, segments: parts, perSegment: parts > 1 ? 153 : 160, offenders: [])
    }
    let parts = parts(of: text, single: 70, joined: 67) { $0.value > 0xFFFF ? 2 : 1 }
    return SMSMeasure(
        encoding: .ucs2, units: text.utf16.count, segments: parts, perSegment: parts > 1 ? 67 : 70, offenders: offenders
    )
}

/// How many parts a text takes when no scalar may be split between two.
private func parts(of text: String, single: Int, joined: Int, width: (Unicode.Scalar) -> Int) -> Int {
    var total = 0
    var parts = 1
    var filled = 0
    for scalar in text.unicodeScalars {
        let wide = width(scalar)
        total += wide
        if filled + wide > joined {
            parts += 1
            filled = 0
        }
        filled += wide
    }
    return total <= single ? 1 : parts
}

/// The default alphabet of 3GPP TS 23.038 with its extension table.
enum GSM7 {
    private static let basic = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
    private static let extended = Set("\u{0C}^{}\\[~]|€".unicodeScalars)

    /// Septets of a character; 0 outside the alphabet.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value >= 0x61, scalar.value <= 0x7A { return 1 }
        if basic.contains(scalar) { return 1 }
        return extended.contains(scalar) ? 2 : 0
    }

    /// A plain text inside GSM-7 for a character outside it.
    ///
    /// Characters compare by canonical equivalence, so a letter with a combining accent finds its twin too.
    static func twin(of character: Character) -> String? { twins[character] }

    private static let twins: [Character: String] = {
        var table: [Character: String] = [
            "’": "'", "‘": "'", "ʼ": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‹": "\"", "›": "\"",
            "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "•": "-", "·": "-", "\u{A0}": " ",
            "\u{202F}": " ", "\u{2009}": " ", "\u{2003}": " ", "\t": " ", "œ": "oe", "Œ": "OE", "°": "o", "™": "TM",
            "©": "(c)", "®": "(R)", "×": "x", "→": "->", "½": "1/2", "№": "no", "`": "'", "´": "'", "\r\n": "\n",
        ]
        let plain: [(String, String)] = [
            ("âáãāă", "a"), ("êëēęě", "e"), ("îïíī", "i"), ("ôóõō", "o"), ("ûúūů", "u"), ("çćč", "c"), ("ÿý", "y"),
            ("ńň", "n"), ("śš", "s"), ("žźż", "z"), ("ł", "l"), ("ď", "d"), ("ť", "t"), ("řŕ", "r"), ("ğ", "g"),
            ("ÀÂÁÃ", "A"), ("ÈÊËĘ", "E"), ("ÎÏÍÌ", "I"), ("ÔÓÕÒ", "O"), ("ÛÚÙ", "U"), ("ĆČ", "C"), ("ŸÝ", "Y"),
            ("ŚŠ", "S"), ("ŽŹŻ", "Z"), ("Ł", "L"),
        ]
        for (letters, letter) in plain { for accented in letters { table[accented] = letter } }
        return table
    }()
}
