import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

// What almost is a heading, or is one and was not meant as one.

extension NearTexts {
    /// `# planc: allow …`: the comment of front matter, which in a text is a heading.
    func isDirective(_ inlines: [Inline], of block: Block) -> Bool {
        guard case .text(let first)? = inlines.first?.content, first.lowercased().hasPrefix("planc:") else {
            return false
        }
        let line = binding.sources.text(block.span).prefix { $0 != "\n" }
        let words = line.drop { $0 == "#" || $0 == " " }
        binding.mendedCount += 1
        binding.report(MalformedDirective.finding(at: block.span, better: "<!-- \(words) -->"))
        return true
    }

    /// `# # Title`: a heading whose words begin with its sign.
    func checkSigns(_ inlines: [Inline], of block: Block, _ level: Int) {
        guard let first = inlines.first, case .text(let text) = first.content, text.hasPrefix("#"),
            first.span.range.count == text.utf8.count
        else { return }
        let signs = text.prefix { $0 == "#" || $0 == "＃" || $0 == " " }
        guard signs.contains(" ") else { return }
        let marks = Span(block.span.file, Int(block.span.lower), Int(first.span.lower) + signs.utf8.count)
        let better = String(repeating: "#", count: min(6, level + signs.count { $0 != " " })) + " "
        binding.report(MalformedHeading.finding(at: marks, better: better))
    }

    /// `x## Title`, `#x# Title`: one sign too many before or among those of a heading.
    private func checkStraySign(_ scalars: [Unicode.Scalar], _ span: Span) -> Bool {
        for stray in 0...1 where scalars.count > stray + 2 && scalars[stray] != "#" && scalars[stray].isASCII {
            let signs = scalars.indices.prefix { $0 == stray || scalars[$0] == "#" }
            guard signs.count > 2, signs.count < scalars.count, scalars[signs.count] == " " else { continue }
            let marks = Span(span.file, Int(span.lower), Int(span.lower) + signs.count + 1)
            let better = String(repeating: "#", count: signs.count - 1) + " "
            binding.report(MalformedHeading.finding(at: marks, better: better))
            return true
        }
        return false
    }

    /// `    ## Title`: blanks make a sample of code of a heading; the heading, reported.
    func heading(inCode text: String, _ block: Block) -> Block {
        let line = text.trimmingSpaces
        let signs = line.prefix { $0 == "#" }
        let words = line.dropFirst(signs.count).trimmingSpaces
        guard signs.count <= 6, line.dropFirst(signs.count).first == " ", !words.isEmpty, !line.contains("\n") else {
            // Text follows it, or it is none.
            if isSent { checkCode(text, at: block.span, isFenced: false) }
            return block
        }
        // That the text of a channel begins there is reported where the texts of a message are read.
        if source.kind.entity == .message, binding.channelNamed(words) != nil { return block }
        let (place, better) = binding.uncoded(block.span, line, isFenced: false)
        binding.report(MalformedHeading.asCode(at: block.span, replacing: place, by: better))
        let end = Int(block.span.upper)
        let span = Span(block.span.file, max(Int(block.span.lower), end - words.utf8.count), end)
        return Block(.heading(level: signs.count, [Inline(.text(words), span)]), block.span)
    }

    /// A heading below an item, indented so far that it belongs to it.
    func checkItem(_ item: List.Item) {
        guard isSent || isChecklist else { return }
        for block in item.blocks.dropFirst() {
            guard case .heading = block.content else { continue }
            let bytes = binding.sources[block.span.file].bytes
            let margin = Margin(before: block.span, in: bytes)
            guard margin.width > 0, margin.blanks.upper == block.span.lower else { continue }
            binding.report(MalformedHeading.indented(at: block.span, removing: margin.blanks))
        }
    }

    /// `> ## Then`: a heading inside a quotation, which begins no part of a text.
    func checkQuoted(_ blocks: [Block], in quotation: Span) {
        guard isSent || isChecklist else { return }
        for (place, block) in blocks.enumerated() {
            guard case .heading(_, let inlines) = block.content else { continue }
            // That the text of a channel begins there is reported where the texts of a message are read.
            if source.kind.entity == .message, binding.channelNamed(inlines.plainText) != nil { continue }
            let mark = Span(quotation.file, Int(quotation.lower), Int(block.span.lower))
            binding.report(MalformedHeading.quoted(at: block.span, removing: place == 0 ? mark : nil))
        }
    }

