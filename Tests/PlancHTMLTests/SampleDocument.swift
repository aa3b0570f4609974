import PlancDocument

/// A document with every kind of block and run, and a page of hostile text.
enum Sample {
    static let words = Document.Words(
        pageOf: "page {0} sur {1}", continues: "suite page suivante", continued: "suite", contents: "Sommaire",
        doneAt: "fait à", copyText: "Copier", print: "Imprimer", home: "Accueil", when: "Quand", who: "Qui",
        what: "Quoi",
        skip: "Aller au contenu", copied: "Texte copié")

    static let stamp = Document.Stamp(
        organisation: "Ville de Valmereau", plan: "Plan de communication de crise", version: "version 2.3",
        date: "21 novembre 2026", isoDate: "2026-11-21", revision: "6a455bd", copy: "exemplaire 3 sur 12 – accueil")

    static func document(
        _ blocks: [Block], title: String = "Rançongiciel", purpose: [Run] = [], words: Document.Words = words,
        stamp: Document.Stamp = stamp, watermark: String? = nil
    ) -> Document {
        Document(
            id: "rancongiciel", title: title, purpose: purpose, locale: "fr", classification: "TLP:AMBER",
            watermark: watermark, stamp: stamp, words: words, blocks: blocks)
    }

    static func phone(_ shown: String, _ number: String) -> Run {
        .text(shown, [.phone], link: .uri("tel:\(number)"))
    }

    static let everything = document(
        [
            .contents(depth: 2),
            .callout(
                Callout(
                    .warning, title: [.text("La messagerie n’est pas sûre")],
                    blocks: [.paragraph([.text("L’attaquant peut la lire : appelez.")], .body)])),
            .heading(level: 1, [.text("Première heure")], anchor: "premiere-heure"),
            .paragraph([.text("Une "), .text("seule", .strong), .text(" voix.")], .lead),
            .steps(steps),
            .callout(
                Callout(
                    .decision, title: [.text("Prévenir la préfecture ?")],
                    blocks: [.paragraph([Run(.tick), .text(" oui  "), Run(.tick), .text(" non")], .body)])),
            .heading(level: 1, [.text("Contacts")], anchor: "contacts"),
            .heading(level: 3, [.text("Cellule de crise")], anchor: "cellule"),
            .table(contacts), .table(matrix),
            .facts([
                Fact(
                    "Pont téléphonique",
                    [phone("01 23 45 67 89", "+33123456789"), .text(", code "), .text("4417#", .code)]),
                Fact("T0", [Run(.blank(label: "heure", width: 8))]),
            ]),
            .heading(level: 1, [.text("Messages")], anchor: "messages"),
            .message(
                MessageText(
                    channel: [.text("SMS (expéditeur VALMEREAU)")], measure: "1 SMS, 142 caractères sur 160",
                    blocks: [
                        .paragraph([.text("Nos services sont perturbés depuis "), .text("heure", .field)], .body)
                    ],
                    identifier: "premier-message.sms", template: "Nos services sont perturbés depuis {{ heure }}")),
            .message(
                MessageText(
                    channel: [.text("Courriel")], subject: [.text("Incident en cours")],
                    blocks: [.paragraph([.text("Madame, Monsieur,")], .body)],
                    obstacle: [.text("Hors service : messagerie")],
                    identifier: "premier-message.email", template: "Madame, Monsieur,")),
            .heading(level: 1, [.text("À découper")], anchor: "cartes"),
            .cards([
                Card(title: "Cellule de crise", lines: [[phone("01 23 45 67 89", "+33123456789")]], footer: "v2.3"),
                Card(title: "Astreinte", lines: [[.text("Anne Le Goff")]], footer: "v2.3"),
            ]),
            .drawing(drawing),
            .qrCode(payload: "https://etat.valmereau.example", caption: [.text("Page d’état")]),
            .writingLines(3), .pageBreak,
            .list(
                List(
                    blocks: [[.paragraph([.text("un")], .body)], [.paragraph([.text("deux")], .body)]], isOrdered: true
                )),
            .list(List(blocks: [[.paragraph([.text("a")], .body), .quote([.paragraph([.text("cité")], .note)])]])),
            .verbatim("\n  colonne 1\tcolonne 2"),
            .together([.heading(level: 2, [.text("Ensemble")], anchor: "ensemble"), .paragraph([.text("x")], .small)]),
            .end([.text("Fin de la liste")]),
        ],
        purpose: [.text("Dès qu’un poste affiche une demande de rançon.")], watermark: "EXERCICE")

    static let steps = StepList(
        title: "Première heure",
        steps: [
            StepRow(
                time: "T0", who: [.text("Astreinte")],
                text: [.text("Débrancher les postes touchés, sans les éteindre")],
                parts: [.detail([.paragraph([.text("Preuve : photo de l’écran.")], .note)])]),
            StepRow(
                time: "T+15 min", rhythm: "toutes les 30 min", who: [.text("Directrice de la communication")],
                text: [
                    .text("Envoyer "),
                    .text("le premier message", link: .document("messages/rancongiciel", anchor: "premier-message")),
                ],
                warnings: [[.text("Le courriel est hors service dans ce scénario")]]),
            StepRow(
                time: "T+30 min", who: [.text("Directeur général")], text: [.text("Données personnelles touchées ?")],
                isDecision: true,
                parts: [
                    .branch(.init(label: "oui", text: [.text("Prévenir la CNIL", link: .anchor("messages"))])),
                    .branch(.init(label: "non", text: [.text("Le noter au journal")])),
                    .step(
                        StepRow(
                            time: "", who: [], text: [.text("Lire le registre "), Run(.blank(label: "page", width: 4))]
                        )),
                ]),
        ])

