import PlancAnalysis
import PlancDocument
import PlancLanguages
import PlancMarkup
import PlancModel

/// The leaf that a pack for roles begins with: who to call, what it is, what must not be used, where the rest is.
extension PackPrinting {
    /// How far the leaf has given way to little room, in this order.
    private enum Retreat: Int, CaseIterable, Comparable {
        case none, closer, restOnNext, restOnTwoPages, noSigns, actionsOnBack, noEndings, noText, noActions,
            sentencesOnBack, dayOnBack, secondLeaf, stopOnBack, stopOnBackSecondLeaf, rowsOnTwoLeaves

        static func < (a: Retreat, b: Retreat) -> Bool { a.rawValue < b.rawValue }

        /// Whether what to do first and where the rest is have a leaf of their own.
        var hasSecondLeaf: Bool { [.secondLeaf, .stopOnBackSecondLeaf, .rowsOnTwoLeaves].contains(self) }

        /// Whether the front only says where what must not be used is. It is the last to go.
        var isStopOnBack: Bool { self == .stopOnBack || self == .stopOnBackSecondLeaf }
    }

    /// What the versions of the leaf are made of.
    ///
    /// - Parameter parts: the shared parts of the pack, in its order.
    func leafBlocks(parts: [PackPart]) -> LeafBlocks {
        let common = commonSteps()
        let text = commonText()
        return LeafBlocks(
            common: common, text: text, actions: common.isEmpty ? [] : actions(common), staff: staffText(text),
            withoutStaff: staffText(nil), endings: endings(), whereTheRestIs: whereTheRestIs(parts),
            particulars: particulars(), levels: levels(), title: title(), call: call(), stop: stop(), day: dayBlocks(),
            rows: scenes.map { row($0, hasSentence: true, hasSigns: true) },
            rowsWithoutSigns: scenes.map { row($0, hasSentence: true, hasSigns: false) },
            rowsWithoutSentences: scenes.map { row($0, hasSentence: false, hasSigns: false) })
    }

    /// - Parameter gaps: what is not in this copy.
    func frontLeaf(_ leaf: LeafBlocks, gaps: [Block]) -> FrontLeaf {
        let versions = Retreat.allCases.filter { changes($0, common: leaf.common, text: leaf.text) }.flatMap {
            // Where something longer has gone, there may be room again for what went before it.
            (regains($0) ? [version($0, leaf, gaps: gaps, isRegained: true)] : []) + [version($0, leaf, gaps: gaps)]
        }
        // A screen has no back: all that the leaf has stands below.
        let elsewhere: [Block] = leaf.common.isEmpty ? [.paragraph([.text(words.actionsElsewhere)], .body)] : []
        let whole = version(.none, leaf, gaps: gaps, turn: elsewhere)
        return FrontLeaf(versions: versions, whole: Array(whole.pages.joined()))
    }

    /// Whether a retreat takes anything away that the one before it had left.
    private func changes(_ retreat: Retreat, common: [StepRow], text: Message?) -> Bool {
        switch retreat {
        case .restOnNext, .restOnTwoPages: everyday.isLargePrint
        case .noSigns: scenes.count <= 2 && scenes.contains { !$0.signs.isEmpty }
        case .actionsOnBack: scenes.count <= 2 && !common.isEmpty
        case .noEndings: !everyday.isLargePrint && scenes.contains { !$0.end.isEmpty }
        case .noText: everyday.isLargePrint ? !common.isEmpty : text != nil
        case .noActions: everyday.isLargePrint ? text != nil : !common.isEmpty
        case .stopOnBack, .stopOnBackSecondLeaf: !stop().isEmpty
        case .rowsOnTwoLeaves: scenes.count > 2
        default: true
        }
    }

    /// - Parameters:
    ///   - isRegained: whether it has by what the end is seen, although a retreat before it went without.
    ///   - turn: what is said at the foot of the front; nil: what is on the back and what is elsewhere.
    private func version(
        _ retreat: Retreat, _ leaf: LeafBlocks, gaps: [Block], isRegained: Bool = false, turn said: [Block]? = nil
    ) -> FrontLeaf.Version {
        let actionsInFront = scenes.count <= 2 && retreat < .actionsOnBack && !hasNextLeaf(retreat)
        let hasCommon = !leaf.common.isEmpty
        let actions = hasActions(retreat) || isWithSecondLeaf(retreat) ? leaf.actions : []
        let staff = hasText(retreat) ? leaf.staff : leaf.withoutStaff
        let hasEndings = isRegained || hasEndings(retreat)
        let endings = hasEndings ? leaf.endings : []
        let others = leaf.whereTheRestIs + endings + leaf.particulars + gaps
        let rest = [.stress(leaf.levels)] + others
        let retreats = retreats(retreat, common: leaf.common, text: leaf.text, hasEndings: hasEndings)
        let turn =
            said
            ?? turn(
                retreats, hasActions: !actions.isEmpty && !actionsInFront && !retreat.hasSecondLeaf,
                hasRest: !hasNextLeaf(retreat) && !retreat.hasSecondLeaf, hasCommon: hasCommon)
        let head = leaf.title + leaf.call
        let rows =
            retreat < .noSigns
            ? leaf.rows : retreat < .sentencesOnBack ? leaf.rowsWithoutSigns : leaf.rowsWithoutSentences
        let (stop, day) = (leaf.stop, leaf.day)
        var pages: [[Block]]
        switch retreat {
        case ..<Retreat.sentencesOnBack:
            let isDayBehind = hasNextLeaf(retreat)
            let front = head + see(rows) + stop + (actionsInFront ? actions : []) + (isDayBehind ? [] : day)
            pages = [[.stress(front)] + turn]
            let back = Block.stress((isDayBehind ? day : []) + (actionsInFront ? [] : actions) + staff)
            if !hasNextLeaf(retreat) {
                pages.append([back] + rest)
            } else {
                // Nothing on the front gives way to what does not fit on the next leaf.
                pages += retreat < .restOnTwoPages ? [[back], rest] : [[back], [.stress(leaf.levels)], others]
            }
        case .sentencesOnBack:
            pages = [
                [.stress(head + see(rows) + stop + day)] + turn, [.stress(sentences(scenes) + staff)] + rest,
            ]
        case .rowsOnTwoLeaves:
            pages = onTwoLeaves(rows, leaf, retreats, staff: staff, rest: rest, hasCommon: hasCommon)
        default:
            let front = retreat.isStopOnBack ? stopPointer() : stop
            let back = (retreat.isStopOnBack ? stop : []) + day + sentences(scenes) + staff
            pages = [[.stress(head + see(rows) + front)] + turn]
            pages +=
                retreat.hasSecondLeaf
                ? [[.stress(back)], [.stress(leaf.title + actions + leaf.levels)], others] : [[.stress(back)] + rest]
        }
        return FrontLeaf.Version(pages: pages, retreats: retreats, isClose: retreat >= .closer)
    }

