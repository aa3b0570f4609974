import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancProse
import PlancSource

/// A translation of a checklist against its source, step by step.
struct ChecklistComparison {
    /// Where they part.
    struct Difference {
        var name: Phrase
        var told: Phrase
        var place: Span
        var caption: Phrase?
        var source: Span?
        /// The language of the source.
        var language: Phrase
        /// Whether the text is still that of its step.
        var isMinor: Bool
    }

    private let name: Phrase
    private let source: Checklist.Version
    private let version: Checklist.Version
    private let texts: TranslationContext
    private let isTold: StepsToldWithoutTime
    /// Whether the translation leaves times and roles to the source.
    private let isBare: Bool

    init(
        _ name: Phrase, _ source: Checklist.Version, _ version: Checklist.Version, _ links: LinkTargets,
        _ isTold: StepsToldWithoutTime
    ) {
        (self.name, self.source, self.version, self.isTold) = (name, source, version, isTold)
        texts = TranslationContext(links, [source.body.locale, version.body.locale])
        isBare = version.stages.allSatisfy { $0.steps.allSatisfy(Self.isBare) }
    }

    private static func isBare(_ step: Step) -> Bool {
        step.offset == nil && step.roles.isEmpty && step.rhythm == nil && step.meanings.isEmpty
            && step.substeps.allSatisfy(isBare)
    }

    func report(_ visit: (Difference) -> Void) {
        let own = source.stages.enumerated().flatMap { place, stage in stage.steps.map { (place, $0) } }
        let others = version.stages.enumerated().flatMap { place, stage in stage.steps.map { (place, $0) } }
        let alignment = StepAlignment(own.map { StepTraits($0.1) }, others.map { StepTraits($0.1) })
        stages(Array(alignment.steps.dropLast(alignment.movedCount)), own.map(\.0), others.map(\.0), visit)
        compare(own.map(\.1), others.map(\.1), alignment, visit)
    }

    // MARK: Stages

    private func stages(
        _ steps: [StepAlignment.Step], _ own: [Int], _ others: [Int], _ visit: (Difference) -> Void
    ) {
        if source.stages.count == version.stages.count {
            for case .pair(let a, let b) in steps where own[a] != others[b] {
                let step = version.stages.flatMap(\.steps)[b]
                visit(
                    difference(
                        Phrase("the step '{title}' is under another heading", ["title": step.title]), at: step.span,
                        source: source.stages.flatMap(\.steps)[a].span, isMinor: true))
            }
            for (a, b) in zip(source.stages, version.stages) {
                texts(a.told, b.told, a.headingSpan, b.headingSpan, visit)
            }
            return
        }
        // The first step under a heading that has no counterpart shows where it is missing.
        let pairs: [(own: Int, other: Int, step: Int)] = steps.compactMap {
            if case .pair(let a, let b) = $0 { (own[a], others[b], b) } else { nil }
        }
        let isShort = version.stages.count < source.stages.count
        for (last, next) in zip(pairs, pairs.dropFirst())
        where isShort
            ? last.own != next.own && last.other == next.other : last.own == next.own && last.other != next.other
        {
            let heading = (isShort ? source.stages[next.own] : version.stages[next.other]).heading?.plainText ?? ""
            if isShort {
                visit(
                    difference(
                        Phrase("the heading '{title}' is missing", ["title": heading]),
                        at: version.stages.flatMap(\.steps)[next.step].span, caption: Phrase("missing before this"),
                        source: source.stages[next.own].headingSpan, isMinor: true))
            } else {
                visit(
                    difference(
                        Phrase("the heading '{title}' is only here", ["title": heading]),
                        at: version.stages[next.other].headingSpan ?? version.body.nameSpan,
                        source: source.stages[next.own].headingSpan, isMinor: true))
            }
            return
        }
        visit(
            difference(
                Phrase(
                    "it has {count, plural, one {# part} other {# parts}}, not {wanted}",
                    ["count": version.stages.count, "wanted": source.stages.count]),
                at: version.body.nameSpan, source: source.body.nameSpan, isMinor: true))
    }

    // MARK: Steps

    private func compare(
        _ own: [Step], _ others: [Step], _ alignment: StepAlignment, in parent: Step? = nil,
        _ visit: (Difference) -> Void
    ) {
        var last: Step?
        var said: [String: Int] = [:]
        for (place, step) in alignment.steps.enumerated() {
            switch step {
            case .pair(let a, let b):
                if let first = said.updateValue(a, forKey: others[b].said), !others[b].said.isEmpty,
                    own[first].said != own[a].said
                {
                    visit(
                        difference(
                            Phrase(
                                "two steps are '{title}', and they are not the same in the source",
                                ["title": others[b].title]),
                            at: others[b].span, source: own[a].span, isMinor: true))
                }
                if place >= alignment.steps.count - alignment.movedCount {
                    visit(
                        difference(
                            Phrase("the step '{title}' is at another place", ["title": others[b].title]),
                            at: others[b].span, source: own[a].span, isMinor: true))
                }
                compare(own[a], others[b], isTop: parent == nil, visit)
                last = others[b]
            case .added(let b):
                visit(
                    difference(
                        Phrase("the step '{title}' is only here", ["title": others[b].title]), at: others[b].span,
                        isMinor: false))
                last = others[b]
            case .missing(let a):
                // The place in the translation where it should be.
                var next: Step?
                for case .pair(_, let b) in alignment.steps[place...] {
                    next = others[b]
                    break
                }
                let near = last ?? parent ?? next
                visit(
                    difference(
                        Phrase("the step '{title}' is missing", ["title": own[a].title]),
                        at: near?.span ?? version.body.nameSpan,
                        caption: near.map { _ in
                            last ?? parent == nil ? Phrase("missing before this") : Phrase("missing after this")
                        },
                        source: own[a].span, isMinor: false))
            }
        }
    }

