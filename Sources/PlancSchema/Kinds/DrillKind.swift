import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Drill {
    static let declaration = Kind<Drill, Drill>(
        noun: Phrase("a drill"), name: Phrase("drill"),
        summary: Phrase("exercises and what they found"),
        inRegistry: true,
        make: { Drill(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        keys: Keys {
            Key(
                "title", \.title, .localizedText, called: "title", summary: "what it was called",
                example: "Exercice d'automne")
            Key(
                "date", \.date, .date, required: true, called: "date", summary: "the day of the drill",
                example: "2026-10-10")
            Key(
                "scenario", \.scenario, .id(of: .scenario), required: true, called: "scenario",
                summary: "the scenario that was played",
                example: "rancongiciel")
            Key(
                "kind", \.drillKind, .choice(), called: "kind of exercise", summary: "how far it went",
                example: "tabletop")
            Key(
                "found", \.found, .localizedText, called: "findings of the exercise", summary: "what it showed",
                example: "La clé du local manquait")
            Key(
                "actions", \.actions, .list(.action),
                called: "actions decided",
                summary:
                    "what was decided because of it; a map says also who does it, until when, and when it was done",
                example: "[{what: Une clé dans chaque mallette, by: dircom, until: 2026-12-01}]")
            Key(
                "by", \.by, .reference([.role, .person], bare: .role), called: "led by",
                summary: "the role, or person:id, that ran it",
                example: "dircom")
            Key(
                "of", \.of, .text, called: "stamp",
                summary: "a stamp of the checklists that were played; 'planc confirm' writes it",
                example: "3f2a9c0b17de")
            Key(
                "lasts", \.lasts, .duration, called: "duration", summary: "how long it is played, counted from T0",
                example: "2h")
            Key(
                "injects", \.injects, .list(.record(Drill.Inject.keys, Drill.Inject.init(span:), span: \.span)),
                called: "injects",
                summary: "what those who run it put in, by time: printed as a pack for them and one for the players",
                example: "[{at: T+20min, to: standard, text: Un journaliste demande si des données ont fuité.}]")
        })
}

extension Drill.Inject {
    static let keys = Keys<Drill.Inject> {
        Key(
            "at", \.at, .offset, required: true, called: "time", summary: "when it comes", example: "T+20min")
        Key(
            "to", \.to, .list(.id(of: .role)), called: "recipients", summary: "the roles that get it",
            example: "[dircom]")
        Key(
            "by", \.by, .id(of: .channel), called: "channel",
            summary: "the channel by which it comes; on paper when left out",
            example: "telephone")
        Key(
            "from", \.from, .localizedText, called: "played sender", summary: "who is played",
            example: "Un journaliste du Progrès")
        Key(
            "text", \.text, .localizedText, required: true, called: "text", summary: "what is said or handed over",
            example: "Des données de vos clients sont en vente. Confirmez-vous ?")
        Key(
            "expects", \.expects, .list(.reference([.message, .checklist], bare: .message)),
            called: "expected messages and checklists", summary: "the messages, or checklist:id, that it is to set off",
            example: "[premier-message]")
        Key(
            "steps", \.steps, .list(.choice()), called: "expected steps",
            summary: "the steps that it is to set off, by their marks",
            example: "[isolate]")
        Key(
            "within", \.within, .duration, called: "time to react", summary: "how soon what is expected is to be done",
            example: "15min")
    }
}

extension Drill.Action {
    static let keys = Keys<Drill.Action> {
        Key(
            "what", \.what, .localizedText, required: true, called: "action", summary: "what is to be done",
            example: "Une clé dans chaque mallette")
        Key(
            "by", \.by, .reference([.role, .person], bare: .role), called: "done by",
            summary: "the role, or person:id, that does it",
            example: "dircom")
        Key(
            "until", \.until, .date, called: "due on", summary: "the day by which it is to be done",
            example: "2026-12-01")
        Key(
            "done", \.done, .date, called: "done on", summary: "the day it was done", example: "2026-11-20")
    }
}
