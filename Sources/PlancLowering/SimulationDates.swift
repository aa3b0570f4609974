import PlancDocument
import PlancLanguages
import PlancModel

/// Where the day of T0 is given, times are told by the calendar too.
extension SimulationReport {
    /// "T0: Thursday 24 December 2026, 00:00."
    var activation: String? {
        moment(0).map { say("T0: {moment}.", ["moment": $0]) }
    }

    /// The line below a time: its day and hour.
    func calendar(_ minutes: Int?) -> [Run] {
        minutes.flatMap(moment).map { [Run(.lineBreak), .text($0, .small)] } ?? []
    }

    private func moment(_ minutes: Int) -> String? {
        simulation.timeline.clock.moment(minutes).map { day, minute in
            let digits = { (value: Int) in (value < 10 ? "0" : "") + String(value) }
            return say(
                "{weekday} {date}, {time}",
                [
                    "weekday": Self.weekdays[day.weekday - 1], "date": words.date(day),
                    "time": words.time("\(digits(minute / 60)):\(digits(minute % 60))"),
                ])
        }
    }

    private static let weekdays = [
        Phrase("Monday", context: "weekday"), Phrase("Tuesday", context: "weekday"),
        Phrase("Wednesday", context: "weekday"), Phrase("Thursday", context: "weekday"),
        Phrase("Friday", context: "weekday"), Phrase("Saturday", context: "weekday"),
        Phrase("Sunday", context: "weekday"),
    ]
}
