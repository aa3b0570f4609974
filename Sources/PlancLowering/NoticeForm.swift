import PlancDocument
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource

extension Edition {
    /// "Applies if more than 500 people: ☐ yes ☐ no".
    func question(_ condition: Condition) -> [Run] {
        // A relief is asked for as what would lift the duty.
        let asked: String
        if case .not(let inner) = condition {
            asked = words.say("Applies unless") + words.colon + words.fact(inner)
        } else {
            asked = words.appliesIf + words.colon + words.fact(condition)
        }
        return [
            .text(asked + " ", .small), Run(.tick), .text("\u{A0}" + words.yes + "  ", .small), Run(.tick),
            .text("\u{A0}" + words.no, .small),
        ]
    }

    /// Whom a stage tells, in words.
    func told(_ obligation: Obligation, _ stage: Obligation.Stage?) -> String {
        let recipients = (stage?.to ?? []).map { words.recipient($0.value) }
        return recipients.isEmpty ? text(obligation.authority) : words.list(recipients)
    }

    /// Whose duty it is, by which law, and what was read of it.
    func facts(_ obligation: Obligation) -> [Fact] {
        var facts = parties(obligation)
        func add(_ label: String, _ text: String?) {
            if let text, !text.isEmpty { facts.append(Fact(label, [.text(text)])) }
        }
        let owed = [obligation.who, obligation.sector].compactMap { $0?.value }.joined(separator: " · ")
        add(
            words.say("Who owes it"),
            [owed.isEmpty ? "" : english(owed, obligation), obligation.jurisdiction?.value ?? ""].filter { !$0.isEmpty }
                .joined(separator: " · "))
        facts += conditions(obligation)
        add(words.say("Status"), status(obligation))
        add(words.verified, reading(obligation))
        facts += sources(obligation)
        return facts
    }

    /// What is asked of those who do it on the day: to whom, by which law, when it applies. How it was read, and how sure that is,
    /// is for those who prepare, and on the reference sheet.
    func duty(_ obligation: Obligation) -> [Fact] {
        let ids = [obligation.source?.id?.value, obligation.source?.at?.value].compactMap { $0 }.filter { !$0.isEmpty }
        return parties(obligation) + conditions(obligation)
            + (ids.isEmpty ? [] : [Fact(words.source, [.text(ids.joined(separator: ", "))])])
    }

    private func parties(_ obligation: Obligation) -> [Fact] {
        [
            Fact(words.authority, [.text(text(obligation.authority))]), Fact(words.law, [.text(text(obligation.law))]),
            Fact(words.toWhom, [.text(obligation.audience.map { title(.audience, $0.id) } ?? "")]),
        ].filter { !$0.value.plainText.isEmpty }
    }

    private func conditions(_ obligation: Obligation) -> [Fact] {
        func facts(_ conditions: [Condition]) -> String {
            conditions.map { words.fact($0) }.joined(separator: words.semicolon)
        }
        // "Applies when: …; not: …" says in two ways what one label says.
        let asked = obligation.when.map(\.value)
        let excluded = asked.compactMap { if case .not(let inner) = $0 { inner } else { nil } }
        let needed = asked.filter { if case .not = $0 { false } else { true } }
        return [
            Fact(words.appliesWhen, [.text(facts(needed))]),
            Fact(words.say("Not when"), [.text(facts(excluded + obligation.unless.map(\.value)))]),
            Fact(words.say("Refines"), [.text(obligation.overlays.map { title(ofObligation: $0.value) } ?? "")]),
        ].filter { !$0.value.plainText.isEmpty }
    }

    private func title(ofObligation id: String) -> String {
        plan.obligations[id] != nil ? title(.obligation, id) : id
    }

    private func status(_ obligation: Obligation) -> String {
        guard let status = obligation.status else { return "" }
        func date(_ day: Located<CalendarDate>?) -> String { day.map { words.date($0.value) } ?? "" }
        var parts: [String] = []
        switch status.state?.value {
        case .inForce, nil:
            if status.since != nil { parts.append(words.say("law since {date}", ["date": date(status.since)])) }
        case .from: parts.append(words.say("law from {date}", ["date": date(status.from)]))
        case .replaced:
            let successors = words.list(status.by.map { title(ofObligation: $0.value) })
            parts.append(words.say("replaced by {titles}", ["titles": successors]))
        case .proposal, .proposed, .template:
            parts += [status.state?.value.phrase?.text(words.language)].compactMap(\.self)
        }
        if status.amended != nil { parts.append(words.say("changed on {date}", ["date": date(status.amended)])) }
        if let through = status.through {
            parts.append(words.say("through {law}", ["law": english(through.value, obligation)]))
        }
        if let kind = status.kind { parts.append(english(kind.value, obligation)) }
        let note = text(status.note)
        if !note.isEmpty { parts.append(noteText(status.note, obligation)) }
        return parts.joined(separator: words.semicolon)
    }

