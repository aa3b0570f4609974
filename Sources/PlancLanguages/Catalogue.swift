/// The translations of one language: gettext's PO format, read once.
///
/// Of PO it takes `msgctxt`, `msgid`, `msgstr`, texts that go on over several lines, comments, and of the header (the entry with
/// an empty `msgid`) `Plural-Forms`. Plurals of a text stand inside it, in ICU's format (see `Phrase`).
struct Catalogue: Sendable {
    /// By English text; where it has a context, by context, U+0004 and text (gettext's own way).
    private(set) var translations: [String: String] = [:]
    private(set) var pluralRule = PluralRule.oneIsSingular

    subscript(english: String, context: String) -> String? {
        translations[context.isEmpty ? english : context + "\u{4}" + english]
    }

    init(_ files: [StaticString]) {
        for file in files { read(UnsafeBufferPointer(start: file.utf8Start, count: file.utf8CodeUnitCount)) }
    }

    private mutating func read(_ file: UnsafeBufferPointer<UInt8>) {
        var context = ""
        var english = ""
        var translation: String?
        var field = Field.none
        for line in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
            let next = Field(line)
            switch next {
            case .comment: continue
            case .none: break
            case .context, .english:
                if let text = translation {
                    add(context, english, text)
                    (context, english, translation) = ("", "", nil)
                }
                field = next
            case .translation:
                field = next
                translation = ""
            }
            guard let open = line.firstIndex(of: UInt8(ascii: "\"")),
                let close = line.lastIndex(of: UInt8(ascii: "\"")), open < close
            else { continue }
            let text = unescaped(line[(open + 1)..<close])
            switch field {
            case .context: context += text
            case .english: english += text
            case .translation: translation = (translation ?? "") + text
            case .none, .comment: break
            }
        }
        if let translation { add(context, english, translation) }
    }

    private mutating func add(_ context: String, _ english: String, _ translation: String) {
        if english.isEmpty {
            pluralRule = PluralRule(header: translation)
        } else if !translation.isEmpty {
            translations[context.isEmpty ? english : context + "\u{4}" + english] = translation
        }
    }

    private enum Field {
        case none, comment, context, english, translation

        init(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
            func begins(_ word: StaticString) -> Bool {
                line.starts(with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
            }
            if line.first == UInt8(ascii: "#") {
                self = .comment
            } else if begins("msgctxt ") {
                self = .context
            } else if begins("msgid ") {
                self = .english
            } else if begins("msgstr ") {
                self = .translation
            } else {
                self = .none
            }
        }
    }
}

/// `\n`, `\t`, `\"` and `\\` as what they stand for.
private func unescaped(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in text {
        if isEscaped {
            bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte == UInt8(ascii: "t") ? 0x09 : byte)
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else {
            bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// The categories of plurals (Unicode CLDR) that the languages here have.
enum PluralCategory: String, Sendable { case one, other }

/// What a catalogue's header says of plurals, in gettext's words.
enum PluralRule: Sendable {
    /// `plural=(n != 1)`: 0 others, 1 one, 2 others.
    case oneIsSingular
    /// `plural=(n > 1)`: 0 one, 1 one, 2 others.
    case zeroIsSingular
    /// `plural=0`: one form for all.
    case none

    init(header: String) {
        let forms = header.filter { $0 != " " }
        self = forms.contains("plural=0") ? .none : forms.contains("n>1") ? .zeroIsSingular : .oneIsSingular
    }
}

extension Language {
    func plural(_ count: Int) -> PluralCategory {
        switch home.catalogue.value.pluralRule {
        case .oneIsSingular: count.magnitude == 1 ? .one : .other
        case .zeroIsSingular: count.magnitude < 2 ? .one : .other
        case .none: .other
        }
    }
}
