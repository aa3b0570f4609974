import PlancMarkup
import PlancModel
import PlancSource
import PlancWords

/// Finds what steps are done by that is no channel of every plan: "Post the text on Teams", "Fax the form".
public struct MeansOfSteps {
    /// A means by the words of its author.
    public struct Means {
        public var words: String
        public var span: Span
    }

    private let locale: Locale
    private let rendering: Rendering
    private var reader: PlanWordReader

    public init(_ plan: Plan) {
        locale = plan.sourceLocale
        rendering = asWritten(plan.links)
        reader = PlanWordReader(locale)
    }

    /// Those that a checklist names, in reading order; without what it denies: "not on Teams".
    public mutating func means(in list: Checklist) -> [Means] {
        var found: [Means] = []
        for stage in list.stages {
            add(stage.introduction, to: &found)
            for step in stage.steps { add(step, to: &found) }
        }
        return found
    }

    private mutating func add(_ step: Step, to found: inout [Means]) {
        add(step.text, step.span, to: &found)
        for part in step.parts {
            switch part {
            case .detail(let block): add([block], to: &found)
            case .substep(let step): add(step, to: &found)
            case .branch(let branch):
                add(branch.text, branch.span, to: &found)
                add(branch.detail, to: &found)
            }
        }
    }

    private mutating func add(_ inlines: [Inline], _ span: Span, to found: inout [Means]) {
        add([Block(.paragraph(inlines), span)], to: &found)
    }

    private mutating func add(_ blocks: [Block], to found: inout [Means]) {
        blocks.forEachLine { inlines, span in
            let line = [Block(.paragraph(inlines), span)]
            guard line.haveLetters(of: Self.stems) else { return }
            let text = rendering(line)
            for range in reader.means(in: text) where !text.isDenied(range, locale) {
                if let span = text.span(of: range) { found.append(Means(words: text.text(range), span: span)) }
            }
        }
    }

    /// Letters of every means in `statements.txt`, so that most steps are not read; a test holds the two together.
    static let letters = [
        "eams", "ignal", "lack", "oom", "essenger", "chap", "lvid", "fax", "Fax", "élécop", "hats", "elegram", "hreema",
        "iber", "eChat", "echat", "ebex", "kype", "iscord", "attermost", "ntranet", "hare", "ammer",
    ]
    private static let stems = LetterStems(letters)
}
