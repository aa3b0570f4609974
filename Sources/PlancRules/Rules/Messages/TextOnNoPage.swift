import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

enum TextOnNoPage: Rule {
    static let name = "text-on-no-page"
    static let group = RuleGroup.messages
    static let severity = Severity.warning
    static let summary = Phrase(
        en: "a text that no channel takes and no scenario prints",
        fr: "un texte qu’aucun canal ne prend et qu’aucun scénario n’imprime")
    static let why = Phrase(
        en: """
            Whoever wrote it believes that it will be sent or read. A common text is sent by no channel when each has \
            a text of its own; a text for a channel that the message does not name is sent by none; and what belongs \
            to no scenario is in no checklist and no pack.
            """,
        fr: """
            Qui l’a écrit croit qu’il sera envoyé ou lu. Un texte commun n’est envoyé par aucun canal quand chacun a \
            le sien ; un texte pour un canal que le message ne nomme pas ne part par aucun ; et ce qui n’appartient à \
            aucun scénario n’est dans aucune liste et aucun dossier.
            """)
    static let rejects = [
        Example(
            Phrase(en: "each channel has a text of its own", fr: "chaque canal a son propre texte"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: Where our news will be
                audiences: readers
                scenarios: all
                phase: before
                channels: [mail]
                owner: director
                subject: Where to find us if we have to close
                ---

                ⟦Look at our website.⟧

                # mail

                Look at the notice on the door.
                """
            ]),
        Example(
            Phrase(en: "a text for a channel that is not named", fr: "un texte pour un canal qui n’est pas nommé"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: Where our news will be
                audiences: readers
                scenarios: all
                phase: before
                channels: [mail]
                owner: director
                subject: Where to find us if we have to close
                ---

                Look at our website.

                # ⟦sms⟧

                Look at the notice on the door.
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "The common text goes to the others", fr: "Le texte commun va aux autres"),
            [
                "messages/ready.md": """
                ---
                kind: message
                title: Where our news will be
                audiences: readers
                scenarios: all
                phase: before
                channels: [mail]
                owner: director
                subject: Where to find us if we have to close
                ---

                Look at our website.
                """
            ])
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        for message in plan.messages {
            let channels = message.channels.compactMap { plan.channels[$0] }
            if channels.count < message.channels.count || channels.isEmpty { continue }
            for version in message.versions where !version.variants.isEmpty {
                let taken = Set(channels.compactMap { version.variant(for: $0)?.name.value })
                if let first = version.common.first(where: \.isPrinted),
                    channels.allSatisfy({ version.variant(for: $0) != nil })
                {
                    report(
                        finding(
                            at: first.firstLine,
                            Phrase(
                                en: """
                                    every channel of the message has a text of its own, so the common text is on no \
                                    page: \(version.common.size.english)
                                    """,
                                fr: """
                                    chaque canal du message a son propre texte : le texte commun n’est sur aucune \
                                    page : \(version.common.size.french)
                                    """)))
                }
                for variant in version.variants where !taken.contains(variant.name.value) {
                    report(
                        finding(
                            at: variant.name.span,
                            Phrase(
                                en: """
                                    no channel of the message takes the text for '\(variant.name.value)', so it is on \
                                    no page: \(variant.blocks.size.english)
                                    """,
                                fr: """
                                    aucun canal du message ne prend le texte pour « \(variant.name.value) » : il n’est \
                                    sur aucune page : \(variant.blocks.size.french)
                                    """)))
                }
            }
        }
        guard plan.scenarios.isEmpty, !plan.unread.kinds.contains(.scenario), plan.unread.files.isEmpty else { return }
        for checklist in plan.checklists {
            let blocks = checklist.versions.flatMap(\.body.blocks)
            if blocks.isEmpty { continue }
            report(
                finding(
                    at: checklist.nameSpan,
                    Phrase(
                        en: "the plan has no scenario, so the checklist is on no page: \(blocks.size.english)",
                        fr: "le plan n’a aucun scénario : la liste n’est sur aucune page : \(blocks.size.french)")))
        }
    }
}

extension Block {
    fileprivate var isPrinted: Bool { if case .directive = content { false } else { true } }
}

extension [Block] {
    /// How much text there is: words, and the cells of tables.
    fileprivate var size: Phrase {
        var words = 0
        var cells = 0
        forEachDeep { block in
            switch block.content {
            case .paragraph(let inlines), .heading(_, let inlines):
                words += inlines.plainText.split(whereSeparator: \.isWhitespace).count
            case .table(let table):
                cells += table.header.count * (table.rows.count + 1)
            case .code(_, let text): words += text.split(whereSeparator: \.isWhitespace).count
            default: break
            }
        }
        let english = ["\(words) words"] + (cells > 0 ? ["a table of \(cells) cells"] : [])
        let french = ["\(words) mots"] + (cells > 0 ? ["un tableau de \(cells) cellules"] : [])
        return Phrase(en: english.joined(separator: ", "), fr: french.joined(separator: ", "))
    }
}