    static let contacts = Table(
        summary: "Qui appeler, dans l’ordre",
        columns: [
            Table.Column([.text("Rôle")]), Table.Column([.text("Titulaire")]), Table.Column([.text("Téléphone")]),
        ],
        rows: [
            Table.Row([[.paragraph([.text("Communication")], .body)]], isGroup: true),
            Table.Row(runs: [
                [.text("Directrice de la communication")], [.text("Anne Le Goff")],
                [phone("06 11 22 33 44", "+33611223344")],
            ]),
            Table.Row(runs: [
                [.text("Porte-parole")], [.text("Paul Martin")], [phone("06 55 66 77 88", "+33655667788")],
            ]),
        ], blankRows: 2)

    static let matrix = Table(
        summary: "Joignables ou non",
        columns: [Table.Column([]), Table.Column([.text("Vu")], alignment: .center)],
        rows: [
            Table.Row(runs: [[.text("Agents")], [Run(.tick)]]),
            Table.Row(runs: [[.text("Élus")], [Run(.blank(label: "", width: 6))]]),
        ])

    static let drawing = Drawing(
        width: 480, height: 120, title: "Frise des quatre premières heures",
        alternative: "T0 : activation.\nT+4 h : CNIL.",
        shapes: [
            .line(.init(10, 60), .init(470, 60), .init(2)),
            .rectangle(origin: .init(20, 40), width: 100, height: 40, fill: .pale, stroke: .init(1, .dark), radius: 4),
            .circle(center: .init(200, 60), radius: 12, fill: .accent, stroke: nil),
            .polygon(
                [.init(300, 50), .init(310, 70), .init(290, 70)], fill: .middle,
                stroke: .init(0.5, .black, isDashed: true)),
            .text(
                "Activation", at: .init(70, 65), size: 10, anchor: .middle, isStrong: true, maxWidth: 90, tone: .black),
            .text(
                "Un texte beaucoup trop long pour la place qu’il a", at: .init(400, 100), size: 10, anchor: .end,
                isStrong: false, maxWidth: 60, tone: .dark),
        ])

    /// Text that would do harm in HTML, in an attribute, in a style or in a script.
    static let hostile =
        "</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt;{{x}}\u{202E}\u{0}\u{1B}\u{9B}\\a }body{}"

    /// Every slot of a document filled with a hostile text.
    static let hostileDocument: Document = {
        let text = [Run.text(hostile)]
        let paragraph = Block.paragraph(text, .body)
        let uris = [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x", "//evil.example/x", "\\\\evil.example\\x", "file:///etc/passwd", "blob:x", hostile,
            "https://ok.example/?a=\"><script>alert(1)</script>",
        ]
        var words = Sample.words
        words.doneAt = hostile
        words.contents = hostile
        words.copyText = hostile
        words.print = hostile
        words.home = hostile
        words.skip = hostile
        words.copied = hostile
        words.pageOf = hostile + "{0}{1}"
        words.when = hostile
        words.who = hostile
        words.what = hostile
        var blocks: [Block] = [
            .heading(level: 1, text, anchor: hostile), .paragraph(text, .lead),
            .list(List(blocks: [[paragraph]], isOrdered: true)),
            .table(
                Table(
                    summary: hostile, columns: [.init(text), .init(text), .init(text)],
                    rows: [.init(runs: [text, [Run(.tick)], text]), .init([[paragraph]], isGroup: true)])),
            .steps(
                StepList(
                    title: hostile,
                    steps: [
                        StepRow(
                            time: hostile, rhythm: hostile, who: text, text: text,
                            parts: [
                                .detail([paragraph]), .branch(.init(label: hostile, text: text, detail: [paragraph])),
                            ], warnings: [text])
                    ])),
            .facts([Fact(hostile, [Run(.blank(label: hostile, width: 1_000_000))])]),
            .callout(Callout(.remark, title: text, blocks: [paragraph])),
            .message(
                MessageText(
                    channel: text, measure: hostile, subject: text, blocks: [paragraph], obstacle: text,
                    identifier: hostile,
                    template: hostile)),
            .cards([Card(title: hostile, lines: [text], footer: hostile)]),
            .drawing(
                Drawing(
                    width: .infinity, height: .nan, title: hostile, alternative: hostile,
                    shapes: [
                        .text(
                            hostile, at: .init(0, 1e300), size: 10, anchor: .end, isStrong: true, maxWidth: 50,
                            tone: .black)
                    ])),
            .qrCode(payload: hostile, caption: text), .end(text), .verbatim(hostile), .quote([paragraph]),
            .contents(depth: 4),
        ]
        blocks += uris.map { .paragraph([.text($0, .phone, link: .uri($0))], .body) }
        blocks += [
            .paragraph([.text("climbs", link: .document("../../etc/passwd", anchor: nil))], .body),
            .paragraph([.text("odd", link: .document("a b/\(hostile)", anchor: hostile))], .body),
        ]
        var document = Document(
            id: hostile, title: hostile, purpose: text, locale: hostile, classification: hostile, watermark: hostile,
            stamp: Document.Stamp(
                organisation: hostile, plan: hostile, version: hostile, date: hostile, isoDate: hostile,
                revision: hostile,
                copy: hostile),
            words: words, blocks: blocks)
        document.isLargePrint = true
        return document
    }()
}
