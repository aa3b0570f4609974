extension Aliases {
    static let german: Aliases = {
        var aliases = Aliases()
        aliases.kinds = [
            "personen": "people", "kontakte": "people", "kanal": "channels", "kanaele": "channels",
            "system": "systems", "systeme": "systems", "aktivitaeten": "activities", "zielgruppe": "audiences",
            "zielgruppen": "audiences", "szenario": "scenario", "szenarien": "scenarios",
            "checkliste": "checklist", "checklisten": "checklist", "meldung": "message", "meldungen": "message",
            "nachricht": "message", "baustein": "snippet", "bausteine": "snippet", "feld": "fields",
            "felder": "fields", "mappe": "packs", "mappen": "packs", "uebung": "drills", "uebungen": "drills",
            "pflicht": "obligations", "pflichten": "obligations", "rolle": "role", "rollen": "roles",
            "person": "people", "telefonliste": "people", "taetigkeit": "activities", "taetigkeiten": "activities",
            "prozesse": "activities", "nachrichten": "message", "mitteilung": "message", "textbaustein": "snippet",
            "wortliste": "vocabulary", "woerter": "vocabulary", "wortschatz": "vocabulary", "notfallplan": "plan",
        ]
        aliases.keys = [
            "titel": ["title", "name"], "bezeichnung": ["title"], "inhaber": ["holder"], "stellvertreter": ["deputies"],
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
            "name": ["name", "title"], "inhaberin": ["holder", "owner"], "stellvertreterin": ["deputies"],
            "vertretung": ["deputies"], "vertreter": ["deputies"], "bereich": ["team"], "arbeitszeit": ["hours"],
            "zeiten": ["hours"], "beruf": ["job"], "erreichbar": ["reach"], "erreichbarkeit": ["reach"],
            "kontakt": ["reach"], "abhaengig-von": ["depends-on"], "braucht": ["depends-on"],
            "bedient-von": ["operated-by"], "zugang": ["access"], "adresse": ["address"], "anbieter": ["supplier"],
            "standort": ["site"], "typ": ["type"], "art": ["type"], "anzahl": ["size"],
            "informieren-binnen": ["inform-within"], "informieren-in": ["inform-within"],
            "aktualisieren-alle": ["update-every"], "szenario": ["scenarios", "scenario"],
            "szenarien": ["scenarios"], "betroffene": ["affects"], "legt-lahm": ["disables"],
            "pflichten": ["obligations"], "ausgeloest-von": ["activated-by"], "phasen": ["phase"],
            "quelle": ["source"], "verantwortliche": ["owner"], "eigentuemer": ["owner"],
            "freigegeben": ["approved"], "genehmigung": ["approver"], "senden": ["send"], "laengster": ["longest"],
            "laengstes": ["longest"], "deckt": ["covers"], "enthaelt": ["covers", "include"], "kopien": ["copies"],
            "besser": ["prefer"], "warum": ["because"], "erlaubt": ["allow"], "ergebnis": ["found"],
            "datum": ["date"], "einstufung": ["classification"], "klassifizierung": ["classification"],
            "vertraulichkeit": ["classification"], "firma": ["organisation"], "unternehmen": ["organisation"],
            "notbetrieb": ["workaround"], "ersatz": ["workaround"], "aenderungen": ["revisions"],
        ]
        aliases.values = [
            "geklickt": ["clicked"], "fehlalarm": ["false-alarm"],
            "vorher": ["before"], "waehrend": ["during"], "nachher": ["after"], "kunden": ["customers"],
            "beschaeftigte": ["employees"], "mitarbeiter": ["employees"], "presse": ["press"],
            "behoerden": ["authorities"], "partner": ["partners"], "lieferanten": ["partners"],
            "investoren": ["investors"], "oeffentlichkeit": ["public"], "telefon": ["voice"], "anruf": ["voice"],
            "brief": ["letter"], "aushang": ["display"], "zahl": ["number"], "uhrzeit": ["time"], "ja": ["true"],
            "nein": ["false"], "fakten": ["facts"], "massnahmen": ["measures"], "fehler": ["error"],
            "warnung": ["warning"], "hinweis": ["note"], "aus": ["off"],
            "textnachricht": ["sms"], "kurznachricht": ["sms"],
            "vor": ["before"], "nach": ["after"], "danach": ["after"], "kunde": ["customers"],
            "mitarbeitende": ["employees"], "medien": ["press"], "anleger": ["investors"], "vorstand": ["board"],
            "aufsichtsrat": ["board"], "leitung": ["executive"], "geschaeftsfuehrung": ["executive"],
            "technik": ["technical"], "it": ["technical"], "kommunikation": ["communication"], "recht": ["legal"],
            "fachbereich": ["business"], "betrieb": ["business"], "hilfe": ["support"], "plakat": ["display"],
            "webseite": ["web"], "website": ["web"], "internet": ["web"], "persoenlich": ["in-person"],
            "satellit": ["satellite"], "hotline": ["hotline"], "zeit": ["time"], "datum": ["date"],
            "auswahl": ["choice"], "rund-um-die-uhr": ["24/7"], "immer": ["24/7"], "buerozeiten": ["office"],
            "buero": ["office"], "tatsachen": ["facts"], "rat": ["advice"],
            "kontakt": ["contact"], "alle": ["all"], "alles": ["everything"],
            "protokoll": ["log"], "logbuch": ["log"], "uhr": ["clock"], "sicherheit": ["safety"],
            "isolieren": ["isolate"], "beweise": ["evidence"], "stufe": ["level"], "kanaele": ["channels"],
            "beobachtung": ["watch"], "risiko": ["risk"], "erheblichkeit": ["significance"],
            "verzeichnis": ["register"], "uebergabe": ["hand-over"], "wiederherstellung": ["recovery"],
            "ende": ["end"], "nachbereitung": ["review"],
        ]
        aliases.units = [
            "min": ["minuten"], "h": ["std", "stunde", "stunden"], "d": ["tag", "tage"],
            "w": ["woche", "wochen"], "mo": ["monat", "monate"], "y": ["jahr", "jahre"],
            "bd": ["arbeitstag", "arbeitstage", "werktag", "werktage"],
        ]
        aliases.rhythms = [
            "stündlich": "1h", "täglich": "1d", "wöchentlich": "1w", "monatlich": "1mo", "jährlich": "1y",
        ]
        for (word, count) in [("zweimal", 2), ("2 mal", 2), ("2-mal", 2), ("2mal", 2), ("dreimal", 3), ("3 mal", 3)] {
            for day in ["am tag", "pro tag", "täglich"] { aliases.rhythms["\(word) \(day)"] = "\(24 / count)h" }
        }
        aliases.lengths = [
            "einer stunde": "1h", "eine stunde": "1h", "der stunde": "1h", "einer halben stunde": "30min",
            "eine halbe stunde": "30min", "halbe stunde": "30min", "halben stunde": "30min",
            "einer viertelstunde": "15min", "eine viertelstunde": "15min", "viertelstunde": "15min",
            "zwei stunden": "2h", "einem tag": "1d", "eines tages": "1d", "ein tag": "1d", "einer woche": "1w",
            "eine woche": "1w",
        ]
        aliases.lengthLeads = ["innerhalb", "binnen", "in", "von", "der", "den", "nächsten", "weniger", "als"]
        aliases.rhythmLeads = ["alle", "jede", "jeden", "jedes", "pro"]
        aliases.backupEndings = ["alt", "kopie", "sicherung"]
        aliases.timeLeads = [
            "bis", "ab", "um", "gegen", "vor", "nach", "spätestens", "etwa", "zirka", "ca.", "ca", "nicht", "später",
            "als", "zu", "in", "binnen", "innerhalb",
        ]
        aliases.timeOpenings = ["ab", "nach"]
        aliases.atOnce = [
            "sofort", "umgehend", "unverzüglich", "gleich", "jetzt", "schnellstmöglich", "baldmöglichst",
            "so schnell wie möglich", "so bald wie möglich", "ohne verzug", "ohne schuldhaftes zögern",
        ]
        aliases.timeRanges = ["bis", "und"]
        aliases.languages = [
            "deutsch": "de", "französisch": "fr", "englisch": "en", "spanisch": "es", "italienisch": "it",
            "niederländisch": "nl", "portugiesisch": "pt",
        ]
        aliases.otherSpelling = withoutSecondLetters
        return aliases
    }()

    /// `ae`, `oe` and `ue` as `a`, `o` and `u`: an id is made of a name without its accents, `kanale` of `Kanäle`, and people write
    /// `kanaele`.
    private static func withoutSecondLetters(_ name: String) -> String {
        var plain: [UInt8] = []
        for letter in name.utf8 {
            let follows = plain.last.map { "aou".utf8.contains($0) } ?? false
            if !(follows && letter == UInt8(ascii: "e")) { plain.append(letter) }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
