import ArgumentParser
import PlancCompose
import PlancData
import PlancDiagnostics
import PlancDriver
import PlancLowering
import PlancMarkup
import PlancModel
import PlancSource

struct MessageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        _superCommandName: Planc.name,
        abstract: said("One message, filled in, ready to send."),
        discussion: said(

            """
            In a scenario, the channel is the first that works there. Dates are given as 2026-11-21 or 21 \
            November 2026, times as 18:30, numbers in full or as people of the plan's country write them. On a \
            terminal planc asks for what is missing; elsewhere it lists it and ends with 1, unless --partial.
            """))

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, html, eml, json }

    @Argument(help: .said("The folder of the plan."), completion: .directory)
    var path: String = "."
    @Argument(
        help: .said("The id of the message."), completion: PlanCompletion.ids(of: .message)
    )
    var id: String?
    @Option(
        help: .said(
            "Instead of an id: the kind of report to answer (phishing, false-alarm, tool-help, clicked or another)."
        ),
        completion: PlanCompletion.reports)
    var replyTo: String?
    @Option(
        help: .said("The scenario that it is sent in."),
        completion: PlanCompletion.ids(of: .scenario))
    var scenario: String?
    @Option(
        help: .said(
            "The language of the text (default: the plan's first)."),
        completion: PlanCompletion.locales)
    var locale: String?
    @Option(
        help: .said(
            "One of the message's channels (default: the first that works)."),
        completion: PlanCompletion.channelsOfMessage)
    var channel: String?
    @Option(
        name: .customLong("set"),
        help: .said("A field's value: FIELD=VALUE."),
        completion: PlanCompletion.fieldValues)
    var values: [String] = []
    @Option(
        name: .customLong("values"),
        help: .said(
            "A YAML or JSON file with values of fields."),
        completion: .file())
    var valuesFile: String?
    @Option(
        help: .said(
            "text, html, eml (a draft for a mail program) or json."))
    var format: Format = .text
    @Option(name: .shortAndLong, help: .said("Write into this file."), completion: .file())
    var output: String?
    @Flag(
        help: .said(
            "Write the message although fields are not filled in."))
    var partial = false
    @Flag(help: .said("EXERCISE before the text and the subject."))
    var exercise = false
    @OptionGroup var language: LanguageOption

    mutating func validate() throws {
        // In the plan's folder the id alone is enough.
        if id == nil, replyTo == nil, DiskWorld().kind(of: path) == nil { (path, id) = (".", path) }
        guard (id == nil) != (replyTo == nil) else {
            throw ValidationError(
                said(
                    "give the id of a message, or --reply-to, not both"))
        }
        if let value = values.first(where: { !$0.contains("=") }) {
            throw ValidationError(
                said(
                    "--set takes FIELD=VALUE, not '{value}'", ["value": visible(value)]))
        }
    }

    /// Whether a plan has the message that is asked for.
    private func has(_ plan: Plan) -> Bool {
        if let id { return plan.messages[id] != nil }
        return plan.messages.contains { $0.inReplyTo?.value == replyTo }
    }

    /// The plan that is meant: of several the one that has the message.
    private func chosen(_ plans: [Plan]) throws -> Plan? {
        if plans.count < 2 { return plans.first }
        let having = plans.filter(has)
        if having.count == 1 { return having[0] }
        if having.isEmpty, let id {
            let near = meantThing(id, of: [.message], in: plans)
            throw MessageFault.unknown(
                kind: Phrase("message"), name: id, near: near, known: plans.flatMap(\.messages.ids))
        }
        throw ValidationError(severalPlans(in: path).text(language.value))
    }

    func run() throws {
        let language = language.value
        let loaded = load([path], in: DiskWorld())
        reportProblems(loaded.problems, language: language)
        guard loaded.problems.isEmpty else { throw ExitStatus.couldNotRun.thrown }
        do {
            guard let plan = try chosen(loaded.plans.compactMap(\.plan)) else {
                noPlan([path], language: language)
                throw ExitStatus.couldNotRun.thrown
            }
            let errors = errorCounts(loaded, asOf: DiskWorld().today)[plan.folder] ?? 0
            sayErrors(errors, language)
            var request = MessageRequest(message: try id ?? reply(to: replyTo ?? "", in: plan))
            request.scenario = scenario
            request.locale = locale.map { Locale($0) }
            request.channel = channel
            request.isExercise = exercise
            request.values = try given(language)
            var filled = try fill(request, in: plan)
            if !filled.unfilled.isEmpty, !partial, Terminal.isInteractive {
                request.values.merge(ask(for: filled.unfilled, plan, filled.locale, language)) { _, new in new }
                filled = try fill(request, in: plan)
            }
            try hand(filled, plan, errors, language)
        } catch let fault as MessageFault {
            throw ValidationError(fault.phrase.text(language))
        }
    }

    private func given(_ language: Language) throws -> [String: String] {
        var given: [String: String] = [:]
        if let valuesFile {
            var bytes: [UInt8] = []
            if valuesFile == "-" {
                while let line = readLine(strippingNewline: false) { bytes += Array(line.utf8) }
            } else {
                do {
                    bytes = try DiskWorld().read(valuesFile, limit: 1 << 20)
                } catch {
                    reportProblems([Problem(error)], language: language)
                    throw ExitStatus.couldNotRun.thrown
                }
            }
            do throws(GivenValuesFault) {
                given = try fieldValues(bytes)
            } catch { throw ValidationError(error.phrase(valuesFile).text(language)) }
        }
        var seen: Set<String> = []
        for value in values {
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let field = String(parts[0])
            if !seen.insert(field).inserted {
                say(
                    Phrase("--set gives '{field}' more than once: the last value counts", ["field": visible(field)]),
                    language)
            }
            given[field] = String(parts[1])
        }
        return given
    }

    private func say(_ phrase: Phrase, _ language: Language) {
        Terminal.writeError("planc: \(visible(phrase.text(language)))\n")
    }

    /// Asks until each answer fits its field; an empty answer leaves the field out.
    private func ask(for fields: [Field], _ plan: Plan, _ locale: Locale, _ language: Language) -> [String: String] {
        var answers: [String: String] = [:]
        for field in fields {
            while true {
                let example = visible(field.example.text(locale))
                let choices = field.choices.map { visible($0.text(locale)) }
                let hint = choices.isEmpty ? example : choices.joined(separator: " / ")
                Terminal.writeError("\(visible(field.title.text(locale))) (\(hint)): ")
                guard let answer = readLine(), !answer.isEmpty else { break }
                if case .failure(let error) = printedValue(answer, of: field, in: plan, locale: locale) {
                    Terminal.writeError("  \(MessageFault.wrongValue(error).phrase.text(language))\n")
                    continue
                }
                answers[field.id] = answer
                break
            }
        }
        return answers
    }

    private func hand(_ filled: FilledMessage, _ plan: Plan, _ errors: Int, _ language: Language) throws {
        if let obstacle = filled.obstacle { say(obstacle, language) }
        if let condition = filled.condition { say(condition, language) }
        if !filled.unapproved.isEmpty {
            let roles = Phrase.list(filled.unapproved.map(\.title.phrase), .none)
            say(Phrase("nobody can approve it here: {roles}", ["roles": roles]), language)
        }
        for value in filled.unusable {
            say(
                Phrase("the value of the field '{field}': {reason}", ["field": value.field, "reason": value.reason]),
                language)
        }
        for field in filled.unused {
            say(Phrase("this text does not use the field '{field}'", ["field": field]), language)
        }
        if let length = filled.length, let limit = length.limit, length.isTooLong {
            Terminal.writeError("planc: \(length.tooLong(limit, on: filled.channel.id).text(language))\n")
        }
        if !filled.unfilled.isEmpty {
            let names = filled.unfilled.map { "  \($0.id) – \(visible($0.title.text(filled.locale)))\n" }.joined()
            Terminal.writeError(
                (Phrase(
                    "to be filled in:\n"
                ).text(language)) + names)
            if !partial, format != .json { throw ExitStatus.findings.thrown }
        }
        if !filled.blanks.isEmpty {
            let words = filled.blanks.map { "  \(visible($0))\n" }.joined()
            Terminal.writeError(
                (Phrase("never filled in, in the text itself:\n").text(language)) + words)
            if !partial, format != .json { throw ExitStatus.findings.thrown }
        }
        if !filled.unresolved.isEmpty {
            let names = filled.unresolved.map { "  \(visible($0))\n" }.joined()
            Terminal.writeError(Phrase("not in the plan, named in the text:\n").text(language) + names)
            if !partial, format != .json { throw ExitStatus.findings.thrown }
        }
        if format != .json { Terminal.writeError(filled.way(in: plan).text(language) + "\n") }
        let bytes: [UInt8] =
            switch format {
            case .text: subjectLine(filled) + messageText(filled.draft)
            case .html: Array(messageHTML(filled.draft).utf8)
            case .eml: eml(filled.draft)
            case .json: filled.json(in: plan, errors: errors).bytes()
            }
        try deliver(bytes, to: output)
        if !filled.isWhole, !partial { throw ExitStatus.findings.thrown }
    }

    private func subjectLine(_ filled: FilledMessage) -> [UInt8] {
        let subject = filled.draft.subject
        guard !subject.isEmpty else { return [] }
        return Array("\(Phrase("Subject:").text(filled.locale.spoken)) \(subject)\n\n".utf8)
    }
}

