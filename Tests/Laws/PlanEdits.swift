import PlancDiagnostics
import PlancMarkup
import PlancSchema
import PlancSource
import PlancSyntax
import Testing

/// One change that an author might make to a plan.
struct PlanEdit: Sendable, CustomTestStringConvertible {
    enum Kind: String, Sendable, CaseIterable { case value, deletion, word, line, structure, order, file, nothing }

    var kind: Kind
    /// `people.md: reach.mobile: "+44 …" → "+44 …"`.
    var name: String
    /// The files that are otherwise, by path; nil for one that is gone.
    var files: [String: [UInt8]?]

    var testDescription: String { "\(kind.rawValue) \(name)" }

    func applied(to plan: SubjectPlan) -> SubjectPlan {
        var changed = plan
        for (path, bytes) in files { changed.files[path] = bytes }
        return changed
    }
}

/// Every change that the law *change* tries on a plan: of each key in each kind of file, of each kind of place in its texts, of its
/// entries and of its files.
struct PlanEdits {
    private(set) var all: [PlanEdit] = []
    private let plan: SubjectPlan
    /// Scalars that stand under a key anywhere in the plan, by its general name.
    private var pool: [String: [String]] = [:]
    /// How often a key, or a kind of place, was changed already.
    private var seen: [String: Int] = [:]
    /// How many of each are changed.
    private static let each = 2

    init(_ plan: SubjectPlan) {
        self.plan = plan
        for (path, front, kind) in Self.fronts(plan) { gather(front, kind, path) }
        for (path, front, kind) in Self.fronts(plan) {
            values(front, kind, path)
            moves(front, path)
            bodies(path, kind)
        }
        files()
        nothings()
    }

    private static func fronts(_ plan: SubjectPlan) -> [(path: String, front: YAMLNode, kind: String)] {
        plan.sources.compactMap { path in
            let parsed = parse(SourceFile(path: path, bytes: plan.files[path] ?? []), id: FileID(0))
            guard let front = parsed.frontMatter, let kind = front["kind"]?.scalar?.value else { return nil }
            return (path, front, kind)
        }
    }

    private mutating func isWanted(_ key: String) -> Bool {
        seen[key, default: 0] += 1
        return seen[key, default: 0] <= Self.each
    }

