import PlancMarkup
import PlancModel
import PlancSource
import PlancSyntax

/// Finds fields of which a brace is missing, or escaped.
extension NearTexts {
    /// `next-time }}`, `next time }}`: braces that close a field that none have opened, reported; what is meant.
    func closings(_ run: TextRun, after before: Inline?) -> [(range: Range<Int>, inline: Inline)] {
        var found: [(range: Range<Int>, inline: Inline)] = []
        let bytes = Array(run.text.utf8)
        var i = 0
        // Since the line began, or the last of such braces.
        var first = 0
        while i < bytes.count {
            // Braces that are opened at the end of a line have been reported where they were read.
            if bytes[i] == UInt8(ascii: "\n"), bytes[first..<i].firstRange(of: Array("{{".utf8)) == nil {
                first = i + 1
            }
            guard bytes[i] == UInt8(ascii: "}") else {
                i += 1
                continue
            }
            let start = i
            while i < bytes.count, bytes[i] == UInt8(ascii: "}") { i += 1 }
            let isBehindField = bytes[..<start].allSatisfy { $0 == UInt8(ascii: " ") } && (before?.isField ?? false)
            defer { first = i }
            // What is opened, or escaped, is no business of these.
            if bytes[first..<start].contains(where: { $0 == UInt8(ascii: "{") || $0 == 1 }) { continue }
            guard i - start > 1 || isBehindField else { continue }
            if let (lower, name) = fieldName(bytes[first..<start]) {
                // `[name}}`, which is read with its bracket.
                if lower > first, "[(<>$%".utf8.contains(bytes[lower - 1]) { continue }
                let span = run.span(lower..<i)
                binding.mendedCount += 1
                binding.report(MalformedPlaceholder.near(at: span, better: "{{ \(name) }}"))
                binding.note(EntityReference(.field, name), at: span, owner: nil)
                found.append((lower..<i, Inline(.placeholder(Placeholder(name: name, nameSpan: span)), span)))
            } else if isSent || isChecklist {
                binding.report(MalformedPlaceholder.stray(at: run.span(start..<i)))
            }
        }
        return found
    }

    /// The field that the last words before a place name, and where they begin.
    private func fieldName(_ bytes: ArraySlice<UInt8>) -> (lower: Int, name: String)? {
        var end = bytes.endIndex
        while end > bytes.startIndex, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var lower = end
        for _ in 0..<4 where lower > bytes.startIndex {
            while lower > bytes.startIndex, bytes[lower - 1] == UInt8(ascii: " ") { lower -= 1 }
            while lower > bytes.startIndex, bytes[lower - 1] >= 0x80 || bytes[lower - 1].isNameByte { lower -= 1 }
            guard lower < end, let id = Form.id(from: String(decoding: bytes[lower..<end], as: UTF8.self)) else {
                return nil
            }
            if binding.declared[.field, id] != nil { return (lower, id) }
        }
        return nil
    }

    /// `\{\{ next-time \}\}`, `\{{ next-time }}`: a field of the plan whose braces are escaped, reported; what is meant.
    /// In a text that nobody is sent, braces that are all escaped show how a field is written.
    func escaped(_ run: TextRun) -> [(range: Range<Int>, inline: Inline)] {
        var text = ""
        for inline in run.inlines { if case .text(let words) = inline.content { text += words } else { text += "\n" } }
        guard text.utf8.contains(UInt8(ascii: "{")), text.utf8.count == run.text.utf8.count else { return [] }
        let marks = Array(run.text.utf8)
        return NearPlaceholder.all(in: text).compactMap { near in
            let count = marks[near.range].count { $0 == 1 }
            guard count > 0, near.isDoubleBrace, let found = known(near), isSent || count % 2 == 1 else { return nil }
            let span = run.span(near.range)
            binding.report(MalformedPlaceholder.near(at: span, better: found.written))
            binding.mendedCount += 1
            if let target = found.target { binding.note(target, at: span, owner: nil) }
            return (near.range, Inline(found.content(span), span))
        }
    }
}

extension Inline {
    fileprivate var isField: Bool {
        switch content {
        case .placeholder, .snippet: true
        default: false
        }
    }
}

extension UInt8 {
    /// A letter, a digit or a hyphen of ASCII, or an underscore.
    fileprivate var isNameByte: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || self == 0x2D || self == 0x5F
    }
}
