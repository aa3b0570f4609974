import PlancWords
import Testing

@Suite struct SMSTests {
    @Test func aTextInsideTheAlphabetIsMeasuredInSeptets() {
        let measure = smsMeasure("Prochain point à 18 h, appelez le 04 65 71 00 12 é è ù ò ì Ç É ä ö ü ñ")
        #expect(measure.encoding == .gsm7)
        #expect(measure.units == 70)
        #expect(measure.segments == 1)
        #expect(measure.offenders.isEmpty)
    }

    @Test(arguments: [(160, 1), (161, 2), (306, 2), (307, 3)])
    func septetsFillParts(count: Int, segments: Int) {
        #expect(smsMeasure(String(repeating: "a", count: count)).segments == segments)
    }

    @Test func theExtensionTableCountsTwo() {
        #expect(smsMeasure("^{}\\[~]|€").units == 18)
        #expect(smsMeasure(String(repeating: "€", count: 80)).segments == 1)
        // 153 is odd: an escaped character does not straddle two parts, so a part holds 76 of them.
        #expect(smsMeasure(String(repeating: "€", count: 152)).segments == 2)
        #expect(smsMeasure(String(repeating: "€", count: 153)).segments == 3)
    }

    @Test func oneForeignCharacterSwitchesTheWholeMessage() {
        let measure = smsMeasure(String(repeating: "a", count: 70) + "’")
        #expect(measure.encoding == .ucs2)
        #expect(measure.units == 71)
        #expect(measure.segments == 2)
        #expect(measure.perSegment == 67)
        #expect(measure.offenders == [SMSMeasure.Offender(character: "’", offset: 70, twin: "'")])
    }

    @Test func surrogatePairsAreNotSplit() {
        #expect(smsMeasure(String(repeating: "🔴", count: 35)).segments == 1)
        // 67 units hold 33 pairs.
        #expect(smsMeasure(String(repeating: "🔴", count: 66)).segments == 2)
        #expect(smsMeasure(String(repeating: "🔴", count: 67)).segments == 3)
    }

    @Test(arguments: [
        ("â", "a"), ("ê", "e"), ("î", "i"), ("ô", "o"), ("û", "u"), ("ë", "e"), ("ï", "i"), ("ç", "c"), ("œ", "oe"),
        ("À", "A"),
        ("È", "E"), ("Ê", "E"), ("«", "\""), ("»", "\""), ("…", "..."), ("–", "-"), ("—", "-"), ("\u{A0}", " "),
        ("e\u{302}", "e"),
    ])
    func frenchOutsideTheAlphabetHasAPlainTwin(character: Character, twin: String) {
        let offenders = smsMeasure("x\(character)y").offenders
        #expect(offenders == [SMSMeasure.Offender(character: character, offset: 1, twin: twin)])
    }

    @Test func aPictureHasNoTwin() {
        #expect(smsMeasure("🔴").offenders.map(\.twin) == [nil])
    }
}
