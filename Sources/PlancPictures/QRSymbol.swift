import CQRencode
import PlancLibraries

/// A QR code (ISO/IEC 18004) of medium error correction, as dark and light squares.
public enum QRSymbol {
    /// Rows from the top, true for dark, without the quiet zone; nil when the text is longer than a code holds, or
    /// holds none, and without libqrencode.
    public static func rows(_ payload: String) -> [[Bool]]? {
        guard !payload.isEmpty, !payload.utf8.contains(0), LateLibrary.codes.missing == nil,
            let code = QRcode_encodeString(payload, 0, QR_ECLEVEL_M, QR_MODE_8, 1)
        else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        return (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
    }
}
