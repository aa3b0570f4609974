import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

extension DeclarationPass {
    /// Reports that `locales` begins with another language than that of the files without a language in their names, and goes on with the
    /// one that is meant.
    ///
    /// A file named after the first language beside one without a language is the sign of it: `message.en.md` beside `message.md`
    /// where the plan is in English first.
    func settleFirstLanguage() {
        guard let first = planLocales.first, let planSource, let node = outlined[planSource]["locales"] else { return }
        let translations = outlined.indices.filter { outlined[$0].suffix != nil }
        if translations.isEmpty { return }
        let plain = Set(outlined.lazy.filter { $0.suffix == nil }.map(\.path))
        var counts: [Locale: [Int]] = [:]
        for index in translations {
            let source = outlined[index]
            guard let suffix = source.suffix, let base = source.path(without: suffix), plain.contains(base) else {
                continue
            }
            counts[suffix, default: []].append(index)
        }
        let own = counts[first] ?? []
        let others = planLocales.dropFirst().reduce(0) { $0 + (counts[$1]?.count ?? 0) }
        guard own.count > 1, own.count > others else { return }
        var meant = planLocales.dropFirst().filter { counts[$0] == nil }
        if planLocales.count == 1 {
            meant =
                language(besides: first, of: own.compactMap { outlined[$0].path(without: first) }).map { [$0] } ?? []
        }
        report(
            MalformedLocale.finding(
                first: first, count: own.count, in: node, meant: meant.count == 1 ? meant.first : nil,
                all: planLocales, example: outlined[own[0]].nameSpan))
        if meant.count == 1, let other = meant.first {
            outline.planLocales = [other] + planLocales.filter { $0 != other }
        } else {
            misplacedTranslations = Set(own)
        }
    }

    /// The language that most of these files are in; nil where there is no telling, or it is the first.
    private func language(besides first: Locale, of paths: [String]) -> Locale? {
        let wanted = Set(paths.prefix(32))
        var counts: [String: Int] = [:]
        for source in outlined where wanted.contains(source.path) {
            var recognised = LanguageRecognition()
            recognised.read(sources.text(source.parsed.bodySpan))
            if let language = recognised.only { counts[language.tag, default: 0] += 1 }
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.key != first.language else {
            return nil
        }
        return Locale(checking: most.key)
    }
}

extension Source {
    /// The path of the file that it translates, by its name.
    func path(without locale: Locale) -> String? {
        let ending = "." + locale.tag + ".md"
        return path.hasSuffix(ending) ? path.dropLast(ending.count) + ".md" : nil
    }
}

/// One finding at `locales` in place of many, where texts and files are in a language that the plan does not have.
func joiningForeign(_ findings: [Finding], _ facts: Facts) -> [Finding] {
    guard let plan = facts.outline.planSource, let node = facts.outline.sources[plan]["locales"] else {
        return findings
    }
    var places: [String: [Int]] = [:]
    for (place, finding) in findings.enumerated() where finding.rule == UnknownValue.name {
        if let tag = UnknownValue.foreignLocale(of: finding) { places[tag, default: []].append(place) }
    }
    var joined: [Int: Finding] = [:]
    var dropped: Set<Int> = []
    for (tag, group) in places where group.count > 2 {
        joined[group[0]] = UnknownValue.finding(
            foreign: tag, count: group.count, at: node.span, examples: group.prefix(3).map { findings[$0].span })
        dropped.formUnion(group.dropFirst())
    }
    if joined.isEmpty { return findings }
    return findings.indices.compactMap { dropped.contains($0) ? nil : joined[$0] ?? findings[$0] }
}
