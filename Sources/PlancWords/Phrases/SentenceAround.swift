extension MappedText {
    /// The sentence that holds a stretch of the text; the stretch alone where there is no running text.
    public func sentence(around range: Range<Int>) -> Range<Int> {
        var found = range
        bytes.withUnsafeBufferPointer { bytes in
            for passage in passages where passage.range.overlaps(range) {
                forEachSentence(bytes, passage.range) { if $0.overlaps(range) { found = $0 } }
            }
        }
        return found
    }
}
