/// The lines of a pack that differ, those of a chapter that came, went or stands at another place as one: whoever holds the pack needs
/// to know that, not each of its lines.
func withChapters(
    _ differences: [LineDifference], _ old: [PrintedLine], _ new: [PrintedLine]
) -> [LineDifference] {
    let (before, after) = (chapters(of: old), chapters(of: new))
    var places: [Folded: Int] = [:]
    var result: [LineDifference] = []
    for difference in differences {
        guard let folded = Folded(difference, before, after) else {
            result.append(difference)
            continue
        }
        if let place = places[folded] {
            result[place].chapterLines += max(1, difference.chapterLines)
        } else {
            places[folded] = result.count
            result.append(
                LineDifference(
                    section: chapter(of: difference.section), old: before[folded.chapter], new: after[folded.chapter],
                    chapterLines: max(1, difference.chapterLines)))
        }
    }
    return result
}

/// A chapter whose lines are told together.
private struct Folded: Hashable {
    var chapter: String

    /// nil of a line that is told for itself.
    init?(_ difference: LineDifference, _ before: [String: String], _ after: [String: String]) {
        let chapter = withoutNumber(PlancDiff.chapter(of: difference.section))
        if chapter.isEmpty { return nil }
        switch (before[chapter], after[chapter]) {
        case (_?, nil): if difference.new != nil { return nil }
        case (nil, _?): if difference.old != nil { return nil }
        case (let was?, let now?): if was == now || !difference.isMoved { return nil }
        case (nil, nil): return nil
        }
        self.chapter = chapter
    }
}

/// The chapters with their digits or letters, by their titles.
private func chapters(of lines: [PrintedLine]) -> [String: String] {
    var chapters: [String: String] = [:]
    var last = ""
    for line in lines where line.section != last {
        last = line.section
        let chapter = chapter(of: last)
        chapters[withoutNumber(chapter)] = chapter
    }
    return chapters
}

/// A heading without the digit or letter of its chapter: "Messages" of "C  Messages".
func withoutNumber(_ section: String) -> String {
    let parts = section.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard parts.count == 2, parts[0].count == 1 || parts[0].allSatisfy(\.isNumber),
        section.dropFirst(parts[0].count).prefix(2).allSatisfy(\.isWhitespace)
    else { return section }
    return String(parts[1].drop(while: \.isWhitespace))
}
