import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Field {
    static let declaration = Kind<Field, Field>(
        noun: Phrase("a field"), name: Phrase("field"),
        summary: Phrase("what is filled in on the day"),
        inRegistry: true,
        make: { Field(id: $0, title: LocalizedText(), type: Located(.text, $1), nameSpan: $1, span: $2) },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Time of the next message"))
            Key(
                "type", \.type, { $0.type = $1 }, .choice(), required: true, called: "kind of field",
                summary: "what is filled in",
                example: "time")
            Key(
                "choices", \.choices, { $0.choices = $1 }, .list(.localizedText), called: "choices",
                summary: "what may be chosen",
                example: "[Lyon, Nantes]")
            Key(
                "value", \.value, { $0.value = $1 }, .fieldValue, called: "fixed value",
                summary: "what it always is: printed in, and not asked for on the day",
                example: "\"+33 4 65 71 00 11\"")
            Key(
                "example", \.example, { $0.example = $1 }, .fieldValue, required: true, called: "example",
                summary: "an example",
                example: "\"18:30\"")
            Key(
                "longest", \.longest, { $0.longest = $1 }, .fieldValue, called: "longest value",
                summary: "the longest value to expect",
                example: "\"18:30\"")
            Key(
                "confirmed-by", \.confirmedBy, { $0.confirmedBy = $1 }, .id(of: .role), called: "confirmed by",
                summary: "the role that confirms the value",
                example: "rssi")
            Key(
                "covers", \.covers, { $0.covers = $1 }, .list(.choice { $0.phrase }),
                called: "what readers learn from it",
                summary: "what it tells the reader",
                example: "next-update")
            Key(
                "time-of", \.timeOf, { $0.timeOf = $1 }, .choice(),
                called: "time of", summary: "the time of what it is: when it began, or when you learned of it",
                example: "awareness")
            Key(
                "exercise", \.marksExercise, { $0.marksExercise = $1 }, .boolean,
                called: "marks an exercise", summary: "whether it says that a message is part of an exercise",
                example: "true")
        })
}
