import PlancDocument

extension Sample {
    static let labels = MessagePage.Labels(
        fields: "Ce que l’on sait",
        fieldsNote: "Ce que vous saisissez reste dans cette page. Enregistrez-le pour le garder.",
        example: "par exemple {0}", choose: "choisir", now: "maintenant", moment: "{0} à {1}",
        days: (1...31).map { $0 == 1 ? "1er {0} {1}" : "\($0) {0} {1}" }, hours: (0...23).map { "\($0) h" },
        times: (0...23).map { "\($0) h {0}" },
        manyEmpty: "{0} champs encore vides",
        oneEmpty: "1 champ encore vide", noneEmpty: "tous les champs sont remplis", save: "Enregistrer dans un fichier",
        load: "Charger un fichier", clear: "Vider les champs", loaded: "{0} valeurs chargées",
        notLoaded: "ce fichier ne contient aucune valeur pour ces champs", exercise: "Ceci est un exercice",
        exercisePrefix: "EXERCICE : ", messages: "Messages", down: "Inutilisables dans ce scénario", subject: "Objet",
        copySubject: "Copier l’objet", copyText: "Copier le texte", copied: "copié",
        copiedEmpty: "copié – {0} champs y sont encore vides", parts: "{0} SMS, {1} caractères",
        partsLimit: "{0} SMS au plus",
        unicode: "compté en Unicode à cause de {0}", charactersOf: "{0} caractères sur {1}",
        characters: "{0} caractères",
        secondsOf: "{0} secondes sur {1}", seconds: "{0} secondes", tooLong: "trop long",
        sending: .init(
            tab: "Envoyer un par un", activation: "T0 – plan activé", doNotUse: "Ne pas utiliser",
            backInUse: "rendu", saidBy: "dit par", sentAt: "Heure d’envoi", sentNow: "Envoyé maintenant",
            next: "Suivant : {0}", done: "{0} sur {1} envoyés", sent: "envoyé à {0}", due: "à envoyer à {0}",
            late: "en retard, prévu à {0}", toSend: "à envoyer", changed: "modifié depuis l’envoi",
            wasNow: "{0} : envoyé « {1} », maintenant « {2} »"))

    static let messagePage = MessagePage(
        title: "Rançongiciel – messages", purpose: [.text("Pour la directrice de la communication.")], locale: "fr",
        classification: "TLP:AMBER", stamp: stamp, fileName: "rancongiciel-fr",
        fields: [
            .init(id: "heure", title: "heure du début", kind: .time, example: "06:40", longest: "23 h 59"),
            .init(id: "jour", title: "jour du début", kind: .date, example: "2026-11-21", longest: "30 septembre 2026"),
            .init(
                id: "point", title: "prochain point", kind: .datetime, example: "2026-11-21T18:30",
                longest: "30 septembre 2026 à 18 h 30"),
            .init(
                id: "services", title: "services touchés", example: "la facturation",
                longest: "la facturation et la paie",
                legend: [.text("confirmé par le DSI")]),
            .init(id: "nombre", title: "nombre de clients", kind: .number, example: "1 200"),
            .init(id: "etat", title: "état", kind: .choice, choices: ["à l’arrêt", "ralenti"], example: "ralenti"),
            .init(id: "numero", title: "numéro vert", kind: .phone, example: "0 800 123 456"),
            .init(id: "page", title: "page d’état", kind: .url, example: "https://etat.valmereau.example"),
        ],
        messages: [
            .init(
                id: "premier-message", mark: "M01", title: "Premier message aux clients", due: "T+30 min",
                minutes: 30, facts: [Fact("Pour", [.text("clients")])],
                checks: [
                    Fact("Validé par", [.text("Anne Le Goff "), phone("06 11 22 33 44", "+33611223344")])
                ],
                channels: [
                    .init(
                        title: "SMS (expéditeur VALMEREAU)", measure: .parts(atMost: 1),
                        access: [.text("Clé chiffrée, valise de crise")],
                        text:
                            "Depuis {{ heure }}, {{services}} : incident. Infos {{ page }} ou {{ numero }}. {{ inconnu }}"
                    ),
                    .init(title: "Intranet", text: "Le même texte."),
                    .init(title: "Affichage", subject: "Objet", text: "Le même texte."),
                    .init(
                        title: "Courriel", obstacle: [.text("messagerie arrêtée par l’attaque")],
                        subject: "Incident du {{ jour }}",
                        text: "Madame, Monsieur,\n\nDepuis le {{ jour }} à {{ heure }}, …"),
                ]),
            .init(
                id: "reseaux", mark: "M02", title: "Point de situation", due: "T+1 h", minutes: 60, facts: [],
                channels: [
                    .init(
                        title: "X", measure: .characters(atMost: 280, isWeighted: true),
                        text: "{{ services }} : {{ etat }}. Prochain point {{ point }}."),
                    .init(
                        title: "Serveur vocal", measure: .seconds(atMost: 40),
                        text: "Bonjour. {{ nombre }} clients sont touchés."),
                ]),
        ],
        stops: [.init(title: "Courriel", state: [.text(" : arrêté par l’attaque")])], words: words, labels: labels)

