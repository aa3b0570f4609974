import PlancAnalysis
import PlancDiagnostics
import PlancModel
import PlancProse
import PlancSource

/// A rule that judges a bound plan.
public protocol Rule: RuleDescription {
    static func check(_ context: RuleContext, report: (Finding) -> Void)
}

/// What a rule may know: the plan, the day, and what analysis found out about the plan.
public struct RuleContext: Sendable {
    public let plan: Plan
    /// The day that reviews, drills and numbers are judged against.
    public let asOf: CalendarDate
    /// The texts that the plan was read from; empty for a plan that was made otherwise.
    public let sources: SourceSet
    /// Files in which reading or binding found errors: what they say is not final, and nobody asks for work that follows it.
    public let brokenFiles: Set<FileID>
    /// The profiles that are asked for; nil: those that the plan chooses.
    public let askedProfiles: [ProfileName]?
    private let lazyAnalyses: Lazily<Analyses>
    private let lazyWords: Lazily<WordsOfBrokenFiles>
    private let lazySteps: Lazily<UncertainSteps>
    private let lazyUncertainties: Lazily<Uncertainties>
    private let lazyMissingDuties: Lazily<MissingDuties>
    private let lazyElements: Lazily<[ElementSet]>
    private let lazyPointers: Lazily<PointerReader>
    private let reading: TextReading

    public init(
        plan: Plan, asOf: CalendarDate, sources: SourceSet = SourceSet(), brokenFiles: Set<FileID> = [],
        profiles: [ProfileName]? = nil
    ) {
        self.plan = plan
        self.asOf = asOf
        self.sources = sources
        self.brokenFiles = brokenFiles
        askedProfiles = profiles
        lazyAnalyses = Lazily { Analyses(plan) }
        lazyMissingDuties = Lazily { MissingDuties(plan, asOf: asOf) }
        lazyElements = Lazily {
            var reader = ElementReader(plan)
            return plan.messages.map { reader.elementsTold(by: $0) }
        }
        lazyPointers = Lazily { PointerReader(plan) }
        lazyWords = Lazily { WordsOfBrokenFiles(brokenFiles, sources) }
        let uncertainties = Lazily { Uncertainties(plan) }
        lazyUncertainties = uncertainties
        lazySteps = Lazily {
            UncertainSteps(plan) {
                plan.unread.kinds.contains(.checklist) || uncertainties.value.scenariosWithSteps.contains($0)
            }
        }
        reading = TextReading(plan, longestSentence: HardToRead.longestSentence)
    }

    public var analyses: Analyses { lazyAnalyses.value }
    var wordsOfBrokenFiles: WordsOfBrokenFiles { lazyWords.value }
    var uncertainSteps: UncertainSteps { lazySteps.value }
    var uncertainties: Uncertainties { lazyUncertainties.value }
    var missingDuties: MissingDuties { lazyMissingDuties.value }
    /// By message, in the order of the plan: the elements that its own text tells.
    var elementsTold: [ElementSet] { lazyElements.value }
    var pointers: PointerReader { lazyPointers.value }
    var texts: PlanTexts { reading.texts }
    /// By message and version, in the order of the plan: the common texts.
    var measures: [[TextMeasures]] { reading.measures }

    /// What many rules ask for, each a piece of work of its own: done first and side by side, no rule waits for another's.
    public var preparations: [@Sendable () -> Void] {
        [{ _ = analyses }] + reading.preparations + [{ _ = pointers }, { _ = elementsTold }]
    }
}
