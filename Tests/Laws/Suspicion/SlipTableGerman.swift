/// What people write who think in German, and what programs set to German write for them.
extension SlipTable {
    static let german: [Entry] =
        times.map { Entry("time", step, "- [ ] " + $0 + " $2 ") }
        + people.map { Entry("role", step, "- [ ] $1 " + $0 + " ") }
        + kinds.map { Entry("kind", #"\nkind: \#($0)\n"#, "\nkind: \($1)\n") }
        + keys.map { Entry("key", #"\n( *)\#($0): "#, "\n$1\($1): ") }
        + values.map { Entry("value", #"\n( *)\#($0): \#($1)\n"#, "\n$1\($0): \($2)\n") }
        + durations.map { Entry("duration", #"inform-within: \w+"#, "inform-within: " + $0) }
        + dates.map { Entry("date", #"(\{version: [0-9.]+, date: )[0-9-]+"#, "$1" + $0) }
        + locales.map { Entry("locale", #"\nlocales: \[(\w+)\]"#, "\nlocales: [" + $0 + "]") }
        + blanks.map { Entry("blank", #"(?m)^(.*)\{\{ [a-z-]+ \}\}"#, "$1" + $0) }
        + variants.map { Entry("variant", #"\n# [a-z-]+\n"#, "\n" + $0 + "\n") }
        + [
            Entry("number", #""\+49 ?1([0-9 ]+)""#, "01$1"), Entry("number", #""\+49 ?1([0-9 ]+)""#, "\"+49 (0)1$1\""),
            Entry("number", #""\+49 ?1([0-9 ]+)""#, "\"0049 1$1\""),
            Entry("quotes", #"\ntitle: "(.*)""#, "\ntitle: „$1“"),
            Entry("quotes", #"\nowner: (\S+)\n"#, "\nowner: „$1“\n"),
            Entry("kind", #"\nkind: "#, "\nArt: "), Entry("kind", #"\nkind: "#, "\ntyp: "),
        ]

    private static let step = #"- \[ \] (T\+\S+) (@\S+) "#

    private static let times = [
        "T+10 Minuten", "T+10 Min.", "T+10Min", "T + 10 Min", "T+1 Stunde", "T+2Stunden", "T+1 Std.", "T+1 Tag",
        "T+2 Tage",
        "T+1 Woche", "T+30'", "t+10 min.", "T+1,5 h", "T+1h 30min", "T+1h30min", "T0 + 10 Min",
    ]
    private static let people = [
        "@Leitung", "@ leitung", "Leitung:", "leitung:", "@leitung:", "@die-leitung", "@leitungs", "@lietung",
    ]
    private static let kinds = [
        ("message", "nachricht"), ("message", "Meldung"), ("message", "Mitteilung"), ("roles", "Rollen"),
        ("people", "Personen"), ("people", "Kontakte"), ("channels", "Kanäle"), ("channels", "kanaele"),
        ("systems", "Systeme"), ("activities", "Tätigkeiten"), ("audiences", "Zielgruppen"), ("scenario", "Szenario"),
        ("checklist", "Checkliste"), ("snippet", "Baustein"), ("fields", "Felder"), ("packs", "Mappen"),
        ("drills", "Übungen"), ("vocabulary", "Wortliste"),
    ]
    private static let keys = [
        ("title", "Titel"), ("scenarios", "Szenarien"), ("scenarios", "szenario"), ("channels", "kanäle"),
        ("audiences", "zielgruppen"), ("audiences", "Zielgruppe"), ("owner", "verantwortlich"), ("owner", "inhaber"),
        ("approver", "freigabe"), ("subject", "Betreff"), ("organisation", "Organisation"), ("organisation", "firma"),
        ("locales", "sprachen"), ("holder", "Inhaber"), ("deputies", "Stellvertreter"), ("deputies", "vertretung"),
        ("type", "typ"), ("type", "art"), ("example", "beispiel"), ("depends-on", "abhängig-von"),
        ("operated-by", "bedient-von"), ("address", "Adresse"), ("sender", "absender"), ("phase", "Phase"),
        ("affects", "betrifft"), ("covers", "enthält"), ("include", "inhalt"), ("copies", "Exemplare"),
        ("timezone", "zeitzone"), ("classification", "einstufung"), ("classification", "Klassifizierung"),
        ("workaround", "notbetrieb"), ("inform-within", "informieren-binnen"), ("reach", "erreichbar"),
    ]
    private static let values = [
        ("phase", "during", "während"), ("phase", "during", "Während"), ("phase", "before", "vorher"),
        ("phase", "after", "danach"), ("type", "voice", "Telefon"), ("type", "voice", "Anruf"),
        ("type", "email", "E-Mail"),
        ("type", "sms", "SMS"), ("type", "web", "Webseite"), ("type", "display", "Aushang"),
        ("type", "customers", "Kunden"), ("type", "employees", "Beschäftigte"), ("type", "employees", "Mitarbeiter"),
        ("type", "time", "Uhrzeit"), ("type", "text", "Text"), ("team", "executive", "Leitung"),
        ("team", "technical", "Technik"), ("team", "communication", "Kommunikation"), ("scenarios", "all", "alle"),
    ]
    private static let durations = [
        "4 Stunden", "4 Std.", "4 Std", "1 Stunde", "30 Minuten", "30 Min.", "2 Tage", "1 Tag", "1 Woche", "2 Wochen",
        "3 Monate", "1 Jahr", "2 Werktage", "bald", "sofort",
    ]
    private static let dates = [
        "21.11.2026", "21. November 2026", "21. Nov. 2026", "21.11.26", "heute", "November 2026",
    ]
    private static let locales = ["DE", "deutsch", "Deutsch", "de_DE", "DE-de"]
    private static let blanks = [
        "[Name der Person]", "(bitte ergänzen)", "(zu ergänzen)", "<Datum>", "[Uhrzeit]", "TT.MM.JJJJ", "N.N.",
        "(noch zu klären)", "HH:MM", "{Uhrzeit}", "…………", "bitte ausfüllen",
    ]
    private static let variants = [
        "# Textnachricht", "# E-Mail", "# Telefon", "## SMS", "SMS:", "**SMS**", "# SMS-Text", "# SMS (kurz)",
    ]
}
