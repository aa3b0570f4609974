import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// A text of the plan in one of its languages, and whether it keeps up with its source.
public struct TranslationState: Sendable, Hashable {
    /// Whether a translation keeps up with its source.
    public enum State: String, Sendable {
        case missing
        /// Made from an older source.
        case stale
        /// Nobody said which source it was made from.
        case unstamped
        case current
    }

    public var reference: EntityReference
    public var title: String
    public var locale: Locale
    public var state: State
    /// The file of the translation, or of the source when there is none yet.
    public var path: String
    /// What `translates:` should name.
    public var sourceHash: String
    var file: FileID?
    var stamp: Span?

    public var json: JSON {
        .object([
            "of": .string("\(reference.kind.rawValue):\(reference.id)"), "title": .string(title),
            "locale": .string(locale.tag),
            "state": .string(state.rawValue), "path": .string(path), "translates": .string(sourceHash),
        ])
    }
}

/// Every text of the plan in every language of the plan but its first.
public func translations(of plan: Plan, sources: SourceSet) -> [TranslationState] {
    var states: [TranslationState] = []
    func add(_ reference: EntityReference, _ title: LocalizedText, _ versions: [Body]) {
        guard let source = versions.first(where: { $0.locale == plan.sourceLocale }) ?? versions.first else {
            return
        }
        for locale in plan.locales where locale != source.locale {
            let version = versions.first { $0.locale == locale }
            let state: TranslationState.State
            if let version {
                state = version.translates.map { source.isSource(ofStamp: $0.value) ? .current : .stale } ?? .unstamped
            } else {
                state = .missing
            }
            states.append(
                TranslationState(
                    reference: reference, title: title.text(plan.sourceLocale), locale: locale, state: state,
                    path: sources[(version ?? source).file].path, sourceHash: source.contentHash,
                    file: version?.file,
                    stamp: version?.translates?.span))
        }
    }
    for text in plan.translatedTexts {
        add(text.reference, text.title, text.bodies)
    }
    return states
}

/// The bytes of a translation's file as it is and with `translates:` naming the source as it is now; nil when there is no file to stamp.
public func stamped(_ state: TranslationState, sources: SourceSet) -> (before: [UInt8], after: [UInt8])? {
    guard let file = state.file else { return nil }
    let before = sources[file].bytes
    var bytes = before
    if let stamp = state.stamp {
        bytes.replaceSubrange(stamp.range, with: Array(state.sourceHash.utf8))
        return (before, bytes)
    }
    // Before the line that closes the front matter, with the line ending of the file.
    let index = LineIndex(sources[file])
    guard let closing = index.starts.indices.dropFirst().first(where: { index.text(line: $0) == "---" }) else {
        return nil
    }
    let isCRLF = index.starts[1] >= 2 && bytes[index.starts[1] - 2] == UInt8(ascii: "\r")
    let line = "translates: \(state.sourceHash)" + (isCRLF ? "\r\n" : "\n")
    bytes.insert(contentsOf: Array(line.utf8), at: index.starts[closing])
    return (before, bytes)
}
