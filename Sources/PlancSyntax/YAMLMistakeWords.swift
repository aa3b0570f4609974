import PlancDiagnostics

extension YAMLMistake {
    /// What is wrong, and how to mend it.
    var words: (message: Phrase, help: Phrase) {
        switch self {
        case .colonInValue:
            (
                Phrase(
                    en: "a value with ': ' in it needs quotes",
                    fr: "une valeur qui contient « : » demande des guillemets"),
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
                Phrase(
                    en: "this line has no colon after its key", fr: "cette ligne n'a pas de deux-points après sa clé"),
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
                Phrase(
                    en: "a value that begins with '\(sign)' needs quotes",
                    fr: "une valeur qui commence par « \(sign) » demande des guillemets"),
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
                Phrase(
                    en: "words stand after a value that is complete", fr: "des mots suivent une valeur déjà complète"),
                Phrase(
                    en: "take them away, or put the whole value in quotes",
                    fr: "retirez-les, ou mettez toute la valeur entre guillemets")
            )
        case .unclosedList:
            (
                Phrase(en: "this list is not closed", fr: "cette liste n'est pas fermée"),
                Phrase(
                    en: "put commas between its items and ']' at its end",
                    fr: "séparez ses éléments par des virgules et finissez par « ] »")
            )
        case .unclosedMap:
            (
                Phrase(en: "this brace is not closed", fr: "cette accolade n'est pas fermée"),
                Phrase(
                    en: "put commas between its keys and '}' at its end, or put a text that begins with '{' in quotes",
                    fr:
                        "séparez ses clés par des virgules et finissez par « } », "
                        + "ou mettez entre guillemets un texte qui commence par « { »"
                )
            )
        case .strayBracket:
            (
                Phrase(en: "a value cannot begin with this sign", fr: "une valeur ne peut pas commencer par ce signe"),
                Phrase(
                    en: "take it away, or put the value in quotes",
                    fr: "retirez-le, ou mettez la valeur entre guillemets")
            )
        case .noCommaInList:
            (
                Phrase(en: "a comma is missing before this", fr: "il manque une virgule avant ceci"),
                Phrase(
                    en: "put a comma between two items, or quotes around an item with signs in it",
                    fr:
                        "mettez une virgule entre deux éléments, "
                        + "ou des guillemets autour d'un élément qui contient des signes"
                )
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
                    fr:
                        "donnez le même retrait à toutes les clés d'un niveau, "
                        + "et retirez les lignes avec « ... » ou « % »"
                )
            )
        case .other:
            (
                Phrase(en: "this cannot be read as 'key: value'", fr: "ceci ne peut pas se lire comme « clé: valeur »"),
                Phrase(
                    en: "write one fact a line as 'key: value', and put values with signs in quotes",
                    fr:
                        "écrivez un fait par ligne, « clé: valeur », "
                        + "et mettez entre guillemets les valeurs qui contiennent des signes"
                )
            )
        }
    }
}
