import CSodium

/// Bytes in hexadecimal, two small digits each.
package func hexadecimal(_ bytes: [UInt8]) -> String {
    var digits = [CChar](repeating: 0, count: bytes.count * 2 + 1)
    sodium_bin2hex(&digits, digits.count, bytes, bytes.count)
    return String(decoding: digits.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// A number in hexadecimal, with zeros before it up to a number of digits: capitals, unless asked for otherwise.
package func hexadecimal(_ value: some UnsignedInteger, digits: Int, isUppercase: Bool = true) -> String {
    let text = String(value, radix: 16, uppercase: isUppercase)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// The value of a hexadecimal digit; nil for what is none.
package func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
}

/// Base64 (RFC 4648, section 4) with padding.
package func base64(_ bytes: [UInt8]) -> String {
    let variant = Int32(sodium_base64_VARIANT_ORIGINAL)
    var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
    sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
    return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// A text in the characters of a URI: bytes that are not kept become `%HH` (RFC 3986). Unless told otherwise, what is unreserved is
/// kept.
package func percentEncoded(
    _ text: some StringProtocol, keeping isKept: (UInt8) -> Bool = isUnreservedInURI
) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
        if isKept(byte) {
            out.append(byte)
        } else {
            out.append(UInt8(ascii: "%"))
            out.append(contentsOf: hexadecimal(byte, digits: 2).utf8)
        }
    }
    return String(decoding: out, as: UTF8.self)
}

/// RFC 3986, section 2.3.
package func isUnreservedInURI(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        true
    default: false
    }
}

/// `%C3%A9` and the like undone; nil when the result is not text. A zero byte stays written as it is.
package func percentDecoded(_ bytes: some Collection<UInt8>) -> String? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), let first = rest.first, let high = hexadecimalDigit(first),
            let second = rest.dropFirst().first, let low = hexadecimalDigit(second), high | low != 0
        {
            out.append(high << 4 | low)
            rest = rest.dropFirst(2)
        } else {
            out.append(byte)
        }
    }
    return String(validating: out, as: UTF8.self)
}