    private func compare(_ own: Step, _ other: Step, isTop: Bool, _ visit: (Difference) -> Void) {
        if !isBare { heads(own, other, isTop: isTop, visit) }
        texts(
            [Block(.paragraph(own.text), own.span)], [Block(.paragraph(other.text), other.span)], own.span, other.span,
            visit)
        branches(own, other, visit)
        texts(own.detail, other.detail, own.span, other.span, visit)
        if own.substeps.isEmpty, other.substeps.isEmpty { return }
        let alignment = StepAlignment(own.substeps.map(StepTraits.init), other.substeps.map(StepTraits.init))
        compare(own.substeps, other.substeps, alignment, in: other, visit)
    }

    /// Time, rhythm, roles and mark. That the source has no time is told there.
    private func heads(_ own: Step, _ other: Step, isTop: Bool, _ visit: (Difference) -> Void) {
        if other.hasUnreadTime || other.hasUnreadRole || own.hasUnreadTime || own.hasUnreadRole { return }
        let (a, b) = (own.head, other.head)
        let missing = a.filter { sign in !b.contains { $0.value == sign.value } }
        let lostTime = isTop && StepWithoutTime.tells(own) && isTold(own) ? other.offset?.span : nil
        let added = b.filter { sign in
            sign.span != lostTime && !a.contains { $0.value == sign.value }
        }
        guard let told = apart(missing.map(\.value), added.map(\.value)) else { return }
        visit(
            difference(
                told, at: added.first?.span ?? other.span, source: missing.first?.span ?? own.span, isMinor: true))
    }

    private func branches(_ own: Step, _ other: Step, _ visit: (Difference) -> Void) {
        if own.branches.count != other.branches.count {
            visit(
                difference(
                    Phrase(
                        "a decision has {count, plural, one {# branch} other {# branches}}, not {wanted}",
                        ["count": other.branches.count, "wanted": own.branches.count]),
                    at: other.span, source: own.span, isMinor: false))
            return
        }
        for (a, b) in zip(own.branches, other.branches) {
            if let wanted = a.isYes, let isYes = b.isYes, wanted != isYes {
                visit(
                    difference(
                        Phrase("{new} stands for {gone}", ["new": "'\(b.label)'", "gone": "'\(a.label)'"]), at: b.span,
                        source: a.span, isMinor: false))
                continue
            }
            texts(
                [Block(.paragraph(a.text), a.span)] + a.detail, [Block(.paragraph(b.text), b.span)] + b.detail, a.span,
                b.span, visit)
        }
    }

    // MARK: Texts

    private func texts(
        _ a: [Block], _ b: [Block], _ own: Span?, _ other: Span?, _ visit: (Difference) -> Void
    ) {
        for found in differences(between: a, and: b, texts) {
            visit(
                difference(
                    found.told, at: found.translation ?? other ?? version.body.nameSpan,
                    caption: found.translation == nil ? nil : found.caption, source: found.source ?? own,
                    isMinor: found.isNumber || found.isNegation))
        }
    }

    private func difference(
        _ told: Phrase, at place: Span, caption: Phrase? = nil, source: Span? = nil, isMinor: Bool
    ) -> Difference {
        Difference(
            name: name, told: told, place: place, caption: caption, source: source,
            language: self.source.body.locale.title,
            isMinor: isMinor)
    }
}

extension Checklist.Stage {
    /// Its heading, and what is said before its steps.
    fileprivate var told: [Block] {
        (heading.flatMap { words in headingSpan.map { [Block(.heading(level: level, words), $0)] } } ?? [])
            + introduction
    }
}

extension Step {
    /// Its words, shortened.
    fileprivate var title: String {
        // A link without words of its own leaves a colon at the end.
        let whole = text.plainText.onOneLine.split(separator: " ").joined(separator: " ")
        let words = String(whole.reversed().drop { " :\u{A0}\u{202F}".contains($0) }.reversed())
        return words.count > 60 ? words.prefix(59) + "…" : words
    }

    /// Its words, and where they lead: what makes two steps the same; empty where it has no words.
    fileprivate var said: String {
        let words = text.plainText
        guard words.contains(where: \.isLetter) else { return "" }
        var targets = ""
        text.forEachDeep { if case .link(let link) = $0.content { targets += " " + link.destination } }
        return words + targets
    }

    /// What stands before its words, as authors write it.
    fileprivate var head: [Located<String>] {
        var signs: [Located<String>] = []
        if let offset { signs.append(Located(offset.value.notation, offset.span)) }
        if let rhythm { signs.append(Located("every " + rhythm.value.notation, rhythm.span)) }
        signs += roles.map { Located("@" + $0.id, $0.span) }
        signs += meanings.map { Located("#" + $0.value.rawValue, $0.span) }
        return signs
    }
}

extension Step.Branch {
    /// Whether it is for a yes; nil of other answers.
    fileprivate var isYes: Bool? {
        let label = label.lowercased()
        if LanguageRules.all.contains(where: { $0.yes.contains(label) }) { return true }
        return LanguageRules.all.contains { $0.no.contains(label) } ? false : nil
    }
}
