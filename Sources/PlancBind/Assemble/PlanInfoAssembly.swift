import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// `plan.md`.
extension Binding {
    func planInfo(_ item: Item, _ reading: Reading) -> PlanInfo {
        var info = PlanInfo(
            version: reading.text("version") ?? Located("", item.nameSpan), nameSpan: item.nameSpan, span: item.span)
        info.title = title(of: item, reading)
        info.organisation = reading.localized("organisation")
        info.locales = reading.locales("locales")
        info.owner = reading.reference("owner", .role)
        info.timezone = reading.text("timezone")
        info.classification = reading.classification("classification")
        info.paper = reading.choice("paper")
        info.review = review(reading, at: item.nameSpan)
        if let node = reading.node("approved") {
            let inner = reading.inner(node)
            info.approved = PlanInfo.Approval(
                by: inner.reference("by", .role), on: inner.date("on"), of: inner.text("of"), span: node.span)
        }
        info.revisions = reading.list("revisions").map { node in
            let inner = reading.inner(node)
            var revision = PlanInfo.Revision()
            revision.version = inner.text("version")
            revision.date = inner.date("date")
            revision.by = inner.reference("by", .role)
            revision.what = inner.localized("what")
            return revision
        }
        info.levels = reading.list("levels").map { node in
            let inner = reading.inner(node)
            var level = PlanInfo.ActivationLevel()
            level.name = inner.localized("name")
            level.when = inner.localized("when")
            level.decides = inner.reference("decides", .role)
            return level
        }
        info.holidays = reading.dates("holidays")
        info.rules = (reading.node("rules")?.entries ?? []).compactMap { entry in
            guard let text = entry.value.scalar, let level = PlanInfo.RuleSetting.Level(rawValue: text.value) else {
                return nil
            }
            return PlanInfo.RuleSetting(rule: entry.key, level: Located(level, text.span))
        }
        info.uses = reading.texts("uses").filter { Library.builtIn.ids.contains($0.value) }
        info.body = LocalizedBody(bodies(of: item))
        return info
    }

    private func review(_ reading: Reading, at span: Span) -> PlanInfo.Review {
        var review = PlanInfo.Review()
        guard let node = reading.node("review") else {
            review.every.span = span
            return review
        }
        let inner = reading.inner(node)
        review.every = inner.duration("every") ?? Located(review.every.value, node.span)
        review.last = inner.confirmation("last")
        review.drills = inner.duration("drills")?.value ?? review.drills
        review.contacts = inner.duration("contacts")?.value ?? review.contacts
        review.span = node.span
        return review
    }
}
