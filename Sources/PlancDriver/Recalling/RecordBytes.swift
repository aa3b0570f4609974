/// Puts values one after the other, as memory has them.
struct RecordWriter {
    var bytes: [UInt8]

    mutating func write<Value: BitwiseCopyable>(_ value: Value) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    /// With their number before them.
    mutating func write(_ more: [UInt8]) {
        write(more.count)
        bytes += more
    }
}

/// Takes values out again; nil past the end.
struct RecordReader {
    let bytes: [UInt8]
    var place: Int

    mutating func read<Value: BitwiseCopyable>() -> Value? {
        guard bytes.count - place >= MemoryLayout<Value>.size else { return nil }
        defer { place += MemoryLayout<Value>.size }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Value.self) }
    }

    mutating func readBytes() -> [UInt8]? {
        guard let count: Int = read(), count >= 0, count <= bytes.count - place else { return nil }
        defer { place += count }
        return Array(bytes[place..<place + count])
    }

    mutating func readText() -> String? { readBytes().map { String(decoding: $0, as: UTF8.self) } }

    /// A number, and so many values.
    mutating func list<Value>(_ value: (inout RecordReader) -> Value?) -> [Value]? {
        guard let count: Int = read(), count >= 0, count <= bytes.count - place else { return nil }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            guard let next = value(&self) else { return nil }
            values.append(next)
        }
        return values
    }
}
