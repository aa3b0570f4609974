/// A front matter with a few changes that planc makes to read on; places in it are those of the text as it was written.
struct MendedText {
    /// A stretch of the file, and what is read in its place.
    struct Change {
        var range: Range<Int>
        var text: String

        init(_ range: Range<Int>, _ text: String) {
            self.range = range
            self.text = text
        }

        init(at place: Int, _ text: String) { self.init(place..<place, text) }
    }

    private let written: UnsafeBufferPointer<UInt8>
    /// What is read instead; nil where nothing is changed.
    private var mended: [UInt8]?
    /// libyaml counts characters: where each stands in the written text, empty where every character is a byte.
    private var offsets: [Int32] = []

    /// - Parameter changes: in the order of their places, none over another.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ changes: [Change] = []) {
        written = UnsafeBufferPointer(rebasing: bytes[content])
        if changes.isEmpty {
            if written.isASCII { return }
            offsets.reserveCapacity(written.count)
            note(0..<written.count)
            return
        }
        var mended: [UInt8] = []
        mended.reserveCapacity(written.count + 64)
        offsets.reserveCapacity(written.count + 64)
        var place = 0
        for change in changes {
            let range = change.range.lowerBound - content.lowerBound..<change.range.upperBound - content.lowerBound
            note(place..<range.lowerBound)
            mended += written[place..<range.lowerBound]
            mended += change.text.utf8
            offsets += repeatElement(Int32(range.lowerBound), count: change.text.unicodeScalars.count)
            place = range.upperBound
        }
        note(place..<written.count)
        mended += written[place..<written.count]
        self.mended = mended
    }

    /// Notes where the characters of a stretch of the written text begin.
    private mutating func note(_ range: Range<Int>) {
        for i in range where written[i] & 0xC0 != 0x80 { offsets.append(Int32(i)) }
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>, [Int32]) -> Result) -> Result {
        if let mended { mended.withUnsafeBufferPointer { body($0, offsets) } } else { body(written, offsets) }
    }
}
