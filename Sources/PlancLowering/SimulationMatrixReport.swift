import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

/// The matrix of all scenarios: who is left by how many ways, which messages cannot leave, how many steps have nobody.
///
/// - Parameters:
///   - locale: the language of the plan's own words.
///   - speech: that of planc's; nil: the same.
///   - errors: how many errors the plan has.
public func simulationMatrixDocument(
    _ matrix: SimulationMatrix, plan: Plan, locale: Locale, speech: Locale? = nil, errors: Int = 0,
    options: LoweringOptions = LoweringOptions()
) -> Document {
    let edition = Edition(plan: plan, locale: locale, speech: speech, options: options)
    let words = edition.words
    var blocks: [Block] = [
        .paragraph(
            [
                .text(
                    words.say(

                        """
                        At T0 of each scenario. Each cell: the ways that are left of those there are (channels of an \
                        audience, people of a role). An arrow down: fewer than on an ordinary day. A star: an affected audience.
                        """
                    ))
            ], .note)
    ]
    // More than four columns beside the names are too narrow to read.
    for start in stride(from: 0, to: matrix.rows.count, by: 4) {
        let part = matrix.rows[start..<min(start + 4, matrix.rows.count)]
        func group(_ title: String) -> Table.Row {
            .init([[.paragraph([.text(title, .strong)], .body)]], isGroup: true)
        }
        func cell(_ cell: SimulationMatrix.Cell, _ silent: String) -> [Run] {
            let star = cell.isAffected ? " *" : ""
            return cell.isReachable
                ? [.text((cell.left.count < cell.all ? "↓\u{A0}" : "") + "\(cell.left.count)/\(cell.all)\(star)")]
                : [.text(silent + star, .strong)]
        }
        var rows = [group(words.audiences)]
        for (place, id) in matrix.audiences.enumerated() {
            rows.append(
                .init(
                    runs: [[.text(edition.title(.audience, id))]]
                        + part.map { cell($0.audiences[place], words.nothingWorks) }))
        }
        rows.append(group(words.roles))
        for (place, id) in matrix.roles.enumerated() {
            rows.append(
                .init(runs: [[.text(edition.title(.role, id))]] + part.map { cell($0.roles[place], words.nobody) }))
        }
        rows.append(group(words.say("In all")))
        rows.append(
            .init(
                runs: [[.text(words.say("Messages that cannot reach all"))]]
                    + part.map { [.text("\($0.undelivered.count)", $0.undelivered.isEmpty ? [] : .strong)] }))
        rows.append(
            .init(
                runs: [[.text(words.say("Steps without anybody"))]]
                    + part.map { [.text("\($0.unstaffed)/\($0.steps)", $0.unstaffed == 0 ? [] : .strong)] }))
        let columns =
            [Table.Column([.text(words.toWhom)], weight: 1.4)]
            + part.map { Table.Column([.text(edition.title(.scenario, $0.scenario))]) }
        blocks.append(
            .table(
                Table(
                    summary: words.say("Scenarios and who is left"), columns: columns,
                    rows: rows)))
    }
    return edition.document(
        "simulation", title: words.say("Simulation – all scenarios"), purpose: [],
        blocks: words.doubt(errors) + blocks)
}
