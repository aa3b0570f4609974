extension UseWords {
    static let german: UseWords = {
        var words = UseWords()
        words.uses = ["nutzen", "benutzen", "verwenden", "nutze", "besuchen", "heranziehen", "nutzt", "verwende"]
        words.calls = [
            "anrufen", "rufen", "rufe", "erreichen", "kontaktieren", "wählen", "kontaktiere", "wähle",
        ]
        words.asks = [
            "fragen", "frage", "informieren", "informiere", "verständigen", "verständige", "warnen", "alarmieren",
            "benachrichtigen", "wecken",
        ]
        words.acts = [
            "schreiben", "schreibe", "senden", "sende", "schicken", "schicke", "lesen", "lies", "nachsehen",
            "nachlesen", "nachschlagen", "suchen", "eintragen", "veröffentlichen", "ankündigen", "mitteilen",
        ]
        words.means = ["per", "über", "via", "auf", "in", "im", "mit", "an", "bei", "ins", "durch"]
        words.articles = ["der", "die", "das", "den", "dem", "sie", "unsere", "unseren", "unserer", "unser", "ihre"]
        words.leads = ["bitte", "und", "dann", "auch", "zuerst", "jetzt"]
        words.joints = ["dass", "was", "wer", "wen", "wem", "wo", "wann", "wenn", "bis", "ob", "wie", "warum"]
        words.mayStandBehind = true
        return words
    }()
}
