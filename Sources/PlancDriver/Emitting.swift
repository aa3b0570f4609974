import PlancData
import PlancDiagnostics
import PlancDocument
import PlancHTML
import PlancLowering
import PlancModel
import PlancPDF
import PlancSource
import PlancText

/// What came of one document in one format.
struct Emitted: Sendable {
    var files: [OutputFile] = []
    var missingGlyphs: [(path: String, text: String)] = []
    var retreats: [(path: String, lines: [String])] = []
    var overlong: [Overlong] = []
    var problems: [Problem] = []
    var pageCount = 0
    var disclosures: [Disclosure] = []
    /// Of a PDF.
    var pages: [FinishedPage] = []
}

/// Makes the files of documents on all cores: each document in each format is work of its own, the longest first, so that no core
/// waits long for the last one; what says pages of others is printed after them. What comes of it is in the order of the documents.
///
/// - Parameter named: documents that are not printed, and whose pages are said.
func emit(
    _ documents: [LoweredDocument], named: [LoweredDocument], _ options: BuildOptions, _ search: DisclosureSearch,
    _ progress: @Sendable (_ done: Int, _ total: Int) -> Void
) -> [Emitted] {
    let forms = Emission.Form.allCases
    let pieces = documents.flatMap { lowered in
        forms.map { Emission(lowered: lowered, form: $0, options: options, search: search) }
    }
    let left = Mutex((pieces: documents.map { _ in forms.count }, done: 0))
    func make(_ places: [Int], _ pages: PagesElsewhere) -> [(place: Int, emitted: Emitted)] {
        let weights = pieces.map(\.weight)
        let order = places.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
        return parallelMap(order, areLong: true) { place -> (place: Int, emitted: Emitted) in
            let emitted = pieces[place].emitted(pages)
            let done = left.withLock { left -> Int? in
                let document = place / forms.count
                left.pieces[document] -= 1
                guard left.pieces[document] == 0 else { return nil }
                left.done += 1
                return left.done
            }
            if let done { progress(done, documents.count) }
            return (place, emitted)
        }
    }
    let late = pieces.indices.filter { pieces[$0].saysPagesOfOthers }
    let isLate = Set(late)
    var emitted = make(pieces.indices.filter { !isLate.contains($0) }, PagesElsewhere())
    if !late.isEmpty {
        var printed = [[FinishedPage]?](repeating: nil, count: documents.count)
        for (place, one) in emitted where pieces[place].form == .pdf { printed[place / forms.count] = one.pages }
        emitted += make(late, PagesElsewhere(documents + named, printed: printed + named.map { _ in nil }))
    }
    return emitted.sorted { $0.place < $1.place }.map(\.emitted)
}

/// One document in one format.
private struct Emission: Sendable {
    /// In the order in which the files of a document follow each other.
    enum Form: CaseIterable { case codes, html, text, table, pdf }

    let lowered: LoweredDocument
    let form: Form
    let options: BuildOptions
    let search: DisclosureSearch

    /// How long it takes, compared with others.
    var weight: Int {
        switch form {
        case .codes, .table: 0
        case .html, .text: lowered.document.blocks.count
        case .pdf: lowered.document.blocks.count * 8
        }
    }

    /// Whether it is printed once the pages of other documents are known.
    var saysPagesOfOthers: Bool { form == .pdf && options.formats.contains(.pdf) && !lowered.referred.isEmpty }

    func emitted(_ pages: PagesElsewhere) -> Emitted {
        var emitted = Emitted()
        do throws(PDFError) {
            switch form {
            case .codes:
                let codes = codePayloads(in: lowered.document.blocks).joined(separator: "\n")
                emitted.disclosures += try search.disclosures(
                    in: OutputFile(path: lowered.path, bytes: Array(codes.utf8)), lowered.withheld)
            case .html:
                // The message page of a scenario is one to fill in: it takes the place of the sheet.
                guard options.formats.contains(.html), lowered.section != .messages else { break }
                try add(.html, emitHTML(lowered.document, path: pathInLocale), to: &emitted)
            case .text:
                guard options.formats.contains(.text) else { break }
                try add(.text, emitText(lowered.document), to: &emitted)
            case .table:
                guard let table = lowered.table, options.parts.contains(.data) else { break }
                emitted.files.append(OutputFile(path: lowered.path + ".csv", bytes: csv(table)))
            case .pdf:
                guard options.formats.contains(.pdf) else { break }
                try addPDF(pages, to: &emitted)
            }
        } catch {
            let path = form == .pdf ? lowered.path + ".pdf" : lowered.path
            emitted.problems.append(Problem(path: path, message: error.phrase))
        }
        return emitted
    }

    private func addPDF(_ pages: PagesElsewhere, to emitted: inout Emitted) throws(PDFError) {
        let output = try emitPDF(lowered.document, path: pathInLocale, pagesElsewhere: pages.seen(from: lowered))
        emitted.pageCount = output.pageCount
        emitted.pages = output.pages
        if let most = lowered.maxPages, output.pageCount > most {
            let largest = output.parts.enumerated().sorted {
                ($1.element.pages, $0.offset) < ($0.element.pages, $1.offset)
            }
            emitted.overlong = [
                Overlong(
                    path: lowered.path, pages: output.pageCount, most: most,
                    parts: largest.prefix(3).map(\.element))
            ]
        }
        if !output.retreats.isEmpty { emitted.retreats = [(lowered.path, output.retreats)] }
        emitted.missingGlyphs = output.missingGlyphs.map { (lowered.path, $0.text) }
        try add(.pdf, output.bytes, to: &emitted)
    }

    private func add(_ format: BuildOptions.Format, _ bytes: [UInt8], to emitted: inout Emitted) throws(PDFError) {
        var file = OutputFile(path: "\(lowered.path).\(format.fileExtension)", bytes: bytes)
        emitted.disclosures += try search.disclosures(in: file, lowered.withheld)
        // What is encrypted cannot be searched any more.
        if format == .pdf, let password = options.password {
            file.bytes = try encryptPDF(bytes, password: password)
        }
        emitted.files.append(file)
    }

    /// Where the document lies beside the others of its locale, without extension: `checklists/rancongiciel`.
    private var pathInLocale: String { lowered.path.split(separator: "/").dropFirst().joined(separator: "/") }
}

extension Compiled {
    mutating func add(_ part: Emitted) {
        files += part.files
        missingGlyphs += part.missingGlyphs
        retreats += part.retreats
        overlong += part.overlong
        problems += part.problems
        pageCount += part.pageCount
        disclosures += part.disclosures
    }
}

extension PlanInfo.Defaults.Format {
    fileprivate var fileExtension: String { self == .text ? "txt" : rawValue }
}
