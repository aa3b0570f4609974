import Foundation
import PlancModel
import PlancPhrases
import PlancSource
import TestSupport
import Testing

@testable import PlancProse
@testable import PlancWords

private typealias Tag = PlancModel.Locale

/// Sentences of crisis texts with what they state (`Tests/Corpus/statements.tsv`): when it began or was noticed, when the next news
/// comes, what has been done, or none of it (`ok`).
@Suite struct StatementCorpusTests {
    struct Sentence: CustomTestStringConvertible, Sendable {
        var language: String
        /// `begin`, `learn`, `every 120`, `within 60`, `later`, the name of a deed, `ok`; `*` is any length.
        var expected: String
        var text: String

        var testDescription: String { "\(language) \(text)" }
    }

    static let sentences: [Sentence] = {
        let path = "\(packageFolder)/Tests/Corpus/statements.tsv"
        return String(decoding: readFile(path) ?? [], as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t").map(String.init)
            return parts.count == 3 ? Sentence(language: parts[0], expected: parts[1], text: parts[2]) : nil
        }
    }()

    @Test(arguments: ["en", "fr", "de"]) func sentencesStateWhatTheyAreMarkedWith(_ language: String) throws {
        let sentences = Self.sentences.filter { $0.language == language }
        #expect(sentences.count > 70)
        var book = PhraseBook(language: language, text: languageFile(language, "phrases.txt"))
        book.add(languageFile(language, "statements.txt"))
        #expect(book.faults.map(\.text) == [])
        var reader = PhraseReader(PhraseTable(book.only(PhraseFamily.statements)))
        var lengths = LengthReader(language)
        let locale = try #require(Tag(checking: language))
        for sentence in sentences {
            let text = Self.text(sentence.text)
            let found = reader.matches(in: text).compactMap { match -> String? in
                let words = text.text(match.range)
                if text.isDenied(match.range, locale), reader.groups[match.group].family == .mailing { return nil }
                return Statement(
                    reader.groups[match.group], words: words, span: Span(FileID(0), 0, 0), messages: [], &lengths
                ).map { Self.name($0.meaning) }
            }
            let wanted = sentence.expected == "ok" ? [] : [sentence.expected]
            let isSame =
                wanted == Array(Set(found))
                || sentence.expected.hasSuffix("*") && found.count == 1
                    && found[0].hasPrefix(sentence.expected.dropLast())
            #expect(isSame, "\(sentence.expected) \(found) \(sentence.text)")
        }
    }

    private static func name(_ meaning: Statement.Meaning) -> String {
        switch meaning {
        case .beginning: "begin"
        case .discovery: "learn"
        case .news(.later): "later"
        case .news(.every(let minutes)): "every \(minutes)"
        case .news(.within(let minutes)): "within \(minutes)"
        case .deed(let deed): deed.rawValue
        case .mailing: "mailing"
        }
    }

    /// With placeholders, `{{ moment }}`, as values.
    private static func text(_ sentence: String) -> MappedText {
        var text = MappedText()
        let span = Span(FileID(0), 0, 0)
        var isValue = false
        for part in sentence.replacing("{{ ", with: "|").replacing(" }}", with: "|").split(
            separator: "|", omittingEmptySubsequences: false)
        {
            text.append(String(part), kind: isValue ? .value : .words, span: span)
            isValue.toggle()
        }
        text.note(.paragraph, from: 0)
        return text
    }
}
