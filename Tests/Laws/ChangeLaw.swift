import PlancData
import PlancDiagnostics
import PlancDiff
import PlancDriver
import PlancHTML
import PlancLowering
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import TestSupport
import Testing

/// Law *change*: `diff` names every thing whose printed text, data or judgement is different, and says "nothing changes" exactly
/// when none is; the packs it calls stale are those of which a copy differs, and the copies it names are those that do.
@Suite struct ChangeLaw {
    @Test(arguments: LawSize.isLarge ? SubjectPlan.examples : Array(SubjectPlan.examples.prefix(1)))
    func diffSaysWhatDiffers(plan: SubjectPlan) {
        hold(plan, sample: plan.name == "valmereau" ? 4 : 10)
    }

    @Test(
        .enabled(if: LawSize.isLarge, "composes whole plans dozens of times: make laws"),
        arguments: LawSize.sample(SubjectPlan.starters, 1))
    func alsoOfWhatInitWrites(plan: SubjectPlan) {
        hold(plan, sample: 6)
    }

    private func hold(_ plan: SubjectPlan, sample: Int) {
        let edits = PlanEdits(plan).all
        #expect(edits.count > 60)
        let base = Built(plan)
        let compared = parallelMap(LawSize.sample(edits, sample)) { edit -> [String]? in
            let changed = Built(edit.applied(to: plan))
            return Comparison(base, changed)?.failures.map { "\(edit.testDescription): \($0)" }
        }.compactMap { $0 }
        #expect(compared.count > 1, "most changes leave a plan to compare")
        let failures = compared.flatMap { $0 }
        #expect(failures.isEmpty, "\(plan.name): \(failures.count) failures\n\(failures.joined(separator: "\n"))")
    }

    /// Findings, pages and data of a plan, as two builds of it are compared.
    private struct Built: Sendable {
        var state: PlanState?
        /// Documents as pages for the screen, white space apart, by path: they show how words are set as well. Where links lead follows
        /// from the pages that there are, and is on no paper.
        var pages: [String: String] = [:]
        /// The same of the numbered copies: what somebody holds.
        var copies: [String: String] = [:]
        /// Texts as they are sent, by message, locale and channel.
        var sent: [String: [String]] = [:]
        var data: [EntityReference: [String: JSON]] = [:]
        var findings: [String] = []

        init(_ plan: SubjectPlan) {
            let report = plan.check()
            findings = report.findings.map { "\($0.rule) \($0.severity): \($0.message.english)" }.sorted()
            guard let bound = report.plans.first else { return }
            let scope = report.scopes["plan"]
            state = PlanState(
                plan: bound, findings: report.findings, sources: report.sources, folder: "plan",
                notJudged: scope?.words, silenced: report.silenced)
            // As `build` and `build --copies` do.
            var options = LoweringOptions()
            options.notJudged = scope?.words
            for document in lower(bound, options) { pages[document.path] = Self.text(document) }
            options.numbersCopies = true
            options.sections = [.packs]
            for document in lower(bound, options) where pages[document.path] == nil {
                copies[document.path] = Self.text(document)
            }
            for message in bound.messages { sent[message.id] = Self.texts(of: message, in: bound) }
            guard case .object(let members) = planJSON(bound).comparable else { return }
            for member in members {
                guard let kind = EntityKind.all.first(where: { $0.hasID && $0.registryKey == member.key }),
                    case .object(let things) = member.value
                else {
                    if ["format", "name", "sources"].contains(member.key) { continue }
                    let thing = EntityReference(member.key == "vocabulary" ? .vocabulary : .plan, bound.name)
                    data[thing, default: [:]][member.key] = member.value
                    continue
                }
                for thing in things {
                    guard case .object(let keys) = thing.value else { continue }
                    data[EntityReference(kind, thing.key)] = Dictionary(
                        keys.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
                }
            }
        }

        private static func texts(of message: Message, in plan: Plan) -> [String] {
            plan.locales.flatMap { locale in
                message.channels.map { channel in
                    var request = MessageRequest(message: message.id)
                    (request.locale, request.channel) = (locale, channel.id)
                    guard let filled = try? fill(request, in: plan) else { return "" }
                    return filled.draft.subject + "\n" + String(decoding: messageText(filled.draft), as: UTF8.self)
                }
            }
        }

        private static func text(_ document: LoweredDocument) -> String {
            var text = String(decoding: emitHTML(document.document, path: document.path), as: UTF8.self)
            text += (document.table ?? []).map { $0.joined(separator: "|") }.joined(separator: "\n")
            return withoutLinks(text).filter { !$0.isWhitespace || $0 == "\u{A0}" }
        }

        /// Without the tags of links and the names of their targets.
        private static func withoutLinks(_ page: String) -> String {
            var out: [UInt8] = []
            var rest = Array(page.utf8)[...]
            while let byte = rest.first {
                if rest.starts(with: "<a ".utf8) || rest.starts(with: "</a>".utf8) {
                    rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
                } else if rest.starts(with: " id=\"".utf8) {
                    rest = rest.dropFirst(5).drop { $0 != UInt8(ascii: "\"") }.dropFirst()
                } else {
                    out.append(byte)
                    rest = rest.dropFirst()
                }
            }
            return String(decoding: out, as: UTF8.self)
        }
    }