extension FilledMessage {
    /// Whether nothing of the text is left open.
    fileprivate var isWhole: Bool { unfilled.isEmpty && blanks.isEmpty && unresolved.isEmpty }

    /// From when its channel can be used, where it was out.
    fileprivate var condition: Phrase? {
        guard let back else { return nil }
        let condition = back.phrase(at: Offset(TimeAmount(minutes: back.minutes)).notation)
        let title = channel.title.phrase
        guard let fallback else {
            return Phrase("'{title}' works here {condition}", ["title": title, "condition": condition])
        }
        return Phrase(
            "'{title}' works here {condition}; else use '{other}'",
            ["title": title, "condition": condition, "other": fallback.title.phrase])
    }

    /// Who approves it, by what it leaves and whom it is for.
    fileprivate func way(in plan: Plan) -> Phrase {
        let title = channel.title.phrase
        let told = audiences(in: plan, reached: true).map(\.title.phrase)
        let others = audiences(in: plan, reached: false).map(\.title.phrase)
        let whom = Phrase.list(told, .none)
        let way =
            others.isEmpty
            ? Phrase("by: {channel}; to: {audiences}", ["channel": title, "audiences": whom])
            : told.isEmpty
                ? Phrase(
                    "by: {channel}; not reached by it: {others}",
                    ["channel": title, "others": Phrase.list(others, .none)])
                : Phrase(
                    "by: {channel}; to: {audiences}; not reached by it: {others}",
                    ["channel": title, "audiences": whom, "others": Phrase.list(others, .none)])
        let approvers = message.approvers.compactMap { plan.roles[$0]?.title.phrase }
        if approvers.isEmpty { return way }
        return Phrase("approve first: {roles}; {way}", ["roles": Phrase.list(approvers, .none), "way": way])
    }
}

