import PlancDiagnostics
import PlancSource
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The laws *near miss* and *one cause*: a slip that turns a construct into text, nothing or another construct is reported at
/// its place, by at most two findings in 95 of 100 cases.
@Suite struct NearMissTests {
    static let subjects = ["en", "fr", "de"].map { SlipSubject(locale: $0) }

    @Test(.enabled(if: LawSize.isFull, "every character of every construct: make laws"), arguments: subjects.indices)
    func everyCharacterCounts(subject index: Int) {
        let subject = Self.subjects[index]
        let slips = LawSize.sample(
            Construct.all(in: subject.plan).flatMap { Mutation.all(of: $0, in: subject.plan) }, 60)
        Tally(of: slips, in: subject).judge()
    }

    @Test(arguments: subjects.indices) func whatPeopleWrite(subject index: Int) {
        let subject = Self.subjects[index]
        let slips = LawSize.sample(SlipTable.slips(in: subject.plan), 60)
        Tally(of: slips, in: subject).judge()
    }
}

/// What planc says of many slips.
struct Tally {
    var answers: [(slip: Slip, answer: Answer)]

    init(of slips: [Slip], in subject: SlipSubject) {
        answers = zip(slips, parallelMap(slips) { subject.answer(to: $0) }).map { ($0, $1) }
    }

    func judge() {
        let silent = answers.filter(\.answer.isSilentLoss)
        let elsewhere = answers.filter { !$0.answer.new.isEmpty && !$0.answer.isAtPlace }
        let many = answers.filter { $0.answer.new.count > 2 }
        let spoken = answers.filter { !$0.answer.new.isEmpty }
        log(silent, elsewhere, many, spoken)
        for (slip, answer) in silent { Issue.record("\(slip.testDescription): lost \(answer.lost)") }
        // Five in a hundred, of a small sample one more.
        #expect(many.count <= (spoken.count + 19) / 20, "more than two findings: \(many.count) of \(spoken.count)")
    }

    /// For whoever works on a law: all of it, in the file that `PLANC_LAWS_LOG` names.
    private func log(
        _ silent: [(slip: Slip, answer: Answer)], _ elsewhere: [(slip: Slip, answer: Answer)],
        _ many: [(slip: Slip, answer: Answer)], _ spoken: [(slip: Slip, answer: Answer)]
    ) {
        guard let path = getenv("PLANC_LAWS_LOG"), let file = fopen(path, "a") else { return }
        defer { fclose(file) }
        var text = "== \(answers.count) slips: \(spoken.count) reported, \(silent.count) lost in silence, "
        text += "\(elsewhere.count) reported elsewhere, \(many.count) with more than two findings\n"
        for (slip, answer) in silent { text += "SILENT \(slip.testDescription): \(answer.lost)\n" }
        for (name, list) in [("ELSEWHERE", elsewhere), ("MANY", many)] {
            for (slip, answer) in list {
                text += "\(name) \(slip.testDescription)\n"
                for finding in answer.new.prefix(5) { text += "    \(finding.rule): \(finding.message.english)\n" }
            }
        }
        fputs(text, file)
    }
}
