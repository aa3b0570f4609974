import PlancAnalysis
import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// A step of a checklist, in the words by which it is told.
struct ToldStep {
    var step: PlannedStep
    var text: String
    /// The heading it is under.
    var heading: String
    /// Its place among all steps of the list.
    var place: Int
    private let list: Checklist

    init(_ step: PlannedStep, _ list: Checklist, place: Int) {
        self.step = step
        self.list = list
        self.place = place
        text = Self.words(of: step.step)
        heading = list.stages[step.stage].heading?.plainText ?? ""
    }

    /// Its words in the translations that have it.
    var translations: [(locale: Locale, text: String)] {
        list.versions.dropFirst().compactMap { version in
            guard version.printed.indices.contains(step.stage) else { return nil }
            var steps = version.printed[step.stage].steps
            var found: Step?
            for number in step.path {
                guard steps.indices.contains(number) else { return nil }
                found = steps[number]
                steps = steps[number].substeps
            }
            guard let found, found.span.file != step.step.span.file else { return nil }
            return (version.body.locale, Self.words(of: found))
        }
    }

    /// In each language that has it.
    var phrase: Phrase {
        Phrase(versions: [(nil, text)] + translations.map { (Optional($0.locale.tag), $0.text) })
    }

    /// The heading in each language that has it; nil above the first.
    var headingPhrase: Phrase? {
        if heading.isEmpty { return nil }
        let translated = list.versions.dropFirst().compactMap { version -> (tag: String?, text: String)? in
            guard version.printed.indices.contains(step.stage), let words = version.printed[step.stage].heading
            else { return nil }
            return (version.body.locale.tag, words.plainText)
        }
        return Phrase(versions: [(nil, heading)] + translated)
    }

    private static func words(of step: Step) -> String {
        step.text.plainText.split(separator: " ").joined(separator: " ")
    }
}

/// Which steps of two checklists are the same: those of the same words, then those that share half of them.
struct PairedSteps {
    private(set) var both: [(ToldStep, ToldStep)] = []
    var gone: [ToldStep]
    var fresh: [ToldStep] = []

    init(_ old: [ToldStep], _ new: [ToldStep]) {
        var places: [String: [Int]] = [:]
        for (index, told) in old.enumerated().reversed() { places[told.text, default: []].append(index) }
        var taken: Set<Int> = []
        for told in new {
            if let index = places[told.text]?.popLast() {
                taken.insert(index)
                both.append((old[index], told))
            } else {
                fresh.append(told)
            }
        }
        gone = old.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
        // What is left may be the same step in other words: the nearest that shares half of them.
        for told in fresh {
            guard let index = gone.indices.max(by: { likeness(gone[$0], told) < likeness(gone[$1], told) }),
                likeness(gone[index], told) >= 0.5
            else { continue }
            both.append((gone.remove(at: index), told))
            fresh.removeAll { $0.step.path == told.step.path && $0.step.stage == told.step.stage }
        }
    }
}

extension PairedSteps {
    /// The steps that are in another order now, by their new places, each with the words of the one above it; nil for the first.
    var moved: [Int: String?] {
        let old = both.indices.sorted { both[$0].0.place < both[$1].0.place }
        let new = both.indices.sorted { both[$0].1.place < both[$1].1.place }
        if old == new { return [:] }
        var moved: [Int: String?] = [:]
        for place in SequenceComparison(old, new).hunks.flatMap(\.new) {
            moved.updateValue(place > 0 ? both[new[place - 1]].1.text : nil, forKey: both[new[place]].1.place)
        }
        return moved
    }
}

/// The share of words that two steps have in common, 0 to 1 (Dice's coefficient).
private func likeness(_ a: ToldStep, _ b: ToldStep) -> Double {
    let (left, right) = (Set(a.text.split(separator: " ")), Set(b.text.split(separator: " ")))
    guard !left.isEmpty || !right.isEmpty else { return 0 }
    return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
}
