import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource
import PlancSyntax

/// Which languages the texts of front matter have. Whether one without a language is the same in all is known by the others of its
/// key in things of the same kind.
struct TextLanguages: Sendable {
    fileprivate struct Place: Hashable, Sendable {
        var kind: EntityKind?
        var key: String
    }

    /// Where texts are in every language of the plan, somewhere.
    fileprivate var complete: Set<Place> = []
    fileprivate var lone: [(place: Place, finding: Finding)] = []

    mutating func add(_ other: TextLanguages) {
        complete.formUnion(other.complete)
        lone += other.lone
    }

    var findings: [Finding] { lone.filter { complete.contains($0.place) }.map(\.finding) }
}

extension Binder {
    /// Reports a sentence that is written once for all languages, and remembers a name or a title that has the words of one.
    func noteLone(_ scalar: Located<String>, _ form: ValueForm, key: String, _ owner: EntityReference?) {
        // The titles and subjects of files are in the file of each language, and organisations are names.
        let isInFiles = titlesAreInFiles && (key == "title" || key == "subject")
        guard textLocales.count > 1, !isInFiles, key != "organisation", scalar.value.utf8.contains(0x20) else { return }
        var recognised = LanguageRecognition()
        recognised.read(scalar.value)
        let language = recognised.only.flatMap { only in textLocales.first { $0.language == only.tag }?.language }
        let missing = textLocales.filter { $0.language != language }
        if missing.isEmpty { return }
        if form.isSentence {
            if language != nil {
                report(UntranslatedValue.finding(missing: missing, in: scalar.span))
            } else if Self.saysSomething(scalar.value) {
                // What planc does not recognise was written in the first language of the plan.
                let others = textLocales.filter { $0.language != sourceLocale.language }
                report(UntranslatedValue.finding(missing: others.isEmpty ? missing : others, in: scalar.span))
            }
            return
        }
        if language == nil { return }
        let place = TextLanguages.Place(kind: owner?.kind, key: key)
        found.texts.lone.append((place, UntranslatedValue.finding(missing: missing, in: scalar.span)))
    }

    /// Whether words that are no names stand in a text: several that begin with a small letter.
    private static func saysSomething(_ text: String) -> Bool {
        text.split(separator: " ").count { word in
            word.first?.isLowercase ?? false && word.count { $0.isLetter } > 2 && word.allSatisfy { !$0.isNumber }
        } > 1
    }

    /// Reports a text in the words of another language of the plan than the one that it stands for.
    ///
    /// - Parameter original: the text that it translates. Of a copy one small word is enough, or a letter that the other language
    ///   has not: no name stands there.
    func noteOther(_ scalar: Located<String>, in locale: Locale, original: String? = nil) {
        guard textLocales.count > 1, scalar.value.utf8.contains(0x20) else { return }
        var recognised = LanguageRecognition()
        recognised.read(scalar.value)
        let isCopy = original == scalar.value
        var found = isCopy ? recognised.only : recognised.several
        if isCopy, found == nil, recognised.isUnknown, Self.hasForeignLetter(scalar.value, locale) {
            found = Language(sourceLocale.language)
        }
        guard let language = found, language.tag != locale.language,
            textLocales.contains(where: { $0.language == language.tag })
        else { return }
        report(UntranslatedValue.finding(written: language, in: locale, at: scalar.span))
        mendedCount += 1
    }

    /// Whether a word that is no name has a letter that a language does not write: `fermé` in English.
    private static func hasForeignLetter(_ text: String, _ locale: Locale) -> Bool {
        guard let foreign = Language(locale.language)?.rules.foreignLetters else { return false }
        return text.split(separator: " ").contains { word in
            word.first?.isLowercase ?? false && word.contains { foreign.contains($0) }
        }
    }

    /// Reports the languages of the plan that a text lacks.
    func noteLanguages(
        of text: LocalizedText, _ entries: [YAMLNode.Entry], key: String, _ owner: EntityReference?
    ) {
        guard textLocales.count > 1, let first = entries.first else {
            // A pack in one language prints no other; a text that stands there with nothing is told all the same.
            if let empty = entries.first(where: { $0.value.isBlank }), let locale = Locale(checking: empty.key.value) {
                report(UntranslatedValue.finding(missing: [locale], in: empty.key.span))
            }
            return
        }
        for version in text.versions {
            if let locale = version.locale { noteOther(version.text, in: locale) }
        }
        let missing = textLocales.filter { locale in
            !text.versions.contains { $0.locale?.language == locale.language && !$0.text.value.isEmpty }
        }
        if missing.isEmpty {
            found.texts.complete.insert(TextLanguages.Place(kind: owner?.kind, key: key))
        } else if text.versions.count == entries.count, !text.versions.isEmpty {
            // Where one stands there with nothing, there.
            let place = entries.first { $0.value.isBlank } ?? first
            report(UntranslatedValue.finding(missing: missing, in: place.key.span))
        }
    }
}

extension ValueForm {
    /// Whether what stands there says something in words, which are other ones in each language.
    fileprivate var isSentence: Bool {
        switch self {
        case .sentence, .filledText: true
        default: false
        }
    }
}
