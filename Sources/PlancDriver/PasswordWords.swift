import PlancDiagnostics
import PlancLibraries
import PlancPDF
import PlancSource

/// A password for PDF files in the form in which every program reads it.
public func checkedPassword(_ bytes: [UInt8]) throws(PasswordFault) -> String { try PDFPassword(bytes).text }

extension PasswordFault {
    /// Why the password is refused.
    public var phrase: Phrase {
        switch self {
        case .empty: Phrase("the password is empty")
        case .notUTF8: Phrase("the password is not UTF-8")
        case .control(0x0A), .control(0x0D):
            Phrase(
                "the password has a line end in it: nobody can type that when they open the file")
        case .control(0):
            Phrase(
                "the password has a zero byte in it: programs stop reading there")
        case .control(let code):
            Phrase(
                "the password has a control character in it ({code})", ["code": name(code)])
        case .spaceAtEnd:
            Phrase(
                "the password begins or ends with a space, which nobody sees when it is passed on")
        case .tooLong(let bytes):
            Phrase(
                "the password has {bytes} bytes: a PDF takes 127, letters with accents count two or more",
                ["bytes": bytes]
            )
        case .character(let code):
            Phrase(

                """
                the password has {code} in it, which programs replace, drop or refuse: use letters, digits and \
                signs of the keyboard
                """, ["code": name(code)]
            )
        case .missingLibrary(let missing): missing.phrase
        case .bothDirections:
            Phrase(
                "the password mixes letters written from the right with others: programs refuse that"
            )
        }
    }

    private func name(_ code: UInt32) -> String {
        "U+" + hexadecimal(code, digits: 4)
    }
}
