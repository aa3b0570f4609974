import PlancModel

/// The words of packs.
extension Words {
    var packFor: String { say("For:", "Pour :") }
    func copy(_ number: String, of count: Int) -> String {
        say("copy \(number) of \(count)", "exemplaire \(number) sur \(count)")
    }
    var copyLabel: String { say("Copy", "Exemplaire") }
    var numberBlank: String { say("number", "numéro") }
    var organisation: String { say("Organisation", "Organisme") }
    var plan: String { say("Plan", "Plan") }
    var versionLabel: String { say("Version", "Version") }
    var dateLabel: String { say("Date", "Date") }
    var notApproved: String { say("not approved", "non approuvé") }
    var changedSince: String { say("changed since", "modifié depuis") }
    var numbersNeverTried: String { say("numbers never tried", "numéros jamais essayés") }
    var numbersChanged: String { say("numbers changed since they were tried", "numéros modifiés depuis leur essai") }
    var textNeverRead: String { say("never", "jamais") }
    var reviewBefore: String { say("Review before", "À relire avant le") }
    var revision: String { say("Revision", "Révision") }
    var scenarios: String { say("Scenarios", "Scénarios") }
    var onTheDay: String { say("To fill in on the day", "À remplir le jour venu") }
    var awareAt: String { say("We learned of it", "Nous l’avons appris") }
    var scenarioBlank: String { say("Scenario chosen", "Scénario retenu") }
    func endOfPack(_ title: String) -> String { say("End of pack – \(title)", "Fin du dossier – \(title)") }

    /// FIRST, Traffic Light Protocol 2.0, in short.
    func meaning(of label: Classification) -> String {
        switch label {
        case .clear: say("may be shared with everyone", "partage sans limite")
        case .green: say("may be shared within the community", "partage au sein de la communauté")
        case .amber:
            say(
                "those who need to know, here and at our clients",
                "ceux qui ont à en connaître, ici et chez nos clients")
        case .amberStrict: say("those who need to know, here only", "ceux qui ont à en connaître, ici seulement")
        case .red: say("for the named readers only", "pour les seuls destinataires nommés")
        }
    }

    func section(_ section: PackSection) -> String {
        switch section {
        case .cover: say("Cover", "Couverture")
        case .activation: say("Activation", "Activation")
        case .timeline: say("Timeline", "Chronologie")
        case .contacts: say("Contacts", "Contacts")
        case .walletCards: walletTitle
        case .callTree: callTreeTitle
        case .channels: say("Channels", "Canaux")
        case .deadlines: say("Legal deadlines", "Délais légaux")
        case .checklists: say("Checklists", "Listes d’actions")
        case .roleSheets: say("A sheet for each role", "Une fiche par rôle")
        case .messages: say("Messages", "Messages")
        case .obligations: say("Legal duties", "Obligations")
        case .reach: say("Who can be reached", "Qui peut être joint")
        case .activities: say("Essential activities", "Activités essentielles")
        case .logSheets: say("Sheets to fill in", "Feuilles à remplir")
        case .everything: ""
        }
    }

    var preparationForAll: String { say("Before: for every scenario", "Avant : pour tous les scénarios") }

    // MARK: Activation

    var levels: String { say("Levels", "Niveaux") }
    var level: String { say("Level", "Niveau") }
    var decides: String { say("Decides", "Décide") }
    var downLabel: String { say("Out of order", "Hors service") }
    var distrustedLabel: String { say("Not to be trusted", "À ne pas croire") }
    var affected: String { say("Affected", "Touchés") }

    // MARK: Channels, reach

    var usable: String { say("Usable", "Utilisables") }
    var withoutOperator: String { say("Nobody to work them", "Personne pour les utiliser") }
    var channel: String { say("Channel", "Canal") }
    var state: String { say("State, access", "État, accès") }
    var access: String { say("Access:", "Accès :") }
    var workedBy: String { say("Worked by", "Utilisé par") }
    var audiences: String { say("Audiences", "Publics") }
    var roles: String { say("Roles", "Rôles") }
    var nobody: String { say("nobody", "personne") }
    var nothingWorks: String { say("nothing works", "rien ne marche") }
    var reachNote: String {
        say(
            "The first channel or person that still works, and how many do. In italics: not the first choice.",
            "Le premier canal ou la première personne qui marche encore, et combien il en reste. En italique : pas le premier choix."
        )
    }

    // MARK: Deadlines and duties

    var clocksNote: String {
        say(
            "Write down each start as soon as it is known, reckon the latest hour, write it in the table.",
            "Notez chaque départ dès qu’il est connu, calculez l’heure limite, écrivez-la dans le tableau.")
    }
    func clock(_ start: ClockStart) -> String {
        switch start {
        case .detection: say("Detected", "Détecté")
        case .awareness: say("Known for certain", "Connu avec certitude")
        case .classification: say("Classified as major", "Classé comme majeur")
        }
    }
    func after(_ start: ClockStart) -> String {
        switch start {
        case .detection: say("after it was detected", "après la détection")
        case .awareness: say("after it was known", "après la prise de connaissance")
        case .classification: say("after it was classified", "après le classement")
        }
    }
    func afterStage(_ stage: String) -> String { say("after: \(stage)", "après : \(stage)") }
    var noDelay: String { say("without undue delay", "sans délai injustifié") }
    var duty: String { say("Duty", "Obligation") }
    var limit: String { say("Time allowed", "Délai") }
    var planned: String { say("Planned", "Prévu") }
    var latest: String { say("At the latest", "Au plus tard") }
    var doneAtHour: String { say("Done at", "Fait à") }
    var nothingPlanned: String { say("nothing planned", "rien de prévu") }
    var authority: String { say("Authority", "Autorité") }
    var law: String { say("Law", "Texte") }
    var appliesWhen: String { say("Applies when", "S’applique si") }
    var personalData: String { say("personal data are touched", "des données personnelles sont touchées") }
    var verified: String { say("Text last read", "Texte relu le") }
    var source: String { say("Source", "Source") }
    var stage: String { say("Stage", "Étape") }
    var contentsAsked: String { say("What it must tell", "Ce qu’elle doit dire") }

