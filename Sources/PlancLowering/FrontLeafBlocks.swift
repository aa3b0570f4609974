import PlancAnalysis
import PlancDocument
import PlancLanguages
import PlancMarkup
import PlancModel

/// What stands on the leaf that a pack for roles begins with, on its front and on its back.
extension PackPrinting {
    // MARK: The front

    func title() -> [Block] {
        let line = [
            edition.text(edition.plan.info.organisation), edition.title(.pack, pack.id), label?.rawValue ?? "",
            copyLine ?? "",
        ]
        return [
            .paragraph([.text(line.filter { !$0.isEmpty }.joined(separator: " · "))], .small),
            .heading(level: 0, [.text(words.leafTitle)], anchor: "leaf"),
        ]
    }

    /// The coordination's number, everybody who answers for it, and the line that works in most scenarios.
    func call() -> [Block] {
        guard let role = everyday.dutyRole else { return [] }
        var blocks: [Block] = []
        for (place, person) in everyday.inOrderOfCall(role).enumerated() {
            var number = everyday.numberOrNone(person)
            if number[0].style.contains(.phone) { number[0].style.insert(place == 0 ? .display : .large) }
            let name: [Run] =
                place == 0
                ? [.text(person.name + "  ", .strong)] : [.text(words.noAnswer + " "), .text(person.name + "  ")]
            blocks.append(.paragraph(name + number, .body))
        }
        if let line = everyday.dialIn(scenes).first {
            let worksAlways = !scenes.isEmpty && everyday.worksAlways(line, scenes)
            let label = worksAlways ? words.lineInEveryScenario : words.fallbackLine
            blocks.append(.paragraph([.text(label + " ")] + everyday.dialInLine(line), .body))
        }
        return [.callout(Callout(.call, title: [.text(words.callFirst(edition.title(of: role)))], blocks: blocks))]
    }

    /// Where not one role activates all that the pack is for: who else does, with the digits of their scenarios. It stands with the levels:
    /// the front names one number alone.
    private func otherActivators() -> [Block] {
        guard let first = everyday.dutyRole else { return [] }
        var found: [(person: Person, context: ScenarioContext, digits: [String])] = []
        for context in scenes {
            guard let activator = context.scenario?.activatedBy.flatMap({ edition.plan.roles[$0] }),
                activator.id != first.id, let person = context.acting(activator)
            else { continue }
            if let place = found.firstIndex(where: { $0.person.id == person.id }) {
                found[place].digits.append(context.digit)
            } else {
                found.append((person, context, [context.digit]))
            }
        }
        if found.isEmpty { return [] }
        let runs = found.flatMap { one -> [Run] in
            [.text("  ")] + one.digits.flatMap { [Run(.tab($0)), .text("\u{A0}")] }
                + [.text(unbroken(one.person.name) + "\u{A0}")] + one.context.numberOrNone(one.person)
        }
        return [.paragraph([.text(words.mayActivate + words.colon.trimmedEnd)] + runs, .body)]
    }

    func row(_ context: ScenarioContext, hasSentence: Bool, hasSigns: Bool) -> Table.Row {
        let anchor = context.anchor("opening")
        let link = Run.Destination.anchor(anchor)
        var text: [Run] = [.text(context.shortTitle, .strong, link: link)]
        if hasSentence, !context.recognition.isEmpty { text += [Run(.lineBreak)] + context.recognition }
        for fact in context.danger { text += [Run(.lineBreak), .text(fact.label + words.colon, .strong)] + fact.value }
        if hasSigns, scenes.count <= 2 {
            for sign in context.signs { text += [Run(.lineBreak), .text("– ")] + sign }
        }
        return .init(runs: [
            [Run(.tab(context.digit), .display)], text,
            [Run(.page(of: anchor, before: words.pageShort), [.strong, .large], link: link)],
        ])
    }

    func see(_ rows: [Table.Row]) -> [Block] {
        [
            .heading(level: 2, [.text(words.whatDoYouSee)], anchor: "leaf-see"),
            .table(
                Table(
                    summary: words.whatDoYouSee,
                    columns: [.init([], weight: 0), .init([], weight: 1), .init([], alignment: .right, weight: 0)],
                    rows: rows)),
        ] + somethingElse()
    }

