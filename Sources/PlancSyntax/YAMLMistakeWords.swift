import PlancDiagnostics

extension YAMLMistake {
    /// What is wrong.
    var message: Phrase {
        switch self {
        case .colonInValue: Phrase("a value with ': ' in it needs quotes")
        case .indentedBelowValue: Phrase("this key stands below a key that already has a value")
        case .noSpaceAfterColon: Phrase("a space is missing after the colon")
        case .noColon: Phrase("this line has no colon after its key")
        case .noBraces: Phrase("several keys on one line need braces around them")
        case .noSpaceAfterDash: Phrase("a space is missing after the dash")
        case .noDash: Phrase("this item has no dash before it")
        case .tab: Phrase("a tab cannot indent a line")
        case .noBreakSpace: Phrase("a no-break space cannot indent a line")
        case .startsWithSign(let sign): Phrase("a value that begins with '{sign}' needs quotes", ["sign": sign])
        case .startsWithBlockSign: Phrase("text cannot follow on the same line after '|' or '>'")
        case .unclosedQuote: Phrase("this quote is not closed")
        case .unknownEscape: Phrase("inside double quotes a backslash has a meaning of its own")
        case .textAfterQuote: Phrase("words stand after the closed quote")
        case .apostropheInQuote: Phrase("the apostrophe closes the quote before the value ends")
        case .textAfterValue: Phrase("words stand after a value that is complete")
        case .unclosedList: Phrase("this list is not closed")
        case .unclosedMap: Phrase("this brace is not closed")
        case .strayBracket: Phrase("a value cannot begin with this sign")
        case .noCommaInList: Phrase("a comma is missing before this")
        case .unfittingIndentation: Phrase("the indentation of this line fits none of the lines above")
        case .listItemOnKeyLine: Phrase("a list with dashes cannot begin on the line of its key")
        case .listBesideKeys: Phrase("a list item stands among keys")
        case .keyInList: Phrase("a key stands among list items")
        case .secondBeginning: Phrase("nothing can follow here: the values above are complete")
        case .other: Phrase("this cannot be read as 'key: value'")
        }
    }

    /// How to fix it.
    var help: Phrase {
        switch self {
        case .colonInValue: Phrase("put the value in double quotes")
        case .indentedBelowValue: Phrase("give it the indentation of the key above, or take the value of that key away")
        case .noSpaceAfterColon: Phrase("write 'key: value'")
        case .noColon: Phrase("write 'key: value'; indent a line that goes on from the one above")
        case .noBraces: Phrase("write 'key: {key: value, key: value}', or put a text with ': ' in it in quotes")
        case .noSpaceAfterDash, .noDash: Phrase("write '- item', each on a line of its own")
        case .tab, .noBreakSpace: Phrase("write spaces instead")
        case .startsWithSign(let sign):
            Phrase("put the value in double quotes, or take the '{sign}' away", ["sign": sign])
        case .startsWithBlockSign: Phrase("begin the text on the next line, indented, or put the value in quotes")
        case .unclosedQuote: Phrase("close it where the value ends")
        case .unknownEscape: Phrase("write two backslashes, or put the value in single quotes")
        case .textAfterQuote: Phrase("put the whole value in quotes")
        case .apostropheInQuote: Phrase("write the value in double quotes, or double the apostrophe")
        case .textAfterValue: Phrase("take them away, or put the whole value in quotes")
        case .unclosedList: Phrase("put commas between its items and ']' at its end")
        case .unclosedMap:
            Phrase("put commas between its keys and '}' at its end, or put a text that begins with '{' in quotes")
        case .strayBracket: Phrase("take it away, or put the value in quotes")
        case .noCommaInList: Phrase("put a comma between two items, or quotes around an item with signs in it")
        case .unfittingIndentation: Phrase("give it as many spaces as the lines it belongs with")
        case .listItemOnKeyLine: Phrase("put each '- item' on a line of its own, or write [item, item]")
        case .listBesideKeys: Phrase("put it below the key whose list it belongs to")
        case .keyInList: Phrase("give it the indentation of the key it belongs beside, or a dash")
        case .secondBeginning:
            Phrase("give every key of one level the same indentation, and take lines with '...' or '%' away")
        case .other: Phrase("write one fact a line as 'key: value', and put values with signs in quotes")
        }
    }
}
