import PlancSource

/// Which telephone numbers there can be: the country codes of ITU-T E.164 (list of assigned codes, annexed to the
/// Operational Bulletin), and how many digits the numbers of a country have by its numbering plan (ITU-T E.129).
public enum NumberingPlans {
    /// Why there can be no such number.
    public enum Fault: Sendable {
        /// No country has the code.
        case country
        /// More or fewer digits than the country's numbers have.
        case length
        /// Nothing but zeros behind the first digit.
        case zeros
        /// The zero that is dialled within the country stands behind its code.
        case trunk
    }

    /// What is wrong with a number in the form of E.164, as its author wrote it; nil of one that there can be.
    public static func fault(of phone: String) -> Fault? {
        let digits = phone.filter { $0.isASCII && $0.isNumber }
        guard let code = countryCode(of: digits[...]) else { return .country }
        // The author's own group behind the plus: in `+4 7700 900002` it is no code, whatever the digits after it make.
        let group = phone.dropFirst().prefix { $0.isASCII && $0.isNumber }
        if group.count < digits.count, countryCode(of: group) == nil { return .country }
        let national = digits.dropFirst(code.count)
        if national.count >= 6, national.dropFirst().allSatisfy({ $0 == "0" }) { return .zeros }
        if national.first == "0", trunkCodes.contains(String(code)) { return .trunk }
        return isLength(national, of: String(code)) ? nil : .length
    }

    /// A number that nobody has, of the country with a calling code where one is set aside there for examples.
    public static func example(ownCode: String?) -> String {
        switch ownCode {
        case "33": "+33 6 39 98 00 01"
        case "49": "+49 30 23125 001"
        default: "+44 7700 900001"
        }
    }

    /// Countries in which a zero is dialled before the number from within alone, and in which no number begins with one
    /// (ITU-T E.164, national prefixes).
    private static let trunkCodes: Set = [
        "31", "32", "33", "41", "43", "44", "46", "49", "61", "64", "81", "353", "358",
    ]

    /// The code that digits begin with; nil where there is none. No code is the beginning of another.
    static func countryCode(of digits: Substring) -> Substring? {
        var code: UInt16 = 0
        for (place, digit) in digits.utf8.prefix(3).enumerated() {
            code = code * 10 + UInt16(digit - UInt8(ascii: "0"))
            if code == 0 { return nil }
            if codes[codes.partitioningIndex { $0 < code }...].first == code { return digits.prefix(place + 1) }
        }
        return nil
    }

    /// Ascending.
    private static let codes: [UInt16] = [
        1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58,
        60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98, 211, 212, 213, 216, 218, 220, 221,
        222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243,
        244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255, 256, 257, 258, 260, 261, 262, 263, 264, 265, 266,
        267, 268, 269, 290, 291, 297, 298, 299, 350, 351, 352, 353, 354, 355, 356, 357, 358, 359, 370, 371, 372, 373,
        374, 375, 376, 377, 378, 379, 380, 381, 382, 383, 385, 386, 387, 389, 420, 421, 423, 500, 501, 502, 503, 504,
        505, 506, 507, 508, 509, 590, 591, 592, 593, 594, 595, 596, 597, 598, 599, 670, 672, 673, 674, 675, 676, 677,
        678, 679, 680, 681, 682, 683, 685, 686, 687, 688, 689, 690, 691, 692, 800, 808, 850, 852, 853, 855, 856, 870,
        878, 880, 881, 882, 883, 886, 888, 960, 961, 962, 963, 964, 965, 966, 967, 968, 970, 971, 972, 973, 974, 975,
        976, 977, 979, 992, 993, 994, 995, 996, 998,
    ]

    /// Whether so many digits may follow the code of a country; of one whose plan is not known here, as many as E.164
    /// allows.
    private static func isLength(_ national: Substring, of code: String) -> Bool {
        let count = national.count
        guard let plan = plans[code] else { return (7...15).contains(count + code.count) }
        // Services with one number in all of Europe: 116 000, 116 117.
        if plan.hasHarmonisedServices, national.hasPrefix("116"), count == 6 { return true }
        for (beginning, lengths) in plan.special where national.hasPrefix(beginning) { return lengths.contains(count) }
        return plan.lengths.contains(count)
    }

    private struct Plan {
        /// How many digits follow the code.
        var lengths: Set<Int>
        /// The same of numbers that begin with certain digits, the first that fits.
        var special: [(String, Set<Int>)] = []
        var hasHarmonisedServices = true
    }

    private static func plan(_ lengths: Int..., special: [(String, Set<Int>)] = []) -> Plan {
        Plan(lengths: Set(lengths), special: special)
    }

    private static let plans: [String: Plan] = [
        "1": Plan(lengths: [10], hasHarmonisedServices: false),
        "31": plan(9, special: [("8", [7, 9, 10]), ("90", [7, 10]), ("97", [11])]),
        "32": plan(8, special: [("4", [9])]),
        "33": plan(9),
        "34": plan(9),
        "351": plan(9),
        "352": Plan(lengths: Set(4...11)),
        "353": plan(7, 8, 9, special: [("8", [9]), ("15", [8, 10]), ("18", [8, 10])]),
        "377": plan(8, 9),
        "39": Plan(lengths: Set(6...11), special: [("3", [9, 10])]),
        "41": plan(9, 12),
        "43": Plan(lengths: Set(4...13), special: [("6", Set(7...13))]),
        "44": plan(10, special: [("1", [9, 10]), ("8", [7, 9, 10])]),
        "45": plan(8),
        "47": plan(5, 8, 12),
        "48": plan(9),
        "49": Plan(lengths: Set(6...11), special: [("15", [10, 11]), ("16", [10, 11]), ("17", [10, 11])]),
        "94": Plan(lengths: [9], hasHarmonisedServices: false),
    ]
}
