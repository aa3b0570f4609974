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
        printing.scenes.map { (locale: printing.edition.locale, context: $0) }
    }
    return parallelMap(scenes) { locale, context in
        LoweredMessagePage(path: "\(locale.tag)/messages/\(context.id)", page: context.messagePage())
    }
}

extension ScenarioContext {
    fileprivate func messagePage() -> MessagePage {
        // The page marks an exercise itself, live: its templates hold no mark.
        var composer = edition.composer
        composer.exercise = nil
        var fields: [String] = []
        let messages = messagesInOrder.filter(holds).map { message in
            when(message).told(message, channels: channels(of: message, composer, &fields))
        }
        return MessagePage(
            title: words.messagesTitle(title), purpose: [.text(words.messagePagePurpose)],
            locale: edition.locale.tag,
            classification: plan.info.classification?.value.rawValue, watermark: edition.watermark,
            stamp: edition.stamp(),
            isExercise: edition.options.isExercise, fileName: "\(id)-\(edition.locale.tag)",
            fields: fields.compactMap { plan.fields[$0].map(field) }, messages: messages, stops: stops,
            words: words.furniture, labels: words.messagePageLabels)
    }

    private func told(_ message: Message, channels: [MessagePage.Channel]) -> MessagePage.Message {
        // What is sent before a crisis is never late in one, nor what is sent only if a question is answered in one way.
        let sending = message.phase.value == .before ? nil : timeline?.sureSending(of: message.id)
        return MessagePage.Message(
            id: anchor("message", message.id), mark: edition.mark(of: message),
            title: edition.title(.message, message.id), due: sendingTimes(message).joined(separator: ", "),
            minutes: sending?.answer == nil ? sending?.minutes : nil,
            facts: facts(of: message), checks: boxes(of: message, isOnScreen: true), channels: channels)
    }

    /// The text of a message for each channel, those that work first; `fields` takes the blanks in it.
    private func channels(
        of message: Message, _ composer: Composer, _ fields: inout [String]
    ) -> [MessagePage.Channel] {
        let usable = usable(message)
        let others = message.channels.compactMap { plan.channels[$0] }.filter { channel in
            !usable.contains { $0.id == channel.id }
        }
        var found: [MessagePage.Channel] = []
        for channel in usable + others {
            guard let composed = composer.words(of: message, on: channel) else { continue }
            for field in composed.fields where !fields.contains(field) { fields.append(field) }
            let subject = composed.plainSubject()
            found.append(
                MessagePage.Channel(
                    title: titleAndSender(channel), measure: measure(channel),
                    obstacle: obstacle(channel, to: message), access: access(to: channel),
                    subject: subject.isEmpty ? nil : subject, text: template(composed, on: channel)))
        }
        return found
    }

    /// Who works a channel, by which number they are called, and where its key is.
    private func access(to channel: Channel) -> [Run] {
        var runs: [Run] = []
        if let role = channel.operatedBy.flatMap({ plan.roles[$0] }) {
            runs = [.text(words.workedBy + words.colon + edition.title(of: role))]
            runs += acting(role).map { [.text(" – ")] + nameAndNumber($0) } ?? []
        }
        let key = edition.text(channel.access)
        if !key.isEmpty { runs += (runs.isEmpty ? [] : [.text(". ")]) + [.text(words.access + " " + key)] }
        let needed = names(channel.dependsOn)
        if !needed.isEmpty {
            let end = runs.isEmpty || key.hasSuffix(".") ? " " : ". "
            runs += [.text((runs.isEmpty ? "" : end) + words.needs + words.colon + needed)]
        }
        return runs
    }

    /// By what nothing must be sent here, and why: what the attacker can read before what merely stands still.
    private var stops: [MessagePage.Stop] {
        let out = reach.channelsOut.sorted { $0.outage.manner.isDistrusted && !$1.outage.manner.isDistrusted }
        return out.map { channel, outage in
            MessagePage.Stop(
                title: edition.title(.channel, channel.id),
                state: [.text(words.colon + words.state(outage))] + reason(outage, of: channel))
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
        let state = state(ofExample: field)
        if !state.isEmpty {
            legend += [.text((legend.isEmpty ? "" : " – ") + edition.text(field.example) + words.colon + state)]
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
            "What you fill in once is in every message. Copy each text to its channel, and note the hour.")
    }

    var messagePageLabels: MessagePage.Labels {
        MessagePage.Labels(
            fields: say("All values"),
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
            seconds: say("{0} seconds"), tooLong: say("too long"), sending: sendingLabels)
    }

    private var sendingLabels: MessagePage.Labels.Sending {
        MessagePage.Labels.Sending(
            tab: say("Send one by one"), activation: activation, doNotUse: doNotUse, backInUse: say("back in use"),
            saidBy: saidBy, sentAt: sentAt, sentNow: say("Sent now"), next: say("Next: {0}"),
            done: say("{0} of {1} sent"), sent: say("sent {0}"), due: say("due {0}"), late: say("late, was due {0}"),
            toSend: say("to send"), changed: say("changed since it was sent"),
            wasNow: say("{0}: sent as “{1}”, now “{2}”"))
    }
}