    /// Lines that begin with the sign of a heading and are none: the first one, and others below it.
    func checkHeadings(_ inlines: [Inline]) {
        checkHeading(inlines[...], isFirst: true)
        for place in inlines.indices.dropLast() {
            guard case .softBreak = inlines[place].content else { continue }
            checkHeading(inlines[(place + 1)...], isFirst: false)
        }
    }

    /// `\## Title`: the sign of a heading, escaped as other programs do it.
    private func checkEscaped(_ inlines: ArraySlice<Inline>) {
        var count = 0
        for inline in inlines {
            guard case .text(let text) = inline.content else { return }
            let signs = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
            count += signs
            if signs == text.utf8.count { continue }
            let rest = text.utf8.dropFirst(signs)
            guard (1...6).contains(count), rest.first == UInt8(ascii: " "), inline.span.range.count == text.utf8.count,
                case let words = String(Substring(rest)).trimmingSpaces, words.first?.isLetter ?? false,
                let first = inlines.first
            else { return }
            let line = inlines.prefix { if case .softBreak = $0.content { false } else { true } }
            // `\# Title` alone may be meant as such where it is a sentence.
            if count == 1, line.count < inlines.count || ".!?;,".contains(line.last?.lastCharacter ?? ".") { return }
            if source.kind.entity == .message, binding.channelNamed(words) != nil { return }
            let marks = Span(first.span.file, Int(first.span.lower), Int(inline.span.lower) + signs + 1)
            let better = String(repeating: "#", count: count) + " "
            binding.report(MalformedHeading.finding(at: marks, better: better))
            return
        }
    }

    /// `##Title`, `＃ Title`: a line that begins with the sign of a heading.
    ///
    /// - Parameter isFirst: false for a line below others, where a tag of social networks may stand too.
    private func checkHeading(_ inlines: ArraySlice<Inline>, isFirst: Bool) {
        if let first = inlines.first, case .text("#") = first.content, isSent || isChecklist,
            first.span.range.count == 2 || inlines.dropFirst().first?.isEscapedSign ?? false
        {
            return checkEscaped(inlines)
        }
        guard let first = inlines.first, case .text(let text) = first.content,
            first.span.range.count == text.utf8.count,
            // `＃` begins with 0xEF.
            text.utf8.prefix(12).contains(where: { $0 == UInt8(ascii: "#") || $0 == 0xEF })
        else { return }
        let blanks = text.unicodeScalars.prefix(while: NearTime.isSpace)
        let scalars = text.unicodeScalars.dropFirst(blanks.count)
        if isFirst, checkStraySign(Array(scalars.prefix(8)), first.span) { return }
        let signs = scalars.prefix { $0 == "#" || $0 == "＃" }
        guard (isFirst ? 1...6 : 2...6).contains(signs.count) else { return }
        let gap = scalars.dropFirst(signs.count).prefix(while: NearTime.isSpace)
        let rest = scalars.dropFirst(signs.count + gap.count).text
        guard let letter = rest.unicodeScalars.first else { return }
        // `#3` is a number, `##2. Then` a heading.
        let isNumbered = signs.count > 1 && ("0"..."9").contains(letter)
        guard letter.properties.isAlphabetic || isNumbered else { return }
        // `#cyber` and `#StayAtHome` are tags of social networks, unless that is the name of a channel.
        let word = rest.prefix { !$0.isWhitespace }
        let hasCapitals = zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
        let isTag =
            signs.count == 1 && gap.isEmpty && signs.first == "#" && (!letter.properties.isUppercase || hasCapitals)
        // That the text of a channel begins there is reported where the texts of a message are read.
        if isTag, source.kind.entity == .message { return }
        if isTag, ChannelType(rawValue: String(word)) == nil, binding.declared[.channel, String(word)] == nil { return }
        let length =
            [Substring.UnicodeScalarView(blanks), signs, gap].reduce(0) { $0 + Substring($1).utf8.count }
        let span = Span(first.span.file, Int(first.span.lower), Int(first.span.lower) + length)
        let better = String(repeating: "#", count: signs.count) + " "
        binding.report(MalformedHeading.finding(at: span, better: better))
    }
}

extension Inline {
    /// `\#`
    fileprivate var isEscapedSign: Bool { if case .text("#") = content { span.range.count == 2 } else { false } }

    fileprivate var lastCharacter: Character? { [self].plainText.last }
}
