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

/// Plain ASCII as it is; else encoded words.
func headerText(_ text: String, after used: Int) -> String {
    let flat = plainWords(text)
    let isPlain = flat.utf8.allSatisfy { $0 < 0x7F } && !flat.contains("=?")
    // A header of blanks alone, or one that begins or ends with them, does not come back as it was.
    let isWhole = flat.utf8.first != 0x20 && flat.utf8.last != 0x20 && flat.utf8.count + used <= 76
    return isPlain && isWhole ? flat : encodedWords(flat)
}

/// Encoded words of RFC 2047, each at most 75 characters long and on a line of its own.
private func encodedWords(_ flat: String) -> String {
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
func mailbox(_ address: String, name: String?) -> String? {
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
    let isPlain =
        name.utf8.count <= 60
        && name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), 0x20:
                true
            default: false
            }
        }
    let shown = isPlain ? name : encodedWords(plainWords(name))
    // "From: " stands before it.
    let fits = shown.utf8.count + address.utf8.count + 9 <= 76
    return shown + (fits ? " " : "\r\n ") + "<\(address)>"
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
