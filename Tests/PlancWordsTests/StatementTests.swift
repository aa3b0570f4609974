import PlancLanguages
import PlancSource
import TestSupport
import Testing

@testable import PlancPhrases
@testable import PlancWords

/// What texts, titles and steps state is found in each language's own examples, and nowhere in its innocent sentences.
@Suite struct StatementTests {
    static let languages = PhraseBookTests.languages
    static let families = PhraseFamily.statements.union(PhraseFamily.ofPlan).union(PhraseFamily.ofLengths)

    private static func statements(_ language: Language) -> PhraseBook {
        PhraseBookTests.whole(language.tag).only(families)
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

    @Test(arguments: languages) func groupsFindTheirExamples(_ language: Language) {
        let book = Self.statements(language)
        #expect(book.faults.map(\.text) == [])
        var reader = PhraseReader(PhraseTable(book))
        for group in book.groups where Self.families.contains(group.family) {
            #expect(!group.examples.isEmpty, "[\(group.family): \(group.name)]")
            for example in group.examples {
                let typed = example.split(separator: " ").joined(separator: "\u{A0}").replacing("'", with: "’")
                    .replacing("{{\u{A0}", with: "{{ ").replacing("\u{A0}}}", with: " }}")
                for sentence in [example, typed] {
                    let text = Self.text(sentence)
                    let found = reader.matches(in: text).filter {
                        reader.groups[$0.group].family == group.family && reader.groups[$0.group].name == group.name
                    }
                    #expect(!found.isEmpty, "[\(group.family): \(group.name)] \(sentence)")
                    // The rule asks what the placeholder is.
                    if group.family == .beginning || group.family == .discovery {
                        #expect(found.map { text.text($0.range) }.allSatisfy { $0 == "moment" }, "\(sentence)")
                    }
                }
            }
        }
    }

    @Test(arguments: languages) func innocentSentencesStateNothing(_ language: Language) {
        let book = Self.statements(language)
        var reader = PhraseReader(PhraseTable(book))
        for group in book.groups where Self.families.contains(group.family) {
            for sentence in group.innocent {
                let text = Self.text(sentence)
                let found = reader.matches(in: text).filter { reader.groups[$0.group].family == group.family }
                #expect(found.map { text.text($0.range) } == [], "[\(group.family): \(group.name)] \(sentence)")
            }
        }
    }

    /// The rules ask for these by name.
    @Test(arguments: languages) func everyLanguageHasTheSameNamedGroups(_ language: Language) {
        func names(_ tag: String) -> Set<String> {
            let named: Set<PhraseFamily> = [.news, .deed, .title, .task]
            return Set(
                PhraseBookTests.whole(tag).groups.filter { named.contains($0.family) }.map {
                    "\($0.family): \($0.name)"
                })
        }
        #expect(names(language.tag) == names("en"))
        #expect(names("en").count == 3 + 9 + 2 + 13)
    }
}
