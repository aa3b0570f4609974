/// The translations of one language, from files in gettext's PO format, packed when planc is built.
///
/// Of PO it takes `msgctxt`, `msgid`, `msgstr`, texts that go on over several lines, comments, and of the header (the entry with
/// an empty `msgid`) `Plural-Forms`. Plurals of a text stand inside it, in ICU's format.
package struct POFiles {
    /// By context (empty where there is none) and English text.
    package private(set) var translations: [String: [String: String]] = [:]
    private var pluralRule = PluralRule.oneIsSingular

    /// Where a packed catalogue has its rule of plurals, and the place of its index of contexts.
    package static let plurals = 0
    /// The place, from 0, of the number that says where the index of contexts is.
    package static let contexts = 1

    package init(_ files: [String]) {
        for file in files { read(Array(file.utf8)) }
    }

    private mutating func read(_ file: [UInt8]) {
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
            translations[context, default: [:]][english] = translation
        }
    }

    /// The first two numbers say which rule of plurals holds and where the index of contexts stands; it leads to an index of English
    /// texts for each, which are not kept themselves: the code has them.
    package var packing: Packing {
        var packing = Packing()
        packing.add(pluralRule.rawValue)
        packing.add(0)
        let contexts = translations.keys.sorted().map { context -> (String, Int) in
            let texts = translations[context]!.sorted { $0.key < $1.key }.map { english, translation -> (String, Int) in
                let place = packing.numbers.count
                packing.add(translation)
                return (english, place)
            }
            return (context, packing.add(keys: texts))
        }
        packing.set(Self.contexts, to: packing.add(index: contexts))
        return packing
    }

    private enum Field {
        case none, comment, context, english, translation

        init(_ line: ArraySlice<UInt8>) {
            func begins(_ word: String) -> Bool { line.starts(with: word.utf8) }
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
private func unescaped(_ text: ArraySlice<UInt8>) -> String {
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

/// What a catalogue's header says of plurals, in gettext's words.
package enum PluralRule: Int, Sendable {
    /// `plural=(n != 1)`: 0 others, 1 one, 2 others.
    case oneIsSingular
    /// `plural=(n > 1)`: 0 one, 1 one, 2 others.
    case zeroIsSingular
    /// `plural=0`: one form for all.
    case none

    fileprivate init(header: String) {
        let forms = header.filter { $0 != " " }
        self = forms.contains("plural=0") ? .none : forms.contains("n>1") ? .zeroIsSingular : .oneIsSingular
    }
}
