import PlancDiagnostics

/// What an author did where libyaml gives up.
enum YAMLMistake {
    case colonInValue, indentedBelowValue, noSpaceAfterColon, noColon
    case tab, startsWithSign(String), startsWithBlockSign
    case unclosedQuote, unknownEscape, textAfterQuote, apostropheInQuote, textAfterValue
    case unclosedList, unclosedMap, strayBracket, noCommaInList
    case unfittingIndentation, listItemOnKeyLine, listBesideKeys, keyInList
    case secondBeginning, other

    var words: (message: Phrase, help: Phrase) {
        switch self {
        case .colonInValue:
            (
                Phrase(en: "a value with ': ' in it needs quotes", fr: "une valeur qui contient « : » demande des guillemets"),
                Phrase(en: "put the value in double quotes", fr: "mettez la valeur entre guillemets droits \"…\"")
            )
        case .indentedBelowValue:
            (
                Phrase(
                    en: "this key stands below a key that already has a value",
                    fr: "cette clé est placée sous une clé qui a déjà une valeur"),
                Phrase(
                    en: "give it the indentation of the key above, or take the value of that key away",
                    fr: "donnez-lui le retrait de la clé du dessus, ou retirez la valeur de celle-ci")
            )
        case .noSpaceAfterColon:
            (
                Phrase(en: "a space is missing after the colon", fr: "il manque une espace après le deux-points"),
                Phrase(en: "write 'key: value'", fr: "écrivez « clé: valeur »")
            )
        case .noColon:
            (
                Phrase(en: "this line has no colon after its key", fr: "cette ligne n'a pas de deux-points après sa clé"),
                Phrase(
                    en: "write 'key: value'; indent a line that goes on from the one above",
                    fr: "écrivez « clé: valeur » ; mettez en retrait une ligne qui poursuit la précédente")
            )
        case .tab:
            (
                Phrase(en: "a tab cannot indent a line", fr: "une tabulation ne peut pas servir de retrait"),
                Phrase(en: "write spaces instead", fr: "écrivez des espaces à la place")
            )
        case .startsWithSign(let sign):
            (
                Phrase(en: "a value that begins with '\(sign)' needs quotes", fr: "une valeur qui commence par « \(sign) » demande des guillemets"),
                Phrase(
                    en: "put the value in double quotes, or take the '\(sign)' away",
                    fr: "mettez la valeur entre guillemets droits \"…\", ou retirez « \(sign) »")
            )
        case .startsWithBlockSign:
            (
                Phrase(
                    en: "text cannot stand on the same line after '|' or '>'",
                    fr: "aucun texte ne peut suivre « | » ou « > » sur la même ligne"),
                Phrase(
                    en: "begin the text on the next line, indented, or put the value in quotes",
                    fr: "commencez le texte à la ligne suivante, en retrait, ou mettez la valeur entre guillemets")
            )
        case .unclosedQuote:
            (
                Phrase(en: "this quote is not closed", fr: "ce guillemet n'est pas fermé"),
                Phrase(en: "close it where the value ends", fr: "fermez-le à la fin de la valeur")
            )
        case .unknownEscape:
            (
                Phrase(
                    en: "inside double quotes a backslash has a meaning of its own",
                    fr: "entre guillemets droits, une barre oblique inverse a un sens particulier"),
                Phrase(
                    en: "write two backslashes, or put the value in single quotes",
                    fr: "écrivez-en deux, ou mettez la valeur entre apostrophes droites")
            )
        case .textAfterQuote:
            (
                Phrase(en: "words stand after the closed quote", fr: "des mots suivent le guillemet fermé"),
                Phrase(en: "put the whole value in quotes", fr: "mettez toute la valeur entre guillemets")
            )
        case .apostropheInQuote:
            (
                Phrase(
                    en: "the apostrophe closes the quote before the value ends",
                    fr: "l'apostrophe ferme le guillemet avant la fin de la valeur"),
                Phrase(
                    en: "write the value in double quotes, or double the apostrophe",
                    fr: "mettez la valeur entre guillemets droits \"…\", ou doublez l'apostrophe")
            )
        case .textAfterValue:
            (
                Phrase(en: "words stand after a value that is complete", fr: "des mots suivent une valeur déjà complète"),
                Phrase(en: "take them away, or put the whole value in quotes", fr: "retirez-les, ou mettez toute la valeur entre guillemets")
            )
        case .unclosedList:
            (
                Phrase(en: "this list is not closed", fr: "cette liste n'est pas fermée"),
                Phrase(en: "put commas between its items and ']' at its end", fr: "séparez ses éléments par des virgules et finissez par « ] »")
            )
        case .unclosedMap:
            (
                Phrase(en: "this brace is not closed", fr: "cette accolade n'est pas fermée"),
                Phrase(
                    en: "put commas between its keys and '}' at its end, or put a text that begins with '{' in quotes",
                    fr: "séparez ses clés par des virgules et finissez par « } », ou mettez entre guillemets un texte qui commence par « { »")
            )
        case .strayBracket:
            (
                Phrase(en: "a value cannot begin with this sign", fr: "une valeur ne peut pas commencer par ce signe"),
                Phrase(en: "take it away, or put the value in quotes", fr: "retirez-le, ou mettez la valeur entre guillemets")
            )
        case .noCommaInList:
            (
                Phrase(en: "a comma is missing before this", fr: "il manque une virgule avant ceci"),
                Phrase(
                    en: "put a comma between two items, or quotes around an item with signs in it",
                    fr: "mettez une virgule entre deux éléments, ou des guillemets autour d'un élément qui contient des signes")
            )
        case .unfittingIndentation:
            (
                Phrase(
                    en: "the indentation of this line fits none of the lines above",
                    fr: "le retrait de cette ligne ne correspond à aucune des lignes au-dessus"),
                Phrase(
                    en: "give it as many spaces as the lines it belongs with",
                    fr: "donnez-lui autant d'espaces que les lignes dont elle fait partie")
            )
        case .listItemOnKeyLine:
            (
                Phrase(
                    en: "a list with dashes cannot begin on the line of its key",
                    fr: "une liste à tirets ne peut pas commencer sur la ligne de sa clé"),
                Phrase(
                    en: "put each '- item' on a line of its own, or write [item, item]",
                    fr: "mettez chaque « - élément » sur sa propre ligne, ou écrivez [élément, élément]")
            )
        case .listBesideKeys:
            (
                Phrase(en: "a list item stands among keys", fr: "un élément de liste se trouve parmi des clés"),
                Phrase(
                    en: "put it below the key whose list it belongs to",
                    fr: "placez-le sous la clé dont il complète la liste")
            )
        case .keyInList:
            (
                Phrase(en: "a key stands among list items", fr: "une clé se trouve parmi des éléments de liste"),
                Phrase(
                    en: "give it the indentation of the key it belongs beside, or a dash",
                    fr: "donnez-lui le retrait de la clé dont elle est voisine, ou un tiret")
            )
        case .secondBeginning:
            (
                Phrase(
                    en: "nothing can follow here: the values above are complete",
                    fr: "rien ne peut suivre ici : les valeurs du dessus sont complètes"),
                Phrase(
                    en: "give every key of one level the same indentation, and take lines with '...' or '%' away",
                    fr: "donnez le même retrait à toutes les clés d'un niveau, et retirez les lignes avec « ... » ou « % »")
            )
        case .other:
            (
                Phrase(en: "this cannot be read as 'key: value'", fr: "ceci ne peut pas se lire comme « clé: valeur »"),
                Phrase(
                    en: "write one fact a line as 'key: value', and put values with signs in quotes",
                    fr: "écrivez un fait par ligne, « clé: valeur », et mettez entre guillemets les valeurs qui contiennent des signes")
            )
        }
    }
}

