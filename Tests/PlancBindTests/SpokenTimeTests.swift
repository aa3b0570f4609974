import PlancModel
import Testing

@testable import PlancBind

/// Times and lengths of time in words, and labels before the texts of a message.
@Suite struct SpokenTimeTests {
    private func list(_ step: String) -> BoundTexts {
        BoundTexts([
            "checklists/x.md":
                "---\nkind: checklist\ntitle: X\nscenarios: flood\nphase: during\n---\n\n- [ ] \(step)\n"
        ])
    }

    @Test(arguments: [
        ("within the hour", "T+1h"), ("within 4 hours", "T+4h"), ("Within 15 minutes,", "T+15min"),
        ("within half an hour", "T+30min"),
        ("dans l’heure", "T+1h"), ("Dans l’heure :", "T+1h"), ("Dans les 15 minutes,", "T+15min"),
        ("sous une demi-heure", "T+30min"), ("innerhalb einer Stunde", "T+1h"),
        ("Binnen einer halben Stunde", "T+30min"),
        ("in den nächsten 20 Minuten", "T+20min"),
    ]) func beforeARole(_ words: String, _ time: String) {
        let bound = list("\(words) @director Close the doors")
        #expect(bound.findings.map(\.rule) == ["malformed-offset"], "\(bound.told)")
        #expect(bound.findings.flatMap(\.fixes).flatMap(\.edits).map(\.replacement) == [time])
        let step = bound.plan?.checklists["x"]?.stages.first?.steps.first
        #expect(step?.offset?.value.notation == time)
        #expect(step?.roles.map(\.id) == ["director"])
    }

    @Test(arguments: [
        ("half an hour", "30min"), ("within the hour", "1h"), ("twice a day", "12h"), ("une demi-heure", "30min"),
        ("dans l’heure", "1h"), ("2 fois par jour", "12h"), ("eine halbe Stunde", "30min"),
        ("innerhalb einer Stunde", "1h"), ("zweimal am Tag", "12h"),
    ]) func asALength(_ words: String, _ length: String) {
        #expect((Corrections.duration(words) ?? Corrections.rhythm(words) ?? Corrections.spoken(words)) == length)
    }

    @Test(arguments: [
        "the doors", "in the hall", "dans la cour", "in der Halle", "at 2 pm", "une porte", "den ganzen Tag",
    ])
    func otherWordsAreNone(_ words: String) { #expect(Corrections.spoken(words) == nil) }

    // MARK: Labels

    private func message(_ text: String) -> BoundTexts {
        BoundTexts([
            "messages/extra.md":
                "---\nkind: message\ntitle: Extra\naudiences: staff\nscenarios: flood\nphase: during\n"
                + "channels: [text-message, mail]\nowner: director\n---\n\n\(text)\n"
        ])
    }

    @Test(arguments: ["**SMS:** ", "**SMS** : ", "SMS: ", "SMS : ", "**Text message:** "])
    func aChannelBeforeItsText(_ label: String) {
        let bound = message("Thank you all. Questions: {{ phone }}.\n\n\(label)Thank you for your help today.")
        #expect(bound.findings.map(\.rule) == ["malformed-heading"], "\(bound.told)")
        let version = bound.plan?.messages["extra"]?.versions.first
        #expect(version?.variants.count == 1)
        #expect(version?.variants.first?.blocks.count == 1)
    }

    @Test(arguments: ["Objet : Point de situation", "**Subject:** Closed", "Betreff: Neuer Stand"])
    func aSubjectInTheText(_ line: String) {
        let bound = message("\(line)\n\nThank you all. Questions: {{ phone }}.")
        #expect(bound.findings.map(\.rule) == ["malformed-heading"], "\(bound.told)")
    }

    @Test(arguments: [
        "**Website:** we write there every hour today.", "SMS: {{ phone }}", "**E-mail:** help@library.example",
        "We need: your help on all the floors.",
    ]) func otherLabelsAreWords(_ line: String) {
        #expect(message("Thank you all.\n\n\(line)").findings.map(\.rule) == [])
    }
}
