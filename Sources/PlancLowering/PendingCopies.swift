import PlancDocument
import PlancLanguages
import PlancModel
import PlancSource

/// A numbered copy of a pack that is composed only as far as somebody asks.
public struct PendingCopy: Sendable {
    /// As of its document: `fr/packs/binder--2`.
    public let path: String
    public let pack: String
    /// Which copy of the pack it is, from 0.
    public let number: Int
    /// Parts of its chapters, each composed when it is asked for: copies of which one part differs differ.
    public let parts: [@Sendable () -> [PlancDocument.Block]]
    /// What is on its pages.
    public var document: Document { composed.value }
    private let composed: Lazily<Document>

    fileprivate init(
        _ path: String, pack: String, number: Int, _ parts: [@Sendable () -> [Block]], _ composed: Lazily<Document>
    ) {
        self.path = path
        self.pack = pack
        self.number = number
        self.parts = parts
        self.composed = composed
    }
}

/// The numbered copies of all packs, in the order of locales and packs. What a copy says of the texts in others depends on all of
/// them: which are composed is up to who asks.
///
/// - Parameter documents: what the plan prints besides; a copy says how many private addresses of its pack it lacks.
public func pendingCopies(
    of plan: Plan, beside documents: [LoweredDocument], notJudged: Phrase? = nil
) -> [PendingCopy] {
    var options = LoweringOptions()
    options.sections = [.packs]
    options.numbersCopies = true
    options.notJudged = notJudged
    let counts = Dictionary(documents.map { ($0.path, $0.privateCount) }, uniquingKeysWith: { first, _ in first })
    return printings(of: plan, options).flatMap { $0.edition.pendingCopies($0.scenes, $0.everyday, counts) }
}

extension Edition {
    /// - Parameter counts: how many private addresses a pack holds, by its path.
    fileprivate func pendingCopies(
        _ scenes: [ScenarioContext], _ everyday: ScenarioContext, _ counts: [String: Int]
    ) -> [PendingCopy] {
        let (_, copies, held) = mastersAndCopies(scenes)
        return copies.map { copy in
            let printing = PackPrinting(
                copy, privateCount: counts["\(locale.tag)/packs/\(copy.pack.id)"] ?? 0, edition: self,
                everyday: everyday, others: held)
            return PendingCopy(
                "\(locale.tag)/\(copy.path)", pack: copy.pack.id, number: copy.copy ?? 0, printing.parts,
                Lazily { printing.document() })
        }
    }
}