/// The lines around the place where libyaml gave up: they tell what the author did.
struct YAMLPlaces {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The front matter.
    let content: Range<Int>
    /// Where libyaml stopped, and where what it was reading began.
    let mark: Int
    let contextMark: Int

    func mistake(_ problem: YAMLProblem) -> YAMLMistake {
        switch problem.text {
        case "mapping values are not allowed in this context": return misplacedColon
        case "could not find expected ':'": return hasTightColon(contextMark) ? .noSpaceAfterColon : .noColon
        case "found character that cannot start any token":
            return byte(mark) == .tab ? .tab : .startsWithSign(String(decoding: [byte(mark)], as: UTF8.self))
        case "found a tab character where an indentation space is expected", "found a tab character that violates indentation":
            return .tab
        case "found unexpected end of stream", "found unexpected document indicator": return .unclosedQuote
        case "block sequence entries are not allowed in this context": return .listItemOnKeyLine
        case "did not find expected comment or line break", "found an indentation indicator equal to 0":
            return .startsWithBlockSign
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            if line(of: mark) == line(of: contextMark), mark < end(of: mark) { return .noCommaInList }
            return problem.text.hasSuffix("']'") ? .unclosedList : .unclosedMap
        case "did not find expected key": return noKey
        case "did not find expected '-' indicator": return .keyInList
        case "did not find expected node content": return .strayBracket
        case "did not find expected <document start>": return .secondBeginning
        default: break
        }
        switch problem.context {
        case "while scanning an alias": return .startsWithSign("*")
        case "while scanning an anchor": return .startsWithSign("&")
        case "while scanning a tag", "while parsing a tag", "while parsing a node", "while scanning a verbatim tag":
            return .startsWithSign("!")
        case "while scanning a quoted scalar", "while parsing a quoted scalar": return .unknownEscape
        case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive":
            return .startsWithSign("%")
        default: return .other
        }
    }

