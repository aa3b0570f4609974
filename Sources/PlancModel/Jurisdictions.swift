/// Whose law something is: a country by its two letters (ISO 3166), a state of it (`US-NY`), the European Union (`EU`), or a `contract`.
public enum Jurisdictions {
    /// Whether a code means somebody's law.
    public static func isKnown(_ code: String) -> Bool { known.contains(code) }

    /// Every code, in alphabetical order.
    public static let all = known.sorted()

    /// What is meant by a code that is none: its spelling in capitals, or the one that the library writes for it.
    public static func meant(by code: String) -> String? {
        let upper = code.uppercased().replacing("_", with: "-")
        if isKnown(upper) { return upper }
        return names[upper] ?? (upper == contract.uppercased() ? contract : nil)
    }

    /// Whether law of one applies in the other: its own, that of what it is a part of, and that of the Union in a member state.
    public static func applies(_ law: String, in place: String) -> Bool {
        let (law, place) = (usual(law), usual(place))
        if law == place || place.hasPrefix(law + "-") { return true }
        return law == union && members.contains(String(place.prefix(2)))
    }

    /// The country of a time zone, where its law is in the library.
    public static func country(ofTimezone zone: String) -> String? { countries[zone] }

    /// The library writes `UK`, which ISO 3166 keeps for the United Kingdom, `GB`.
    private static func usual(_ code: String) -> String { code == "GB" ? "UK" : code }

    public static let union = "EU"
    public static let contract = "contract"

    private static let known = Set(
        states + [union, contract]
            + """
            AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
            CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE
            GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI
            KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX
            MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD
            SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UK UM US UY
            UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
            """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let states =
        """
        AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD
        TN TX UT VT VA WA WV WI WY DC PR
        """.split(whereSeparator: \.isWhitespace).map { "US-" + $0 }
        + "AB BC MB NB NL NS NT NU ON PE QC SK YT".split(separator: " ").map { "CA-" + $0 }

    /// What people write for some of them, in capitals.
    private static let names = [
        "EL": "GR", "USA": "US", "UE": union, "GBR": "UK", "FRA": "FR", "DEU": "DE", "FRANCE": "FR", "FRANKREICH": "FR",
        "GERMANY": "DE", "ALLEMAGNE": "DE", "DEUTSCHLAND": "DE", "UNITED KINGDOM": "UK", "ROYAUME-UNI": "UK",
        "SWITZERLAND": "CH", "SUISSE": "CH", "SCHWEIZ": "CH", "BELGIUM": "BE", "BELGIQUE": "BE", "BELGIEN": "BE",
        "CALIFORNIA": "US-CA", "NEW YORK": "US-NY", "TEXAS": "US-TX", "FLORIDA": "US-FL", "QUEBEC": "CA-QC",
        "CONTRAT": contract, "VERTRAG": contract,
    ]

    /// The Member States of the European Union, and those of the European Economic Area beside them.
    private static let members: Set<String> = [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
        "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO",
    ]

    private static let countries: [String: String] = [
        "Europe/Vienna": "AT", "Europe/Brussels": "BE", "Europe/Sofia": "BG", "Europe/Zagreb": "HR",
        "Asia/Nicosia": "CY", "Europe/Prague": "CZ", "Europe/Copenhagen": "DK", "Europe/Tallinn": "EE",
        "Europe/Helsinki": "FI", "Europe/Paris": "FR", "Europe/Berlin": "DE", "Europe/Busingen": "DE",
        "Europe/Athens": "GR", "Europe/Budapest": "HU", "Europe/Dublin": "IE", "Europe/Rome": "IT",
        "Europe/Riga": "LV", "Europe/Vilnius": "LT", "Europe/Luxembourg": "LU", "Europe/Malta": "MT",
        "Europe/Amsterdam": "NL", "Europe/Warsaw": "PL", "Europe/Lisbon": "PT", "Europe/Bucharest": "RO",
        "Europe/Bratislava": "SK", "Europe/Ljubljana": "SI", "Europe/Madrid": "ES", "Europe/Stockholm": "SE",
        "Atlantic/Reykjavik": "IS", "Europe/Vaduz": "LI", "Europe/Oslo": "NO", "Europe/London": "UK",
        "Europe/Zurich": "CH", "Asia/Tokyo": "JP", "Asia/Singapore": "SG", "Asia/Kolkata": "IN",
        "Australia/Sydney": "AU", "Australia/Melbourne": "AU", "Australia/Brisbane": "AU", "Australia/Perth": "AU",
        "Australia/Adelaide": "AU", "America/New_York": "US", "America/Chicago": "US", "America/Denver": "US",
        "America/Los_Angeles": "US", "America/Toronto": "CA", "America/Vancouver": "CA", "America/Montreal": "CA-QC",
    ]
}
