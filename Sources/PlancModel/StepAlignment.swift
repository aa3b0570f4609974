import PlancMarkup
import PlancSource

/// Which steps of a checklist and of its translation are the same: what they share is when they are due, who does them, what
/// they link to, their mark, their numbers and their length.
public typealias StepAlignment = TraitAlignment<StepTraits>

/// What of a step is the same in every language, and how long its words are.
public struct StepTraits: AlignedTraits {
    private let offset: Offset?
    private let roles: [String]
    private let links: [EntityReference]
    private let meanings: [StepMeaning]
    private let isDecision: Bool
    private let numbers: [String]
    private let substeps: [StepTraits]
    private let branches: Int
    private let length: Int
    /// Whether nothing stands before its words: a translation may leave time and role to the source.
    private var isBare: Bool { offset == nil && roles.isEmpty && meanings.isEmpty }

    public init(_ step: Step) {
        offset = step.offset?.value
        roles = step.roles.map(\.id).sorted()
        links = (step.links + step.branchLinks).map(\.target)
        meanings = step.meanings.map(\.value)
        isDecision = step.isDecision
        let text = step.text.plainText
        numbers = text.utf8.split { !(0x30...0x39).contains($0) }.map { String(decoding: Array($0), as: UTF8.self) }
            .sorted()
        length = text.utf8.count
        substeps = step.substeps.map(StepTraits.init)
        branches = step.branches.count
    }

    public var anchor: String? {
        if offset == nil, roles.isEmpty, links.isEmpty { return nil }
        let places = links.map { "\($0.kind.rawValue):\($0.id)" }.joined(separator: " ")
        return "\(offset?.notation ?? "") \(roles.joined(separator: " ")) \(places)"
    }

    public var isOpening: Bool { false }

    public var identity: String? {
        guard let anchor = anchor ?? (meanings.isEmpty ? nil : "") else { return nil }
        return "\(anchor) \(meanings.map(\.rawValue).joined(separator: " "))"
    }

    public func isTwin(of other: StepTraits) -> Bool {
        links == other.links && hasParts(of: other)
            && (other.isBare
                || offset == other.offset && roles == other.roles && meanings == other.meanings
                    && isDecision == other.isDecision)
    }

    /// Whether the sub-steps and branches of one stand for those of the other, in order.
    func hasParts(of other: StepTraits) -> Bool {
        branches == other.branches && substeps.count == other.substeps.count
            && zip(substeps, other.substeps).allSatisfy { $0.isTwin(of: $1) }
    }

    /// What counts against a pair that another time or another role stands before. Two such pairs, side by side, are less than one of
    /// the same time and role: of two steps that changed places one is found, and none is printed in the place of the other.
    private static var otherHead: Int { -240 }

    public func likeness(to other: StepTraits) -> Int? {
        var points = 100
        let shared = links.filter(other.links.contains).count
        let isMarked = !meanings.isEmpty && meanings == other.meanings
        // A step of another time, for others, that neither sends nor does the same is another step.
        if !other.isBare, offset != other.offset, roles != other.roles, shared == 0, !isMarked,
            !roles.contains(where: other.roles.contains)
        {
            return nil
        }
        if offset != nil, !other.isBare { points += offset == other.offset ? 200 : Self.otherHead }
        if !roles.isEmpty, !other.isBare {
            points += roles == other.roles ? 150 : roles.contains(where: other.roles.contains) ? 75 : Self.otherHead
        }
        points += 200 * min(shared, 2)
        if shared == 0, !links.isEmpty, !other.links.isEmpty { points -= 150 }
        if isMarked { points += 150 }
        if isDecision == other.isDecision { points += 20 }
        points += 60 * min(numbers.filter(other.numbers.contains).count, 3)
        if substeps.count == other.substeps.count { points += 20 }
        // A translation is about as long as its source.
        if max(length, other.length) > 0 { points += 80 * min(length, other.length) / max(length, other.length) }
        return max(points, 1)
    }
}

extension [Checklist.Stage] {
    /// These stages in the words of a translation: its text stands beside a time only where it is the text of that step, whatever
    /// the translation has more or less. What it does not have stays as it is.
    public func told(by translation: [Checklist.Stage]) -> [Checklist.Stage] {
        let source = flatMap { stage in stage.steps.map(StepTraits.init) }
        let traits = translation.flatMap { stage in stage.steps.map(StepTraits.init) }
        let alignment = StepAlignment(source, traits)
        let places = translation.enumerated().flatMap { stage, text in text.steps.indices.map { (stage, $0) } }
        var counterparts = [Int?](repeating: nil, count: source.count)
        for case .pair(let step, let other) in alignment.steps { counterparts[step] = other }
        var number = 0
        return enumerated().map { place, own in
            var told = own
            var stages: [Int] = []
            for step in own.steps.indices {
                defer { number += 1 }
                guard let other = counterparts[number] else { continue }
                let (stage, there) = places[other]
                stages.append(stage)
                // Sub-steps and branches that do not correspond are better read in the source.
                if source[number].hasParts(of: traits[other]) {
                    told.steps[step] = own.steps[step].told(by: translation[stage].steps[there])
                }
            }
            // The heading and what introduces the steps: of the same place, else of the first of the steps.
            if let there = count == translation.count ? place : stages.first, translation.indices.contains(there),
                count == translation.count || translation[there].level == own.level
            {
                told.heading = translation[there].heading
                told.headingSpan = translation[there].headingSpan
                told.introduction = translation[there].introduction
            }
            return told
        }
    }
}

extension Step {
    /// This step in the words of its translation, whose sub-steps and branches correspond: time, rhythm, roles and mark are those of
    /// the source.
    fileprivate func told(by other: Step) -> Step {
        var number = 0
        let parts = other.parts.map { part -> Part in
            guard case .substep(let substep) = part else { return part }
            defer { number += 1 }
            return .substep(substeps[number].told(by: substep))
        }
        return Step(
            offset: offset, rhythm: rhythm, roles: roles, hasUnreadTime: hasUnreadTime, hasUnreadRole: hasUnreadRole,
            isDecision: isDecision, meanings: meanings, isTicked: other.isTicked, text: other.text, parts: parts,
            links: other.links, hasBrokenLink: other.hasBrokenLink, span: other.span)
    }
}