    /// The smallest stretch to show for a mistake: where it is, not where it was noticed.
    func range(of mistake: YAMLMistake) -> Range<Int> {
        switch mistake {
        case .unclosedQuote, .unclosedList, .unclosedMap: return contextMark..<min(contextMark + 1, content.upperBound)
        case .noColon: return words(from: contextMark)
        case .noSpaceAfterColon: return tightLine.map { words(from: $0) } ?? words(from: contextMark)
        case .startsWithSign: return sign
        case .colonInValue, .tab, .strayBracket: return mark..<min(mark + 1, content.upperBound)
        case .startsWithBlockSign: return contextMark..<min(contextMark + 1, content.upperBound)
        case .unknownEscape: return mark..<min(mark + 2, content.upperBound)
        case .indentedBelowValue: return firstOfLine(mark)..<min(mark + 1, content.upperBound)
        case .unfittingIndentation, .keyInList: return key(from: mark)
        default: return words(from: mark)
        }
    }

    // MARK: What the lines say

    private func byte(_ offset: Int) -> UInt8 { offset < content.upperBound ? bytes[offset] : 0 }

    /// The start of the line that holds an offset.
    private func line(of offset: Int) -> Int {
        var i = min(offset, content.upperBound)
        while i > content.lowerBound, bytes[i - 1] != .lineFeed { i -= 1 }
        return i
    }

    /// The end of the text of the line that holds an offset.
    private func end(of offset: Int) -> Int {
        var i = offset
        while i < content.upperBound, bytes[i] != .lineFeed { i += 1 }
        while i > offset, bytes[i - 1].isWhitespace { i -= 1 }
        return i
    }

    private func firstOfLine(_ offset: Int) -> Int {
        var i = line(of: offset)
        while i < content.upperBound, bytes[i].isBlank { i += 1 }
        return i
    }

    /// To the end of the line; at the end of the text, the last line that says something.
    private func words(from offset: Int) -> Range<Int> {
        let upper = end(of: offset)
        if upper > offset { return offset..<upper }
        var last = offset
        while last > content.lowerBound, bytes[last - 1].isWhitespace { last -= 1 }
        guard last > content.lowerBound else { return offset..<offset }
        return firstOfLine(last - 1)..<last
    }

    /// The key at an offset, without its colon; else one word.
    private func key(from offset: Int) -> Range<Int> {
        var i = offset
        while i < content.upperBound, !bytes[i].isWhitespace, bytes[i] != .colon { i += 1 }
        return i > offset ? offset..<i : words(from: offset)
    }

    /// libyaml stops at the sign, or at what it cannot take after the sign.
    private var sign: Range<Int> {
        let isSign = mark < content.upperBound && [0x2A, 0x26, 0x21, 0x40, 0x60, 0x25].contains(bytes[mark])
        let start = isSign && contextMark == content.lowerBound ? mark : contextMark < mark && !isSign ? contextMark : mark
        return start..<min(start + 1, content.upperBound)
    }

    /// A second `: ` on a line is part of a value; a first one below a value is a key at the wrong place, unless the line
    /// above lacks the space that would have made it a key.
    private var misplacedColon: YAMLMistake {
        let start = firstOfLine(mark)
        var i = start
        while i < mark {
            if bytes[i] == .colon, i + 1 < mark, bytes[i + 1].isBlank { return .colonInValue }
            i += 1
        }
        return tightLine != nil ? .noSpaceAfterColon : .indentedBelowValue
    }

    private var noKey: YAMLMistake {
        let start = firstOfLine(mark)
        if mark == start {
            if byte(mark) == .dash, mark + 1 < content.upperBound, bytes[mark + 1].isWhitespace { return .listBesideKeys }
            return mark < content.upperBound ? .unfittingIndentation : .other
        }
        var i = mark
        while i > start, bytes[i - 1].isBlank { i -= 1 }
        switch bytes[i - 1] {
        case UInt8(ascii: "'"): return i == mark ? .apostropheInQuote : .textAfterQuote
        case UInt8(ascii: "\""): return .textAfterQuote
        default: return .textAfterValue
        }
    }

    /// The first of the lines just above the mark, or the mark's own, that is written `key:value`.
    private var tightLine: Int? {
        var start = line(of: mark)
        for _ in 0..<3 {
            let first = firstOfLine(start)
            if hasTightColon(first) { return first }
            guard start > content.lowerBound else { return nil }
            start = line(of: start - 1)
        }
        return nil
    }

    /// `key:value` at an offset: a word, a colon and no blank.
    private func hasTightColon(_ offset: Int) -> Bool {
        var i = offset
        while i < content.upperBound, bytes[i].isAlphanumeric || bytes[i] == .dash { i += 1 }
        return i > offset && i + 1 < content.upperBound && bytes[i] == .colon && !bytes[i + 1].isWhitespace
            && bytes[i + 1] != UInt8(ascii: "/")
    }
}
