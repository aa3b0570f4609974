import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// What may happen, what is owed then, what is filled in, printed and exercised.
extension Binding {
    func scenario(_ item: Item, _ reading: Reading) -> Scenario {
        var scenario = Scenario(
            id: item.reference.id, title: title(of: item, reading), nameSpan: item.nameSpan, span: item.span)
        scenario.disables = reading.typedReferences("disables", [.system, .channel, .person], bare: .system)
        scenario.distrusts = reading.typedReferences("distrusts", [.system, .channel], bare: .system)
        scenario.affects = reading.references("affects", .audience)
        scenario.obligations = reading.references("obligations", .obligation)
        scenario.activatedBy = reading.reference("activated-by", .role)
        scenario.personalData = reading.boolean("personal-data")
        scenario.body = LocalizedBody(bodies(of: item))
        return scenario
    }

    func obligation(_ item: Item, _ reading: Reading) -> Obligation {
        var obligation = obligation(id: item.reference.id, reading, nameSpan: item.nameSpan, span: item.span)
        obligation.title = title(of: item, reading)
        obligation.audience = reading.reference("audience", .audience)
        obligation.body = LocalizedBody(bodies(of: item))
        return obligation
    }

    /// What the plan takes from the library: every place of it is the entry under `uses`.
    func builtInObligations() -> [Obligation] {
        used.map { entry, span in
            let reading = Reading(self, entry.entries, place: span)
            var obligation = obligation(id: entry.id, reading, nameSpan: span, span: span)
            obligation.isBuiltIn = true
            return obligation
        }
    }

    private func obligation(id: String, _ reading: Reading, nameSpan: Span, span: Span) -> Obligation {
        var obligation = Obligation(id: id, title: reading.localized("title"), nameSpan: nameSpan, span: span)
        obligation.authority = reading.localized("authority")
        obligation.law = reading.localized("law")
        obligation.when = reading.choice("when")
        obligation.source = reading.text("source")
        obligation.isProposal = reading.text("status")?.value == "proposed"
        obligation.verified = reading.confirmation("verified")
        for node in reading.list("stages") {
            let inner = reading.inner(node)
            guard let name = inner.text("name") else { continue }
            var stage = Obligation.Stage(name: name, span: reading.span(node.span))
            stage.deadline = inner.duration("deadline")
            stage.contents = inner.choices("contents")
            if let from = inner.text("from") {
                if let clock = ClockStart(rawValue: from.value) {
                    stage.from = Located(.clock(clock), from.span)
                } else if obligation.stages.contains(where: { $0.name.value == from.value }) {
                    stage.from = Located(.stage(from.value), from.span)
                }
            }
            obligation.stages.append(stage)
        }
        return obligation
    }

    func field(_ item: Item, _ reading: Reading) -> Field {
        var field = Field(
            id: item.reference.id, title: title(of: item, reading),
            type: reading.choice("type") ?? Located(.text, item.nameSpan), nameSpan: item.nameSpan, span: item.span)
        field.choices = reading.list("choices").map(reading.localized)
        field.example = reading.localized("example")
        field.longest = reading.localized("longest")
        field.confirmedBy = reading.reference("confirmed-by", .role)
        field.covers = reading.choices("covers")
        return field
    }

    func pack(_ item: Item, _ reading: Reading) -> Pack {
        var pack = Pack(
            id: item.reference.id, title: title(of: item, reading), nameSpan: item.nameSpan, span: item.span)
        pack.for = reading.typedReferences("for", [.role, .audience], bare: nil)
        pack.include = reading.choices("include")
        pack.scenarios = reading.references("scenarios", .scenario)
        pack.locales = reading.locales("locales")
        pack.paper = reading.choice("paper")
        pack.largePrint = reading.boolean("large-print")
        pack.classification = reading.classification("classification")
        pack.copies = reading.list("copies").map { node in
            let inner = reading.inner(node)
            var copy = Pack.Copy(span: node.span)
            copy.to = inner.reference("to", .role)
            copy.at = inner.localized("at")
            copy.on = inner.reference("on", .system)
            copy.isPrivate = inner.boolean("private")
            copy.classification = inner.classification("classification")
            return copy
        }
        pack.printed = reading.date("printed")
        return pack
    }

    func drill(_ item: Item, _ reading: Reading) -> Drill {
        var drill = Drill(
            id: item.reference.id, title: title(of: item, reading), nameSpan: item.nameSpan, span: item.span)
        drill.date = reading.date("date")
        drill.scenario = reading.reference("scenario", .scenario)
        drill.drillKind = reading.choice("kind")
        drill.found = reading.localized("found")
        drill.actions = reading.list("actions").map(reading.localized)
        drill.by = reading.typedReference("by", [.role, .person], bare: .role)
        drill.of = reading.text("of")
        return drill
    }

    /// The files of kind `vocabulary` put together.
    func addVocabulary(_ reading: Reading, to vocabulary: inout Vocabulary) {
        for node in reading.list("avoid") {
            let inner = reading.inner(node)
            guard let term = inner.text("term") else { continue }
            var avoided = Vocabulary.Avoided(term: term)
            avoided.locale = inner.text("locale").flatMap { Locale(checking: $0.value) }
            avoided.because = inner.localized("because")
            avoided.prefer = inner.localized("prefer")
            avoided.category = inner.choice("as", as: WordCategory.self)?.value ?? .jargon
            vocabulary.avoid.append(avoided)
        }
        for entry in reading.node("headings")?.entries ?? [] {
            guard let element = Element(rawValue: entry.key.value) else { continue }
            vocabulary.headings.append((Located(element, entry.key.span), entry.value.list.compactMap(\.scalar)))
        }
        vocabulary.allow += reading.texts("allow")
    }
}