    /// For whoever sees what is in none of its scenarios: that it is not here, and whom to call.
    private func somethingElse() -> [Block] {
        let digits = edition.plan.scenarios.enumerated().filter { _, scenario in
            edition.options.scenarios?.contains(scenario.id) ?? true && !scenes.contains { $0.id == scenario.id }
        }.map { $0.offset + 1 }
        if digits.isEmpty { return [] }
        let absent = copy == nil ? words.notInThisPack : words.notInThisCopy
        let caller = everyday.dutyRole.flatMap { everyday.acting($0) }
        return [
            .paragraph(
                [
                    .text(words.somethingElse(words.list(words.ranges(of: digits))) + words.colon, .strong),
                    .text(absent),
                ] + (caller.map { [.text(" – " + words.call + " ")] + everyday.nameAndNumber($0) } ?? []), .body)
        ]
    }

    /// What any of the scenarios distrusts, with the digits of those that do.
    func stop() -> [Block] {
        var found: [(title: String, digits: [String])] = []
        var title: [Run] = [.text(words.writeNothingBy)]
        for context in scenes {
            let distrusted = context.reach.channelsOut.filter { $0.outage.manner != .down }
            if !distrusted.isEmpty { title = title.marked(.doNotUse(in: context.id)) }
            for (channel, _) in distrusted {
                let title = edition.title(.channel, channel.id)
                if let place = found.firstIndex(where: { $0.title == title }) {
                    found[place].digits.append(context.digit)
                } else {
                    found.append((title, [context.digit]))
                }
            }
        }
        if found.isEmpty { return [] }
        let runs = found.enumerated().flatMap { place, channel -> [Run] in
            [.text((place > 0 ? "   " : "") + unbroken(channel.title) + "\u{A0}", .strong)]
                + channel.digits.map { Run(.tab($0)) }
        }
        return [.callout(Callout(.stop, title: title, blocks: [.paragraph(runs, .body)]))]
    }

    /// In its place on the front, where there is no room for the channels: that some must not be used, and where they are.
    func stopPointer() -> [Block] {
        stop().isEmpty ? [] : [.callout(Callout(.stop, title: [.text(words.stopOnBack)], blocks: []))]
    }

    /// What is written down at once.
    func dayBlocks() -> [Block] {
        func moment(_ label: String) -> [Run] {
            [
                .text(label + "\u{A0}", .strong), Run(.blank(label: words.dateBlank, width: 7)), .text(" "),
                Run(.blank(label: words.timeBlank, width: 5)), .text("  "),
            ]
        }
        let scenario: [Run] = [
            .text(unbroken(words.scenarioBlank) + "\u{A0}", .strong),
            Run(.blank(label: words.numberBlank, width: 5)), .text("  "),
        ]
        let activated: [Run] = [
            .text(unbroken(words.activatedBy) + "\u{A0}", .strong), Run(.blank(label: words.nameBlank, width: 18)),
        ]
        let moments = [moment(words.activationShort), moment(words.awareAt)]
        // In large type two of them would part a label from its blank.
        let lines =
            everyday.isLargePrint
            ? moments + [scenario, activated] : [moments[0] + moments[1], scenario + activated]
        return lines.map { .paragraph($0, .body) }
    }

    /// - Parameter hasRest: whether the leaf has where the rest is on its back.
    func turn(_ retreats: [String], hasActions: Bool, hasRest: Bool = true, hasCommon: Bool) -> [Block] {
        var lines: [String] = []
        if hasRest {
            lines.append(hasActions ? words.turnOver : words.turnOverShort)
        } else if hasActions {
            lines.append(words.turnOverFirst)
        }
        if !hasCommon { lines.append(words.actionsElsewhere) }
        lines += retreats.filter { !lines.contains($0) }
        let text = Run.text("▸ " + lines.joined(separator: " · "))
        return [.paragraph([text], everyday.isLargePrint ? .small : .body)]
    }

    // MARK: The back

    /// How long nobody may know which scenario it is, in minutes.
    private static let mostMinutesUnknown = 120

    /// The first five actions that all scenarios share. Of several scenarios only what is due early: hours later somebody knows
    /// which it is.
    func commonSteps() -> [StepRow] {
        guard let first = scenes.first else { return [] }
        func key(_ entry: PlannedStep) -> [String] {
            [entry.checklist, "\(entry.stage)", "\(entry.minutes ?? -1)"] + entry.path.map(String.init)
        }
        let others = scenes.dropFirst().map { Set($0.actions.map(key)) }
        let isTimed = first.actions.contains { $0.minutes != nil }
        let early = first.actions.filter { entry in
            scenes.count == 1 || entry.minutes.map { $0 <= Self.mostMinutesUnknown } ?? !isTimed
        }
        let shared = early.filter { entry in others.allSatisfy { $0.contains(key(entry)) } }
        // What any of them begins with before is what is to be done first, and nobody knows which it is.
        guard let start = shared.first.map({ $0.minutes ?? 0 }),
            scenes.allSatisfy({ $0.actions.allSatisfy { ($0.minutes ?? .max) >= start } })
        else { return [] }
        let context = scenes.count == 1 ? first : everyday
        return shared.prefix(5).map { context.actionRow($0) }
    }

