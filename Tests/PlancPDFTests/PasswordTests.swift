import Testing

@testable import PlancPDF

/// Passwords are the same in every program, or they are refused.
@Suite struct PasswordTests {
    @Test(arguments: [
        ("quatre mots tirés", "quatre mots tirés"), ("e\u{301}te\u{301}", "été"),
        ("été 2026 – secret", "été 2026 – secret"),
        ("Übergröße", "Übergröße"), ("пароль", "пароль"), ("密码是四个词", "密码是四个词"), ("סיסמה", "סיסמה"),
        (String(repeating: "a", count: 127), String(repeating: "a", count: 127)),
    ])
    func isTakenInOneForm(_ written: String, _ form: String) throws {
        #expect(try PDFPassword(written).text.utf8.elementsEqual(form.utf8))
    }

    @Test(
        arguments: [
            ("", .empty), ("secret\n", .control(0x0A)), ("secret\r", .control(0x0D)), ("se\u{0}cret", .control(0)),
            ("a\tb", .control(9)), (" secret", .spaceAtEnd), ("secret ", .spaceAtEnd),
            (String(repeating: "a", count: 128), .tooLong(bytes: 128)),
            (String(repeating: "é", count: 64), .tooLong(bytes: 128)),
            ("a\u{A0}b", .character(0xA0)), ("a\u{202F}b", .character(0x202F)), ("a\u{AD}b", .character(0xAD)),
            ("a\u{200B}b", .character(0x200B)), ("a\u{FB01}n", .character(0xFB01)), ("x\u{B2}", .character(0xB2)),
            ("\u{1F511}", .character(0x1F511)), ("\u{FEFF}a", .character(0xFEFF)), ("\u{E000}", .character(0xE000)),
            ("סיסמה abc", .bothDirections),
        ] as [(String, PasswordFault)])
    func isRefused(_ written: String, _ fault: PasswordFault) {
        #expect(throws: fault) { try PDFPassword(written) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: PasswordFault.notUTF8) { try PDFPassword([0x61, 0xFF]) }
    }

    /// The lock is tried with what was asked for, in the form that programs make of it.
    @Test func aDecomposedPasswordOpensWithTheComposedOne() throws {
        let document = Sample.document("d", title: "T", Sample.checklist)
        let locked = try encryptPDF(try emitPDF(document).bytes, password: "e\u{301}te\u{301} 2026")
        #expect(throws: PDFError.self) { try encryptPDF(locked, password: "autre") }
        #expect(throws: PDFError.password(.control(0x0A))) { try emitPDF(document, password: "secret\n") }
    }
}