    /// Half of the scenarios on each of two leaves; what must not be used is on the front of both.
    private func onTwoLeaves(
        _ rows: [Table.Row], _ leaf: LeafBlocks, _ retreats: [String], staff: [Block], rest: [Block], hasCommon: Bool
    ) -> [[Block]] {
        let half = (scenes.count + 1) / 2
        func front(_ rows: ArraySlice<Table.Row>, _ lines: [String]) -> [Block] {
            [.stress(leaf.title + leaf.call + see(Array(rows)) + leaf.stop)]
                + turn(lines, hasActions: false, hasRest: false, hasCommon: hasCommon)
        }
        return [
            front(rows[..<half], retreats + [words.leaf(1, of: 2)]),
            [.stress(leaf.day + sentences(Array(scenes[..<half])))],
            front(rows[half...], [words.sentencesOnBack, words.restOnNext, words.leaf(2, of: 2)]),
            [.stress(sentences(Array(scenes[half...])) + staff)], rest,
        ]
    }

    /// In large type the actions fill a page: they go before the text for staff, which is shorter.
    private func hasText(_ retreat: Retreat) -> Bool { retreat < (everyday.isLargePrint ? .noActions : .noText) }
    private func isWithSecondLeaf(_ retreat: Retreat) -> Bool { retreat.hasSecondLeaf && !everyday.isLargePrint }
    private func hasActions(_ retreat: Retreat) -> Bool { retreat < (everyday.isLargePrint ? .noText : .noActions) }

    /// Where the rest has two pages of its own, there is room for them.
    private func hasEndings(_ retreat: Retreat) -> Bool {
        retreat < .noEndings || hasNextLeaf(retreat) && retreat >= .restOnTwoPages
    }

    /// Whether by what the end is seen may have room again, since more has gone.
    private func regains(_ retreat: Retreat) -> Bool {
        retreat > .noEndings && !hasEndings(retreat) && scenes.contains { !$0.end.isEmpty }
    }

    /// Whether large type has the back to itself, and what stands behind it on the next leaf.
    private func hasNextLeaf(_ retreat: Retreat) -> Bool {
        everyday.isLargePrint && retreat >= .restOnNext && retreat < .sentencesOnBack
    }

    /// What the reader is told of what is not on the leaf, or not on its front.
    private func retreats(
        _ retreat: Retreat, common: [StepRow], text: Message?, hasEndings: Bool
    ) -> [String] {
        var lines = hasNextLeaf(retreat) ? [words.noteOnBack, words.restOnNext] : []
        if scenes.count <= 2, retreat >= .noSigns, scenes.contains(where: { !$0.signs.isEmpty }) {
            lines.append(words.signsElsewhere)
        }
        if !hasEndings, scenes.contains(where: { !$0.end.isEmpty }) { lines.append(words.endingsElsewhere) }
        if text != nil, !hasText(retreat) { lines.append(words.textElsewhere) }
        let isOnSecondLeaf = isWithSecondLeaf(retreat) && retreat != .rowsOnTwoLeaves
        if !common.isEmpty, !hasActions(retreat), !isOnSecondLeaf { lines.append(words.actionsElsewhere) }
        if retreat >= .sentencesOnBack { lines.append(words.sentencesOnBack) }
        if retreat >= .dayOnBack { lines.append(retreat.isStopOnBack ? words.dayOnBack : words.noteOnBack) }
        if retreat.hasSecondLeaf, retreat != .rowsOnTwoLeaves {
            lines.append(isOnSecondLeaf && !common.isEmpty ? words.actionsAndRestOnNext : words.restOnNext)
        }
        return lines
    }
}

/// What the leaf is made of, composed once for all its versions.
struct LeafBlocks {
    /// The first actions that all scenarios share, and the text for staff that they begin with.
    var common: [StepRow]
    var text: Message?
    var actions: [Block]
    var staff: [Block]
    /// In place of the text for staff.
    var withoutStaff: [Block]
    var endings: [Block]
    var whereTheRestIs: [Block]
    var particulars: [Block]
    var levels: [Block]
    var title: [Block]
    var call: [Block]
    var stop: [Block]
    var day: [Block]
    /// What is seen of each scenario.
    var rows: [Table.Row]
    var rowsWithoutSigns: [Table.Row]
    var rowsWithoutSentences: [Table.Row]
}
