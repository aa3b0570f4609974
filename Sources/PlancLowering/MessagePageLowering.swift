import PlancAnalysis
import PlancCompose
import PlancDocument
import PlancModel
import PlancSource
import PlancWords

/// A page to fill in and where it goes, without extension: `fr/messages/rancongiciel`.
public struct LoweredMessagePage: Sendable {
    public var path: String
    public var page: MessagePage
}

/// One page a scenario and locale: every message, its fields filled in once.
public func lowerMessagePages(_ plan: Plan, _ options: LoweringOptions) -> [LoweredMessagePage] {
    let scenes = printings(of: plan, options).flatMap { printing in
        printing.scenes.map { (locale: printing.edition.locale, scene: $0) }
    }
    return parallelMap(scenes) { locale, scene in
        LoweredMessagePage(path: "\(locale.tag)/messages/\(scene.id)", page: scene.messagePage())
    }
}

extension Scene {
    fileprivate func messagePage() -> MessagePage {
        // The page marks an exercise itself, live: its templates hold no mark.
        var composer = edition.composer
        composer.exercise = nil
        let messages = messagesInOrder.filter(holds)
        var fields: [String] = []
        let told = messages.map { message -> MessagePage.Message in
            let usable = usable(message)
            let others = message.channels.compactMap { plan.channels[$0] }.filter { channel in
                !usable.contains { $0.id == channel.id }
            }
            let channels = (usable + others).compactMap { channel -> MessagePage.Channel? in
                guard let composed = composer.words(of: message, on: channel) else { return nil }
                for field in composed.fields where !fields.contains(field) { fields.append(field) }
                let subject = composed.plainSubject()
                return MessagePage.Channel(
                    title: edition.title(.channel, channel.id), measure: measure(channel),
                    obstacle: obstacle(channel, to: message),
                    subject: subject.isEmpty ? nil : subject, text: template(composed, on: channel))
            }
            return MessagePage.Message(
                id: anchor("message", message.id), title: edition.title(.message, message.id),
                due: sendingTime(message),
                facts: facts(of: message, isOnScreen: true), channels: channels)
        }
        return MessagePage(
            title: words.messagesTitle(title), purpose: [.text(words.messagePagePurpose)] + doNotUse,
            locale: edition.locale.tag,
            classification: plan.info.classification?.value.rawValue, watermark: edition.watermark,
            stamp: edition.stamp(),
            isExercise: edition.options.isExercise, fileName: "\(id)-\(edition.locale.tag)",
            fields: fields.compactMap { plan.fields[$0].map(field) }, messages: told, words: words.furniture,
            labels: words.messagePageLabels)
    }

    /// By what nothing must be sent here, and why.
    private var doNotUse: [Run] {
        reach.channelsOut.isEmpty
            ? []
            : [Run(.lineBreak), .text(words.doNotUse + words.colon, .strong)]
                + reach.channelsOut.enumerated().flatMap { place, out -> [Run] in
                    let state = out.outage.manner == .down ? words.doesNotWork : words.distrusted
                    return [
                        .text((place > 0 ? words.semicolon : "") + edition.title(.channel, out.channel.id), .strong),
                        .text(" – " + state),
                    ]
                }
    }

    /// As it is read: sentences where somebody speaks it.
    private func template(_ composed: MessageWords, on channel: Channel) -> String {
        guard [.voice, .hotline].contains(channel.type.value) else { return composed.plainText() }
        return plainText(
            composed.blocks, Rendering(form: .speech, links: composed.links, value: { "{{ \($0.name) }}" }))
    }

    private func field(_ field: Field) -> MessagePage.Field {
        var legend: [Run] = []
        if let role = field.confirmedBy.flatMap({ plan.roles[$0] }) {
            legend =
                [.text(words.confirmedBy(edition.title(of: role)))]
                + (acting(role).map { [.text(" – ")] + nameAndNumber($0) } ?? [])
        }
        return MessagePage.Field(
            id: field.id, title: edition.title(.field, field.id),
            kind: .init(rawValue: field.type.value.rawValue) ?? .text,
            choices: field.choices.map { edition.text($0) }, example: edition.text(field.example),
            longest: edition.text(field.longest), legend: legend)
    }

    private func measure(_ channel: Channel) -> MessagePage.Channel.Measure {
        guard let limit = channel.lengthLimit(in: plan) else { return .none }
        return switch channel.type.value {
        case .sms: .parts(atMost: limit)
        case .social: .characters(atMost: limit, isWeighted: channel.postLimit(in: plan).counting == .weighted)
        case .voice, .hotline: .seconds(atMost: limit)
        default: .none
        }
    }
}

extension Words {
    var messagePagePurpose: String {
        say(
            "Fill in the fields once: every message follows. Copy each text to its channel.")
    }

    var messagePageLabels: MessagePage.Labels {
        MessagePage.Labels(
            fields: say("What we know"),
            fieldsNote: say(
                "What you enter stays on this page until you close it. Save it to a file to keep it."
            ),
            example: say("for example {0}"), choose: say("choose"),
            now: say("now"),
            moment: say("{0} at {1}"), days: daysToFill, hours: fullHours, times: hoursToFill,
            manyEmpty: say("{0} fields still empty"),
            oneEmpty: say("1 field still empty"),
            noneEmpty: say("all fields are filled in"),
            save: say("Save to a file"),
            load: say("Load from a file"),
            clear: say("Empty all fields"),
            loaded: say("{0} values loaded"),
            notLoaded: say(
                "this file holds no values for these fields"),
            exercise: say("This is an exercise"),
            exercisePrefix: say("EXERCISE: "),
            messages: say("Messages"),
            down: say("Not usable in this scenario"), subject: say("Subject"),
            copySubject: say("Copy the subject"), copyText: say("Copy the text"),
            copied: say("copied"),
            copiedEmpty: say("copied – {0} fields are still empty in it"),
            parts: say("{0} SMS, {1} characters"),
            partsLimit: say("at most {0} SMS"),
            unicode: say("counted as Unicode because of {0}"),
            charactersOf: say("{0} of {1} characters"),
            characters: say("{0} characters"),
            secondsOf: say("{0} of {1} seconds"),
            seconds: say("{0} seconds"), tooLong: say("too long"))
    }
}