    /// "29 November 2026: the official text".
    private func reading(_ obligation: Obligation) -> String {
        guard let day = obligation.lastRead else { return words.textNeverRead }
        let mark = obligation.confidence?.value ?? obligation.readFrom?.mark?.value
        return words.date(day) + (mark.map { words.colon + words.confidence($0) } ?? "")
    }

    private func sources(_ obligation: Obligation) -> [Fact] {
        var facts: [Fact] = []
        func run(_ text: String) -> Run {
            let isPage = (text.hasPrefix("https://") || text.hasPrefix("http://")) && !text.contains(" ")
            return .text(text, isPage ? .code : [], link: isPage ? .uri(text) : nil)
        }
        if let source = obligation.source {
            let lines = [
                [source.id?.value, source.at?.value].compactMap { $0 }.joined(separator: ", "), source.eli?.value,
                source.clock?.value, source.contents?.value, source.threshold?.value, source.also?.value,
                source.law?.value,
            ].compactMap { $0 }.filter { !$0.isEmpty }
            let runs = lines.enumerated().flatMap { place, line in (place > 0 ? [Run(.lineBreak)] : []) + [run(line)] }
            facts.append(Fact(words.source, runs))
        }
        let pages = obligation.readFrom?.sources.map(\.value) ?? []
        if !pages.isEmpty {
            let runs = pages.enumerated().flatMap { place, page -> [Run] in
                // An address, and what is said of it.
                let parts = page.split(separator: " ", maxSplits: 1).map(String.init)
                let rest: [Run] = parts.count > 1 ? [.text(" " + parts[1], .small)] : []
                return (place > 0 ? [Run(.lineBreak)] : [])
                    + (page.hasPrefix("http") ? [run(parts[0])] + rest : [.text(page, .small)])
            }
            facts.append(Fact(words.read, runs))
        }
        return facts
    }

    /// What the library says in English alone is marked in other languages.
    private func english(_ text: String, _ obligation: Obligation) -> String {
        words.language == .english || !obligation.isBuiltIn ? text : text + words.say(" (in English)")
    }

    private func noteText(_ note: LocalizedText, _ obligation: Obligation) -> String {
        let said = text(note)
        let isOwn = note.versions.contains { $0.locale != nil } || said.isEmpty
        return isOwn ? said : english(said, obligation)
    }

    /// The form of one notice: to whom and by when, a question where that depends on a fact, and a box for each thing that it has to tell.
    ///
    /// - Parameter isRunIn: in lines that fill the width, for a pack of many.
    func notice(_ obligation: Obligation, _ stage: Obligation.Stage, isRunIn: Bool = false) -> [Block] {
        var facts: [Fact] = []
        func add(_ label: String, _ text: String) { if !text.isEmpty { facts.append(Fact(label, [.text(text)])) } }
        add(words.toWhom, told(obligation, stage))
        for further in stage.alsoTo {
            guard let to = further.to else { continue }
            let when = further.when.map { words.fact($0.value) }.joined(separator: words.semicolon)
            add(
                words.say("Also to"),
                words.recipient(to.value) + (when.isEmpty ? "" : " (\(words.appliesIf)\(words.colon)\(when))"))
        }
        let strength = stage.strength.flatMap { words.strength($0.value) }
        add(words.limit, dueLine(stage.wholeDue, of: obligation) + (strength.map { " – " + $0 } ?? ""))
        for one in stage.cases {
            guard let due = one.due else { continue }
            let when = one.when.map { words.fact($0.value) }.joined(separator: words.semicolon)
            let note = noteText(one.note, obligation)
            add(words.say("But if") + " " + when, dueLine(due, of: obligation) + (note.isEmpty ? "" : " – " + note))
        }
        for condition in stage.when { facts.append(Fact(words.duty, question(condition.value))) }
        for condition in stage.unless { facts.append(Fact(words.duty, question(.not(condition.value)))) }
        add(words.ifLate, late(stage.late, obligation))
        add(words.howSent, channel(stage, obligation))
        add(words.say("Closed days"), calendar(stage, obligation))
        add(words.say("May be put off"), delay(stage.delay))
        add(words.say("Instead"), instead(stage.instead, obligation))
        add(words.note, noteText(stage.note, obligation))
        add(words.say("Guideline"), noteText(stage.guide, obligation))
        if let confidence = stage.confidence?.value { add(words.read, words.confidence(confidence)) }
        let name = self.stage(stage.name.value, of: obligation).capitalisedFirst
        if isRunIn {
            let asked = stage.contents.flatMap { item -> [Run] in
                [.text("  "), Run(.tick), .text("\u{A0}" + words.item(item.value))]
            }
            let label = Run.text("   " + words.contentsAsked + words.colon.trimmedEnd, .strong)
            guard case .paragraph(let runs, let style) = words.line(facts, .body) else { return [] }
            let whole = [.text(name + ".   ", .strong)].marked(.form("obligation-\(obligation.id)")) + runs
            return [.together([.paragraph(whole + (asked.isEmpty ? [] : [label] + asked), style)])]
        }
        let heading = Block.heading(
            level: 3, [.text(name)].marked(.form("obligation-\(obligation.id)")),
            anchor: "obligation-\(obligation.id)-\(stage.name.value)")
        let form = Block.together([heading, .facts(facts)])
        if stage.contents.isEmpty { return [form] }
        let told = itemsTold(obligation, stage)
        let boxes = stage.contents.map { item -> List.Item in
            var runs: [Run] = [.text(words.item(item.value))]
            if let message = told[item.value.id] {
                runs.append(.text(" – " + words.say("in the text of {message}", ["message": message]), .small))
            }
            return List.Item([.paragraph(runs, .body)], box: false)
        }
        return [
            form,
            .together([
                .paragraph([.text(words.contentsAsked + words.colon.trimmedEnd)], .body), .list(List(boxes)),
            ]),
        ]
    }

