import PlancDocument
import PlancSource

extension TextPage {
    /// `[ ] T+15 min  what`, below it who does it and what is known about it.
    mutating func steps(_ list: StepList) {
        let time = timeWidth(list.steps)
        for (place, step) in list.steps.enumerated() {
            if place > 0 { blank() }
            self.step(step, time: time)
        }
    }

    /// Times that are too long for a column stand before the words.
    private func timeWidth(_ steps: [StepRow]) -> Int {
        steps.map { displayWidth(of: plainWords($0.time)) }.filter { $0 <= 14 }.max() ?? 0
    }

    private mutating func step(_ step: StepRow, time: Int) {
        let own = plainWords(step.time)
        let isLong = displayWidth(of: own) > time
        let margin = (step.isTicked ? "[x] " : "[ ] ") + (time > 0 ? padded(isLong ? "" : own, time) + "  " : "")
        let left = String(repeating: " ", count: displayWidth(of: margin))
        let text = (isLong ? own + "  " : "") + (step.isDecision ? "? " : "") + plain(step.text)
        for (place, piece) in wrap(text, to: room - displayWidth(of: left)).enumerated() {
            line((place == 0 ? margin : left) + piece)
        }
        let doers = doers(step.who)
        indented(left) { page in
            for doer in doers { page.wrapped(doer) }
            if let rhythm = step.rhythm { page.wrapped("(\(plainWords(rhythm)))") }
            for warning in step.warnings { page.indented("! ") { $0.runs(warning) } }
            let inner = page.timeWidth(step.substeps)
            for part in step.parts {
                switch part {
                case .detail(let blocks): page.details(blocks)
                case .branch(let branch): page.branch(branch)
                case .step(let substep): page.step(substep, time: inner)
                }
            }
        }
    }

    private mutating func branch(_ branch: StepRow.Branch) {
        indented("  ") { page in
            page.hanging("> ") { $0.runs([.text(branch.label + " – ")] + branch.text) }
            page.indented("  ") { $0.details(branch.detail) }
        }
    }

    /// What is known, closely set.
    private mutating func details(_ blocks: [Block]) {
        for block in blocks { self.blocks([block]) }
    }

    /// One line for each role: an empty line parts roles, a line break what is told of one.
    private func doers(_ runs: [Run]) -> [String] {
        var doers: [String] = [""]
        var isNew = false
        for part in plain(runs).split(separator: "\n", omittingEmptySubsequences: false) {
            if part.isEmpty {
                isNew = true
                continue
            }
            if isNew { doers.append("") }
            isNew = false
            let last = doers.count - 1
            doers[last] += (doers[last].isEmpty ? "" : " · ") + part
        }
        return doers.filter { !$0.isEmpty }
    }
}
