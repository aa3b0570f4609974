import PlancDocument

/// Documents that hold every kind of block.
enum Sample {
    static let french = Document.Words(
        pageOf: "page {0} sur {1}", continues: "suite à la page suivante", continued: "suite", contents: "Sommaire",
        doneAt: "fait à", copyText: "copier", print: "imprimer", home: "retour au sommaire", when: "quand",
        who: "qui", what: "quoi")
    static let english = Document.Words(
        pageOf: "page {0} of {1}", continues: "continued on the next page", continued: "continued",
        contents: "Contents",
        doneAt: "done at", copyText: "copy", print: "print", home: "back to the contents", when: "when",
        who: "who", what: "what")

    static func stamp(_ isFrench: Bool = true) -> Document.Stamp {
        .init(
            organisation: "Valmereau", plan: isFrench ? "Plan de communication de crise" : "Crisis communication plan",
            version: "version 2.3", date: isFrench ? "21 novembre 2026" : "21 November 2026", isoDate: "2026-11-21",
            revision: "4f2c91a",
            copy: isFrench ? "exemplaire 3 sur 12 – accueil, Lyon" : "copy 3 of 12 – reception, Lyon")
    }

    static func document(
        _ id: String, title: String, purpose: [Run] = [], isFrench: Bool = true, paper: Document.Paper = .a4,
        isLargePrint: Bool = false, watermark: String? = nil, _ blocks: [Block]
    ) -> Document {
        Document(
            id: id, title: title, purpose: purpose, locale: isFrench ? "fr" : "en", classification: "TLP:AMBER",
            watermark: watermark,
            stamp: stamp(isFrench), paper: paper, isLargePrint: isLargePrint, words: isFrench ? french : english,
            blocks: blocks)
    }

    static let phone = Run.text("+33 4 78 00 12 34", .phone, link: .uri("tel:+33478001234"))

    static func step(_ time: String, _ who: String, _ text: String) -> StepRow {
        StepRow(time: time, who: [.text(who)], text: [.text(text)])
    }

    /// A checklist in French: decisions, branches, warnings, sub-steps, detail.
    static var checklist: [Block] {
        var decide = StepRow(
            time: "T+20 min", who: [.text("Directrice de crise")],
            text: [.text("Faut-il couper l’accès à Internet de toute l’entreprise ?")],
            isDecision: true)
        decide.parts = [
            .branch(.init(label: "Oui", text: [.text("prévenir les sites et passer à la messagerie de secours")])),
            .branch(.init(label: "Non", text: [.text("surveiller et décider de nouveau à "), .text("T+1 h", .time)])),
        ]
        var call = StepRow(
            time: "T+15 min", rhythm: "toutes les 30 min", who: [.text("Responsable de la communication")],
            text: [
                .text("Appeler le prestataire d’astreinte au "), phone,
                .text(" et demander l’ouverture d’une cellule."),
            ])
        call.parts = [
            .detail([
                .paragraph([.text("Preuve : heure de l’appel et nom de l’interlocuteur dans la main courante.")], .body)
            ])
        ]
        call.warnings = [[.text("Personne n’est joignable par le canal « e-mail » dans ce scénario.")]]
        var parent = step("T0", "Astreinte", "Confirmer l’alerte auprès de la personne qui l’a donnée.")
        parent.parts = [
            .step(step("", "", "Noter l’heure.")), .step(step("T+5 min", "Astreinte", "Noter le numéro de rappel.")),
        ]
        let list = StepList(
            title: "Activation",
            steps: [parent, call, decide]
                + (1...22).map {
                    step(
                        "T+\($0 * 10) min", $0 % 2 == 0 ? "Porte-parole" : "Directrice de crise",
                        "Étape \($0) : envoyer le message prévu aux clients et aux partenaires concernés, puis cocher.")
                })
        return [
            .callout(
                Callout(
                    .warning, title: [.text("N’utilisez pas la messagerie de l’entreprise")],
                    blocks: [
                        .paragraph([.text("Elle est peut-être lue par l’attaquant. Passez par le téléphone.")], .body)
                    ])),
            .heading(level: 1, [.text("Activation")], anchor: "activation"), .steps(list),
            .end([.text("Fin de la liste « rançongiciel »")]),
        ]
    }

