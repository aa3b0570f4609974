import PlancDiagnostics
import PlancSchema
import PlancSource

enum BrokenLink: BindingRule {
    static let name = "broken-link"
    static let summary = Phrase(
        "a link or an image that leads to nothing")
    static let why = Phrase(
        "On the day nobody has time to look for the page that was meant.")

    static func finding(_ destination: String, at span: Span, nearest: String?) -> Finding {
        finding(
            at:
                span,
            destination.isEmpty
                ? Phrase("a link that leads nowhere")
                : Phrase(
                    "'{destination}' is not there", ["destination": Say.quoted(destination)]),
            caption: nearest.map(Say.didYouMean),
            help: [
                nearest == nil
                    ? Phrase(
                        "a path from this file, as in '../messages/first.md', or 'kind:id', as in 'channel:sms'"
                    )
                    : nil
            ],
            fixes: nearest.map { [Say.replace(span, by: $0)] } ?? [])
    }

    static func finding(thing kind: Phrase, _ id: String, at span: Span, nearest: String?) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "there is no {kind} '{id}'", ["kind": kind, "id": id]),
            caption: nearest.map(Say.didYouMean), fixes: nearest.map { [Say.replace(span, by: $0)] } ?? [])
    }

    /// - Parameter file: the other file that the link leads to; nil for its own.
    static func finding(anchor: String, in file: String?, at span: Span, nearest: String?) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "no heading '#{anchor}' in {file}",
                ["anchor": anchor, "file": file.map(Say.quoting) ?? Phrase("this file")]),
            caption: nearest.map { Say.didYouMean("#" + $0) },
            fixes: nearest.map { [Say.replace(span, by: "\(file ?? "")#" + $0)] } ?? [])
    }

    static func finding(excluded path: String, at span: Span) -> Finding {
        finding(
            at: span,
            Phrase("'{path}' is left out of the plan by 'exclude' in plan.md", ["path": Say.quoted(path)]),
            help: [Phrase("remove the link, or let the file into the plan")])
    }

    /// A step that sends what is none of the plan's messages.
    static func finding(noSource path: String, at span: Span) -> Finding {
        var finding = finding(
            at: span,
            Phrase(
                "'{path}' is no source of the plan, so this step sends and opens nothing", ["path": Say.quoted(path)]),
            help: [Phrase("a source begins with '---' and its 'kind:'; 'planc list files' says what each file is")])
        finding.severity = .warning
        return finding
    }

    static func finding(scheme: String, at span: Span) -> Finding {
        finding(
            at:
                span,
            Phrase(
                "a link may not begin with '{scheme}:'", ["scheme": scheme]),
            help: [
                Phrase(
                    "link to a page (https:), an address (mailto:), a number (tel:) or a thing of the plan")
            ])
    }

    static let rejects: [Example] = [
        Example(
            Phrase("a path that leads nowhere"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Send [the message](⟦../mesages/ready.md⟧)

                """
            ]),
        Example(
            Phrase("a heading that is not there"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                ## First hour

                - [ ] T0 @director Go to [the next part](⟦#second-hour⟧)

                """
            ]),
        Example(
            Phrase("a heading that is not in the other file"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                - [ ] T0 @director Do [the first hour](flood.md#first-hour) and [the second](⟦flood.md#second-hour⟧)

                """
            ]),
    ]
    static let accepts: [Example] = [
        Example(
            Phrase(
                "files, things, headings and pages"),
            [
                "checklists/extra.md": """
                ---
                kind: checklist
                title: Extra
                scenarios: flood
                phase: during
                ---

                ## First hour

                - [ ] T0 @director Send [the message](../messages/ready.md) by [](channel:mail), see [above](#first-hour) and [the river](https://river.example)

                """
            ])
    ]
}
