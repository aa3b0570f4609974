import PlancMarkup
import PlancModel
import PlancSource

/// Finds what almost is the name of a role in a text.
extension NearTexts {
    /// Mentions that are nearly one of a role, reported; those with the words of the role's title, as they are meant.
    func titledMentions(_ run: TextRun, after before: Inline?) -> [(range: Range<Int>, inline: Inline)] {
        var titles: [(range: Range<Int>, inline: Inline)] = []
        for near in NearMention.all(in: run.text) {
            guard let id = Form.id(from: near.name) else { continue }
            let isDeclared = binding.declared[.role, id] != nil
            if let (title, role) = title(behind: near, in: run.text), !isDeclared || role == id {
                binding.mendedCount += 1
                let range = near.range.lowerBound..<near.range.upperBound + title.utf8.count
                binding.report(UnknownRole.near(near.written + title, at: run.span(range), id: role))
                titles.append((range, Inline(.roleMention(role), run.span(range))))
                continue
            }
            if !isDeclared {
                checkName(near, id, in: run)
                continue
            }
            binding.mendedCount += 1
            if near.written == "@" + id {
                // The name is right, and a sign before it is in the way.
                report(joined: near, id, in: run, after: before)
                continue
            }
            binding.report(UnknownRole.near(near.written, at: run.span(near.range), id: id))
        }
        return titles
    }

    /// The other words of a role's title behind its first one, and the role: ` of the crisis team` of `@Lead of the crisis team`.
    private func title(behind near: NearMention, in text: String) -> (words: String, role: String)? {
        let rest = Substring(text.utf8.dropFirst(near.range.upperBound))
        guard isChecklist, rest.first == " " else { return nil }
        var end = rest.startIndex
        var found: (words: String, role: String)?
        for _ in 0..<6 {
            let blanks = rest[end...].prefix { $0 == " " || $0 == "\u{A0}" }
            let word = rest[blanks.endIndex...].prefix { $0.isLetter || $0.isNumber || "-'’&".contains($0) }
            if blanks.isEmpty || word.isEmpty { break }
            end = word.endIndex
            if let role = binding.facts.namedThings.value.id(near.name + rest[..<end], .role) {
                found = (String(rest[..<end]), role)
            }
        }
        return found
    }

    /// `@Camille`, `@Communication`: the name of a person, nearly that of a role, or the title of one. In a text that is
    /// sent, a name with a capital may be one of a social network.
    private func checkName(_ near: NearMention, _ id: String, in run: TextRun) {
        let rest = near.name.dropFirst()
        guard near.written == "@" + near.name, near.name.first?.isUppercase ?? false, rest.count > 1,
            rest.allSatisfy({ $0.isLowercase || $0 == "-" })
        else { return }
        let span = run.span(near.range)
        if let role = binding.facts.namedThings.value.id(near.name, .role) {
            binding.mendedCount += 1
            return binding.report(UnknownRole.near(near.written, at: span, id: role))
        }
        if isSent { return }
        // In a step it is told with a small letter, too.
        let finding = binding.unknownMention(id, written: near.name, at: span)
        if isChecklist || !finding.fixes.isEmpty || binding.facts.namedThings.value.isPartOfName(id) {
            binding.report(finding)
        }
    }

    /// `@technical/@lead`: the second name is part of a word, as in an address.
    private func report(joined near: NearMention, _ id: String, in run: TextRun, after before: Inline?) {
        let followsRole = if case .roleMention? = before?.content { near.range.lowerBound == 1 } else { false }
        let sign = near.range.lowerBound - (followsRole ? 1 : 0)
        binding.report(
            UnknownRole.joined(
                near.written, at: run.span(near.range), id: id, replacing: run.span(sign..<near.range.upperBound),
                by: (followsRole ? ", @" : " @") + id))
    }
}
