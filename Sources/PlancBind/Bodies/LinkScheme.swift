/// The `scheme:` that a destination begins with (RFC 3986), and what planc thinks of it.
struct LinkScheme {
    enum Meaning { case address, drive, file, refused, other }

    var name: String
    var rest: String

    init?(_ destination: String) {
        let bytes = destination.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon != bytes.startIndex else { return nil }
        for (place, byte) in bytes[..<colon].enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if place == 0 { return nil }
            default: return nil
            }
        }
        name = destination[..<colon].lowercased()
        rest = String(destination[bytes.index(after: colon)...])
    }

    var meaning: Meaning {
        switch name {
        case "http", "https", "mailto", "tel", "sms", "geo", "xmpp", "sip", "sips", "matrix", "ftp", "ftps": .address
        case "javascript", "vbscript", "data", "blob", "about": .refused
        case "file": .file
        case _ where name.utf8.count == 1: .drive
        default: .other
        }
    }
}