    /// What the two builds say against what `diff` says.
    private struct Comparison {
        var failures: [String] = []

        /// nil where one of the two is no plan any more.
        init?(_ base: Built, _ head: Built) {
            guard let old = base.state, let new = head.state else { return nil }
            let diff = PlanDiff(from: old, to: new, isReading: isRuleOfReading)
            let paths = Set(base.pages.keys).union(head.pages.keys).filter { base.pages[$0] != head.pages[$0] }
            let things = Set(base.data.keys).union(head.data.keys).filter { base.data[$0] != head.data[$0] }
            let isSame =
                paths.isEmpty && things.isEmpty && base.sent == head.sent && base.findings == head.findings
            if isSame != diff.isEmpty {
                failures.append(
                    isSame
                        ? "nothing differs, but: \(diff.text(plan: "", language: .english))"
                        : "called nothing, but: \(paths.sorted()) \(things) \(head.findings) \(base.findings)")
            }
            if diff.isPartial { return }
            pages(base, head, diff, paths)
            packs(old, new, diff, paths)
            copies(old, new, diff, base, head)
            for thing in things { keys(thing, base.data[thing], head.data[thing], diff) }
        }

        private mutating func pages(_ base: Built, _ head: Built, _ diff: PlanDiff, _ differing: Set<String>) {
            // What every page repeats, and how pages are printed, is told by the keys.
            if diff.stamp != nil || diff.changes.contains(where: { $0.kind == .renamed }) { return }
            let both = differing.filter { base.pages[$0] != nil && head.pages[$0] != nil }
            // Words that are only set otherwise have the same text on both sides.
            let told = Set(diff.pages.filter { $0.old != $0.new }.flatMap { $0.places.map(\.document) })
            let set = Set(diff.pages.flatMap { $0.places.map(\.document) })
            if !both.subtracting(set).isEmpty { failures.append("pages not told: \(both.subtracting(set).sorted())") }
            if !told.subtracting(both).isEmpty { failures.append("pages the same: \(told.subtracting(both).sorted())") }
            let added = Set(head.pages.keys).subtracting(base.pages.keys)
            let removed = Set(base.pages.keys).subtracting(head.pages.keys)
            if added != Set(diff.addedPages) || removed != Set(diff.removedPages) {
                failures.append("pages added \(diff.addedPages) removed \(diff.removedPages)")
            }
        }

        private mutating func packs(_ old: PlanState, _ new: PlanState, _ diff: PlanDiff, _ differing: Set<String>) {
            // What differs in a pack, and in none of its copies, is stale where it was printed without them.
            for pack in new.plan.packs where !pack.copies.isEmpty {
                guard let was = old.plan.packs[pack.id], !isPrintedAnew(was, pack),
                    differing.contains(where: { $0.hasSuffix("/packs/\(pack.id)") }),
                    !diff.changes(in: .packs).contains(where: { $0.subject.id == pack.id })
                else { continue }
                failures.append("pack \(pack.id) differs, and is not called stale")
            }
            let stale = Set(
                diff.changes(in: .packs).map(\.subject.id).filter { new.plan.packs[$0]?.copies.isEmpty ?? true })
            let truth = Set(
                new.plan.packs.filter { pack in
                    guard pack.copies.isEmpty, let was = old.plan.packs[pack.id], !isPrintedAnew(was, pack) else {
                        return false
                    }
                    return differing.contains { $0.hasSuffix("/packs/\(pack.id)") }
                }.map(\.id))
            // A pack may differ in how it is set alone.
            let set = Set(
                diff.pages.flatMap { $0.places.map(\.document) }.compactMap {
                    $0.split(separator: "/").last.map(String.init)
                })
            if !truth.subtracting(stale).isEmpty || !stale.subtracting(truth).isSubset(of: set) {
                failures.append("stale packs \(stale.sorted()), those that differ \(truth.sorted())")
            }
        }