    private mutating func add(
        _ kind: PlanEdit.Kind, _ name: String, _ path: String, _ range: Range<Int>, _ text: String
    ) {
        let bytes = plan.files[path] ?? []
        let old = String(decoding: bytes[range], as: UTF8.self)
        let new = bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...]
        all.append(PlanEdit(kind: kind, name: "\(path): \(name): \(old) → \(text)", files: [path: Array(new)]))
    }

    // MARK: Values

    private mutating func gather(_ node: YAMLNode, _ key: String, _ path: String) {
        switch node.content {
        case .scalar:
            let written = String(decoding: (plan.files[path] ?? [])[node.span.range], as: UTF8.self)
            pool[Self.general(key), default: []].append(written)
        case .sequence(let nodes): for node in nodes { gather(node, key, path) }
        case .mapping(let entries): for entry in entries { gather(entry.value, key + "." + entry.key.value, path) }
        }
    }

    /// Keys whose names an author chose are one: `people.people.*.reach.*`.
    private static func general(_ key: String) -> String {
        let parts = key.split(separator: ".").map(String.init)
        return parts.map { known.contains($0) ? $0 : "*" }.joined(separator: ".")
    }

    private static let known = Set(
        EntityKind.all.flatMap { names(Schema.keys(of: $0)) + [$0.rawValue, $0.registryKey] })

    private static func names(_ keys: [KeySchema]) -> [String] { keys.flatMap { [$0.name] + names($0.form.keys) } }

    private mutating func values(_ node: YAMLNode, _ key: String, _ path: String) {
        switch node.content {
        case .scalar(let text, _):
            guard !key.hasSuffix(".kind"), isWanted(Self.general(key)) else { return }
            let written = String(decoding: (plan.files[path] ?? [])[node.span.range], as: UTF8.self)
            for value in others(written, text, key) { add(.value, key, path, node.span.range, value) }
        case .sequence(let nodes): for node in nodes { values(node, key, path) }
        case .mapping(let entries):
            for entry in entries {
                let inner = key + "." + entry.key.value
                values(entry.value, inner, path)
                if entry.key.value != "kind", isWanted("deletion of " + Self.general(inner)) {
                    add(.deletion, inner, path, extent(entry, path), "")
                }
            }
        }
    }

    /// Other values that might stand there: what stands under the same key elsewhere, the next number, a word more.
    private func others(_ written: String, _ text: String, _ key: String) -> [String] {
        var values = Array((pool[Self.general(key)] ?? []).filter { $0 != written }.sorted().prefix(1))
        if let digit = written.lastIndex(where: { $0.isASCII && $0.isNumber }) {
            var other = written
            other.replaceSubrange(digit...digit, with: written[digit] == "1" ? "2" : "1")
            values.append(other)
        } else if text.contains(" ") {
            let end =
                written.last == "\"" || written.last == "'" ? written.index(before: written.endIndex) : written.endIndex
            values.append(written[..<end] + " anew" + written[end...])
        }
        return values
    }

    /// An entry with its line, or with the comma beside it.
    private func extent(_ entry: YAMLNode.Entry, _ path: String) -> Range<Int> {
        Self.extent(entry, in: plan.files[path] ?? [])
    }

    static func extent(_ entry: YAMLNode.Entry, in bytes: [UInt8]) -> Range<Int> {
        var lower = Int(entry.key.span.lower)
        var upper = max(Int(entry.value.span.upper), Int(entry.key.span.upper) + 1)
        var start = lower
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        if start == 0 || bytes[start - 1] == 0x0A {
            while upper < bytes.count, bytes[upper - 1] != 0x0A { upper += 1 }
            return start..<upper
        }
        if upper < bytes.count, bytes[upper] == UInt8(ascii: ",") {
            upper += 1
            while upper < bytes.count, bytes[upper] == 0x20 { upper += 1 }
        } else {
            while lower > 0, bytes[lower - 1] == 0x20 || bytes[lower - 1] == UInt8(ascii: ",") { lower -= 1 }
        }
        return lower..<upper
    }

    // MARK: Order

    /// Entries of registries, and elements of lists, that change places.
    private mutating func moves(_ node: YAMLNode, _ path: String, _ key: String = "") {
        let bytes = plan.files[path] ?? []
        switch node.content {
        case .mapping(let entries):
            for entry in entries { moves(entry.value, path, entry.key.value) }
            guard EntityKind.all.contains(where: { $0.registryKey == key }), entries.count > 1,
                isWanted("order of " + key)
            else { return }
            let (a, b) = (extent(entries[0], path), extent(entries[1], path))
            guard a.upperBound == b.lowerBound else { return }
            let swapped = String(decoding: bytes[b] + bytes[a], as: UTF8.self)
            add(.order, key, path, a.lowerBound..<b.upperBound, swapped)
        case .sequence(let nodes):
            guard nodes.count > 1, isWanted("order in " + key) else { return }
            let (a, b) = (nodes[0].span.range, nodes[1].span.range)
            let swapped = String(
                decoding: bytes[b] + bytes[a.upperBound..<b.lowerBound] + bytes[a], as: UTF8.self)
            add(.order, key, path, a.lowerBound..<b.upperBound, swapped)
        case .scalar: break
        }
    }

    // MARK: Texts

    private mutating func bodies(_ path: String, _ kind: String) {
        let bytes = plan.files[path] ?? []
        let parsed = parse(SourceFile(path: path, bytes: bytes), id: FileID(0))
        let marked = MarkedPlan(SubjectPlan(name: "", files: [path: bytes]), bodies: true, values: false)
        for marker in marked.markers where marker.offset < bytes.count {
            guard isWanted("\(kind) \(marker.place)"), marker.place != "between blocks" else { continue }
            add(.word, marker.place, path, marker.offset..<marker.offset, " quixotic")
        }
        // Each line of a text gone, and each with the one below it.
        var start = parsed.bodySpan.range.lowerBound
        for line in bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false) {
            let range = start..<min(start + line.count + 1, bytes.count)
            start = range.upperBound
            let sign = String(decoding: line.drop { $0 == 0x20 }.prefix(3), as: UTF8.self)
            let form = sign.first.map { $0.isLetter ? "text" : String($0) + (sign.contains("[") ? "[" : "") } ?? "empty"
            if isWanted("\(kind) line \(form)") { add(.line, form, path, range, "") }
            structure(path, kind, form, range)
            if form == "text", line.last != 0x20, isWanted("\(kind) strong") {
                guard let space = line.firstIndex(of: 0x20), space - line.startIndex > 3 else { continue }
                let word = range.lowerBound..<range.lowerBound + (space - line.startIndex)
                add(.word, "strong", path, word, "**" + String(decoding: bytes[word], as: UTF8.self) + "**")
            }
        }
    }

    /// The same words in another list, deeper in the list, apart from the item above, on another line, or held together.
    private mutating func structure(_ path: String, _ kind: String, _ form: String, _ range: Range<Int>) {
        let bytes = plan.files[path] ?? []
        let line = bytes[range]
        guard let first = line.firstIndex(where: { $0 != 0x20 }) else { return }
        if form == "-", bytes[first] == UInt8(ascii: "-") {
            if isWanted("\(kind) deeper") { add(.structure, "deeper", path, first..<first, "  ") }
            if isWanted("\(kind) other list") { add(.structure, "other list", path, first..<first + 1, "*") }
            if isWanted("\(kind) apart") {
                add(.structure, "apart", path, range.lowerBound..<range.lowerBound, "\n")
            }
        }
        guard form == "text", let space = line.dropFirst(12).firstIndex(of: 0x20), bytes[space - 1] != 0x20 else {
            return
        }
        if isWanted("\(kind) line break") { add(.structure, "line break", path, space..<space + 1, "\\\n") }
        if isWanted("\(kind) no-break space") { add(.structure, "no-break space", path, space..<space + 1, "\u{A0}") }
    }

    // MARK: Files, and what is no change

    private mutating func files() {
        for path in plan.sources where path != "plan.md" && isWanted("file in \(path.split(separator: "/").dropLast())")
        {
            all.append(PlanEdit(kind: .file, name: "\(path) gone", files: [path: [UInt8]?.none]))
            guard path.contains("/") else { continue }
            let copy = path.replacing(".md", with: "-again.md")
            all.append(PlanEdit(kind: .file, name: "\(copy) new", files: [copy: plan.files[path] ?? []]))
            let moved = "moved/" + (path.split(separator: "/").last.map(String.init) ?? "")
            all.append(
                PlanEdit(
                    kind: .file, name: "\(path) moved", files: [path: [UInt8]?.none, moved: plan.files[path] ?? []]))
        }
    }

    /// Changes of the sources that no page, no data and no finding should show.
    private mutating func nothings() {
        for path in plan.sources where isWanted("nothing in \(path.split(separator: "/").dropLast())") {
            let text = plan.text(path)
            let changes = [
                ("comment in front", text.replacing("\nkind:", with: "\n# a remark\nkind:", maxReplacements: 1)),
                ("comment at the end", text + "\n<!-- a remark -->\n"),
                ("empty lines", text + "\n\n\n"),
                ("two spaces", text.replacing(" the ", with: "  the ", maxReplacements: 1)),
                ("two spaces in the text", twoSpaces(in: text)),
                ("ends of lines", text.replacing("\n", with: "\r\n")),
            ]
            for (name, changed) in changes where changed != text {
                all.append(PlanEdit(kind: .nothing, name: "\(path): \(name)", files: [path: Array(changed.utf8)]))
            }
        }
    }

    /// Between two words far below the front matter.
    private func twoSpaces(in text: String) -> String {
        guard let end = text.firstRange(of: "\n---\n"),
            let words = text[end.upperBound...].firstMatch(of: /[a-z]{3} [a-z]{3}/)
        else { return text }
        var changed = text
        changed.replaceSubrange(words.range, with: words.output.replacing(" ", with: "  "))
        return changed
    }
}
