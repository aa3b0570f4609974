import PlancLanguages
import PlancModel

/// The words of exercise packs.
extension Words {
    func facilitatorsTitle(_ drill: String) -> String { say("Facilitators’ pack – {drill}", ["drill": drill]) }
    var facilitatorsPurpose: String {
        say("For those who run the exercise and keep the score. Players must not see it before the end.")
    }
    func endOfFacilitators(_ drill: String) -> String {
        say("End of the facilitators’ pack – {drill}", ["drill": drill])
    }
    func playersTitle(_ drill: String) -> String { say("Players’ pack – {drill}", ["drill": drill]) }
    var playersPurpose: String {
        say("For everybody who plays. What happens, you hear as the exercise goes on; act as this pack says.")
    }
    func endOfPlayers(_ drill: String) -> String { say("End of the players’ pack – {drill}", ["drill": drill]) }

    var played: String { say("Played") }
    func playedFor(_ time: TimeAmount) -> String { say("from T0, for {time}", ["time": duration(time)]) }
    var runBy: String { say("Run by", context: "an exercise") }
    var startOfExercise: String { say("T0 – start of the exercise") }
    var exerciseRules: String { say("This is an exercise") }
    func sayExercise(_ mark: String) -> String {
        say("Begin every call, message and note with “{mark}”.", ["mark": mark])
    }
    var nothingLeaves: String { say("Nothing goes to anybody who does not play.") }
    var nothingIsSwitched: String { say("Nothing is switched off, changed or published: say what you would do.") }
    var realEvent: String {
        say("If something real happens, say “REAL – stop”: everybody stops, and the plan itself applies.")
    }
    var whoPlays: String { say("Who plays") }

    var injectsByTime: String { say("What is put in, by time") }
    var injectCards: String { say("To hand over or read aloud") }
    var inject: String { say("Inject") }
    func injectNumber(_ number: Int) -> String { say("inject {number}", ["number": number]) }
    var onPaperCard: String { say("on paper") }
    var expectedActions: String { say("What is expected") }
    var putInAt: String { say("Put in at") }
    var playedAs: String { say("Played as") }

    var scoring: String { say("Scoring sheet") }
    var scoringNote: String {
        say(
            "2: done in full and in time. 1: done in part or late. 0: not done. Write down the hour and what stood in the way."
        )
    }
    func points(_ count: Int) -> String { number(count) }
    var pointsLabel: String { say("Points") }
    var total: String { say("Total") }
    var scoredBy: String { say("Scored by") }
    var debrief: String { say("Debriefing") }
    var wentWell: String { say("What went well") }
    var wentBadly: String { say("What did not go well") }
    var planLacked: String { say("What the plan lacked or said wrongly") }
    var untilWhen: String { say("Until") }
    var who: String { say("Who") }
}
