import ArgumentParser
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
        abstract: "One message, filled in, ready to send.",
        discussion: """
            In a scenario, the channel is the first that works there. Dates are given as 2026-11-21, times as 18:30. On a \
            terminal planc asks for what is missing; elsewhere it lists it and ends with 1, unless --partial.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, html, eml, json }

    @Argument(help: "The folder of the plan.", completion: .directory)
    var path: String
    @Argument(help: "The id of the message.", completion: PlanCompletion.ids(of: .message))
    var id: String?
    @Option(
        help: "Instead of an id: the kind of report to answer (phishing, false-alarm, tool-help, clicked or another).")
    var replyTo: String?
    @Option(help: "The scenario that it is sent in.", completion: PlanCompletion.ids(of: .scenario))
    var scenario: String?
    @Option(help: "The language of the text (default: the plan's first).")
    var locale: String?
    @Option(
        help: "One of the message's channels (default: the first that works).",
        completion: PlanCompletion.ids(of: .channel))
    var channel: String?
    @Option(name: .customLong("set"), help: "A field's value: FIELD=VALUE.", completion: PlanCompletion.fieldValues)
    var values: [String] = []
    @Option(name: .customLong("values"), help: "A YAML or JSON file with values of fields.", completion: .file())
    var valuesFile: String?
    @Option(help: "text, html, eml (a draft for a mail program) or json.")
    var format: Format = .text
    @Option(name: .shortAndLong, help: "Write into this file.", completion: .file())
    var output: String?
    @Flag(help: "Give the message although fields are not filled in.")
    var partial = false
    @Flag(help: "EXERCISE before the text and the subject.")
    var exercise = false
    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard (id == nil) != (replyTo == nil) else {
            throw ValidationError("give the id of a message, or --reply-to, not both")
        }
        if let value = values.first(where: { !$0.contains("=") }) {
            throw ValidationError("--set takes FIELD=VALUE, not '\(value)'")
        }
    }

    func run() throws {
        let language = language.value
        let loaded = load([path], in: DiskWorld())
        complain(loaded.problems, language: language)
        guard let plan = loaded.plans.compactMap(\.plan).first, loaded.problems.isEmpty else {
            if loaded.problems.isEmpty { noPlan([path], language: language) }
            throw ExitStatus.couldNotRun.thrown
        }
        do {
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
            try hand(filled, plan, language)
        } catch let fault as MessageFault {
            throw ValidationError(fault.phrase.text(language))
        }
    }

    private func given(_ language: Language) throws -> [String: String] {
        var given: [String: String] = [:]
        if let valuesFile {
            let bytes: [UInt8]
            do {
                bytes = try DiskWorld().read(valuesFile, limit: 1 << 20)
            } catch {
                complain([Problem(error)], language: language)
                throw ExitStatus.couldNotRun.thrown
            }
            guard let values = fieldValues(bytes) else {
                throw ValidationError(
                    language == .french
                        ? "« \(valuesFile) » doit contenir une liste « champ: valeur », en YAML ou en JSON"
                        : "'\(valuesFile)' must hold a map from field to value, in YAML or JSON")
            }
            given = values
        }
        for value in values {
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            given[String(parts[0])] = String(parts[1])
        }
        return given
    }

    /// Asks until each answer fits its field; an empty answer leaves the field out.
    private func ask(for fields: [Field], _ plan: Plan, _ locale: Locale, _ language: Language) -> [String: String] {
        var answers: [String: String] = [:]
        for field in fields {
            while true {
                let example = visible(field.example.text(locale))
                let choices = field.choices.map { visible($0.text(locale)) }
                let hint = choices.isEmpty ? example : choices.joined(separator: " / ")
                Terminal.complain("\(visible(field.title.text(locale))) (\(hint)): ")
                guard let answer = readLine(), !answer.isEmpty else { break }
                if case .failure(let error) = printedValue(answer, of: field, in: plan, locale: locale) {
                    Terminal.complain("  \(MessageFault.wrongValue(error).phrase.text(language))\n")
                    continue
                }
                answers[field.id] = answer
                break
            }
        }
        return answers
    }

    private func hand(_ filled: FilledMessage, _ plan: Plan, _ language: Language) throws {
        if let obstacle = filled.obstacle { Terminal.complain("planc: \(visible(obstacle.text(language)))\n") }
        if !filled.unfilled.isEmpty {
            let names = filled.unfilled.map { "  \($0.id) – \(visible($0.title.text(filled.locale)))\n" }.joined()
            Terminal.complain((language == .french ? "à remplir :\n" : "to be filled in:\n") + names)
            if !partial, format != .json { throw ExitStatus.findings.thrown }
        }
        let bytes: [UInt8] =
            switch format {
            case .text: subjectLine(filled) + messageText(filled.draft)
            case .html: Array(messageHTML(filled.draft).utf8)
            case .eml: eml(filled.draft)
            case .json: filled.json(in: plan).bytes()
            }
        try deliver(bytes, to: output)
        if !filled.unfilled.isEmpty, !partial { throw ExitStatus.findings.thrown }
    }

    private func subjectLine(_ filled: FilledMessage) -> [UInt8] {
        let subject = filled.draft.subject
        guard !subject.isEmpty else { return [] }
        return Array("\(filled.locale.isFrench ? "Objet :" : "Subject:") \(subject)\n\n".utf8)
    }
}

extension MessageFault {
    var phrase: Phrase {
        switch self {
        case .unknown(let kind, let name, let near):
            Phrase(
                en: "no \(kind.english) '\(visible(name))'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
                fr: "pas de \(kind.french) « \(visible(name)) »"
                    + (near.map { " ; vouliez-vous dire « \($0) » ?" } ?? ""))
        case .noText(let channel):
            Phrase(
                en: "the message has no text for '\(channel)'", fr: "le message n’a pas de texte pour « \(channel) »")
        case .notForField(let name, let near):
            Phrase(
                en: "no field '\(visible(name))'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
                fr: "pas de champ « \(visible(name)) »" + (near.map { " ; vouliez-vous dire « \($0) » ?" } ?? ""))
        case .wrongValue(let error):
            Phrase(
                en: "'\(visible(error.value))' does not fit '\(error.field)': \(error.fault.wanted.english)",
                fr: "« \(visible(error.value)) » ne convient pas à « \(error.field) » : \(error.fault.wanted.french)")
        }
    }
}

extension FieldValueFault {
    /// What the field wants.
    var wanted: Phrase {
        switch self {
        case .number: Phrase(en: "a number, such as 1200", fr: "un nombre, comme 1200")
        case .date: Phrase(en: "a date, such as 2026-11-21", fr: "une date, comme 2026-11-21")
        case .time: Phrase(en: "a time, such as 18:30", fr: "une heure, comme 18:30")
        case .datetime:
            Phrase(en: "a date and time, such as 2026-11-21T18:30", fr: "une date et une heure, comme 2026-11-21T18:30")
        case .phone: Phrase(en: "a number such as +33 6 39 98 00 01", fr: "un numéro comme +33 6 39 98 00 01")
        case .url: Phrase(en: "an address such as https://status.example", fr: "une adresse comme https://etat.example")
        case .choice(let choices):
            Phrase(
                en: "one of \(choices.joined(separator: ", "))", fr: "un mot parmi \(choices.joined(separator: ", "))")
        }
    }
}
