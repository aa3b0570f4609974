import PlancCompose
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum EmptyPlaceholder: Rule {
    static let name = "empty-placeholder"
    static let group = RuleGroup.messages
    static let severity = Severity.error
    static let summary = Phrase("a placeholder for what a person or a channel does not have")
    static let why = Phrase(
        """
        Pages print '{{ person.ada.phone }}' as the number of the person. Where there is no number, or only a private one, \
        they print the placeholder itself, and whoever has to call reads '[person.ada.phone]'.
        """)

    private static func checklist(_ words: String, isPrivate: Bool) -> [String: String?] {
        [
            "people.md": ExamplePlan.changing(
                "people.md",
                """
                ben:
                  name: Ben Okoro
                  reach: {mobile: "+44 7700 900002", mail: ben@library.example}
                  private: [\(isPrivate ? "mobile" : "mail")]
                  verified: 2026-01-05
                """),
            "checklists/flood.md": ExamplePlan.changing(
                "checklists/flood.md",
                text: """
                    - [ ] T0 @caretaker \(words)
                    - [ ] T+30min @director Tell the staff: [](../messages/staff-closed.md)
                    - [ ] T+1h @press Tell the readers: [](../messages/readers-closed.md)
                    """),
        ]
    }

    static let rejects = [
        Example(
            Phrase("The only number is private"), checklist("Call {{ ⟦person.ben.phone⟧ }}", isPrivate: true))
    ]
    static let accepts = [
        Example(
            Phrase("A number that all may know"), checklist("Call {{ person.ben.phone }}", isPrivate: false))
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let plan = context.plan
        // What a placeholder asks for stands in the sources alone.
        if context.sources.files.isEmpty || !plan.unread.kinds.isDisjoint(with: [.person, .role, .channel]) { return }
        let composer = Composer(plan: plan, locale: plan.sourceLocale)
        var found: [Finding] = []
        var places: [String: Int] = [:]
        for reference in plan.references {
            let target = reference.target
            guard [.person, .role, .channel].contains(target.kind) else { continue }
            // '{{ person.ada.phone }}' is longer than any other reference to a thing.
            let words = target.kind.rawValue.utf8.count + target.id.utf8.count + 2
            guard reference.span.range.count > words,
                let name = Placeholder.computed(context.sources.text(reference.span), of: target),
                let asked = name.split(separator: ".").last
            else { continue }
            let holder = target.kind == .role ? plan.roles[target.id]?.holder.flatMap { plan.people[$0] } : nil
            // A role that nobody holds has a finding of its own.
            if target.kind == .role, holder == nil { continue }
            if let value = composer.value(of: name), !value.isEmpty { continue }
            guard let thing = holder.map({ $0 as any Entity }) ?? plan.entity(target.kind, target.id) else { continue }
            // What one thing lacks is told once.
            if let place = places[name] {
                if found[place].labels.count < 3 {
                    found[place].labels.append(Label(reference.span, Phrase("and here")))
                }
            } else {
                places[name] = found.count
                found.append(finding(name, String(asked), thing.quoted, at: reference.span))
            }
        }
        for finding in found { report(finding) }
    }

    private static func finding(_ name: String, _ asked: String, _ thing: Phrase, at span: Span) -> Finding {
        let parts: KeyValuePairs<String, any PhrasePart> = ["name": name, "thing": thing, "asked": asked]
        if asked == "phone" {
            return finding(
                at: span,
                Phrase("{thing} has no telephone number that all may know: pages print '[{name}]'", parts),
                help: [
                    Phrase("give a number of a telephone that is not private, or name another person or role here")
                ])
        }
        return finding(
            at: span, Phrase("{thing} has no '{asked}': pages print nothing for '{name}'", parts),
            help: [Phrase("write it where the thing is declared, or leave it out here")])
    }
}

extension Placeholder {
    /// The name that stands in a text for something of a thing: `person.ada.phone`.
    fileprivate static func computed(_ text: String, of thing: EntityReference) -> String? {
        let name = text.filter { $0 != " " }
        return name.hasPrefix("\(thing.kind.rawValue).\(thing.id).") ? name : nil
    }
}
