import PlancDocument
import PlancModel
import PlancSource

/// Who calls whom, nobody more than ten.
struct CallTree {
    struct Caller {
        var person: Person
        var roles: [Role]
        var calls: [Caller] = []

        var count: Int { 1 + calls.reduce(0) { $0 + $1.count } }
    }

    static let mostCalls = 10

    var root: Caller?

    /// The duty officer calls the first of every team and their own team; the first of a team calls the rest of it.
    init(_ context: ScenarioContext) {
        let plan = context.plan
        guard let duty = context.dutyRole, let first = context.acting(duty) else { return }
        var seen = Set([first.id])
        var teams: [(team: Team?, callers: [Caller])] = []
        for role in plan.roles {
            guard let person = context.acting(role), seen.insert(person.id).inserted else { continue }
            let caller = Caller(person: person, roles: Self.roles(person, context))
            if let place = teams.firstIndex(where: { $0.team == role.team?.value }) {
                teams[place].callers.append(caller)
            } else {
                teams.append((role.team?.value, [caller]))
            }
        }
        var calls: [Caller] = []
        for (team, callers) in teams {
            if team == duty.team?.value || team == nil {
                calls += callers
            } else if var lead = callers.first {
                lead.calls = Self.spread(Array(callers.dropFirst()))
                calls.append(lead)
            }
        }
        root = Caller(person: first, roles: Self.roles(first, context), calls: Self.spread(calls))
    }

    private static func roles(_ person: Person, _ context: ScenarioContext) -> [Role] {
        context.plan.roles.filter { context.acting($0)?.id == person.id }
    }

    /// At most ten callers; those too many are called by the ten.
    private static func spread(_ callers: [Caller]) -> [Caller] {
        guard callers.count > mostCalls else { return callers }
        var heads = Array(callers.prefix(mostCalls))
        var extra = [[Caller]](repeating: [], count: mostCalls)
        for (place, caller) in callers.dropFirst(mostCalls).enumerated() { extra[place % mostCalls].append(caller) }
        for place in heads.indices { heads[place].calls = spread(heads[place].calls + extra[place]) }
        return heads
    }
}

extension ScenarioContext {
    func callTreeSheet() -> Document {
        edition.document(
            "contacts-call-tree", title: words.callTreeTitle, purpose: [.text(words.callTreePurpose)],
            blocks: callTreeBlocks(level: 1))
    }

    func callTreeBlocks(level: Int) -> [Block] {
        guard let root = CallTree(self).root else { return [.paragraph([.text(words.nobodyToCall)], .body)] }
        // In a pack whose leaf is its index the list alone is ticked off; the chart is on the sheet of its own.
        if isComposed, !isLargePrint { return [callList(root)] }
        var blocks: [Block] = []
        func tables(_ caller: CallTree.Caller) {
            if caller.calls.isEmpty { return }
            blocks.append(
                .heading(
                    level: level,
                    callerTitle(caller), anchor: anchor("calls", caller.person.id)))
            blocks.append(callTable(caller))
            caller.calls.forEach(tables)
        }
        tables(root)
        if isComposed { return blocks }
        let isMarked = isMarked(root, onlyCallers: drawsOnlyCallers(root))
        return [.drawing(drawing(root))] + (isMarked ? [.paragraph([.text(words.markNote)], .note)] : [])
            + [.together(blocks)]
    }

    /// Whether all would take more than a page.
    private func drawsOnlyCallers(_ root: CallTree.Caller) -> Bool { root.count > (isLargePrint ? 11 : 24) }

    /// Whether a number in the chart has the mark that it does not work in every scenario.
    private func isMarked(_ caller: CallTree.Caller, onlyCallers: Bool) -> Bool {
        !firstNumberCondition(caller.person).isEmpty
            || drawn(caller, onlyCallers: onlyCallers).contains { isMarked($0, onlyCallers: onlyCallers) }
    }

    /// Those whom somebody calls and who have a line in the chart.
    private func drawn(_ caller: CallTree.Caller, onlyCallers: Bool) -> [CallTree.Caller] {
        onlyCallers ? caller.calls.filter { !$0.calls.isEmpty } : caller.calls
    }

    /// Who calls, by which number: those who are called may have to call back.
    private func callerTitle(_ caller: CallTree.Caller) -> [Run] {
        [.text(words.calls(caller.person.name))]
            + (firstNumber(caller.person) == nil ? [] : [.text(" – ")] + numberOrNone(caller.person))
    }

    /// The whole tree as one table: a row for each caller, and below it those who are called, a line each.
    private func callList(_ root: CallTree.Caller) -> Block {
        var rows: [Table.Row] = []
        func add(_ caller: CallTree.Caller) {
            if caller.calls.isEmpty { return }
            rows.append(.init([[.paragraph(callerTitle(caller).map { $0.adding(.strong) }, .body)]], isGroup: true))
            for called in caller.calls {
                let roles = called.roles.map { edition.title(of: $0) }.joined(separator: ", ")
                let number = numberOrNone(called.person, .small)
                rows.append(
                    .init(runs: [
                        [Run(.tick)],
                        [.text(unbroken(called.person.name), .strong), .text(" " + roles, .small)],
                        number,
                        deputy(of: called, calledBy: caller).map { nameAndNumber($0) } ?? [],
                        [Run(.blank(label: "", width: 6))],
                    ]))
            }
            caller.calls.forEach(add)
        }
        add(root)
        return .table(
            Table(
                summary: words.callTreeTitle,
                columns: [
                    .init([.text(words.done)], weight: 0), .init([.text(words.name)], weight: 1),
                    .init([.text(words.firstNumber)], weight: 0), .init([.text(words.ifNoAnswer)], weight: 0),
                    .init([.text(words.reachedAt)], weight: 0),
                ], rows: rows, hasRowHeaders: false))
    }