extension GivenValuesFault {
    fileprivate func phrase(_ file: String) -> Phrase {
        let file = visible(file)
        return switch self {
        case .noMap:
            Phrase("'{valuesFile}' must hold a map from field to value, in YAML or JSON", ["valuesFile": file])
        case .twice(let key):
            Phrase("'{valuesFile}' gives '{key}' twice", ["valuesFile": file, "key": visible(key)])
        case .noText(let key):
            Phrase(
                "'{valuesFile}': the value of '{key}' is a list or a map, not one value",
                ["valuesFile": file, "key": visible(key)])
        }
    }
}

extension MessageLength {
    /// That it is longer than its channel takes.
    fileprivate func tooLong(_ limit: Int, on channel: String) -> Phrase {
        let name = visible(channel)
        return switch unit {
        case .segments:
            Phrase(
                "this text takes {used} segments, '{name}' allows {limit}",
                ["used": used, "name": name, "limit": limit])
        case .characters:
            Phrase(
                "this text has {used} characters, '{name}' takes {limit}", ["used": used, "name": name, "limit": limit])
        case .seconds:
            Phrase(
                "this text takes {used} seconds to read aloud, '{name}' allows {limit}",
                ["used": used, "name": name, "limit": limit])
        }
    }
}

extension MessageFault {
    var phrase: Phrase {
        switch self {
        case .unknown(let kind, let name, let near, let known):
            Phrase(
                "no {kind} '{name}'{suggestion}",
                ["kind": kind, "name": visible(name), "suggestion": didYouMean(near, known)])
        case .notInScenario(let message, let scenario, let others):
            Phrase(
                "'{message}' is not sent in '{scenario}', but in: {others}",
                [
                    "message": message.phrase, "scenario": scenario.phrase,
                    "others": Phrase.list(others.map(\.phrase), .none),
                ])
        case .noText(let channel):
            Phrase(
                "the message has no text for '{channel}'", ["channel": channel])
        case .notForField(let name, let near, let known):
            Phrase(
                "no field '{name}'{suggestion}", ["name": visible(name), "suggestion": didYouMean(near, known)])
        case .fixed(let name):
            Phrase("field '{name}' is not filled in: the plan gives its value", ["name": visible(name)])
        case .wrongValue(let error):
            Phrase(
                "'{error}' does not fit '{field}': {wanted}",
                ["error": visible(error.value), "field": error.field, "wanted": error.fault.wanted])
        }
    }
}

extension FieldValueFault {
    /// What the field wants.
    var wanted: Phrase {
        switch self {
        case .number: Phrase("a number, such as 1200")
        case .date: Phrase("a date, such as 2026-11-21")
        case .time: Phrase("a time, such as 18:30")
        case .datetime:
            Phrase("a date and time, such as 2026-11-21T18:30")
        case .phone(let ownCode):
            Phrase("a number such as {example}", ["example": NumberingPlans.example(ownCode: ownCode)])
        case .url: Phrase("an address such as https://status.example")
        case .braces: Phrase("words without braces: a value is sent as it is")
        case .control: Phrase("words without control characters")
        case .choice(let choices):
            Phrase(
                "one of {choices}", ["choices": choices.joined(separator: ", ")])
        }
    }
}
