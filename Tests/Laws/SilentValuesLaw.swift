import PlancDiagnostics
import PlancDriver
import PlancMarkup
import PlancSchema
import PlancSource
import PlancSyntax
import Testing

/// The law *near miss*, for values that say nothing: an emptied text, a blank in its place and a translation without its title are
/// told where they stand, by at most two findings.
@Suite struct SilentValuesLaw {
    /// A text of a front matter, as it is changed.
    struct Case: Sendable, CustomTestStringConvertible {
        var plan: SubjectPlan
        var path: String
        var key: String
        /// Where the text is, and what stands there instead.
        var range: Range<Int>
        var instead: String
        /// Whether the finding may stand anywhere in the file: of what is not there, at its name.
        var isGone = false

        var testDescription: String { "\(plan.name)/\(path): \(key): '\(instead)'" }

        var changed: SubjectPlan {
            var changed = plan
            changed.files[path]?.replaceSubrange(range, with: Array(instead.utf8))
            return changed
        }
    }

    private static let all = SubjectPlan.examples.flatMap { plan in plan.sources.flatMap { cases(plan, $0) } }
    static let cases = LawSize.sample(all, 24)

    @Test(arguments: cases) func whatSaysNothingIsTold(_ one: Case) {
        let report = one.changed.check()
        let bytes = one.changed.files[one.path] ?? []
        let line = Self.line(one.range.lowerBound, bytes)
        let isTold = report.findings.contains { finding in
            report.sources[finding.span.file].path.hasSuffix("/" + one.path)
                && (one.isGone || Self.line(Int(finding.span.lower), bytes) == line)
        }
        let told = report.findings.map { "\($0.rule): \($0.message.english)" }
        #expect(isTold, "\(told)")
        #expect(report.findings.count <= 2, "\(told)")
    }

    /// The words of a choice may be any, those of its title not.
    @Test func theTitleOfAChoiceIsToBeFilledIn() throws {
        let isFirst = { (one: Case) in one.path == "champs.md" && one.key == "title.fr" && one.instead == "TODO" }
        whatSaysNothingIsTold(try #require(Self.all.first(where: isFirst)))
    }

    @Test func theLawHasSomethingToChange() {
        #expect(SubjectPlan.examples.allSatisfy { plan in plan.sources.flatMap { Self.cases(plan, $0) }.count > 100 })
    }

    // MARK: What is changed

    private static let blanks = ["TODO", "\"???\"", "noch offen", "à compléter", "\"[name]\"", "to be confirmed"]

    private static func cases(_ plan: SubjectPlan, _ path: String) -> [Case] {
        let bytes = plan.files[path] ?? []
        let parsed = parse(SourceFile(path: path, bytes: bytes), id: FileID(0))
        guard let node = parsed.frontMatter, let front = node.entries, let written = node["kind"]?.scalar?.value,
            let kind = Schema[written]
        else { return [] }
        if node["translates"] != nil { return translation(plan, path, front, bytes) }
        // The words that a vocabulary looks for are its own.
        if kind.entity == .vocabulary { return [] }
        let things = kind.isRegistry ? (node[kind.name]?.entries ?? []).map { $0.value.entries ?? [] } : [front]
        let keys = kind.isRegistry ? kind.entryKeys : kind.keys
        var cases: [Case] = []
        for entries in things {
            texts(entries, keys) { key, scalar, form in
                cases += changes(key, scalar, form, plan, path, number: cases.count)
            }
        }
        return cases
    }

    /// The title and the subject of a translation, taken out with their keys.
    private static func translation(
        _ plan: SubjectPlan, _ path: String, _ entries: [YAMLNode.Entry], _ bytes: [UInt8]
    ) -> [Case] {
        entries.filter { ["title", "subject"].contains($0.key.value) }.flatMap { entry in
            [
                Case(
                    plan: plan, path: path, key: entry.key.value, range: PlanEdits.extent(entry, in: bytes),
                    instead: "",
                    isGone: true),
                Case(plan: plan, path: path, key: entry.key.value, range: entry.value.span.range, instead: "\"\""),
                Case(plan: plan, path: path, key: entry.key.value, range: entry.value.span.range, instead: "TODO"),
            ]
        }
    }

    private static func changes(
        _ key: String, _ scalar: Located<String>, _ form: ValueForm, _ plan: SubjectPlan, _ path: String, number: Int
    ) -> [Case] {
        let blank = blanks[number % blanks.count]
        return ["\"\"", blank].map { instead in
            Case(plan: plan, path: path, key: key, range: scalar.span.range, instead: instead)
        }
    }

    /// Every text of the front matter on one line, by the form of its key.
    private static func texts(
        _ entries: [YAMLNode.Entry], _ keys: [KeySchema], _ found: (String, Located<String>, ValueForm) -> Void
    ) {
        for entry in entries {
            guard let place = keys.place(of: entry.key.value), !stamps.contains(entry.key.value) else { continue }
            texts(entry.value, entry.key.value, keys[place].form, found)
        }
    }

    /// Texts that are no words for people, or one of several to choose from.
    private static let stamps: Set<String> = ["of", "choices", "in-reply-to"]

    private static func texts(
        _ node: YAMLNode, _ key: String, _ form: ValueForm, _ found: (String, Located<String>, ValueForm) -> Void
    ) {
        switch form {
        case .text, .localizedText, .sentence, .filledText, .fieldValue:
            if case .fieldValue = form { return }
            if let scalar = node.scalar { found(key, scalar, form) }
            for version in node.entries ?? [] {
                if let scalar = version.value.scalar { found("\(key).\(version.key.value)", scalar, form) }
            }
        case .record(let keys): texts(node.entries ?? [], keys, found)
        case .textOrRecord(let keys): if let entries = node.entries { texts(entries, keys, found) }
        case .list(let element):
            if case .record = element, case .sequence(let items) = node.content {
                for item in items { texts(item, key, element, found) }
            }
        default: break
        }
    }

    private static func line(_ offset: Int, _ bytes: [UInt8]) -> Int { bytes.prefix(offset).count { $0 == 0x0A } }
}
