import Foundation
import PlancSource
import Testing

@testable import PlancPhrases
@testable import PlancWords

/// Sentences of crisis texts with what a professional would flag in them (`Tests/Corpus`): how much of it the phrases find, and how
/// often they speak of an innocent sentence.
@Suite struct CorpusTests {
    struct Expected: CustomTestStringConvertible, Sendable {
        var corpus: String
        var language: String
        /// In percent.
        var recall: Double
        var precision: Double

        var testDescription: String { "\(corpus) \(language)" }
    }

    /// What was measured when the phrases were written, less two points. `sealed` is another author's, and was never looked at.
    static let expected = [
        Expected(corpus: "fit", language: "en", recall: 96, precision: 97),
        Expected(corpus: "fit", language: "fr", recall: 95, precision: 97),
        Expected(corpus: "fit", language: "de", recall: 96, precision: 97),
        Expected(corpus: "sealed", language: "en", recall: 65, precision: 89),
        Expected(corpus: "sealed", language: "fr", recall: 60, precision: 89),
        Expected(corpus: "sealed", language: "de", recall: 66, precision: 92),
        Expected(corpus: "sealed-2", language: "en", recall: 71, precision: 93),
        Expected(corpus: "sealed-2", language: "fr", recall: 70, precision: 93),
        Expected(corpus: "sealed-2", language: "de", recall: 66, precision: 90),
    ]

    @Test(arguments: expected) func flagsAreFound(expected: Expected) throws {
        let sentences = try Self.sentences(expected.corpus).filter { $0.locale == expected.language }
        #expect(sentences.count > 100)
        var reader = PhraseReader(PhraseTable(PhraseBookTests.book(expected.language)))
        var (flags, hits, alarms) = (0, 0, 0)
        for sentence in sentences {
            let text = MappedText(sentence.text, at: Span(FileID(0), 0, sentence.text.utf8.count))
            let found = reader.matches(in: text).filter { sentence.concerns(reader.groups[$0.group]) }
            if sentence.families == ["ok"] {
                alarms += found.contains { reader.groups[$0.group].family != .apology } ? 1 : 0
                continue
            }
            for flag in sentence.flags {
                flags += 1
                let isHit = found.contains { match in
                    flag.ranges.contains { $0.overlaps(match.range) }
                        && flag.families.contains {
                            Self.accepted[$0]?.contains(reader.groups[match.group].family) == true
                        }
                }
                hits += isHit ? 1 : 0
            }
        }
        let (recall, precision) = (100 * Double(hits) / Double(flags), 100 * Double(hits) / Double(hits + alarms))
        #expect(
            recall >= expected.recall && precision >= expected.precision, "recall \(recall) %, precision \(precision) %"
        )
    }

    /// Which families of phrases speak for a family of the corpus.
    private static let accepted: [String: Set<PhraseFamily>] = [
        "minimising": [.minimising], "blaming": [.blaming], "promising": [.promise], "certain": [.claim, .promise],
        "defensive": [.defensive], "jargon": [.jargon], "vague-time": [.vague],
        "speaker-centred-frame": [.speaker, .defensive], "phishing-like": [.phishing, .reply],
    ]

    private struct Sentence {
        var locale: String
        var phase: String
        var audience: String
        var families: [String]
        var text = ""
        /// What is marked ⟦so⟧, in `text` (UTF-8).
        var ranges: [Range<Int>] = []

        /// With as many marks as families each mark has its own.
        var flags: [(families: [String], ranges: [Range<Int>])] {
            families.count > 1 && families.count == ranges.count
                ? zip(families, ranges).map { ([$0], [$1]) } : [(families, ranges)]
        }

        /// Whether rules would speak of a group in a message of this phase to these readers.
        func concerns(_ group: PhraseGroup) -> Bool {
            if group.isForReplies, phase != "reply" { return false }
            if group.isForLaypeople || group.family == .jargon, audience == "authorities" { return false }
            return group.family != .claim || (phase != "before" && phase != "reply")
        }
    }

    private static func sentences(_ name: String) throws -> [Sentence] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Corpus/\(name).tsv")
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(cells.count == 7, "\(line)")
            var sentence = Sentence(
                locale: cells[1], phase: cells[2], audience: cells[3],
                families: cells[4].split(separator: "+").map(String.init))
            // Emphasis and addresses of links are no words.
            let plain = cells[5].replacing("*", with: "").replacing(/\[([^\]]*)\]\([^)]*\)/) { "\($0.1)" }
            var opened = 0
            for sign in plain {
                switch sign {
                case "⟦": opened = sentence.text.utf8.count
                case "⟧": sentence.ranges.append(opened..<sentence.text.utf8.count)
                default: sentence.text.append(sign)
                }
            }
            return sentence
        }
    }
}
