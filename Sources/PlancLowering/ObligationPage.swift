import PlancDocument
import PlancModel

/// One obligation, as a page: whose it is, what was read of it and how sure, and the form of each of its notices.
public func obligationDocument(
    _ id: String, in plan: Plan, locale: Locale, options: LoweringOptions = LoweringOptions()
) -> Document {
    let edition = Edition(plan: plan, locale: locale, options: options)
    var blocks: [Block] = []
    if let obligation = plan.obligations[id] {
        blocks.append(.facts(edition.facts(obligation)))
        if let warning = obligation.warning?.value { blocks.append(.paragraph([.text(warning)], .note)) }
        blocks += obligation.stages.flatMap { edition.notice(obligation, $0) }
    }
    return edition.document(
        "obligation-\(id)", title: edition.title(.obligation, id), purpose: [.text("obligation:" + id, .code)],
        blocks: blocks)
}
