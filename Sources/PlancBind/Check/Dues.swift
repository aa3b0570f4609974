import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Checks by when the stages of an obligation are due: every one says a time, and from what it counts.
extension Binder {
    /// Each time limit is said in one way, and counts from events and stages that there are.
    func checkDues(_ stages: [YAMLNode], _ keys: [KeySchema], of item: Item) {
        let names = stages.compactMap { $0["name"]?.scalar?.value }
        for stage in stages where stage.entries != nil {
            checkTimed(stage, keys)
            for due in Self.dues(of: stage) {
                checkDue(due, names, of: item)
                if let with = due["with"]?.scalar, leadsBack(with.value, stages) {
                    report(MissingKey.finding(due: due, ways: []))
                }
            }
            if let due = stage["due"], let short = stage["deadline"] {
                report(MissingKey.finding(due: due, besides: short))
            }
        }
    }

    /// What a number counts from.
    private static let after: KeySchema? = {
        let obligation = Schema.keys(of: .obligation)
        guard let stages = obligation.place(of: "stages"), case .list(.record(let stage)) = obligation[stages].form,
            let due = stage.place(of: "due"), case .record(let keys) = stage[due].form
        else { return nil }
        return keys.place(of: "after").map { keys[$0] }
    }()

    /// All ways in which a stage may be due that are maps.
    private static func dues(of stage: YAMLNode) -> [YAMLNode] {
        ([stage["due"]] + (stage["cases"]?.list ?? []).map { $0["due"] }).compactMap { $0 }.filter {
            !($0.entries ?? []).isEmpty
        }
    }

    /// A stage says a time of its own: variants stand beside one, and `from` alone gives none.
    private func checkTimed(_ stage: YAMLNode, _ keys: [KeySchema]) {
        let entries = stage.entries ?? []
        func isThere(_ name: String) -> Bool { stage[name].map { !$0.isAbsent } ?? false }
        func lacks(_ name: String, at span: Span?) {
            guard let place = keys.place(of: name), let span else { return }
            report(MissingKey.finding(keys[place], of: stage["name"]?.scalar?.value, at: span))
        }
        if isThere("due") { return }
        guard isThere("deadline") else {
            let name = isThere("from") ? "deadline" : "due"
            let written = entries.first { ["due", "deadline"].contains($0.key.value) }?.key
            // A key without a value is told as such.
            if written == nil { lacks(name, at: stage["name"]?.span ?? entries.first?.key.span) }
            return
        }
        if !isThere("from"), let deadline = stage["deadline"], deadline.scalar?.value != "undue-delay" {
            lacks("from", at: deadline.span)
        }
    }

    private func checkDue(_ due: YAMLNode, _ names: [String], of item: Item) {
        func isSaid(_ way: String) -> Bool {
            guard let node = due[way], !node.isAbsent else { return false }
            return !["earliest", "latest"].contains(way) || !node.list.isEmpty
        }
        let ways = ["within", "no-number", "earliest", "latest", "with", "on-request", "same-as"].filter(isSaid)
        // A key without a value is told as such.
        let isBegun = ways.isEmpty && (due.entries ?? []).contains { $0.value.isBlank }
        if ways.count != 1, !isBegun { report(MissingKey.finding(due: due, ways: ways)) }
        if let with = due["with"]?.scalar { checkStage(with, names) }
        if let other = due["same-as"]?.scalar {
            if other.value == item.reference.id {
                report(MissingKey.finding(due: due, ways: []))
            } else {
                checkReference(other, [.obligation], bare: .obligation, owner: item.reference)
            }
        }
        checkTerm(due, names)
        for term in (due["earliest"]?.list ?? []) + (due["latest"]?.list ?? []) where term.entries != nil {
            let ways = ["within", "no-number"].filter { term[$0].map { !$0.isAbsent } ?? false }
            if ways.count != 1 { report(MissingKey.finding(due: term, ways: ways)) }
            checkTerm(term, names)
        }
    }

    /// A number counts from an event; what has no number is said in the words of a law.
    private func checkTerm(_ term: YAMLNode, _ names: [String]) {
        let after = term["after"]
        let starts = after.map { $0.scalar.map { [$0] } ?? $0["earliest"]?.list.compactMap(\.scalar) ?? [] } ?? []
        if let within = term["within"], !within.isAbsent, starts.isEmpty,
            after?.isAbsent ?? true || after?.entries != nil,
            let key = Self.after
        {
            report(MissingKey.finding(key, of: nil, at: within.span))
        }
        if let words = term["no-number"]?.scalar, LegalTerms.all.english(.noNumber, words.value) == nil {
            let known = LegalTerms.all.ids(.noNumber)
            let near = suggestions.nearest(to: words.value, among: known)
            report(UnknownValue.finding(words, known: known, nearest: near))
        }
        for scalar in starts {
            guard let start = ClockStart(notation: scalar.value), start.isSending, let stage = start.subject else {
                continue
            }
            // What is made public at home is no stage of this duty.
            if LegalTerms.all.english(.start, start.notation) != nil { continue }
            let length = start.event.rawValue.utf8.count + 1
            checkStage(Located(stage, part(length..<scalar.value.utf8.count, of: scalar)), names)
        }
    }

    private func checkStage(_ name: Located<String>, _ names: [String]) {
        if names.contains(name.value) { return }
        report(UnknownValue.finding(name, known: names, nearest: suggestions.nearest(to: name.value, among: names)))
    }

    /// Whether stages that fall due with one another come back to this one, so that none of them has a time.
    private func leadsBack(_ name: String, _ stages: [YAMLNode]) -> Bool {
        var name = name
        for _ in stages {
            guard let stage = stages.first(where: { $0["name"]?.scalar?.value == name }),
                let next = stage["due"]?["with"]?.scalar?.value
            else { return false }
            name = next
        }
        return true
    }
}
