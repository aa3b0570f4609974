import PlancDiagnostics
import PlancLanguages
import PlancMarkup
import PlancModel
import PlancSchema
import PlancSource

/// Whose step it is, where a role is not named as planc reads it.
extension StepHead {
    /// `@Lead`, `@ lead`, `lead:`: the end of it; nil for words.
    mutating func readNearRole(_ start: Int, _ text: WrittenText) -> Int? {
        let rest = text.rest(from: start)
        if let near = NearMention.all(in: rest).first, near.range.lowerBound == 0 {
            if let end = readTitle(start, text) { return end }
            guard let id = Form.id(from: near.name),
                let role = binding.declared[.role, id] != nil ? id : binding.nearestID(id, .role)
            else { return nil }
            let place = start..<start + near.range.upperBound
            // A name with the very letters of a role has been reported with the words of the text.
            if role != id {
                binding.mendedCount += 1
                binding.report(UnknownRole.near(near.written, at: text.place(of: place), id: role))
            }
            // `T+1h@lead`
            if role == id, start > 0, text.pastGaps(start - 1) == start - 1 {
                binding.report(MalformedStep.joined(text.located(place)))
            }
            hasMention = true
            roles.append(Reference(role, text.place(of: place)))
            return place.upperBound
        }
        guard !hasMention, let end = endBehindColon(start, text),
            let id = binding.role(named: text.located(start..<end - 1).value)
        else { return nil }
        let written = text.located(start..<end)
        binding.report(MalformedStep.role(written, id: id))
        hasMention = true
        roles.append(Reference(id, written.span))
        return end
    }

    /// Where a few words that a colon ends, as `lead:` and `Crisis lead:`, end behind it; nil of others.
    private func endBehindColon(_ start: Int, _ text: WrittenText) -> Int? {
        var end = start
        for _ in 0..<5 {
            let word = text.word(at: end)
            guard let last = word.last else { return nil }
            if text.bytes[last] == UInt8(ascii: ":") { return last > start ? word.upperBound : nil }
            end = text.pastGaps(word.upperBound)
        }
        return nil
    }

    /// `@Crisis lead`: the title of a role behind the sign.
    private mutating func readTitle(_ start: Int, _ text: WrittenText) -> Int? {
        var ends: [Int] = []
        var end = start + 1
        while ends.count < 5, end < text.bytes.count {
            end = text.word(at: text.pastGaps(end)).upperBound
            ends.append(end)
        }
        // A word with the very letters of a role has been reported with the words of the text.
        if let word = ends.first, let id = Form.id(from: text.located(start..<word).value),
            binding.declared[.role, id] != nil
        {
            return nil
        }
        for end in ends.reversed() {
            let written = text.located(start..<end)
            guard let role = binding.facts.namedThings.value.id(String(written.value.dropFirst()), .role) else {
                continue
            }
            binding.mendedCount += 1
            binding.report(UnknownRole.near(written.value, at: written.span, id: role))
            hasMention = true
            roles.append(Reference(role, written.span))
            return end
        }
        return nil
    }

    /// `,` or `and`, in any language, between two roles, and the colon after the last.
    func joinsRoles(_ word: Range<Int>, _ text: WrittenText) -> Bool {
        guard hasMention, word.count <= 3 else { return false }
        if text.holds(word, ":") { return true }
        guard Self.joints.contains(where: { text.bytes[word].elementsEqual($0) }),
            text.pastGaps(word.upperBound) == text.bytes.count,
            rest.count > 1, case .roleMention = rest[rest.startIndex + 1].content
        else { return false }
        return true
    }

    /// `@lead & Legal: Call`, `@lead, Legal: Call`: the title of a role in place of a second name, reported and read as one; its end.
    mutating func readTitledOwner(_ word: Range<Int>, _ text: WrittenText) -> Int? {
        guard !text.bytes[word].isEmpty, word.count <= 3, Self.isJoint(text.located(word).value) else { return nil }
        let isComma = text.holds(word, ",")
        let start = text.pastGaps(word.upperBound)
        guard start < text.bytes.count, text.bytes[start] != UInt8(ascii: "@") else { return nil }
        var ends: [Int] = []
        var end = start
        while ends.count < 6, end < text.bytes.count {
            end = text.word(at: text.pastGaps(end)).upperBound
            ends.append(end)
        }
        for end in ends.reversed() {
            var name = Substring(text.located(start..<end).value)
            let hasColon = name.last == ":" || text.holds(text.word(at: text.pastGaps(end)), ":")
            // After a comma words may begin.
            if isComma, !hasColon { continue }
            var colon = 0
            while name.last == ":" || name.last?.isWhitespace ?? false {
                colon += String(name.removeLast()).utf8.count
            }
            guard
                let owner = binding.role(named: String(name))
                    ?? name.firstIndex(of: " ").flatMap({ binding.role(named: String(name[name.index(after: $0)...])) }),
                !roles.contains(where: { $0.id == owner })
            else { continue }
            let written = text.located(start..<end - colon)
            binding.mendedCount += 1
            binding.report(MalformedStep.role(written, id: owner))
            roles.append(Reference(owner, written.span))
            return end
        }
        return nil
    }