    func actions(_ rows: [StepRow]) -> [Block] {
        let title = scenes.count > 1 ? words.doTheseFirst : words.firstActions
        return [
            .heading(level: 2, [.text(title)], anchor: "leaf-actions"),
            .steps(StepList(title: title, steps: rows, whoIsBelow: true)),
        ]
    }

    /// The message to staff, when all scenarios begin with the same, in the same words.
    func commonText() -> Message? {
        guard let first = scenes.first?.staffMessage, scenes.allSatisfy({ $0.staffMessage?.id == first.id }),
            everyday.elsewhere(first.id) == nil
        else { return nil }
        // The same text by another way is another instruction.
        let ways = Set(scenes.map { $0.staffChannel(first)?.id })
        guard ways.count == 1, scenes.count == 1 || !namesScenario(first) else { return nil }
        return first
    }

    private func namesScenario(_ message: Message) -> Bool {
        message.channels.contains { channel in
            everyday.plan.channels[channel.id].flatMap { everyday.edition.composer.words(of: message, on: $0) }?
                .fields.contains("scenario.title") ?? false
        }
    }

    /// A wrong text read aloud is worse than one opening more: it stands here only when it is the only one.
    func staffText(_ message: Message?) -> [Block] {
        if let message, let context = scenes.first {
            return [.heading(level: 2, [.text(words.textForStaff)], anchor: "leaf-staff")]
                + context.staffBlocks(message, of: scenes)
        }
        let having = scenes.filter { $0.staffMessage != nil }.map(\.digit)
        if having.isEmpty { return [] }
        return [
            .paragraph(
                [.text(words.textForStaff + words.colon, .strong), .text(words.atStart(of: words.list(having)))], .body
            )
        ]
    }

    /// The sentences by which scenarios are recognised, where the front has no room for them.
    func sentences(_ scenes: [ScenarioContext]) -> [Block] {
        [
            .heading(level: 2, [.text(words.whatDoYouSee)], anchor: "leaf-sentences-\(scenes.first?.id ?? "")"),
            .table(
                Table(
                    summary: words.whatDoYouSee, columns: [.init([], weight: 0), .init([], weight: 1)],
                    rows: scenes.map { .init(runs: [[Run(.tab($0.digit))], $0.recognition]) })),
        ]
    }

    /// More places than these are counted.
    private static let mostPlaces = 4

    func whereTheRestIs(_ parts: [PackPart]) -> [Block] {
        var blocks: [Block] = []
        let runs = parts.enumerated().flatMap { place, part -> [Run] in
            let link = Run.Destination.anchor(part.anchor)
            return [
                .text(place > 0 ? "   " : ""), Run(.tab(part.letter)),
                .text("\u{A0}" + unbroken(title(of: part)), link: link),
                Run(.page(of: part.anchor, before: "\u{A0}" + words.pageShort), .strong, link: link),
            ]
        }
        if !runs.isEmpty { blocks.append(.stress([.paragraph(runs, .body)])) }
        for other in edition.printedPacks where other.id != pack.id && !other.isForAudience {
            let places = edition.places(of: other)
            // Of many copies three: the binder itself has the list of all.
            let shown = places.count > Self.mostPlaces ? Array(places.prefix(3)) : places
            let more = places.count - shown.count
            blocks.append(
                .paragraph(
                    [.text(edition.title(.pack, other.id), .strong)]
                        + (places.isEmpty ? [] : [.text(words.colon + shown.joined(separator: words.semicolon))])
                        + (more > 0 ? [.text(words.semicolon + words.moreCopies(more))] : []),
                    .body))
        }
        return blocks.isEmpty
            ? [] : [.stress([.heading(level: 2, [.text(words.whereTheRestIs)], anchor: "leaf-rest")])] + blocks
    }

