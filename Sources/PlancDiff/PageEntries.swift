import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

/// What differs on pages, as a reviewer reads it: pages by their titles, and each difference once, whatever languages and lines
/// it is printed in.
struct PageEntries {
    private let titles: [String: String]
    private let packs: [String: Phrase]
    /// Titles that several pages of a language have.
    private let shared: Set<String>
    private let translated: Set<SourcePlace>
    private let language: Language

    /// - Parameters:
    ///   - titles: of the pages, by path.
    ///   - packs: the titles of packs, by id: who reads the report knows them by the one in the language of the reader.
    ///   - translated: lines with texts that are said otherwise, language by language.
    ///   - language: the reader's.
    init(
        titles: [String: String], packs: [String: Phrase] = [:], translated: Set<SourcePlace> = [],
        language: Language = .english
    ) {
        self.titles = titles
        self.packs = packs
        self.translated = translated
        self.language = language
        var counts: [String: Int] = [:]
        for (path, title) in titles { counts["\(Self.locale(of: path)) \(title)", default: 0] += 1 }
        shared = Set(counts.filter { $0.value > 1 }.keys)
    }

    func entries(_ pages: [PageChange]) -> [DiffSection.Entry] {
        var groups = PageGroups()
        // Whole chapters first.
        for change in pages where change.chapterLines > 0 { groups.add(change) }
        for change in pages where change.chapterLines == 0 { groups.add(change) }
        let locales = titles.keys.map(Self.locale(of:))
        let own = locales.sorted().first { Language($0)?.tag == language.tag }
        let first = own ?? pages.first?.places.first.map { Self.locale(of: $0.document) }
        let repeats = first.map { self.repeats(pages, of: $0) } ?? []
        // Pages that the reader can read come first.
        var (readable, others): ([LikeEntry], [LikeEntry]) = ([], [])
        for group in groups.all {
            let told = group.places.filter { !repeats.contains(Repeat(group.cause, $0.document)) }
            if told.isEmpty { continue }
            let entry = DiffSection.Entry(
                text: Phrase("{text} – {places}", ["text": group.words, "places": places(told)]), place: group.cause)
            let like = LikeEntry(entry: entry, likeness: group.likeness)
            if told.contains(where: { Self.locale(of: $0.document) == first }) {
                readable.append(like)
            } else {
                others.append(like)
            }
        }
        return told(readable) + told(others)
    }

    /// What a line of the sources changes on a page.
    private struct Repeat: Hashable {
        var cause: SourcePlace?
        var document: String

        init(_ cause: SourcePlace?, _ document: String) { (self.cause, self.document) = (cause, document) }
    }

    /// Pages that say in another language what the same page says in the reader's, where one line changes as much on both: a name,
    /// a number, a time, with what follows from it. Texts that are written for each language are no repeats.
    private func repeats(_ pages: [PageChange], of own: String) -> Set<Repeat> {
        var counts: [Repeat: Int] = [:]
        for change in pages where change.cause.map({ !translated.contains($0) }) ?? false {
            for document in Set(change.places.map(\.document)) {
                counts[Repeat(change.cause, document), default: 0] += 1
            }
        }
        return Set(
            counts.filter { found, count in
                let twin = "\(own)/\(Self.page(of: found.document))"
                return twin != found.document && counts[Repeat(found.cause, twin)] == count
            }.keys)
    }

    /// Pages that came or went, a line each, in whatever languages they are.
    func names(_ paths: [String]) -> [Phrase] {
        var order: [String] = []
        var pages: [String: [PageChange.Place]] = [:]
        for path in paths {
            let page = Self.page(of: path)
            if pages[page] == nil { order.append(page) }
            pages[page, default: []].append(PageChange.Place(document: path, section: ""))
        }
        return order.map { name(pages[$0] ?? []) }
    }

    /// "Contacts – Fire (By role), and 12 other pages"
    private func places(_ places: [PageChange.Place]) -> Phrase {
        guard let first = places.first else { return Phrase(verbatim: "") }
        let page = Self.page(of: first.document)
        let name = name(places.filter { Self.page(of: $0.document) == page })
        let others = Set(places.map { Self.page(of: $0.document) }).count - 1
        if others <= 0 { return name }
        return Phrase(
            "{name}, and {others, plural, one {one other page} other {{others} other pages}}",
            ["name": name, "others": others])
    }

    /// A page in each language in which it differs, with the heading to look under.
    private func name(_ places: [PageChange.Place]) -> Phrase {
        var versions: [(tag: String?, text: String)] = []
        let title = places.first.flatMap { pack(of: $0.document) }
        for place in places {
            let locale = Self.locale(of: place.document)
            if versions.contains(where: { $0.tag == locale }) { continue }
            if title != nil {
                versions.append((locale, place.section.isEmpty ? "" : " (\(place.section))"))
                continue
            }
            var name = titles[place.document] ?? place.document
            if shared.contains("\(locale) \(name)") { name += " [\(place.document)]" }
            versions.append((locale, place.section.isEmpty ? name : "\(name) (\(place.section))"))
        }
        return title.map { $0 + Phrase(versions: versions) } ?? Phrase(versions: versions)
    }

    /// The title of the pack whose page it is.
    private func pack(of path: String) -> Phrase? {
        let page = Self.page(of: path)
        let folder = "packs/"
        return page.hasPrefix(folder) ? packs[String(page.dropFirst(folder.count))] : nil
    }

    static func locale(of path: String) -> String { String(path.prefix { $0 != "/" }) }

    /// The same page in whatever language: `checklists/fire` of `fr/checklists/fire`.
    static func page(of path: String) -> String { String(path.drop { $0 != "/" }.dropFirst()) }
}