    /// `@press officer Tell`: the other words of a role's title behind its id, which would be printed before the words of the step,
    /// reported; their end.
    func readRestOfTitle(_ start: Int, _ text: WrittenText) -> Int? {
        guard let role = roles.last, role.span.upper == text.span.lower, start == text.pastGaps(0), start > 0,
            binding.facts.namedThings.value.hasMore(role.id), text.rest(from: start).first?.isLetter ?? false
        else { return nil }
        let id = role.id.replacing("-", with: " ")
        var end = start
        for _ in 0..<5 where end < text.bytes.count {
            end = text.word(at: text.pastGaps(end)).upperBound
            var words = text.located(start..<end).value
            while let last = words.last, ":,;.".contains(last) { words.removeLast() }
            let place = start..<start + words.utf8.count
            guard binding.facts.namedThings.value.id(id + " " + words, .role) == role.id,
                isTitle(words, before: text.rest(from: text.pastGaps(place.upperBound)))
            else { continue }
            let removed = Span(role.span.file, Int(role.span.upper), Int(text.place(of: place).upper))
            binding.mendedCount += 1
            binding.report(MalformedStep.restOfTitle(text.located(place), of: role.id, removing: removed))
            return place.upperBound
        }
        return nil
    }

    /// Whether words behind a role are of its title, and no verb: `@security guard the doors` says who guards.
    private func isTitle(_ words: String, before next: String) -> Bool {
        if words.startsWithCapital || !words.contains(" ") {
            guard let sign = next.first, sign.isLetter else { return true }
            return next.startsWithCapital || Self.isJoint(String(next.prefix { !$0.isWhitespace }))
        }
        return true
    }

    /// `@lead. Close`, `@lead ; Close`, `@lead’s Close`: a sign behind a role that would be printed before the words, reported; its end.
    mutating func readStraySign(_ word: Range<Int>, _ text: WrittenText) -> Int? {
        guard word.count <= 5, text.pastGaps(word.upperBound) > word.upperBound || word.upperBound == text.bytes.count,
            case let written = text.located(word), Self.straySigns.contains(written.value), let role = roles.last,
            case let end = text.pastGaps(word.upperBound), end < text.bytes.count || rest.count > 1
        else { return nil }
        binding.mendedCount += 1
        // Up to the words, of which a space keeps the role.
        let upper = max(word.upperBound, end - 1)
        binding.report(
            MalformedStep.straySign(
                written,
                removing: Span(role.span.file, Int(role.span.upper), Int(text.place(of: word.lowerBound..<upper).upper))
            ))
        return end
    }

    private static let straySigns: Set<String> = [".", ";", "’s", "'s", "!", "…", "|", "·"]

    /// `T0 and @lead`, `@lead and Close`: a word that joins two roles where only one is named, reported; its end.
    mutating func readLoneJoint(_ word: Range<Int>, _ text: WrittenText) -> Int? {
        guard word.count <= 3, Self.words.contains(where: { text.bytes[word].elementsEqual($0) }) else { return nil }
        let end = text.pastGaps(word.upperBound)
        if end < text.bytes.count, text.bytes[end] == UInt8(ascii: "@") {
            return readLoneSign(text.word(at: end), text, behind: hasMention ? word.lowerBound : nil)
        }
        let isBeforeRole = end == text.bytes.count && rest.count > 1 && rest[rest.startIndex + 1].isMention
        // "and the small ones" are words.
        guard hasMention ? text.rest(from: end).startsWithCapital : isBeforeRole else { return nil }
        binding.report(MalformedStep.loneJoint(text.located(word), removing: text.place(of: word.lowerBound..<end)))
        binding.mendedCount += 1
        return end
    }

    /// `or @site`, `, then @site`, `(@site if away)`, `/site` behind a role: a second name, reported and read as an owner, so that
    /// nobody's work is missing. The end of what is before it, or of it; nil for words.
    mutating func readOtherOwner(_ start: Int, _ text: WrittenText) -> Int? {
        guard let first = roles.last?.id ?? (hasUnreadRole ? "" : nil), !first.isEmpty else { return nil }
        let words = text.rest(from: start)
        // `/technical`, and `+@technical`, which has been reported with the words of the text.
        if let sign = words.first, "/+;,&".contains(sign) {
            let hasAt = words.dropFirst().hasPrefix("@")
            let name = words.dropFirst(hasAt ? 2 : 1).prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            if hasAt || sign == "/", binding.declared[.role, String(name)] != nil {
                let place = start + 1..<start + 1 + (hasAt ? 1 : 0) + name.utf8.count
                if !hasAt {
                    binding.report(MalformedStep.otherOwner(String(name), at: text.place(of: place), first: first))
                }
                roles.append(Reference(String(name), text.place(of: place)))
                return place.upperBound
            }
        }
        guard start + words.utf8.count == text.bytes.count, words.count <= 24, rest.count > 1,
            case .roleMention(let id) = rest[rest.startIndex + 1].content,
            case .found(let role) = binding.follow(EntityReference(.role, id)), role.id != first
        else { return nil }
        let parts = words.lowercased().split { $0.isWhitespace || ",;(/–—-".contains($0) }
        let hasSign = words.contains { ";(/".contains($0) }
        guard hasSign || !parts.isEmpty, parts.allSatisfy({ Self.alternatives.contains(String($0)) }) else {
            return nil
        }
        binding.report(MalformedStep.otherOwner(role.id, at: rest[rest.startIndex + 1].span, first: first))
        return text.bytes.count
    }

    /// Whether a word joins two roles: `and`.
    static func isJoint(_ word: String) -> Bool { joints.contains { word.utf8.elementsEqual($0) } }

    /// Words between two names, in any language, that are not read as `and`.
    private static let alternatives = Set(LanguageRules.all.flatMap { $0.joints + $0.alternatives })
    /// Joints that are words.
    private static let words = LanguageRules.all.flatMap(\.joints).map { Array($0.utf8) }
    private static let joints = ([",", "&", "+", "/"] + LanguageRules.all.flatMap(\.joints)).map { Array($0.utf8) }
}