    /// Stages of the built-in library by the words people use; others by their own name.
    func stageName(_ name: String) -> String {
        guard isFrench else { return name.replacing("-", with: " ") }
        switch name {
        case "early-warning": return "alerte précoce"
        case "notification": return "notification"
        case "incident-notification": return "notification de l’incident"
        case "initial", "initial-notification": return "notification initiale"
        case "declaration": return "déclaration"
        case "report": return "rapport"
        case "intermediate-report": return "rapport intermédiaire"
        case "final-report": return "rapport final"
        case "progress-report": return "rapport d’avancement"
        case "communication": return "communication"
        case "complementary": return "complément"
        case "complaint": return "plainte"
        case "disclosure": return "publication"
        default: return name.replacing("-", with: " ")
        }
    }

    func element(_ element: Element) -> String {
        switch element {
        case .facts: say("what happened", "les faits")
        case .unknowns: say("what is not known", "ce qu’on ignore")
        case .impact: say("the impact", "les effets")
        case .measures: say("what is done", "les mesures")
        case .advice: say("advice", "les conseils")
        case .nextUpdate: say("the next update", "le prochain point")
        case .contact: say("a contact", "un contact")
        case .authenticity: say("how to check it", "comment vérifier")
        case .empathy: say("empathy", "l’empathie")
        case .data: say("the data concerned", "les données concernées")
        case .consequences: say("likely consequences", "les conséquences probables")
        case .changed: say("what has changed", "ce qui a changé")
        case .apology: say("an apology", "des excuses")
        case .thanks: say("thanks", "des remerciements")
        case .verdict: say("the verdict", "le verdict")
        case .offer: say("an offer of help", "une aide proposée")
        }
    }

    // MARK: Activities, logs, registers

    var activity: String { say("Activity", "Activité") }
    var needs: String { say("Needs", "Repose sur") }
    var workaround: String { say("By hand", "À la main") }
    var none: String { say("none", "aucun") }
    var activitiesNote: String {
        say(
            "MTPD: how long the activity can be missed at most. RTO: when it is to be back. RPO: how much work may be lost.",
            "MTPD : durée maximale sans l’activité. RTO : délai de reprise visé. RPO : travail que l’on accepte de perdre."
        )
    }
    func choice(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + say(" or ", " ou ") + last
    }
    var log: String { say("Log", "Main courante") }
    var logWhat: String { say("Facts, calls", "Faits, appels") }
    var time: String { say("Time", "Heure") }
    var from: String { say("From, to", "De, à") }
    var writtenBy: String { say("Written by", "Noté par") }
    var decisions: String { say("Decisions", "Décisions") }
    var decision: String { say("Decision", "Décision") }
    var because: String { say("Because", "Pourquoi") }
    var situationNumber: String { say("Report", "Point") }
    var situation: String { say("Situation report", "Point de situation") }
    var situationQuestions: [String] {
        [
            say("What we know for certain", "Ce que nous savons avec certitude"),
            say(
                "What we do not know yet, and when we shall",
                "Ce que nous ne savons pas encore, et quand nous le saurons"),
            say("Who is affected, and how", "Qui est touché, et comment"),
            say("What has been done since the last report", "Ce qui a été fait depuis le dernier point"),
            say("What has been said, to whom, by what", "Ce qui a été dit, à qui, par quel canal"),
            say("What is decided, who does it, by when", "Ce qui est décidé, par qui, pour quand"),
            say("Next report at", "Prochain point à"),
        ]
    }
    var history: String { say("History of versions", "Historique des versions") }

    var byWhom: String { say("By", "Par") }
    var whatChanged: String { say("What changed", "Ce qui a changé") }

    // MARK: Timeline

    func chartTitle(_ scenario: String) -> String { say("Timeline – \(scenario)", "Chronologie – \(scenario)") }
    var chartLegend: String {
        say(
            "Dot: a message leaves. Bar: the latest moment. Hours are drawn wider than days.",
            "Point : un message part. Barre : la limite. Les heures sont dessinées plus larges que les jours.")
    }
    func laneSentence(_ name: String, _ messages: String) -> String {
        say("\(name): \(messages).", "\(name) : \(messages).")
    }
    func dutySentence(_ name: String, _ planned: String?, _ limit: String?) -> String {
        let parts = [
            planned.map { say("planned at \($0)", "prévu à \($0)") },
            limit.map { say("at the latest at \($0)", "au plus tard à \($0)") },
        ].compactMap { $0 }
        return say("\(name): ", "\(name) : ") + parts.joined(separator: ", ") + "."
    }
}
