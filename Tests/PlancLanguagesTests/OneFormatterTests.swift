import Testing

/// Lists, numbers, lengths of time, dates and times of day are worded in one place each.
@Suite struct OneFormatterTests {
    private static let phrases = sourcePhrases()

    private func places(_ says: (String) -> Bool) -> Set<String> {
        Set(Self.phrases.filter { says($0.english) }.map { String($0.place.prefix { $0 != ":" }) })
    }

    @Test func listsAreJoinedInOnePlace() {
        let joints = places { english in
            let words = english.filter { !" ,;".contains($0) }
            return ["and", "or"].contains(words) && english != words || english == ", " || english == "; "
        }
        #expect(joints == ["Sources/PlancLanguages/Lists.swift"])
    }

    @Test func numbersAreWrittenInOnePlace() {
        #expect(places { $0 == "1,000" } == ["Sources/PlancLanguages/Numbers.swift"])
    }

    @Test(arguments: ["}\u{A0}h", "}\u{A0}min", "}\u{A0}d", "#\u{A0}day", "#\u{A0}month", "{month}", "{hour}"])
    func timesAreWordedInOnePlace(_ part: String) {
        #expect(places { $0.contains(part) } == ["Sources/PlancModel/TimeWords.swift"])
    }
}
