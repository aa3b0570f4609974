import PlancCompose
import PlancModel
import PlancSource

/// A draft as a mail to open and send (RFC 5322, MIME): plain text and HTML in UTF-8, unsent (`X-Unsent: 1`), without recipients. No header
/// can be ended by what the plan or a value says.
public func eml(_ draft: Draft, date: CalendarDate? = nil) -> [UInt8] {
    let text = draft.text
    let html = messageHTML(draft)
    let boundary = "=_planc_" + sha256(Array((text + html).utf8)).prefix(32)
    var out: [UInt8] = []
    func line(_ text: String = "") {
        out.append(contentsOf: text.utf8)
        out.append(contentsOf: [0x0D, 0x0A])
    }
    line("MIME-Version: 1.0")
    line("X-Unsent: 1")
    if let date { line("Date: \(mailDate(date))") }
    if let address = draft.channel.address?.value, let from = mailbox(address, name: draft.channel.sender?.value) {
        line("From: \(from)")
    }
    line("Subject: \(headerText(draft.subject, after: 9))")
    if isLanguageTag(draft.words.locale.tag) { line("Content-Language: \(draft.words.locale.tag)") }
    line("Content-Type: multipart/alternative;")
    line(" boundary=\"\(boundary)\"")
    line()
    for (type, body) in [("text/plain", text), ("text/html", html)] {
        line("--\(boundary)")
        line("Content-Type: \(type); charset=utf-8")
        line("Content-Transfer-Encoding: quoted-printable")
        line()
        out.append(contentsOf: quotedPrintable(body))
        line()
    }
    line("--\(boundary)--")
    return out
}

/// Plain ASCII as it is; else encoded words of RFC 2047, each at most 75 characters long and on a line of its own.
func headerText(_ text: String, after used: Int) -> String {
    let flat = String(
        String.UnicodeScalarView(
            text.unicodeScalars.map {
                $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x2028 || $0.value == 0x2029
                    ? " " : $0
            }))
    if flat.utf8.allSatisfy({ $0 < 0x7F }), flat.utf8.count + used <= 76, !flat.contains("=?") { return flat }
    var words: [String] = []
    var part: [UInt8] = []
    // 45 octets make 60 characters of Base64: with `=?UTF-8?B?` and `?=` 72.
    for character in flat.unicodeScalars {
        let octets = Array(String(character).utf8)
        if part.count + octets.count > (words.isEmpty ? 39 : 45) {
            words.append("=?UTF-8?B?\(base64(part))?=")
            part = []
        }
        part += octets
    }
    words.append("=?UTF-8?B?\(base64(part))?=")
    return words.joined(separator: "\r\n ")
}

/// `Name <address>`; nil for what is no plain address.
private func mailbox(_ address: String, name: String?) -> String? {
    let allowed = address.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "@.-_+".utf8.contains(byte)
        }
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard allowed, address.utf8.count <= 254, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    guard let name, !name.isEmpty else { return address }
    let isPlain = name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x20:
            true
        default: false
        }
    }
    return (isPlain ? name : "=?UTF-8?B?\(base64(Array(name.utf8.prefix(45))))?=") + " <\(address)>"
}

private func isLanguageTag(_ tag: String) -> Bool {
    tag.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

/// `Tue, 10 Feb 2026 00:00:00 +0000`.
private func mailDate(_ date: CalendarDate) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(days[date.weekday - 1]), \(date.day) \(months[date.month - 1]) \(date.year) 00:00:00 +0000"
}
