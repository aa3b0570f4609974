import PlancAnalysis
import PlancData
import PlancDocument
import PlancDriver
import PlancHTML
import PlancLanguages
import PlancLayout
import PlancModel
import PlancText
import Testing

@testable import PlancLowering

/// The law *truth at the time*: no page tells its reader to use, at T+x in a scenario, what is down, distrusted or not yet restored
/// there and then, without saying so beside it; all formats of a document say the same of it.
///
/// Composed documents are read back against the model: the ways by which steps send their messages, the numbers beside the people who
/// act, the lists of what must not be used.
@Suite struct TruthAtTheTimeLaw {
    struct Subject: CustomTestStringConvertible, Sendable {
        var plan: SubjectPlan
        var scenario: String

        var testDescription: String { "\(plan.name), \(scenario)" }
    }

    /// The two plans, and the example plan with what comes back, what does not, and what is both down and read by the attacker.
    static let subjects = LawSize.sample(
        (SubjectPlan.examples + generated).flatMap { plan in
            (plan.bound?.scenarios.ids ?? []).map { Subject(plan: plan, scenario: $0) }
        }, 14)

    private static let generated: [SubjectPlan] = [
        ("down", "disables: [mail-server]", ""), ("read", "distrusts: [mail-server]", ""),
        ("both", "disables: [mail-server]\n    distrusts: [mail-server]", ""),
        (
            "back", "disables: [mail-server, channel:text-message]",
            "restores: {mail-server: 45min, channel:text-message: 1h}"
        ),
        ("trusted", "distrusts: [mail-server]\n    disables: [sms-gateway]", "restores: {mail-server: 30min}"),
    ].map { name, lost, restored in
        var plan = LeakPlan.plan
        plan.name = name
        return plan.with(
            "scenarios.md",
            plan.text("scenarios.md").replacing(
                "disables: [mail-server]", with: lost + (restored.isEmpty ? "" : "\n    " + restored)))
    }

    @Test(arguments: subjects) func stepsSendByWhatWorksAtTheirHour(_ subject: Subject) throws {
        let plan = try #require(subject.plan.bound)
        let reach = Reach(plan: plan, situation: Situation(scenario: subject.scenario))
        for locale in plan.locales {
            let reader = StepReader(plan, reach, Words(locale))
            for (path, document) in documents(plan, subject.scenario, locale) where path.contains("/checklists/") {
                for claim in reader.claims(of: document) { #expect(reader.isTrue(claim), "\(path): \(claim)") }
            }
        }
    }

    @Test(arguments: subjects) func whatMustNotBeUsedIsSaidInEveryFormat(_ subject: Subject) throws {
        let plan = try #require(subject.plan.bound)
        let reach = Reach(plan: plan, situation: Situation(scenario: subject.scenario))
        let typesetter = try #require(Typesetter())
        for locale in plan.locales {
            let words = Words(locale)
            let said = reach.channelsOut.map { channel, outage in
                (channel.title.text(locale), words.stateOfUnused(outage), outage.manner)
            }
            for (path, document) in documents(plan, subject.scenario, locale)
            where path == "\(locale.tag)/contacts/\(subject.scenario)" {
                let formats = [
                    ("text", withoutFrames(String(decoding: emitText(document), as: UTF8.self))),
                    ("html", plainHTML(String(decoding: emitHTML(document, path: path), as: UTF8.self))),
                    ("pdf", pages(document, typesetter)),
                ]
                for (format, text) in formats {
                    let text = letters(text)
                    for (title, state, _) in said {
                        #expect(
                            text.contains(letters(title + words.colon + state)), "\(path) \(format): \(title) \(state)")
                    }
                }
            }
        }
        let json = String(
            decoding: simulationJSON(Simulation(plan: plan, situation: Situation(scenario: subject.scenario))),
            as: UTF8.self)
        for (channel, outage) in reach.channelsOut {
            #expect(
                letters(json).contains(letters(#"{"id": "\#(channel.id)", "manner": "\#(outage.manner.rawValue)""#)),
                "\(channel.id)")
        }
    }

    /// What is read by the attacker leads, whatever else is wrong with it.
    @Test func theDangerLeads() throws {
        let words = Words(Locale("en"))
        let cause = Outage.Cause.asked
        let both = words.state(Outage(manner: .distrustedAndDown, cause: cause, until: 4320))
        let said = "do not use: the attacker can read it – and it is out of order – not back before T+3\u{A0}d"
        #expect(both.hasPrefix(said))
        #expect(words.state(Outage(manner: .distrusted, cause: cause)).hasPrefix("do not use"))
    }

    /// What is down has an expected time or says that nobody knows one; what is distrusted ends by no time, but by somebody's word.
    @Test func noTimeEndsDistrust() {
        let words = Words(Locale("en"))
        let cause = Outage.Cause.asked
        #expect(words.state(Outage(manner: .down, cause: cause)) == "out of order – no time known")
        let untilOne = words.state(Outage(manner: .down, cause: cause, until: 60))
        #expect(untilOne == "out of order – not back before T+1\u{A0}h")
        let distrusted = [nil, 4320].map { words.state(Outage(manner: .distrusted, cause: cause, until: $0)) }
        #expect(distrusted[0] == distrusted[1] && !distrusted[1].contains("T+"))
        let both = words.state(Outage(manner: .distrustedAndDown, cause: cause, until: 4320))
        #expect(both.hasSuffix("and then only when somebody says so"))
        #expect(words.stateOfUnused(Outage(manner: .distrusted, cause: cause)) == "the attacker can read it")
    }

    private func documents(_ plan: Plan, _ scenario: String, _ locale: Locale) -> [(String, Document)] {
        var options = LoweringOptions()
        options.sections = [.checklists, .contacts]
        options.scenarios = [scenario]
        options.locales = [locale]
        return lower(plan, options).map { ($0.path, $0.document) }
    }

    private func pages(_ document: Document, _ typesetter: Typesetter) -> String {
        var text = ""
        _ = Layout(document, typesetter: typesetter, structure: Structure()) { page in
            for case .text(let line) in page.marks {
                text += line.words.map { typesetter.words[Int($0)].text }.joined() + "\n"
            }
        }
        return text
    }

    /// Without what a format may put between two letters: spaces, hyphens, the frame of a box.
    private func letters(_ text: String) -> String {
        text.filter { !$0.isWhitespace && !["-", "\u{AD}", "!", "|"].contains($0) }
    }

    /// The text format with the signs that stand before every line of a box taken away.
    private func withoutFrames(_ text: String) -> String {
        text.split(separator: "\n").map { $0.hasPrefix("X ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
    }

    private func plainHTML(_ page: String) -> String {
        var text = ""
        var isTag = false
        for character in page {
            if character == "<" { isTag = true }
            if !isTag { text.append(character) }
            if character == ">" { isTag = false }
        }
        return text.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
    }
}

extension SubjectPlan {
    /// The plan that its files make; nil where they make none.
    var bound: Plan? { load(["plan"], in: MemoryWorld(world, today: Self.day)).plans.first?.plan }
}
