/// What an author did where libyaml gives up.
enum YAMLMistake {
    case colonInValue, indentedBelowValue, noSpaceAfterColon, noColon, noBraces
    case noSpaceAfterDash, noDash
    case tab, noBreakSpace
    case startsWithSign(String)
    case startsWithBlockSign
    case unclosedQuote, unknownEscape, textAfterQuote, apostropheInQuote, textAfterValue
    case unclosedList, unclosedMap, strayBracket, noCommaInList
    case unfittingIndentation, listItemOnKeyLine, listBesideKeys, keyInList
    case secondBeginning, other

    var isNoBreakSpace: Bool { if case .noBreakSpace = self { true } else { false } }
}
