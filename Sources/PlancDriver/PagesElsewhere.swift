import PlancDocument
import PlancLowering
import PlancPDF
import PlancSource

/// Makes documents on all cores, those that say pages of others after these: a page is known when it is made.
///
/// Those that say pages of each other are laid out before: the room for a number is the same whatever the number is.
func emitInOrder(
    _ documents: [LoweredDocument], formats: Set<BuildOptions.Format>,
    _ emit: @Sendable (LoweredDocument, _ pagesElsewhere: [String: [String: Int]]) -> Emitted
) -> [Emitted] {
    let named = documents.map { formats.contains(.pdf) ? $0.referred : [] }
    let late = documents.indices.filter { !named[$0].isEmpty }
    if late.isEmpty { return parallelMap(documents) { emit($0, [:]) } }
    let early = documents.indices.filter { named[$0].isEmpty }
    var emitted = [Emitted](repeating: Emitted(), count: documents.count)
    for (place, one) in zip(early, parallelMap(early.map { documents[$0] }) { emit($0, [:]) }) { emitted[place] = one }
    let wanted = named.reduce(into: Set<String>()) { $0.formUnion($1) }
    let mutual = late.filter { wanted.contains(documents[$0].path) }
    let laid = parallelMap(mutual.map { documents[$0].document }) { layOut($0) }
    var pages: [String: [String: Int]] = [:]
    for (place, found) in zip(mutual, laid) { pages[documents[place].path] = found }
    for place in early where wanted.contains(documents[place].path) {
        pages[documents[place].path] = emitted[place].pages.pageOfHeadings
    }
    let known = pages
    let rest = parallelMap(late.map { documents[$0] }) { document in
        // Within a locale documents are named by their paths in it.
        let folder = document.document.locale + "/"
        let own = known.filter { $0.key.hasPrefix(folder) }.map {
            (String($0.key.dropFirst(folder.utf8.count)), $0.value)
        }
        return emit(document, Dictionary(uniqueKeysWithValues: own))
    }
    for (place, one) in zip(late, rest) { emitted[place] = one }
    return emitted
}

/// The pages of a document's headings, without making the file.
private func layOut(_ document: Document) -> [String: Int] {
    ((try? emitPDF(document))?.pages ?? []).pageOfHeadings
}
