import PlancDocument
import PlancLowering
import PlancPDF
import PlancSource

/// On which page the headings of documents are that others name. A page is known when its document is made.
struct PagesElsewhere: Sendable {
    /// By the path of a document, the pages of its headings.
    private var pages: [String: [String: Int]] = [:]

    init() {}

    /// - Parameter printed: the finished pages of each document; nil for one that is still to be made. Those that say pages of each
    ///   other are laid out before: the room for a number is the same whatever the number is.
    init(_ documents: [LoweredDocument], printed: [[FinishedPage]?]) {
        let wanted = documents.reduce(into: Set<String>()) { $0.formUnion($1.referred) }
        let named = documents.indices.filter { wanted.contains(documents[$0].path) }
        let mutual = named.filter { printed[$0] == nil }
        let laid = parallelMap(mutual.map { documents[$0].document }, areLong: true) { layOut($0) }
        for (place, found) in zip(mutual, laid) { pages[documents[place].path] = found }
        for place in named {
            if let printed = printed[place] { pages[documents[place].path] = printed.pageOfHeadings }
        }
    }

    /// The pages as a document names them: within a locale documents are named by their paths in it.
    func seen(from document: LoweredDocument) -> [String: [String: Int]] {
        if document.referred.isEmpty { return [:] }
        let folder = document.document.locale + "/"
        let own = pages.filter { $0.key.hasPrefix(folder) }.map {
            (String($0.key.dropFirst(folder.utf8.count)), $0.value)
        }
        return Dictionary(uniqueKeysWithValues: own)
    }
}

/// The pages of a document's headings, without making the file.
private func layOut(_ document: Document) -> [String: Int] {
    ((try? emitPDF(document))?.pages ?? []).pageOfHeadings
}
