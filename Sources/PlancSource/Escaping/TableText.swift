/// Rows of a table as CSV (RFC 4180): every cell in quotes, CRLF between rows. No cell is a formula for a spreadsheet, and a byte-order
/// mark tells it that the file is UTF-8: Excel reads any other as the code page of its country.
public func csv(_ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    for row in rows {
        for (place, cell) in row.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "\""))
            for byte in spreadsheetText(cell).utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }
    return bytes
}

/// On one line, without controls, and no formula for a spreadsheet (OWASP, CSV injection): what begins like one gets an apostrophe
/// before it, at the start of the cell and behind a semicolon, at which other countries' spreadsheets cut the cell in two.
private func spreadsheetText(_ cell: String) -> String {
    var out = String.UnicodeScalarView()
    var isStart = true
    for scalar in plainWords(cell).unicodeScalars {
        if isStart, isFormulaSign(scalar) { out.append("'") }
        out.append(scalar)
        switch scalar {
        case ";": isStart = true
        // What a spreadsheet may pass over on its way to the sign.
        case " ", "\"", "'": break
        default: if !scalar.properties.isWhitespace, !scalar.isUnseen { isStart = false }
        }
    }
    return String(out)
}

/// The wide twins of the signs are read as the signs in East Asian editions.
private func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
    default: false
    }
}
