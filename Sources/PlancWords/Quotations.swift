/// What an author puts between quotation marks in a passage: « », “ ”, „ “, " ". A mark that is not closed opens nothing.
public func quotations(in text: MappedText) -> [Range<Int>] {
    text.bytes.withUnsafeBufferPointer { bytes in
        // Most texts have no byte that a mark begins with.
        var isLead: UInt8 = 0
        for byte in bytes { isLead |= (byte == 0x22 ? 1 : 0) | (byte == 0xC2 ? 1 : 0) | (byte == 0xE2 ? 1 : 0) }
        return isLead == 0 ? [] : quotations(in: bytes, text.passages)
    }
}

private func quotations(in bytes: UnsafeBufferPointer<UInt8>, _ passages: [MappedText.Passage]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for passage in passages {
        var open: (offset: Int, closing: [UInt32])?
        var i = passage.range.lowerBound
        while i < passage.range.upperBound {
            let byte = bytes[i]
            if byte != 0x22, byte != 0xC2, byte != 0xE2 {
                i += 1
                continue
            }
            var value = UInt32(byte)
            var length = 1
            if byte == 0xC2, i + 1 < bytes.count {
                value = UInt32(bytes[i + 1])
                length = 2
            } else if byte == 0xE2, i + 2 < bytes.count {
                value = 0x2000 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
                length = 3
            }
            if let current = open, current.closing.contains(value) {
                found.append(current.offset..<i + length)
                open = nil
            } else if open == nil {
                switch value {
                case 0xAB: open = (i, [0xBB])
                case 0x22: open = (i, [0x22])
                case 0x201C: open = (i, [0x201D])
                case 0x201E: open = (i, [0x201C, 0x201D])
                default: break
                }
            }
            i += length
        }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
}
