/// The codes of languages (ISO 639), and what people write for one that is none.
public enum LanguageCodes {
    /// Whether a code is one of a language: two letters that mean one, or three of a language that has no two.
    static func isLanguage(_ code: some StringProtocol) -> Bool {
        switch code.utf8.count {
        case 2: short.contains(String(code))
        case 3: shorter[String(code)] == nil
        default: false
        }
    }

    /// Whether a region is one: a country by its two letters (ISO 3166), or a part of the world by three digits.
    static func isRegion(_ code: some StringProtocol) -> Bool {
        if code.utf8.count == 3 { return code.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        return code != "UK" && code != Jurisdictions.union && code.utf8.count == 2
            && Jurisdictions.isKnown(String(code))
    }

    /// The tag that is meant by parts of the wrong form: `eng` as `en`, `en` and `UK` as `en-GB`, `at` as `de-AT`, and a language alone
    /// where its region is none.
    public static func meant(language: String, region: String?) -> Locale? {
        let language = shorter[language] ?? language
        if region == nil, let tag = ofCountries[language] { return Locale(tag) }
        let region = region == "UK" ? "GB" : region
        if let region, isRegion(region) { return Locale(checking: language + "-" + region) }
        return Locale(checking: language)
    }

    /// Three letters of languages that have two.
    private static let shorter = pairs(
        """
        eng en fra fr fre fr deu de ger de spa es ita it nld nl dut nl por pt bre br pol pl ukr uk ara ar tur tr rus ru zho zh chi zh
        jpn ja dan da swe sv fin fi ces cs cze cs ell el gre el cat ca eus eu baq eu gle ga cym cy wel cy ron ro rum ro hun hu
        """)

    /// Countries whose code is written for their language, where no language has it.
    private static let ofCountries = pairs(
        "gb en-GB us en-US au en-AU at de-AT cz cs dk da gr el jp ja cn zh ua uk mx es-MX")

    /// Every second word by the one before it.
    private static func pairs(_ text: String) -> [String: String] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: words.count, by: 2).map { (words[$0], words[$0 + 1]) })
    }

    private static let short = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et
        eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl
        km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj
        om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to
        tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
