import PlancDiagnostics
import PlancModel
import PlancSource

enum ReservedID: Rule {
    static let name = "reserved-id"
    static let group = RuleGroup.binding
    static let severity = Severity.error
    static let summary = Phrase(
        en: "an id that cannot be the name of a file", fr: "un identifiant qui ne peut pas être un nom de fichier")
    static let why = Phrase(
        en: """
            Files are named after ids. A scenario called 'all', 'call-tree' or 'wallet-cards' would have its contact sheet in the file in which planc \
            writes its own, and one of the two would be lost. Windows keeps 'con', 'nul' and a few other names for devices, whatever extension \
            follows: a pack with such a file cannot be opened there, nor copied onto many memory sticks.
            """,
        fr: """
            Les fichiers portent le nom des identifiants. Un scénario nommé « all », « call-tree » ou « wallet-cards » aurait sa fiche de contacts dans \
            le fichier où planc écrit la sienne, et l’une des deux serait perdue. Windows réserve « con », « nul » et quelques autres noms à des \
            périphériques, quelle que soit l’extension : un dossier avec un tel fichier ne s’y ouvre pas, et ne se copie pas sur bien des clés USB.
            """)
    static let rejects = [
        Example(
            Phrase(
                en: "A scenario called like the sheet of all contacts",
                fr: "Un scénario nommé comme la fiche de tous les contacts"),
            [
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  ⟦wallet-cards⟧: {title: Wallet cards are lost, affects: [readers], activated-by: director}
                ---
                """
            ]),
        Example(
            Phrase(en: "A pack that Windows cannot open", fr: "Un dossier que Windows ne peut pas ouvrir"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  ⟦con⟧: {title: Conference, for: [role:press], include: [contacts]}
                ---
                """
            ]),
    ]
    static let accepts = [
        Example(
            Phrase(en: "Names that only begin like those", fr: "Des noms qui ne font que commencer ainsi"),
            [
                "packs.md": """
                ---
                kind: packs
                packs:
                  conference: {title: Conference, for: [role:press], include: [contacts]}
                ---
                """,
                "more-scenarios.md": """
                ---
                kind: scenarios
                scenarios:
                  wallet-cards-lost: {title: Wallet cards are lost, affects: [readers], activated-by: director}
                ---
                """,
            ])
    ]

    /// Contact sheets that planc writes for every plan, next to those of scenarios.
    private static let own: Set<String> = ["all", "call-tree", "wallet-cards"]
    /// Names that Windows keeps for devices, of those that an id can be.
    private static let devices: Set<String> = [
        "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ]

    static func check(_ judgement: Judgement, report: (Finding) -> Void) {
        let plan = judgement.plan
        for scenario in plan.scenarios where own.contains(scenario.id) {
            report(
                finding(
                    at: scenario.nameSpan,
                    Phrase(
                        en:
                            "scenario '\(scenario.id)' would have the same file as planc’s own 'contacts/\(scenario.id)'",
                        fr:
                            "le scénario « \(scenario.id) » aurait le même fichier que « contacts/\(scenario.id) », que planc écrit lui-même"
                    ),
                    caption: Phrase(en: "taken", fr: "déjà pris"),
                    help: [
                        Phrase(
                            en: "give it another id, such as '\(scenario.id)-lost'",
                            fr: "donnez-lui un autre identifiant, par exemple « \(scenario.id)-perdu »")
                    ]))
        }
        let named: [any Entity] = Array(plan.scenarios) + Array(plan.messages) + Array(plan.packs)
        for thing in named where devices.contains(thing.id) {
            report(
                finding(
                    at: thing.nameSpan,
                    Phrase(
                        en: "Windows cannot open a file called '\(thing.id)'",
                        fr: "Windows ne peut pas ouvrir un fichier nommé « \(thing.id) »"),
                    caption: Phrase(en: "kept for a device", fr: "réservé à un périphérique"),
                    help: [
                        Phrase(
                            en: "give it a longer id: files are named after it",
                            fr: "donnez-lui un identifiant plus long : des fichiers portent son nom")
                    ]))
        }
    }
}