    static let everything: [Block] = [
        .contents(depth: 2), .pageBreak,
        .heading(level: 1, [.text("Activer le plan")], anchor: "activer"),
        .paragraph(
            [.text("Ce plan sert quand un incident touche les clients, les salariés ou l’image de l’entreprise.")],
            .lead),
        .paragraph(
            [
                .text("Le texte courant renvoie à "), .text("la fiche des contacts", link: .anchor("contacts")),
                Run(.page(of: "contacts", before: ", page\u{A0}"), link: .anchor("contacts")), .text(", à "),
                .text("la page d’état", link: .uri("https://etat.valmereau.example/incidents")), .text(" et au "),
                phone,
                .text(". Un mot "), .text("important", .strong), .text(", un mot "), .text("cité", .emphasis),
                .text(", un code "),
                .text("ABC-0Il1", .code), .text(", un champ "), .text("heure du constat", .field),
                .text(", un canal "),
                .text("e-mail", .struck), .text(" (hors service) et une case "), Run(.tick), .text(" à cocher."),
            ], .body),
        .paragraph([.text("Note : le niveau 2 se décide à deux.")], .note),
        .paragraph([.text("Petit texte, toujours lisible.")], .small),
        .facts([
            Fact("Déclenche", [.text("La directrice de crise, ou son suppléant")]),
            Fact(
                "Heure T0",
                [Run(.blank(label: "date", width: 10)), .text(" à "), Run(.blank(label: "heure", width: 6))]),
            Fact("Numéro de la cellule", [phone]),
        ]),
        .list(
            List(blocks: [
                [.paragraph([.text("Un premier critère")], .body)],
                [
                    .paragraph(
                        [
                            .text(
                                "Un second, plus long, qui court sur deux lignes pour que l’on voie bien comment le retrait tient le texte à sa place."
                            )
                        ], .body)
                ],
            ])),
        .list(
            List(
                blocks: [
                    [.paragraph([.text("D’abord")], .body)],
                    [
                        .paragraph([.text("Ensuite")], .body),
                        .list(List(blocks: [[.paragraph([.text("détail")], .body)]])),
                    ],
                ], isOrdered: true)),
        .callout(
            Callout(
                .decision, title: [.text("Activer le niveau 2 ?")],
                blocks: [.paragraph([.text("Oui si deux critères sur trois sont remplis.")], .body)])),
        .callout(Callout(.warning, title: [.text("Ne rien promettre sur l’heure du retour")], blocks: [])),
        .callout(
            Callout(
                .remark, title: [.text("Bon à savoir")],
                blocks: [.paragraph([.text("Le stock de cartes est à l’accueil.")], .body)])),
        .heading(level: 2, [.text("Contacts")], anchor: "contacts"),
        .table(
            Table(
                summary: "Rôles, titulaires et numéros",
                columns: [
                    .init([.text("Rôle")]), .init([.text("Titulaire")]), .init([.text("Mobile")], weight: 0),
                    .init([.text("Joint")], alignment: .center, weight: 0),
                ],
                rows: [.init([[.paragraph([.text("Cellule de crise")], .body)]], isGroup: true)]
                    + (1...5).map { n in
                        .init(runs: [
                            [.text("Responsable de la communication \(n)")], [.text("Anne Le Goff")], [phone],
                            [Run(.tick)],
                        ])
                    }, blankRows: 3)),
        .heading(level: 2, [.text("Message aux clients")], anchor: "message"),
        .message(
            MessageText(
                channel: [.text("SMS (expéditeur VALMEREAU)")], measure: "1 partie, 142 caractères sur 160",
                blocks: [
                    .paragraph(
                        [
                            .text("Valmereau : nos sites sont touchés par un incident depuis "),
                            Run(.blank(label: "heure", width: 6)),
                            .text(". Vos commandes sont retardées. Prochain point à "), .text("heure", .field),
                            .text("."),
                        ], .body)
                ],
                identifier: "clients/sms", template: "")),
        .message(
            MessageText(
                channel: [.text("E-mail")], subject: [.text("Incident en cours : vos commandes")],
                blocks: [
                    .paragraph([.text("Madame, Monsieur,")], .body),
                    .paragraph([.text("Nous vous informons d’un incident qui retarde vos commandes.")], .body),
                ],
                obstacle: [.text("Hors service dans ce scénario : la messagerie dépend de l’annuaire.")],
                identifier: "clients/email", template: "")),
        .quote([.paragraph([.text("Nous regrettons la gêne et reviendrons vers vous à 18 h.")], .body)]),
        .verbatim("ssh secours@10.0.0.1\n  --port 2222"),
        .drawing(drawing),
        .qrCode(
            payload: "https://etat.valmereau.example/incidents",
            caption: [.text("État des services : etat.valmereau.example")]),
        .heading(level: 1, [.text("Main courante")], anchor: "main-courante"), .writingLines(6),
        .table(
            Table(
                summary: "Main courante",
                columns: [
                    .init([.text("Heure")], weight: 0.2), .init([.text("Fait ou décision")], weight: 1),
                    .init([.text("Par")], weight: 0.3),
                ], rows: [], blankRows: 12, hasRowHeaders: false)),
        .heading(level: 1, [.text("Cartes")], anchor: "cartes"),
        .cards(
            (1...9).map { n in
                Card(
                    title: "Cellule de crise \(n)",
                    lines: [
                        [.text("Anne Le Goff "), phone], [.text("Paul Martin "), phone],
                        [
                            .text("Pont téléphonique "), .text("+33 1 70 00 00 01", .phone), .text(" code "),
                            .text("4471", .code),
                        ],
                    ], footer: "Valmereau · version 2.3 · TLP:AMBER")
            }),
        .together([
            .heading(level: 2, [.text("Ensemble")], anchor: "ensemble"),
            .paragraph([.text("Ces deux blocs restent sur une page.")], .body),
        ]),
        .end([.text("Fin du dossier")]),
    ]

