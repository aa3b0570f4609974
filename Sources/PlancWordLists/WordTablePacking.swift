import PlancSource

/// All tables of words in one.
package enum WordTablePacking {
    /// The place of the number that says where the first list, the first index and the headings lie.
    package static let lists = 0
    package static let indices = lists + WordList.allCases.count
    package static let headings = indices + WordIndex.allCases.count

    /// Always the same bytes for the same words.
    ///
    /// - Parameter languages: in the order of `Language.all`.
    package static func packing(of languages: [WordsFile]) -> Packing {
        var packing = Packing()
        for _ in 0...headings { packing.add(0) }
        for list in WordList.allCases {
            let place = list.add(languages, to: &packing)
            packing.set(lists + list.rawValue, to: place)
        }
        for index in WordIndex.allCases {
            let place = packing.add(index: index.words(of: languages))
            packing.set(indices + index.rawValue, to: place)
        }
        let place = HeadingWords.add(languages, to: &packing)
        packing.set(headings, to: place)
        return packing
    }
}
