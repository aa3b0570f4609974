import PlancDocument
import PlancSource

/// What a reader of the file needs besides its pages: language, title, bookmarks, destinations, metadata.
struct Catalogue {
    let document: Document
    let pageTree: Int
    let structureTree: Int

    func write(
        outline: [(level: Int, title: String, anchor: String)], destinations: [String: String], to file: inout PDFFile
    ) throws(PDFError) -> (root: Int, info: Int) {
        let root = file.reserve()
        let info = file.reserve()
        let metadata = file.reserve()
        try file.putStream(metadata, "/Type/Metadata/Subtype/XML", Array(xmp.utf8), isCompressed: false)
        let bookmarks = try writeOutline(outline, to: &file)
        var object = """
            <</Type/Catalog/Pages \(pageTree) 0 R/Lang\(PDFValue.text(document.locale))/MarkInfo<</Marked true>>\
            /StructTreeRoot \(structureTree) 0 R/Metadata \(metadata) 0 R/ViewerPreferences<</DisplayDocTitle true>>\
            /PageLabels<</Nums[0<</S/D>>]>>
            """
        if let bookmarks { object += "/Outlines \(bookmarks) 0 R/PageMode/UseOutlines" }
        if !destinations.isEmpty {
            let tree = file.reserve()
            let names = destinations.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            let entries = names.map { PDFValue.bytes($0) + (destinations[$0] ?? "null") }
            try file.put(tree, "<</Names[\(entries.joined())]>>")
            object += "/Names<</Dests \(tree) 0 R>>"
        }
        try file.put(root, object + ">>")
        try file.put(
            info,
            """
            <</Title\(PDFValue.text(document.title))/Author\(PDFValue.text(document.stamp.organisation))/Creator(planc)/Producer(planc)\
            \(pdfDate.map { "/CreationDate(\($0))/ModDate(\($0))" } ?? "")>>
            """)
        return (root, info)
    }

    /// The plan's date, never the clock's.
    private var pdfDate: String? {
        let digits = document.stamp.isoDate.utf8.filter { $0 >= 48 && $0 <= 57 }
        guard digits.count >= 8 else { return nil }
        return "D:" + String(decoding: digits.prefix(8), as: UTF8.self) + "000000Z"
    }

    /// No PDF/UA is claimed (`pdfuaid`): most of its conditions are tested neither here nor by the validators that read the packs.
    private var xmp: String {
        let day = document.stamp.isoDate.prefix(10)
        let date =
            pdfDate == nil
            ? ""
            : """
            <xmp:CreateDate>\(xmlText(String(day)))T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>\(xmlText(String(day)))T00:00:00Z</xmp:ModifyDate>
            """
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(xmlText(plainWords(document.title)))</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>\(xmlText(plainWords(document.stamp.organisation)))</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>\(xmlText(document.locale))</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>planc</xmp:CreatorTool>\(date)<pdf:Producer>planc</pdf:Producer>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """
    }

    /// Bookmarks in the order of headings, each below the nearest one of a higher level.
    private func writeOutline(
        _ outline: [(level: Int, title: String, anchor: String)], to file: inout PDFFile
    ) throws(PDFError) -> Int? {
        guard !outline.isEmpty else { return nil }
        let root = file.reserve()
        let ids = outline.map { _ in file.reserve() }
        var parents = [Int](repeating: -1, count: outline.count)
        var children: [[Int]] = Array(repeating: [], count: outline.count)
        var top: [Int] = []
        var open: [Int] = []
        for (place, entry) in outline.enumerated() {
            while let last = open.last, outline[last].level >= entry.level { open.removeLast() }
            if let parent = open.last {
                parents[place] = parent
                children[parent].append(place)
            } else {
                top.append(place)
            }
            open.append(place)
        }
        func links(_ siblings: [Int], _ rank: Int) -> String {
            (rank > 0 ? "/Prev \(ids[siblings[rank - 1]]) 0 R" : "")
                + (rank + 1 < siblings.count ? "/Next \(ids[siblings[rank + 1]]) 0 R" : "")
        }
        func write(_ siblings: [Int], _ parent: Int) throws(PDFError) {
            for (rank, place) in siblings.enumerated() {
                var object =
                    "<</Title\(PDFValue.text(outline[place].title))/Parent \(parent) 0 R/Dest\(PDFValue.bytes(outline[place].anchor))"
                object += links(siblings, rank)
                if let first = children[place].first, let last = children[place].last {
                    object += "/First \(ids[first]) 0 R/Last \(ids[last]) 0 R/Count -\(children[place].count)"
                }
                try file.put(ids[place], object + ">>")
                try write(children[place], ids[place])
            }
        }
        try write(top, root)
        try file.put(
            root, "<</Type/Outlines/First \(ids[top[0]]) 0 R/Last \(ids[top[top.count - 1]]) 0 R/Count \(top.count)>>")
        return root
    }
}
