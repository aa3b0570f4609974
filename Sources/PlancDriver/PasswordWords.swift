import PlancDiagnostics
import PlancPDF
import PlancSource

/// A password for PDF files in the form in which every program reads it.
public func checkedPassword(_ bytes: [UInt8]) throws(PasswordFault) -> String { try PDFPassword(bytes).text }

extension PasswordFault {
    /// Why the password is refused.
    public var phrase: Phrase {
        switch self {
        case .empty: Phrase(en: "the password is empty", fr: "le mot de passe est vide")
        case .notUTF8: Phrase(en: "the password is not UTF-8", fr: "le mot de passe n’est pas en UTF-8")
        case .control(0x0A), .control(0x0D):
            Phrase(
                en: "the password has a line end in it: nobody can type that when they open the file",
                fr: "le mot de passe contient une fin de ligne : personne ne peut la taper en ouvrant le fichier")
        case .control(0):
            Phrase(
                en: "the password has a zero byte in it: programs stop reading there",
                fr: "le mot de passe contient un octet nul : les programmes s’y arrêtent")
        case .control(let code):
            Phrase(
                en: "the password has a control character in it (\(name(code)))",
                fr: "le mot de passe contient un caractère de contrôle (\(name(code)))")
        case .spaceAtEnd:
            Phrase(
                en: "the password begins or ends with a space, which nobody sees when it is passed on",
                fr: "le mot de passe commence ou finit par une espace, que personne ne voit quand on le transmet")
        case .tooLong(let bytes):
            Phrase(
                en: "the password has \(bytes) bytes: a PDF takes 127, letters with accents count two or more",
                fr:
                    "le mot de passe a \(bytes) octets : un PDF en prend 127, les lettres accentuées comptent deux ou plus"
            )
        case .character(let code):
            Phrase(
                en:
                    "the password has \(name(code)) in it, which programs replace, drop or refuse: use letters, digits and signs of the keyboard",
                fr:
                    "le mot de passe contient \(name(code)), que des programmes remplacent, omettent ou refusent : employez les lettres, chiffres et signes du clavier"
            )
        case .bothDirections:
            Phrase(
                en: "the password mixes letters written from the right with others: programs refuse that",
                fr:
                    "le mot de passe mêle des lettres écrites de droite à gauche à d’autres : des programmes le refusent"
            )
        }
    }

    private func name(_ code: UInt32) -> String {
        "U+" + hexadecimal(code, digits: 4)
    }
}