    /// By what it is seen that each scenario is over.
    func endings() -> [Block] {
        let runs = scenes.flatMap { context in
            context.end.flatMap { [.text("  "), Run(.tab(context.digit)), .text("\u{A0}")] + $0.value }
        }
        return runs.isEmpty
            ? [] : [.paragraph([.text(words.overWhen + words.colon.trimmedEnd, .strong)] + runs, .small)]
    }

    func levels() -> [Block] {
        let plan = edition.plan
        if plan.info.levels.isEmpty { return otherActivators() }
        let rows = plan.info.levels.map { level -> Table.Row in
            let decides: [Run] =
                level.decides.flatMap { plan.roles[$0] }.map { role in
                    [.text(edition.title(of: role) + " – ")]
                        + (everyday.acting(role).map { everyday.nameAndNumber($0) } ?? [])
                } ?? []
            return .init(runs: [
                [Run(.tick), .text("\u{A0}" + levelName(level.name), .strong)], [.text(edition.text(level.when))],
                decides + ender(of: level, behind: decides),
            ])
        }
        return otherActivators() + [
            .table(
                Table(
                    summary: words.levels,
                    columns: [
                        .init([.text(words.level)], weight: 1.3),
                        .init([.text(words.when)], weight: 2.4),
                        .init([.text(words.decides)], weight: 2.3),
                    ],
                    rows: rows))
        ]
    }

    /// Who says that a level is over, on a line of its own.
    func ender(of level: PlanInfo.ActivationLevel, behind decides: [Run]) -> [Run] {
        guard let role = level.endsBy.flatMap({ edition.plan.roles[$0] }) else { return [] }
        return (decides.isEmpty ? [] : [Run(.lineBreak)])
            + [.text(words.endsBy + words.colon + edition.title(of: role), .small)]
    }

    /// "2 – crisis": its number is not parted from the dash behind it.
    func levelName(_ name: LocalizedText) -> String {
        edition.text(name).replacing(" –", with: "\u{A0}–")
    }

    /// Version, date, approval, review, copy: one paragraph.
    func particulars() -> [Block] {
        var runs: [Run] = []
        for (place, fact) in versionFacts().enumerated() {
            runs += [.text((place > 0 ? " · " : "") + fact.label + words.colon)] + fact.value
        }
        return [.paragraph(runs, .small)]
    }
}

extension Words {
    var leafTitle: String { say("Crisis? Start here.") }
    var whatDoYouSee: String { say("What do you see?") }
    /// "Something else (1–4)".
    fileprivate func somethingElse(_ digits: String) -> String {
        say("Something else ({digits})", ["digits": digits])
    }
    fileprivate var notInThisPack: String { say("not in this pack") }
    fileprivate var call: String { say("call", context: "before a name") }
    fileprivate var mayActivate: String { say("Activation also by") }
    var writeNothingBy: String { say("STOP – write nothing about the crisis by:") }
    fileprivate var lineInEveryScenario: String { say("A line that works in every scenario:") }
    fileprivate var fallbackLine: String { say("A line that works in most scenarios:") }
    var pageShort: String { say("p.\u{A0}") }
    var activationShort: String { say("T0") }
    var turnOver: String { say("On the back: what to do first, where the rest is") }
    var turnOverFirst: String { say("On the back: what to do first") }
    var noteOnBack: String { say("What to note: on the back") }
    var restOnNext: String { say("Where the rest is: next leaf") }
    var turnOverShort: String { say("On the back: where the rest is") }
    var doTheseFirst: String { say("You do not know which: do these first") }
    var textForStaff: String { say("Text for staff") }
    func atStart(of digits: String) -> String { say("at the start of {digits}", ["digits": digits]) }
    func moreCopies(_ count: Int) -> String { say("{count} other copies", ["count": count]) }
    var whereTheRestIs: String { say("Where the rest is") }
    var signsElsewhere: String { say("Signs: at the start of each scenario") }
    var endingsElsewhere: String { say("When it is over: at the start of each scenario") }
    var textElsewhere: String { say("Text for staff: at the start of each scenario") }
    var actionsElsewhere: String { say("First actions: at the start of each scenario") }
    var sentencesOnBack: String { say("How to recognise each: on the back") }
    var stopOnBack: String { say("STOP – by what to write nothing about the crisis: on the back") }
    var actionsAndRestOnNext: String { say("Next leaf: what to do first, where the rest is") }
    var dayOnBack: String { say("What not to write by, what to note: on the back") }
    func leaf(_ number: Int, of count: Int) -> String {
        say("leaf {number} of {count}", ["number": number, "count": count])
    }
}