    /// Who is called when somebody does not answer: nobody is told to call themselves.
    private func deputy(of called: CallTree.Caller, calledBy caller: CallTree.Caller) -> Person? {
        called.roles.lazy.flatMap { edition.people($0.people) }.first {
            $0.id != called.person.id && $0.id != caller.person.id
        }
    }

    private func callTable(_ caller: CallTree.Caller) -> Block {
        let rows = caller.calls.map { called -> Table.Row in
            let roles = called.roles.map { edition.title(of: $0) }.joined(separator: ", ")
            let deputy = deputy(of: called, calledBy: caller)
            if isLargePrint {
                let number = firstNumber(called.person) == nil ? [] : [Run(.lineBreak)] + numberOrNone(called.person)
                return .init(runs: [
                    [Run(.tick)], [.text(called.person.name, .strong), Run(.lineBreak), .text(roles, .small)] + number,
                    deputy.map { [.text($0.name), Run(.lineBreak)] + numberOrNone($0, .small) } ?? [],
                    [Run(.blank(label: "", width: 8))],
                ])
            }
            return .init(runs: [
                [Run(.tick)],
                [.text(called.person.name, .strong), Run(.lineBreak), .text(roles, .small)],
                numberOrNone(called.person, .small),
                deputy.map { [.text($0.name), Run(.lineBreak)] + numberOrNone($0, .small) } ?? [],
                [Run(.blank(label: "", width: 8))],
            ])
        }
        return .table(
            Table(
                summary: words.calls(caller.person.name),
                columns: [.init([.text(words.done)], weight: 0), .init([.text(words.name)], weight: 3)]
                    + (isLargePrint ? [] : [.init([.text(words.firstNumber)], weight: 2)])
                    + [.init([.text(words.ifNoAnswer)], weight: 3), .init([.text(words.reachedAt)], weight: 1)],
                rows: rows, hasRowHeaders: false))
    }

    /// One line a person, indented below who calls them; beyond a page, only those who call others.
    private func drawing(_ root: CallTree.Caller) -> Drawing {
        let isLarge = isLargePrint
        let onlyCallers = drawsOnlyCallers(root)
        let (width, row, box, step) = isLarge ? (450.0, 54.0, 46.0, 30.0) : (490.0, 27.0, 22.0, 34.0)
        let (size, tick) = isLarge ? (15.0, 15.0) : (9.0, 10.0)
        var shapes: [Drawing.Shape] = []
        var told: [String] = []
        var line = 0
        func draw(_ caller: CallTree.Caller, depth: Int, parent: Double?) {
            let y = Double(line) * row + 2
            let x = Double(min(depth, 6)) * step
            line += 1
            if let parent {
                let corner = x - step / 2
                shapes.append(.line(.init(corner, parent + box), .init(corner, y + box / 2), .init(1, .middle)))
                shapes.append(.line(.init(corner, y + box / 2), .init(x, y + box / 2), .init(1, .middle)))
            }
            shapes.append(
                .rectangle(
                    origin: .init(x, y), width: width - x, height: box, fill: depth == 0 ? .pale : nil,
                    stroke: .init(depth == 0 ? 1.5 : 0.75), radius: 3))
            shapes.append(
                .rectangle(
                    origin: .init(x + 6, y + (box - tick) / 2), width: tick, height: tick, fill: .white,
                    stroke: .init(0.75), radius: 0))
            // What holds of it has no room in a box, and is told in the list below.
            let isConditional = !firstNumberCondition(caller.person).isEmpty
            let number =
                firstNumber(caller.person).map { [$0].plainText + (isConditional ? " *" : "") } ?? words.notReachable
            let roles = caller.roles.map { edition.title(of: $0) }.joined(separator: ", ")
            func text(
                _ words: String, _ at: Double, _ down: Double, _ strong: Bool, _ most: Double,
                _ anchor: Drawing.Anchor = .start
            ) {
                shapes.append(
                    .text(
                        words, at: .init(at, y + down), size: strong ? size + 1 : size, anchor: anchor,
                        isStrong: strong, maxWidth: most, tone: .black))
            }
            let left = x + tick + 12
            if isLarge {
                // The roles below the name: beside it they would be too small to read.
                text(caller.person.name, left, 19, true, width - left - 150)
                text(roles, left, 38, false, width - left - 8)
                text(number, width - 6, 19, true, 140, .end)
            } else {
                let half = (width - x - 130) / 2
                text(caller.person.name, left, 15, true, half)
                text(roles, left + 4 + half, 15, false, half)
                text(number, width - 6, 15, true, 100, .end)
            }
            if !caller.calls.isEmpty {
                told.append(words.callsSentence(caller.person.name, words.list(caller.calls.map(\.person.name))))
            }
            for next in drawn(caller, onlyCallers: onlyCallers) { draw(next, depth: depth + 1, parent: y) }
        }
        draw(root, depth: 0, parent: nil)
        return Drawing(
            width: width, height: Double(line) * row + 4, title: words.callTreeTitle,
            alternative: told.map { plainWords($0) }.joined(separator: "\n"), shapes: shapes)
    }
}

extension Words {
    fileprivate var markNote: String { say("* Not in every scenario: the list below says where not.") }
}
