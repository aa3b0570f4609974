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
public func pendingCopies(of plan: Plan, notJudged: Phrase? = nil) -> [PendingCopy] {
    var options = LoweringOptions()
    options.sections = [.packs]
    options.numbersCopies = true
    options.notJudged = notJudged
    return printings(of: plan, options).flatMap { $0.edition.pendingCopies($0.scenes, $0.everyday) }
}

extension Edition {
    fileprivate func pendingCopies(_ scenes: [ScenarioContext], _ everyday: ScenarioContext) -> [PendingCopy] {
        let (masters, copies, held) = mastersAndCopies(scenes)
        @Sendable func printing(_ one: PrintedPack, privateCount: @escaping @Sendable () -> Int) -> PackPrinting {
            PackPrinting(one, privateCount: privateCount, edition: self, everyday: everyday, others: held)
        }
        // How many private numbers the whole pack holds is known when it is composed.
        let counts = Dictionary(
            uniqueKeysWithValues: masters.map { master in
                let count = Lazily {
                    let printing = printing(master) { 0 }
                    _ = printing.document()
                    return printing.privacy.met.count
                }
                return (master.pack.id, count)
            })
        return copies.map { copy in
            let printing = printing(copy) { counts[copy.pack.id]?.value ?? 0 }
            return PendingCopy(
                "\(locale.tag)/packs/\(copy.name)", pack: copy.pack.id, number: copy.copy ?? 0, printing.parts,
                Lazily { printing.document() })
        }
    }
}
