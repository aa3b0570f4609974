import PlancDocument

/// The simulations of several plans as one document: each under the title of its plan.
public func simulationsDocument(_ documents: [Document]) -> Document {
    var whole = documents[0]
    whole.id = "simulation"
    whole.title = documents.map(\.title).reduce(into: [String]()) { titles, title in
        if !titles.contains(title) { titles.append(title) }
    }.joined(separator: " · ")
    whole.purpose = []
    whole.blocks = documents.enumerated().flatMap { number, document -> [Block] in
        let anchor = "plan-\(number + 1)"
        let title = document.stamp.organisation + " – " + document.stamp.plan
        let purpose: [Block] = document.purpose.isEmpty ? [] : [.paragraph(document.purpose, .body)]
        return [.heading(level: 1, [.text(title)], anchor: anchor)] + purpose
            + document.blocks.map { block in
                guard case .heading(let level, let runs, let own) = block else { return block }
                return .heading(level: min(4, level + 1), runs, anchor: "\(anchor)-\(own)")
            }
    }
    return whole
}
