import PlancCompose
import PlancData
import PlancDriver
import PlancModel
import PlancWords
import TestSupport
import Testing

/// A text has one length on a channel: what `check` judges is what `message`, the sheets and the pages say, and what is counted once
/// every field is filled in with its longest value.
@Suite struct OneLengthTests {
    @Test(arguments: SubjectPlan.examples) func aTextIsAsLongForEverybody(subject: SubjectPlan) throws {
        let plan = try #require(subject.plan)
        var count = 0
        for message in plan.messages {
            for locale in plan.locales {
                for channel in message.channels.compactMap({ plan.channels[$0] })
                where channel.lengthLimit(in: plan) != nil {
                    count += try compare(message, channel, locale, plan) ? 1 : 0
                }
            }
        }
        #expect(count > 3)
    }

    /// Titles that are filled in by the scenario count with the longest.
    @Test func aScenariosTitleCounts() throws {
        var subject = SubjectPlan.examples[0]
        let path = "messages/no-delivery.md"
        subject.files[path] = Array((subject.text(path) + "\n\n# mobile\n\n{{ scenario.title }}\n").utf8)
        let plan = try #require(subject.plan)
        let message = try #require(plan.messages["no-delivery"])
        let channel = try #require(plan.channels["mobile"])
        let version = try #require(message.versions.first)
        let blocks = try #require(version.blocks(for: channel))
        let length = Composer(plan: plan, locale: plan.sourceLocale)
            .length(of: blocks, on: channel, scenarios: message.scenarios)
        let longest = plan.scenarios.filter { message.scenarios.contains($0.id) }.map {
            $0.title.text(plan.sourceLocale)
        }
        .map { speechSeconds($0 + ".") }.max()
        #expect(length?.used == longest)
    }

    /// false where the message has no text for the channel.
    private func compare(_ message: Message, _ channel: Channel, _ locale: Locale, _ plan: Plan) throws -> Bool {
        guard let version = message.version(locale), let written = version.blocks(for: channel) else { return false }
        let own = version.body.locale
        let checked = Composer(plan: plan, locale: own).length(of: written, on: channel, scenarios: message.scenarios)
        let draft = try #require(Draft(plan, message: message, channel: channel, locale: locale))
        let composed = Composer(plan: plan, locale: own)
            .length(of: draft.words.blocks, on: channel, scenarios: message.scenarios)
        #expect(checked?.used == composed?.used && checked?.used == draft.length?.used, "\(message.id) \(channel.id)")

        let longest = plan.fields.map { field in
            let value = field.longest.text(own)
            return (field.id, value.isEmpty ? field.example.text(own) : value)
        }
        let values = Dictionary(longest) { first, _ in first }
        let filled = try #require(Draft(plan, message: message, channel: channel, locale: locale, values: values))
        guard filled.unfilled.isEmpty, let used = checked?.used else { return false }
        switch channel.type.value {
        case .sms: #expect(smsMeasure(filled.text).segments == used, "\(message.id) \(channel.id)")
        case .social:
            #expect(channel.postLimit(in: plan).length(filled.text) == used, "\(message.id) \(channel.id)")
        default: break
        }
        return true
    }
}

extension SubjectPlan {
    fileprivate var plan: Plan? {
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: files.map { ("plan/\($0.key)", $0.value) }), today: Self.day)
        return load(["plan"], in: world).plans.first?.plan
    }
}