    static let hostileMessagePage: MessagePage = {
        var page = messagePage
        page.title = hostile
        page.purpose = [.text(hostile, link: .uri("javascript:alert(1)"))]
        page.fileName = hostile
        page.isExercise = true
        page.labels.fieldsNote = hostile
        page.labels.manyEmpty = hostile
        page.labels.exercisePrefix = hostile
        page.fields = [
            .init(id: hostile, title: hostile, example: hostile, longest: hostile, legend: [.text(hostile)]),
            .init(id: "__proto__", title: hostile, kind: .choice, choices: [hostile], example: hostile),
        ]
        page.messages = [
            .init(
                id: hostile, mark: hostile, title: hostile, due: hostile, facts: [Fact(hostile, [.text(hostile)])],
                checks: [Fact(hostile, [.text(hostile)])],
                channels: [
                    .init(
                        title: hostile, measure: .parts(atMost: -1), subject: hostile, text: hostile + "{{ __proto__ }}"
                    ),
                    .init(
                        title: hostile, measure: .characters(atMost: nil, isWeighted: false),
                        obstacle: [.text(hostile)], text: hostile),
                ])
        ]
        page.stops = [.init(title: hostile, state: [.text(hostile)])]
        return page
    }()

    static let home = HomePage(
        title: "Plan de communication de crise", locale: "fr", classification: "TLP:AMBER", stamp: stamp, words: words,
        callersTitle: "Appeler d’abord",
        callers: [
            .init(title: "Astreinte", name: "", numbers: [phone("01 23 45 67 89", "+33123456789")]),
            .init(
                title: "Directrice de la communication", name: "Anne Le Goff",
                numbers: [phone("06 11 22 33 44", "+33611223344"), .text("radio, canal 4")]),
        ],
        groups: [
            .init(
                title: "Rançongiciel",
                items: [
                    .init(
                        title: "Liste de contrôle",
                        files: [
                            .init(label: "page", path: "checklists/rancongiciel.html"),
                            .init(label: "PDF", path: "checklists/rancongiciel.pdf"),
                            .init(label: "texte", path: "checklists/rancongiciel.txt"),
                        ]),
                    .init(title: "Contacts", files: [.init(label: "PDF", path: "contacts/à b.pdf")]),
                    .init(title: "Messages", files: [.init(label: "page", path: "messages/rancongiciel.html")]),
                ], foldedTitle: "Une feuille par rôle",
                folded: [
                    .init(
                        title: "Astreinte", files: [.init(label: "PDF", path: "checklists/rancongiciel--astreinte.pdf")]
                    )
                ]),
            .init(title: "Panne électrique", items: []), .init(title: "Dossiers", items: []),
            .init(
                title: "Données",
                items: [
                    .init(title: "Le plan", files: [.init(label: "JSON", path: "../plan.json")]),
                    .init(title: "Hors du plan", files: [.init(label: "x", path: "../../etc/passwd")]),
                ]),
        ], languages: [.init(locale: "en", title: "English", path: "../en/index.html")])
}
