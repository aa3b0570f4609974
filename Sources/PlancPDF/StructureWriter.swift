import PlancLayout

/// Content on pages of each element, and the tags that go into the file (ISO 32000-1, 14.7).
struct StructureWriter {
    private enum Content {
        /// Marked content `mcid` of the page whose object is `page`.
        case marked(page: Int, mcid: Int)
        /// An annotation.
        case object(page: Int, id: Int)
    }

    private var first: [Int32] = []
    private var last: [Int32] = []
    private var contents: ContiguousArray<(content: Content, next: Int32)> = []
    /// By key of the parent tree: the elements of a page's marked content, or the element of an annotation.
    private var parents: [(key: Int, elements: [Int32], isPage: Bool)] = []
    private var nextKey = 0

    private mutating func add(_ content: Content, to element: Int32) {
        let place = Int(element)
        if place >= first.count {
            let missing = place + 1 - first.count
            first += Array(repeating: -1, count: max(missing, first.count, 256))
            last += Array(repeating: -1, count: first.count - last.count)
        }
        contents.append((content, -1))
        let index = Int32(contents.count - 1)
        if first[place] < 0 { first[place] = index } else { contents[Int(last[place])].next = index }
        last[place] = index
    }

    /// Takes note of a page's marked content; the page's key in the parent tree.
    mutating func page(_ page: Int, owners: [Int32]) -> Int {
        for (mcid, element) in owners.enumerated() { add(.marked(page: page, mcid: mcid), to: element) }
        parents.append((nextKey, owners, true))
        nextKey += 1
        return nextKey - 1
    }

    /// Takes note of an annotation; its key in the parent tree.
    mutating func annotation(_ id: Int, page: Int, element: Int32) -> Int {
        add(.object(page: page, id: id), to: element)
        parents.append((nextKey, [element], false))
        nextKey += 1
        return nextKey - 1
    }

    /// Writes the tree; the object of its root.
    mutating func write(_ structure: Structure, to file: inout PDFFile) throws(PDFError) -> Int {
        let root = file.reserve()
        let tree = file.reserve()
        let elements = structure.elements
        // Numbers in one row: element n is object `base + n`.
        let base = file.reserve()
        for _ in elements.dropFirst() { _ = file.reserve() }
        for (place, element) in elements.enumerated() {
            var object = Array(
                "<</S/\(element.tag.rawValue)/P \(element.parent < 0 ? root : base + Int(element.parent)) 0 R".utf8)
            if let told = structure.notes[Int32(place)] { object += Self.attributes(told).utf8 }
            object += kids(place, element, structure, base)
            object += ">>".utf8
            try file.put(base + place, object)
        }
        var numbers: [UInt8] = Array("<</Nums[".utf8)
        for parent in parents {
            numbers += "\(parent.key)".utf8
            numbers += parent.isPage ? "[".utf8 : " ".utf8
            for element in parent.elements { numbers += "\(base + Int(element)) 0 R ".utf8 }
            if parent.isPage { numbers.append(UInt8(ascii: "]")) }
        }
        numbers += "]>>".utf8
        try file.put(tree, numbers)
        let names = try writeIdentifiers(structure, base, to: &file)
        try file.put(
            root, "<</Type/StructTreeRoot/K \(base) 0 R/ParentTree \(tree) 0 R/ParentTreeNextKey \(nextKey)\(names)>>")
        return root
    }

    /// Elements by their identifiers, where there are any.
    private func writeIdentifiers(_ structure: Structure, _ base: Int, to file: inout PDFFile) throws(PDFError)
        -> String
    {
        var found: [(name: String, element: Int32)] = []
        for (element, notes) in structure.notes {
            for case .identifier(let name) in notes { found.append((name, element)) }
        }
        guard !found.isEmpty else { return "" }
        found.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
        let names = file.reserve()
        try file.put(
            names, "<</Names[\(found.map { "\(PDFValue.bytes($0.name))\(base + Int($0.element)) 0 R" }.joined())]>>")
        return "/IDTree \(names) 0 R"
    }

    private func kids(_ place: Int, _ element: Structure.Element, _ structure: Structure, _ base: Int) -> [UInt8] {
        var kids: [UInt8] = []
        var count = 0
        var child = element.firstChild
        while child >= 0 {
            kids += "\(base + Int(child)) 0 R ".utf8
            count += 1
            child = structure.elements[Int(child)].nextSibling
        }
        var head = ""
        var pageOfElement = -1
        var content = place < first.count ? first[place] : -1
        while content >= 0 {
            let entry = contents[Int(content)]
            switch entry.content {
            case .marked(let page, let mcid):
                if pageOfElement < 0 {
                    pageOfElement = page
                    head = "/Pg \(page) 0 R"
                }
                if page == pageOfElement {
                    kids += "\(mcid) ".utf8
                } else {
                    kids += "<</Type/MCR/Pg \(page) 0 R/MCID \(mcid)>>".utf8
                }
            case .object(let page, let id):
                kids += "<</Type/OBJR/Pg \(page) 0 R/Obj \(id) 0 R>>".utf8
            }
            count += 1
            content = entry.next
        }
        guard !kids.isEmpty else { return [] }
        return Array((head + (count == 1 ? "/K " : "/K[")).utf8) + kids + (count == 1 ? [] : [UInt8(ascii: "]")])
    }

    private static func attributes(_ notes: [Structure.Note]) -> String {
        var attributes: [String] = []
        var rest = ""
        for note in notes {
            switch note {
            case .alternative(let text): rest += "/Alt\(PDFValue.text(text))"
            case .columnScope: attributes.append("/O/Table/Scope/Column")
            case .rowScope: attributes.append("/O/Table/Scope/Row")
            case .columnSpan(let count): attributes.append("/O/Table/ColSpan \(count)")
            case .identifier(let name): rest += "/ID\(PDFValue.bytes(name))"
            case .summary(let text): attributes.append("/O/Table/Summary\(PDFValue.text(text))")
            case .numbering(let isOrdered): attributes.append("/O/List/ListNumbering/\(isOrdered ? "Decimal" : "Disc")")
            }
        }
        if attributes.count == 1 { rest += "/A<<\(attributes[0])>>" }
        if attributes.count > 1 { rest += "/A[" + attributes.map { "<<\($0)>>" }.joined() + "]" }
        return rest
    }
}
