import PlancSource

extension ChangedLines {
    /// The changed line that holds the words that differ on a page, or most of them; the only line that changed; nil where it cannot be
    /// told: a place that is only guessed sends a reviewer to the wrong file. Of translations those of the document's own language.
    func cause(of change: PageChange) -> SourcePlace? {
        if lines.isEmpty || isTooLong { return nil }
        let document = change.places.first?.document ?? ""
        let language = String(document.prefix { $0 != "/" && $0 != "-" })
        let hasOwn = lines.contains { $0.language == nil || $0.language == language }
        func isCandidate(_ line: Line) -> Bool { !hasOwn || line.language == nil || line.language == language }
        guard let first = lines.first(where: isCandidate) else { return nil }
        if lines.allSatisfy({ !isCandidate($0) || $0.place == first.place }) { return first.place }
        let section = change.places.first?.section ?? ""
        for isGrouped in [true, false] {
            let words = PageWords(change, section, isGrouped: isGrouped)
            if let place = place(of: words, language, isCandidate) { return place }
        }
        return nil
    }

    /// The words of a page that differ.
    private struct PageWords {
        var gone: Set<String>
        var come: Set<String>
        /// All of them, with those of the heading.
        var around: Set<String>
        /// The same words at another place, or set otherwise.
        var isSame: Bool

        /// - Parameter isGrouped: `180,000` is one number, as sources write it, not two.
        init(_ change: PageChange, _ section: String, isGrouped: Bool) {
            func words(_ text: String?) -> Set<String> {
                NamedWords.words(of: isGrouped ? (text ?? "").withoutGroups : text ?? "")
            }
            let (before, after) = (words(change.old), words(change.new))
            around = before.union(after).union(words(section))
            (gone, come) = (before.subtracting(after), after.subtracting(before))
            isSame = gone.isEmpty && come.isEmpty
            if isSame { (gone, come) = (before, after) }
        }
    }

    /// What the lines that changed at one place have of the words of a page.
    private struct Held {
        var gone: Set<String> = []
        var come: Set<String> = []
        /// The words that each line has.
        var counts: [Int: Int] = [:]
    }

    private func place(of page: PageWords, _ language: String, _ isCandidate: (Line) -> Bool) -> SourcePlace? {
        var held: [Int: Held] = [:]
        func note(_ words: Set<String>, isOld: Bool) {
            for word in words {
                for place in linesWithWord[word] ?? [] where lines[place].isOld == isOld && isCandidate(lines[place]) {
                    let hunk = lines[place].hunk
                    if isOld {
                        held[hunk, default: Held()].gone.insert(word)
                    } else {
                        held[hunk, default: Held()].come.insert(word)
                    }
                    held[hunk]?.counts[place, default: 0] += 1
                }
            }
        }
        note(page.gone, isOld: true)
        note(page.come, isOld: false)
        var best: (place: SourcePlace, rank: [Int])?
        var isOpen = false
        for (_, held) in held.sorted(by: { $0.key < $1.key }) {
            guard let place = line(held), let context = context(of: held, place, page) else { continue }
            let line = lines[place]
            let count = held.gone.count + held.come.count
            let rank = [count, context, line.language == language ? 1 : 0, line.place.isOfBase ? 0 : 1]
            if let known = best {
                if rank.lexicographicallyPrecedes(known.rank) { continue }
                if rank == known.rank {
                    // Two files that say the same: which it is cannot be told.
                    isOpen = isOpen || known.place.path != line.place.path
                    continue
                }
            }
            (best, isOpen) = ((line.place, rank), false)
        }
        return isOpen ? nil : best?.place
    }

    /// The line that has most of the words.
    private func line(_ held: Held) -> Int? {
        // The first of those that have as many, of the newer state where there is one.
        func rank(_ found: (key: Int, value: Int)) -> (Int, Int, Int) {
            (found.value, lines[found.key].isOld ? 0 : 1, -found.key)
        }
        return held.counts.max { rank($0) < rank($1) }?.key
    }

    /// How many of the other words of the page stand beside the words that differ, or name what the file is about; nil where it does not
    /// hold the words that differ.
    private func context(of held: Held, _ place: Int, _ page: PageWords) -> Int? {
        let line = lines[place]
        let words = held.gone.union(held.come)
        let count = held.gone.count + held.come.count
        let isHeld =
            page.isSame
            ? 5 * max(held.gone.count, held.come.count) >= 3 * max(page.come.count, 1)
            : 2 * count >= page.gone.count + page.come.count
        let isWhole = (held.counts[place] ?? 0) == line.changed.count && line.changed.contains(where: \.isTelling)
        guard isHeld || (isWhole && !page.isSame) else { return nil }
        let subject = subjects[Self.untranslated(line.place.path)] ?? []
        let context = page.around.count { $0.isTelling && (line.words.contains($0) || subject.contains($0)) }
        // "2" and "3" are everywhere: what is said of them has to be there too.
        return context > 0 || words.contains(where: \.isTelling) ? context : nil
    }

    /// `messages/recall.md` of `messages/recall.en.md`.
    static func untranslated(_ path: String) -> String {
        guard let language = language(of: path), let end = path.firstRange(of: "." + language) else { return path }
        return String(path[..<end.lowerBound]) + ".md"
    }
}

extension String {
    /// Whether the word says what it is about: a name, a large number.
    fileprivate var isTelling: Bool { utf8.count > (utf8.allSatisfy { 0x30...0x39 ~= $0 } ? 2 : 3) }

    /// Numbers without what parts their digits by three.
    fileprivate var withoutGroups: String {
        let letters = Array(self)
        func isDigit(_ place: Int) -> Bool { letters.indices.contains(place) && letters[place].isNumber }
        let marks: Set<Character> = [",", ".", "'", "’", " ", "\u{A0}", "\u{202F}", "\u{2009}"]
        return String(
            letters.indices.filter { place in
                !(marks.contains(letters[place]) && isDigit(place - 1) && (1...3).allSatisfy { isDigit(place + $0) }
                    && !isDigit(place + 4))
            }.map { letters[$0] })
    }
}
