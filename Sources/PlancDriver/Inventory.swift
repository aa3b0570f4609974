import PlancDiagnostics
import PlancModel
import PlancSource
import PlancSyntax

/// A file or folder below a plan's, and what planc takes it for: one line of `planc list files`.
public struct InventoryEntry: Sendable, Hashable {
    /// What planc does with a file or folder.
    public enum TakenAs: Sendable, Hashable {
        /// A source, of the kind that its front matter says; nil where it does not, or cannot be read.
        case source(kind: String?)
        /// A picture that is printed, with the texts that show it.
        case picture(usedIn: [String])
        case leftOut(LeftOut)
        /// A source that could not be read, and why.
        case unreadable(Phrase)
    }

    /// As people know it: with the plan's folder.
    public var path: String
    public var takenAs: TakenAs

    public init(path: String, takenAs: TakenAs) {
        self.path = path
        self.takenAs = takenAs
    }

    /// `{"path", "as": "source", "kind"}`, `{"path", "as": "picture", "usedIn"}` or `{"path", "as": "left-out", "reason"}`,
    /// with `why` where the reason is that it could not be read.
    public var json: JSON {
        switch takenAs {
        case .source(let kind):
            .object([
                "path": .string(path), "as": .string("source"), "kind": kind.map(JSON.string) ?? .null,
            ])
        case .picture(let texts):
            .object(["path": .string(path), "as": .string("picture"), "usedIn": .strings(texts)])
        case .leftOut(let reason):
            .object(["path": .string(path), "as": .string("left-out"), "reason": .string(reason.rawValue)])
        case .unreadable(let why):
            .object([
                "path": .string(path), "as": .string("left-out"), "reason": .string("unreadable"),
                "why": .string(why.english),
            ])
        }
    }

    /// Whether the file may have been meant to be read: text without front matter, hidden, behind a link that is not followed.
    var mayBeMissed: Bool {
        guard case .leftOut(let reason) = takenAs else { return false }
        switch reason {
        case .withoutFrontMatter, .leavingLink, .document, .backup: return true
        // Only what was seen to be a source is listed by its own path.
        case .hidden, .otherProgram: return path.hasSuffix(".md")
        case .otherPlan, .link, .otherForm, .excluded: return false
        }
    }

    /// Whether it is a file that is not read, though it may have been meant to be, or was.
    public var isLeftUnread: Bool {
        if case .unreadable = takenAs { return true }
        return mayBeMissed || isExcluded
    }

    /// Whether `exclude` leaves the file out.
    var isExcluded: Bool { takenAs == .leftOut(.excluded) }

    /// What planc takes the file for, for people.
    public var words: Phrase {
        switch takenAs {
        case .source(let kind?):
            return Phrase(verbatim: kind)
        case .source(nil):
            return Phrase("a source that cannot be read")
        case .picture(let texts):
            return Phrase("a picture used in {files}", ["files": texts.joined(separator: ", ")])
        case .leftOut(let reason): return reason.words
        case .unreadable(let why): return Phrase("not read: {why}", ["why": why])
        }
    }
}

extension LeftOut {
    /// Why the file is not read, for people.
    public var words: Phrase {
        switch self {
        case .hidden:
            Phrase(
                "not read: its name begins with a dot")
        case .otherProgram:
            Phrase("not read: a folder of another program")
        case .otherPlan: Phrase("another plan")
        case .link:
            Phrase(
                "not read: a link to a file that has its own name")
        case .leavingLink:
            Phrase(
                "not read: a link out of the plan’s folder")
        case .withoutFrontMatter:
            Phrase(
                "not read: a text without front matter, such as a README")
        case .excluded: Phrase("left out by 'exclude' in plan.md")
        case .document:
            Phrase("not read: a document of a word processor")
        case .backup:
            Phrase("not read: a copy kept beside its original")
        case .otherForm:
            Phrase("not read: no Markdown file")
        }
    }
}

/// A file of a plan that was looked into.
struct LookedInto {
    var path: String
    var file: FileID
    /// nil of a file that was not read as a source.
    var parsed: ParsedFile?
    /// Read only if it holds a source.
    var isCandidate: Bool
    /// What kept it from being read.
    var problem: Problem?
}

/// What a plan's folder holds, by path: the files that were looked into, pictures with the texts that show them, and what was left out.
func inventory(
    of plan: PlanSources, looked: [LookedInto], pictures: Pictures?
) -> [InventoryEntry] {
    let names = Dictionary(uniqueKeysWithValues: looked.map { ($0.file, $0.path) })
    var usedIn: [String: [String]] = [:]
    for use in pictures?.uses ?? [] {
        guard let path = use.path, pictures?[path] != nil, let name = names[use.span.file] else { continue }
        if usedIn[path]?.last != name { usedIn[path, default: []].append(name) }
    }
    func entry(_ path: String, _ takenAs: InventoryEntry.TakenAs) -> InventoryEntry {
        InventoryEntry(path: Path.join(plan.folder, path), takenAs: takenAs)
    }
    var entries = looked.map { file in
        if let problem = file.problem { return entry(file.path, .unreadable(problem.message)) }
        guard let parsed = file.parsed, parsed.isSource else {
            return entry(file.path, .leftOut(file.isCandidate ? .otherForm : .withoutFrontMatter))
        }
        return entry(file.path, .source(kind: parsed.frontMatter?["kind"]?.scalar?.value))
    }
    entries += plan.leftOut.map { path, reason in
        entry(path, usedIn[path].map { .picture(usedIn: $0) } ?? .leftOut(reason))
    }
    return entries.sorted { ($0.path, $0.words.english) < ($1.path, $1.words.english) }
}
