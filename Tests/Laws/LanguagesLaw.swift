import PlancDiagnostics
import PlancDriver
import TestSupport
import Testing

/// Of a plan in several languages nothing is lost in one of them, and nothing strays into another, without a word.
@Suite struct LanguagesLaw {
    struct Case: Sendable, CustomTestStringConvertible {
        var path: String
        var what: String
        var changed: SubjectPlan

        var testDescription: String { "\(path): \(what)" }
    }

    // MARK: A language is taken away

    static let taken = LawSize.sample(SubjectPlan.examples.flatMap(withoutALanguage), 16)

    @Test(arguments: taken) func aTextThatLacksALanguageIsTold(_ one: Case) {
        let told = one.changed.findings(of: "untranslated-value", in: one.path)
        #expect(told == 1, "\(one.changed.check().findings.map { "\($0.rule): \($0.message.english)" })")
    }

    /// Every text in French and English, once without each of them; packs, which may be printed in one language alone, left out.
    private static func withoutALanguage(_ plan: SubjectPlan) -> [Case] {
        plan.sources.filter { !plan.text($0).hasPrefix("---\nkind: pack") }.flatMap { path -> [Case] in
            let lines = plan.text(path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return lines.indices.flatMap { number -> [Case] in
                guard let match = lines[number].firstMatch(of: /\{fr: ([^{}]+), en: ([^{}]+)\}/) else { return [] }
                return [("fr", match.1), ("en", match.2)].map { language, text in
                    var changed = lines
                    changed[number] = lines[number].replacing(match.0, with: "{\(language): \(text)}")
                    return Case(
                        path: path, what: "\(text) in \(language) alone",
                        changed: plan.with(path, changed.joined(separator: "\n")))
                }
            }
        }
    }

    // MARK: A paragraph is pasted

    private static let pasted = [
        "en": "We found out this morning that the data were copied, and we will tell all our customers tonight.",
        "fr":
            "Nous avons constaté ce matin que les données ont été copiées, et nous prévenons tous nos clients ce soir.",
        "de": "Wir haben heute früh bemerkt, dass die Daten kopiert wurden, und wir sagen es allen unseren Kunden.",
    ]

    static let strays = LawSize.sample(SubjectPlan.examples.flatMap(withAStray), 24)

    @Test(arguments: strays) func aParagraphInAnotherLanguageIsTold(_ one: Case) {
        let told = one.changed.findings(of: "other-language", in: one.path)
        #expect(told == 1, "\(one.changed.check().findings.map { "\($0.rule): \($0.message.english)" })")
    }

    /// Behind the first paragraph of every message that is long enough for one more to be no half of it.
    private static func withAStray(_ plan: SubjectPlan) -> [Case] {
        let locale = plan.text("plan.md").contains("locales: [fr") ? "fr" : "en"
        return plan.sources.filter { $0.hasPrefix("messages/") }.flatMap { path -> [Case] in
            let own = path.hasSuffix(".en.md") ? "en" : path.hasSuffix(".fr.md") ? "fr" : locale
            var parts = plan.text(path).split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
            let prose = parts.indices.dropFirst().filter { parts[$0].first?.isLetter ?? false }
            let words = prose.flatMap { parts[$0].replacing(/\{\{[^}]*\}\}/, with: "").split(separator: " ") }
            guard let place = prose.first, words.count > 60 else { return [] }
            let before = parts
            return pasted.filter { $0.key != own }.sorted { $0.key < $1.key }.map { language, sentence in
                parts = before
                parts.insert(sentence, at: place + 1)
                return Case(
                    path: path, what: "\(language) pasted", changed: plan.with(path, parts.joined(separator: "\n\n")))
            }
        }
    }

    @Test func theLawHasSomethingToChange() {
        #expect(SubjectPlan.examples.flatMap(Self.withoutALanguage).count > 100)
        #expect(SubjectPlan.examples.flatMap(Self.withAStray).count > 40)
    }
}

extension SubjectPlan {
    /// How many findings of a rule are in a file.
    fileprivate func findings(of rule: String, in path: String) -> Int {
        let report = check()
        return report.findings.count { $0.rule == rule && report.sources[$0.span.file].path == "plan/" + path }
    }
}
