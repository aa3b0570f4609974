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
        let (drawing, hasMark) = drawing(root)
        return [.drawing(drawing)] + (hasMark ? [.paragraph([.text(words.markNote)], .note)] : []) + [.together(blocks)]
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
                        Array(
                            deputies(of: called, calledBy: caller).map { nameAndNumber($0) }.joined(
                                separator: [Run(.lineBreak)])),
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

    /// Who is called when somebody does not answer, one after the other: nobody is told to call themselves.
    private func deputies(of called: CallTree.Caller, calledBy caller: CallTree.Caller) -> [Person] {
        var seen: Set = [called.person.id, caller.person.id]
        return called.roles.flatMap { inOrderOfCall($0) }.filter { seen.insert($0.id).inserted }
    }

    private func callTable(_ caller: CallTree.Caller) -> Block {
        let rows = caller.calls.map { called -> Table.Row in
            let roles = called.roles.map { edition.title(of: $0) }.joined(separator: ", ")
            let deputies = deputies(of: called, calledBy: caller).map {
                [.text($0.name), Run(.lineBreak)] + numberOrNone($0, .small)
            }.joined(separator: [Run(.lineBreak)])
            if isLargePrint {
                let number = firstNumber(called.person) == nil ? [] : [Run(.lineBreak)] + numberOrNone(called.person)
                return .init(runs: [
                    [Run(.tick)], [.text(called.person.name, .strong), Run(.lineBreak), .text(roles, .small)] + number,
                    Array(deputies),
                    [Run(.blank(label: "", width: 8))],
                ])
            }
            return .init(runs: [
                [Run(.tick)],
                [.text(called.person.name, .strong), Run(.lineBreak), .text(roles, .small)],
                numberOrNone(called.person, .small),
                Array(deputies),
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
}

extension Words {
    fileprivate var markNote: String { say("* Not always: the list below says when not.") }
}