    static var drawing: Drawing {
        var shapes: [Drawing.Shape] = [
            .line(.init(20, 60), .init(460, 60), .init(1)),
            .rectangle(origin: .init(180, 5), width: 120, height: 30, fill: .pale, stroke: .init(1), radius: 4),
            .text(
                "Directrice de crise", at: .init(240, 24), size: 10, anchor: .middle, isStrong: true, maxWidth: 112,
                tone: .black),
        ]
        for place in 0..<4 {
            let x = 20 + Double(place) * 115
            shapes.append(.line(.init(240, 35), .init(x + 50, 80), .init(0.8, .dark)))
            shapes.append(
                .rectangle(
                    origin: .init(x, 80), width: 100, height: 30, fill: nil,
                    stroke: .init(0.8, .dark, isDashed: place == 3), radius: 4))
            shapes.append(
                .text(
                    "Responsable de site numéro \(place + 1)", at: .init(x + 50, 99), size: 10, anchor: .middle,
                    isStrong: false, maxWidth: 92, tone: .black))
        }
        shapes.append(.circle(center: .init(20, 20), radius: 10, fill: .accent, stroke: nil))
        shapes.append(.polygon([.init(50, 30), .init(60, 10), .init(70, 30)], fill: .middle, stroke: .init(1)))
        return Drawing(
            width: 480, height: 120, title: "Arbre d’appel",
            alternative: "La directrice appelle quatre responsables de site.", shapes: shapes)
    }
}

extension Sample {
    /// What fonts, scripts and hands make difficult.
    static var difficult: [Block] {
        [
            .heading(level: 3, [.text("Écritures")], anchor: "ecritures"),
            .paragraph([.text("غرفة الأزمة: اتصلوا بالرقم 112 الآن.")], .body),
            .paragraph([.text("危機管理チームに連絡してください。")], .body),
            .paragraph([.text("שלום ABC 123 עולם")], .body),
            .paragraph([.text("Ouvert 😀 et naïve ﬁn e\u{301}tat \u{10FFFD}")], .body),
            .paragraph([.text(String(repeating: "incompréhensibilité", count: 12))], .body),
            .paragraph(
                [
                    .text("fichier ", link: .document("checklists/rancongiciel", anchor: "activation")),
                    .text("mort", link: .anchor("nulle-part")), .text(" et "),
                    .text("piège", link: .uri("javascript:alert(1)")),
                ], .body),
            .list(List([], isOrdered: true)), .table(Table(summary: "", columns: [], rows: [])), .facts([]),
            .steps(StepList(title: "Vide", steps: [])),
            .cards([]), .contents(depth: 9), .paragraph([], .body), .qrCode(payload: "", caption: []), .writingLines(0),
            .together([]), .pageBreak, .pageBreak,
        ]
    }
}
