import PlancAnalysis
import PlancModel

/// What is done only where a decision is answered in one way says so wherever its time or its route is told.
extension ScenarioContext {
    /// "if “yes”", of a step's answer; nil of what is done anyway.
    func condition(_ answer: Answer?, of entry: Int?) -> String? {
        guard let answer, let entry, let timeline, timeline.entries.indices.contains(entry) else { return nil }
        let step = timeline.entries[entry]
        let branches = localized(step).branches
        let told = branches.indices.contains(answer.place) ? branches : step.step.branches
        return told.indices.contains(answer.place) ? words.ifAnswered(told[answer.place].label) : nil
    }

    func condition(_ sending: Sending) -> String? { condition(sending.answer, of: sending.entry) }
    func condition(_ fulfilment: StageStatus.Fulfilment?) -> String? {
        condition(fulfilment?.answer, of: fulfilment?.entry)
    }

    /// "T+20 min", and where it depends on an answer, on which.
    func time(of sending: Sending) -> String? {
        timeline?.entries[sending.entry].at.map { at in
            words.offset(at) + (condition(sending).map { " (\($0))" } ?? "")
        }
    }
}

extension Step {
    /// The messages that the words of a step and its answers send, each with the answers without which it is not sent; none where it
    /// is sent anyway.
    var messagesSent: [(message: String, answers: [String])] {
        func ids(_ links: [TypedReference]) -> [String] { links.filter { $0.target.kind == .message }.map(\.target.id) }
        let own = ids(links)
        var sent = own.map { (message: $0, answers: [String]()) }
        for id in ids(branchLinks) where !sent.contains(where: { $0.message == id }) {
            let answers = branches.filter { ids($0.links).contains(id) }.map(\.label)
            sent.append((id, branches.count > 1 && answers.count == branches.count ? [] : answers))
        }
        return sent
    }
}

extension Words {
    func ifAnswered(_ answer: String) -> String { say("if “{answer}”", ["answer": answer]) }
    var hollowIfAnswered: String {
        say("It is hollow, too, where the message leaves only if a question is answered in one way.")
    }
}