        private func isPrintedAnew(_ old: Pack, _ new: Pack) -> Bool {
            guard let now = new.printed?.value else { return false }
            return old.printed.map { $0.value < now } ?? true
        }

        /// A pack with copies is stale exactly when one of them differs, and who holds such a one is named.
        private mutating func copies(
            _ old: PlanState, _ new: PlanState, _ diff: PlanDiff, _ base: Built, _ head: Built
        ) {
            if diff.changes.contains(where: { $0.kind == .renamed }) { return }
            for pack in new.plan.packs where !pack.copies.isEmpty {
                guard let was = old.plan.packs[pack.id], !isPrintedAnew(was, pack) else { continue }
                let differing = pack.copies.indices.filter { copy in
                    head.copies.contains { path, text in
                        path.hasSuffix("/packs/\(pack.id)--\(copy + 1)") && base.copies[path] != text
                    }
                }
                let told = diff.changes(in: .packs).filter {
                    $0.subject.id == pack.id && $0.text.english.hasPrefix("print ")
                }
                if told.isEmpty != differing.isEmpty {
                    failures.append("copies of \(pack.id) that differ: \(differing), told: \(told.map(\.text.english))")
                }
                for copy in differing {
                    let place = pack.copies[copy].at.phrase.english
                    if let told = told.first, !told.text.english.contains(place) {
                        failures.append("copy \(copy + 1) of \(pack.id) differs, not in: \(told.text.english)")
                    }
                }
            }
        }

        /// Each key whose value differs is named with the thing, and a short word with what it was and is.
        private mutating func keys(
            _ thing: EntityReference, _ old: [String: JSON]?, _ new: [String: JSON]?, _ diff: PlanDiff
        ) {
            let told = diff.changes.filter { $0.subject.kind == thing.kind && $0.subject.id == thing.id }
            let words = told.map { $0.text.english }.joined(separator: "\n")
            guard let old, let new else {
                let isSaid = diff.changes.contains { change in
                    // The vocabulary is one of the plan's lists.
                    thing.kind == .vocabulary
                        ? change.text.english.contains("avoid")
                        : change.kind != .changed && change.subject.kind == thing.kind
                }
                if !isSaid { failures.append("\(thing.kind) \(thing.id) came or went, and nobody says so") }
                return
            }
            for key in Set(old.keys).union(new.keys) where old[key] != new[key] {
                // What follows from other things is told of them.
                if ["versions", "body", "introductions", "built-in", "vocabulary"].contains(key)
                    || (thing.kind == .pack && key == "copies")
                {
                    continue
                }
                // As authors write it, or as it is called.
                let called = Schema.keys(of: thing.kind).first { $0.name == key }?.title.english
                let others = [
                    "person.reach": "private", "message.approver": "nobody approves it any more",
                    "plan.revisions": "revision",
                ]
                let names = [key, called, others["\(thing.kind.rawValue).\(key)"]].compactMap { $0 }
                if !names.contains(where: { words.contains($0) }) {
                    failures.append("\(thing.kind) \(thing.id): \(key) is not told in: \(words)")
                }
                // Where a translation came or went, its language is told with its own words.
                let isOfLanguages = [old[key], new[key]].contains { if case .object? = $0 { true } else { false } }
                if isOfLanguages { continue }
                // Numbers are compared without their spaces.
                let closed = words.replacing(" ", with: "")
                for case .string(let value)? in [old[key], new[key]]
                where value.count < 60 && !words.contains(value) && !(value.hasPrefix("+") && closed.contains(value)) {
                    guard let schema = Schema.keys(of: thing.kind).first(where: { $0.name == key }) else { continue }
                    switch schema.form {
                    // A reference is told by the title of what it leads to; times and days as pages print them, and so are the
                    // words of fixed lists.
                    case .reference, .obligationStage, .duration, .rhythm, .date, .dateOrRecord, .scenarios: continue
                    case .choice(_, let said):
                        if let printed = said(value), words.contains(printed.english) { continue }
                    default: break
                    }
                    failures.append("\(thing.kind) \(thing.id): \(key): \(value) is not told in: \(words)")
                }
            }
        }
    }
}

extension JSON {
    /// Members in the order of their names, white space once and none in numbers, without what changes with white space.
    fileprivate var comparable: JSON {
        switch self {
        // Of a telephone number the digits count, not the spaces between them.
        case .string(let text):
            .string(WrittenForms.e164(text) ?? text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        case .array(let values): .array(values.map(\.comparable))
        case .object(let members):
            .object(
                members.filter { $0.key != "content-hash" }.map { Member($0.key, $0.value.comparable) }
                    .sorted { $0.key < $1.key })
        default: self
        }
    }
}
