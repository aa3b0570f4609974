extension Aliases {
    static let german: Aliases = {
        var aliases = Aliases()
        aliases.kinds = [
            "personen": "people", "kontakte": "people", "kanal": "channels", "kanaele": "channels",
            "system": "systems", "systeme": "systems", "aktivitaeten": "activities", "zielgruppe": "audiences",
            "zielgruppen": "audiences", "szenario": "scenarios", "szenarien": "scenarios",
            "checkliste": "checklist", "checklisten": "checklist", "meldung": "message", "meldungen": "message",
            "nachricht": "message", "baustein": "snippet", "bausteine": "snippet", "feld": "fields",
            "felder": "fields", "mappe": "packs", "mappen": "packs", "uebung": "drills", "uebungen": "drills",
            "pflicht": "obligations", "pflichten": "obligations", "rolle": "role", "rollen": "role",
        ]
        aliases.keys = [
            "titel": ["title"], "bezeichnung": ["title"], "inhaber": ["holder"], "stellvertreter": ["deputies"],
            "stellvertretung": ["deputies"], "stellvertretungen": ["deputies"], "funktion": ["job"],
            "sprachen": ["locales"], "sprache": ["locales", "locale"], "privat": ["private"],
            "geprueft": ["verified"], "haengt-ab-von": ["depends-on"], "absender": ["sender"],
            "grenze": ["limit"], "lieferant": ["supplier"], "dienstleister": ["supplier"],
            "kanaele": ["channels"], "kanal": ["channels"], "zielgruppen": ["audiences"],
            "zielgruppe": ["audiences"], "groesse": ["size"], "behoerde": ["authority"], "gesetz": ["law"],
            "stufen": ["stages"], "stufe": ["stages"], "betreff": ["subject"], "verantwortlich": ["owner"],
            "freigabe": ["approver"], "nach": ["after"], "versand": ["send"], "frist": ["deadline"],
            "beispiel": ["example"], "auswahl": ["choices"], "fuer": ["for"], "inhalt": ["include", "contents"],
            "papier": ["paper"], "exemplare": ["copies"], "gedruckt": ["printed"], "vermeiden": ["avoid"],
            "begriff": ["term"], "ueberschriften": ["headings"], "ueberpruefung": ["review"],
            "feiertage": ["holidays"], "regeln": ["rules"], "zeitzone": ["timezone"], "betrifft": ["affects"],
        ]
        aliases.values = [
            "vorher": ["before"], "waehrend": ["during"], "nachher": ["after"], "kunden": ["customers"],
            "beschaeftigte": ["employees"], "mitarbeiter": ["employees"], "presse": ["press"],
            "behoerden": ["authorities"], "partner": ["partners"], "lieferanten": ["partners"],
            "investoren": ["investors"], "oeffentlichkeit": ["public"], "telefon": ["voice"], "anruf": ["voice"],
            "brief": ["letter"], "aushang": ["display"], "zahl": ["number"], "uhrzeit": ["time"], "ja": ["true"],
            "nein": ["false"], "fakten": ["facts"], "massnahmen": ["measures"], "fehler": ["error"],
            "warnung": ["warning"], "hinweis": ["note"], "aus": ["off"],
        ]
        aliases.units = [
            "min": ["minuten"], "h": ["std", "stunde", "stunden"], "d": ["tag", "tage"],
            "w": ["woche", "wochen"], "mo": ["monat", "monate"], "y": ["jahr", "jahre"],
            "bd": ["arbeitstag", "arbeitstage", "werktag", "werktage"],
        ]
        aliases.languages = [
            "deutsch": "de", "französisch": "fr", "englisch": "en", "spanisch": "es", "italienisch": "it",
            "niederländisch": "nl", "portugiesisch": "pt",
        ]
        aliases.kinds = bothSpellings(aliases.kinds)
        aliases.keys = bothSpellings(aliases.keys)
        aliases.values = bothSpellings(aliases.values)
        return aliases
    }()

    /// An id is made of a name without its accents: `Kanäle` is `kanale`, and people write `kanaele`.
    private static func bothSpellings<Meant>(_ table: [String: Meant]) -> [String: Meant] {
        var all = table
        for (name, meant) in table {
            let plain = name.replacing("ae", with: "a").replacing("oe", with: "o").replacing("ue", with: "u")
            all[plain] = all[plain] ?? meant
        }
        return all
    }
}