    /// The items of a notice that a message says it tells (`<!-- planc: covers ITEM -->`), with the message's title.
    private func itemsTold(_ obligation: Obligation, _ stage: Obligation.Stage) -> [String: String] {
        var told: [String: String] = [:]
        for message in plan.messages {
            let isForIt = message.satisfies.contains { satisfaction in
                satisfaction.obligation.id == obligation.id
                    && satisfaction.stage.map { $0.value == stage.name.value } ?? true
            }
            guard isForIt, let blocks = message.versions.first?.body.blocks else { continue }
            for case .directive(.covers(let names)) in blocks.map(\.content) {
                for name in names where told[name.value] == nil { told[name.value] = title(.message, message.id) }
            }
        }
        return told
    }

    private func late(_ late: Obligation.Late?, _ obligation: Obligation) -> String {
        guard let late else { return "" }
        var parts: [String] = []
        if late.giveReasons?.value == true { parts.append(words.say("give the reasons")) }
        if late.tellBefore?.value == true { parts.append(words.say("tell them before the limit")) }
        let how = noteText(late.how, obligation)
        if !how.isEmpty { parts.append(how) }
        return parts.joined(separator: words.semicolon)
    }

    private func channel(_ stage: Obligation.Stage, _ obligation: Obligation) -> String {
        var parts: [String] = []
        if let channel = stage.channel {
            parts += [channel.name, channel.portal, channel.mail, channel.phone].compactMap { $0?.value }
            if let how = channel.how { parts.append(english(how.value, obligation)) }
            if let fallback = channel.fallback {
                parts.append(words.say("else {fallback}", ["fallback": english(fallback.value, obligation)]))
            }
            if channel.isPublic?.value == true { parts.append(words.say("the press reads it")) }
        }
        if stage.phases?.value == true { parts.append(words.say("it may come in parts")) }
        return parts.joined(separator: words.semicolon)
    }

    private func calendar(_ stage: Obligation.Stage, _ obligation: Obligation) -> String {
        var parts: [String] = []
        if let calendar = stage.calendar {
            if let closed = calendar.closed?.value {
                let days = closed == .plan ? plan.info.holidays.map { words.date($0.value) } : []
                parts.append(
                    closed.phrase.text(words.language)
                        + (days.isEmpty ? "" : words.colon + days.joined(separator: ", ")))
            }
            if let zone = calendar.zone {
                parts.append(words.say("days end in the time of {zone}", ["zone": zone.value]))
            }
            if calendar.startOnClosedDay != nil {
                parts.append(words.say("a start on a closed day counts from the next open day"))
            }
            let day = noteText(calendar.startDay, obligation)
            if !day.isEmpty { parts.append(day) }
        }
        if let roll = stage.roll, roll.to != nil {
            let not = words.list(roll.notFor.map { words.fact(.fact($0.value)) })
            let moves = words.say("on a closed day it moves to noon of the next working day")
            parts.append(not.isEmpty ? moves : moves + words.say(", but not if {facts}", ["facts": not]))
        }
        return parts.joined(separator: words.semicolon)
    }

    private func delay(_ delay: Obligation.Delay?) -> String {
        guard let delay, let condition = delay.condition else { return "" }
        let periods = delay.upTo.map { words.period($0.value) }.joined(separator: ", ")
        return words.fact(.fact(condition.value)) + (periods.isEmpty ? "" : " (\(periods))")
    }

    private func instead(_ instead: Obligation.Instead?, _ obligation: Obligation) -> String {
        guard let instead, let condition = instead.condition, let to = instead.to else { return "" }
        let how = noteText(instead.how, obligation)
        return [words.fact(.fact(condition.value)) + words.colon + words.recipient(to.value), how].filter {
            !$0.isEmpty
        }
        .joined(separator: words.semicolon)
    }
}

extension String {
    /// Without spaces at its end.
    var trimmedEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
