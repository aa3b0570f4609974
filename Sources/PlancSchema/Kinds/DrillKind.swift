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
                "title", \.title, { $0.title = $1 }, .localizedText, called: "title", summary: "what it was called",
                example: "Autumn exercise", told: Phrase("Autumn exercise"))
            Key(
                "date", \.date, { $0.date = $1 }, .date(.open), required: true, called: "date",
                summary: "the day of the drill",
                example: "2026-10-10")
            Key(
                "scenario", \.scenario, { $0.scenario = $1 }, .id(of: .scenario), required: true, called: "scenario",
                summary: "the scenario that was played",
                example: "rancongiciel")
            Key(
                "kind", \.drillKind, { $0.drillKind = $1 }, .choice(), called: "kind of exercise",
                summary: "how far it went",
                example: "tabletop")
            Key(
                "found", \.found, { $0.found = $1 }, .localizedText, called: "findings of the exercise",
                summary: "what it showed",
                example: "The key to the room was missing", told: Phrase("The key to the room was missing"))
            Key(
                "actions", \.actions, { $0.actions = $1 }, .list(.action),
                called: "actions decided", each: "decided action",
                summary:
                    "what was decided because of it; a map says also who does it, until when, and when it was done",
                example: "[{what: A key in every bag, by: dircom, until: 2026-12-01}]",
                told: Phrase("[{what: A key in every bag, by: dircom, until: 2026-12-01}]"))
            Key(
                "by", \.by, { $0.by = $1 }, .reference([.role, .person], bare: .role), called: "led by",
                summary: "the role, or person:id, that ran it",
                example: "dircom")
            Key(
                "of", \.of, { $0.of = $1 }, .text, called: "stamp",
                summary: "a stamp of the checklists that were played; 'planc confirm' writes it",
                example: "3f2a9c0b17de")
            Key(
                "lasts", \.lasts, { $0.lasts = $1 }, .duration, called: "duration",
                summary: "how long it is played, counted from T0",
                example: "2h")
            Key(
                "injects", \.injects, { $0.injects = $1 },
                .list(.record(Drill.Inject.keys, Drill.Inject.init(span:), span: \.span)),
                called: "injects", each: "inject",
                summary: "what those who run it put in, by time: printed as a pack for them and one for the players",
                example: "[{at: T+20min, to: standard, text: A journalist asks whether data have leaked.}]",
                told: Phrase("[{at: T+20min, to: standard, text: A journalist asks whether data have leaked.}]"))
        })
}

extension Drill.Inject {
    static let keys = Keys<Drill.Inject> {
        Key(
            "at", \.at, { $0.at = $1 }, .offset, required: true, called: "time", summary: "when it comes",
            example: "T+20min")
        Key(
            "to", \.to, { $0.to = $1 }, .list(.id(of: .role)), called: "recipients", summary: "the roles that get it",
            example: "[dircom]")
        Key(
            "by", \.by, { $0.by = $1 }, .id(of: .channel), called: "channel",
            summary: "the channel by which it comes; on paper when left out",
            example: "telephone")
        Key(
            "from", \.from, { $0.from = $1 }, .sentence, called: "played sender", summary: "who is played",
            example: "A journalist of the Gazette", told: Phrase("A journalist of the Gazette"))
        Key(
            "text", \.text, { $0.text = $1 }, .filledText, required: true, called: "text",
            summary: "what is said or handed over",
            example: "Data of your customers are for sale. Can you confirm it?",
            told: Phrase("Data of your customers are for sale. Can you confirm it?"))
        Key(
            "expects", \.expects, { $0.expects = $1 }, .list(.reference([.message, .checklist], bare: .message)),
            called: "expected messages and checklists", summary: "the messages, or checklist:id, that it is to set off",
            example: "[premier-message]")
        Key(
            "steps", \.steps, { $0.steps = $1 }, .list(.choice()), called: "expected steps",
            summary: "the steps that it is to set off, by their marks",
            example: "[isolate]")
        Key(
            "within", \.within, { $0.within = $1 }, .duration, called: "time to react",
            summary: "how soon what is expected is to be done",
            example: "15min")
    }
}

extension Drill.Action {
    static let keys = Keys<Drill.Action> {
        Key(
            "what", \.what, { $0.what = $1 }, .sentence, required: true, called: "what to do",
            summary: "what is to be done",
            example: "A key in every bag", told: Phrase("A key in every bag"))
        Key(
            "by", \.by, { $0.by = $1 }, .reference([.role, .person], bare: .role), called: "done by",
            summary: "the role, or person:id, that does it",
            example: "dircom")
        Key(
            "until", \.until, { $0.until = $1 }, .date(.open), called: "due on",
            summary: "the day by which it is to be done",
            example: "2026-12-01")
        Key(
            "done", \.done, { $0.done = $1 }, .date(.done), called: "done on", summary: "the day it was done",
            example: "2026-11-20")
    }
}
