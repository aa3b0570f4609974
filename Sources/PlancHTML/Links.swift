import PlancSource

/// Where a page lies among the others of its locale: `checklists/rancongiciel`, without extension.
struct PagePlace {
    private let folders: [Substring]

    /// - Parameter path: from the build's folder or from the locale's; the locale's own folder is left out.
    init(path: String, locale: String) {
        var parts = path.split(separator: "/")
        if parts.count > 1, parts[0] == locale { parts.removeFirst() }
        folders = Array(parts.dropLast())
    }

    /// The home page of the locale; nil for a page that stands alone.
    var home: String? { folders.isEmpty ? nil : relative(to: "index", extension: "html") }

    /// The relative address of another file of the locale, ready for an attribute once escaped.
    /// A path that would climb out of the locale's folder gives nil.
    func relative(to path: String, extension suffix: String, anchor: String? = nil) -> String? {
        var target = path.split(separator: "/")
        guard let file = target.popLast(), !target.contains(".."), file != ".." else { return nil }
        var shared = 0
        while shared < target.count, shared < folders.count, target[shared] == folders[shared] { shared += 1 }
        var address = String(repeating: "../", count: folders.count - shared)
        for folder in target[shared...] { address += percentEncoded(folder) + "/" }
        address += percentEncoded(file) + "." + suffix
        if let anchor { address += "#" + percentEncoded(anchorName(anchor)) }
        return address
    }
}

/// An address that may become a link: `http:`, `https:`, `tel:`, `mailto:`, `sms:`, or relative. Anything else stays text.
func linkable(_ address: String) -> String? {
    guard !address.isEmpty, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
        return nil
    }
    let head = address.utf8.prefix {
        ![UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0)
    }
    guard head.endIndex < address.utf8.endIndex, address.utf8[head.endIndex] == UInt8(ascii: ":") else {
        return address.hasPrefix("//") ? nil : address
    }
    let schemes = ["http", "https", "tel", "mailto", "sms"]
    return schemes.contains(String(decoding: head, as: UTF8.self).lowercased()) ? address : nil
}

/// An anchor as the value of an `id`: no white space in it.
func anchorName(_ anchor: String) -> String {
    String(decoding: anchor.utf8.map { $0 <= 0x20 ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
}
