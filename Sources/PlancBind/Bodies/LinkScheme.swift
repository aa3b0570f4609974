/// The `scheme:` that a destination begins with (RFC 3986), and what planc thinks of it.
struct LinkScheme {
    enum Meaning { case address, drive, file, refused, other }

    var name: String
    var rest: String

    init?(_ destination: String) {
        let bytes = destination.utf8
        var colon = bytes.startIndex
        scan: while true {
            guard colon < bytes.endIndex else { return nil }
            switch bytes[colon] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if colon == bytes.startIndex { return nil }
            case UInt8(ascii: ":") where colon > bytes.startIndex: break scan
            default: return nil
            }
            bytes.formIndex(after: &colon)
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
