import PlancSource

/// Stamps of what people confirm: the first 12 hexadecimal digits of a SHA-256 over what was before them. A stamp that no
/// longer agrees shows that what was confirmed has changed since.
private struct Stamp: ~Copyable {
    private var hash = SHA256()

    /// Adds one part, ended by a NUL byte.
    mutating func add(_ part: some Sequence<UInt8>) {
        hash.add(part)
        hash.add([0])
    }

    mutating func add(_ part: String) { add(part.utf8) }

    consuming func text() -> String { String(hash.hexadecimal().prefix(12)) }
}

extension Person {
    /// The stamp of the name and every address; neither the order nor spaces in numbers count.
    public var numbersStamp: String {
        var stamp = Stamp()
        stamp.add(name)
        for address in reach.sorted(by: { $0.channel.id < $1.channel.id }) {
            stamp.add(address.channel.id)
            stamp.add(
                address.value.value.unicodeScalars.filter { !$0.properties.isWhitespace }.map(String.init).joined())
        }
        return stamp.text()
    }

    /// Whether the numbers are no longer those that were tried; false without a stamp.
    public var hasNumbersChanged: Bool { verified?.of.map { $0.value != numbersStamp } ?? false }
}

extension System {
    /// The stamp of what is copied and where the copy lies.
    public var backupStamp: String {
        var stamp = Stamp()
        stamp.add(id)
        for version in backup?.at.versions ?? [] {
            stamp.add(version.locale?.tag ?? "")
            stamp.add(version.text.value)
        }
        return stamp.text()
    }

    /// Whether the copy is no longer the one that was restored; false without a stamp.
    public var hasBackupChanged: Bool { backup?.restored?.of.map { $0.value != backupStamp } ?? false }
}

extension Obligation {
    /// The stamp of what the plan says the law asks: authority, law, source, conditions, and each stage with whom it tells, its time
    /// and its contents.
    public var readingStamp: String {
        var stamp = Stamp()
        for text in [authority, law] {
            for version in text.versions {
                stamp.add(version.locale?.tag ?? "")
                stamp.add(version.text.value)
            }
            stamp.add("")
        }
        stamp.add(source?.shown ?? "")
        stamp.add(when.map(\.value.notation).joined(separator: "; "))
        for condition in unless { stamp.add("unless " + condition.value.notation) }
        for stage in stages { stage.add(to: &stamp) }
        return stamp.text()
    }

    public var hasReadingChanged: Bool { verified?.of.map { $0.value != readingStamp } ?? false }
}

extension Obligation.Stage {
    fileprivate func add(to stamp: inout Stamp) {
        stamp.add(name.value)
        stamp.add(deadline?.value.notation ?? "")
        switch from?.value {
        case .clock(let start): stamp.add(start.notation)
        case .stage(let name): stamp.add("stage " + name)
        case nil: stamp.add("")
        }
        for recipient in to { stamp.add("to " + recipient.value.notation) }
        for condition in when + unless { stamp.add("if " + condition.value.notation) }
        for due in (due.map { [$0] } ?? []) + cases.compactMap(\.due) {
            for term in due.terms {
                stamp.add("within " + (term.within?.value.notation ?? term.noNumber?.value ?? ""))
                for start in term.after { stamp.add("after " + start.value.notation) }
            }
            stamp.add("due " + (due.with?.value ?? due.onRequest?.value.notation ?? due.sameAs?.value ?? ""))
        }
        for item in contents { stamp.add(item.value.id) }
        stamp.add("")
    }
}

extension Plan {
    /// The stamp of all that an approval or a review is about: every source as it is read, without what `planc confirm` and
    /// `planc translate` record in it, and without the drills. Comments, empty lines and spaces at the ends of lines are on no page, and
    /// have no part in it.
    public var sourcesStamp: String { sourcesStamp { sourceAsRead($0) } }

    private func sourcesStamp(_ read: ([UInt8]) -> [UInt8]?) -> String {
        var stamp = Stamp()
        for (path, file) in sources {
            guard let bytes = read(file.bytes) else { continue }
            stamp.add(path)
            stamp.add(bytes)
        }
        return stamp.text()
    }

    /// Whether the plan is no longer the one that was approved; false without a stamp. An older stamp, which holds every byte that was
    /// written, fits as long as these stay as they were.
    public var hasChangedSinceApproval: Bool {
        guard let stamp = info.approved?.of?.value else { return false }
        return stamp != sourcesStamp && stamp != sourcesStamp { withoutRecords($0) }
    }

    /// The stamp of the checklists that are worked through during a scenario, as they are read.
    public func proceduresStamp(of scenario: String) -> String { proceduresStamp(of: scenario) { $0.linesHash } }

    private func proceduresStamp(of scenario: String, _ hash: (Body) -> String) -> String {
        var stamp = Stamp()
        for list in checklists where list.phase.value == .during && list.scenarios.contains(scenario) {
            stamp.add(list.id)
            stamp.add(list.versions.first.map { hash($0.body) } ?? "")
        }
        return stamp.text()
    }

    /// Whether a stamp was made from the checklists of a scenario as they are; an older one holds every byte that was written.
    public func isProceduresStamp(_ stamp: String, of scenario: String) -> Bool {
        stamp == proceduresStamp(of: scenario) || stamp == proceduresStamp(of: scenario) { $0.writtenHash }
    }
}

/// Keys that record evidence: they are no part of what was confirmed.
private let recordKeys = ["verified", "restored", "approved", "last", "printed", "translates"].map { Array($0.utf8) }

/// The bytes of a source that a stamp is made of; nil of a file of drills.
///
/// Left out are the keys of the front matter that record evidence, with the line or the comma that they bring, and carriage
/// returns.
func withoutRecords(_ bytes: [UInt8]) -> [UInt8]? {
    var scan = RecordScan(bytes: bytes)
    return scan.run()
}

/// Reads a front matter by its bytes: made for stamps, which must not change by what `planc confirm` writes itself.
private struct RecordScan {
    let bytes: [UInt8]
    private var kept: [UInt8] = []
    private var place = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes.contains(0x0D) ? bytes.filter { $0 != 0x0D } : bytes
        kept.reserveCapacity(bytes.count)
    }

    mutating func run() -> [UInt8]? {
        guard bytes.starts(with: "---".utf8) else { return bytes }
        let start = lineEnd(from: 0)
        var end = start
        while end < bytes.count {
            let next = lineEnd(from: end)
            let line = line(end, next)
            if line.elementsEqual("---".utf8) { break }
            if line.elementsEqual("kind: drills".utf8) || line.elementsEqual("kind: drill".utf8) { return nil }
            end = next
        }
        place = start
        while place < end {
            if isKeyStart(place), let key = recordKeys.first(where: { isKey($0, at: place) }) {
                skipValue(after: place + key.count + 1, column: place - lineStart(of: place), end: end)
                closeGap(end)
            } else {
                kept.append(bytes[place])
                place += 1
            }
        }
        return kept + bytes[end...]
    }

    /// After a record was left out: the comma before it goes too, or its line, or the map that held nothing else.
    private mutating func closeGap(_ end: Int) {
        while kept.last == UInt8(ascii: " ") { kept.removeLast() }
        if kept.last == UInt8(ascii: ",") {
            kept.removeLast()
            return
        }
        let emptied = Array("review: {".utf8)
        if kept.suffix(emptied.count).elementsEqual(emptied), place < end, bytes[place] == UInt8(ascii: "}") {
            kept.removeLast(emptied.count)
            place += 1
        }
        if kept.isEmpty || kept.last == UInt8(ascii: "\n") {
            var rest = place
            while rest < end, bytes[rest] == UInt8(ascii: " ") { rest += 1 }
            if rest < end, bytes[rest] == UInt8(ascii: "\n") { place = rest + 1 }
        }
    }

    /// Past the end of the line that holds a place.
    private func lineEnd(from place: Int) -> Int {
        (bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
    }

    private func lineStart(of place: Int) -> Int {
        (bytes[..<place].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    }

    /// A line without the white space at its end.
    private func line(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
        var line = bytes[start..<end]
        while let last = line.last, last <= 0x20 { line.removeLast() }
        return line
    }

    private func isKeyStart(_ place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = bytes[place - 1]
        return before <= 0x20 || before == UInt8(ascii: "{") || before == UInt8(ascii: ",")
    }

    private func isKey(_ key: [UInt8], at place: Int) -> Bool {
        let after = place + key.count
        guard after < bytes.count, bytes[place..<after].elementsEqual(key), bytes[after] == UInt8(ascii: ":") else {
            return false
        }
        return after + 1 == bytes.count || bytes[after + 1] <= 0x20
    }

    /// Steps over a scalar, a flow map, or the deeper lines of a block map.
    private mutating func skipValue(after start: Int, column: Int, end: Int) {
        place = start
        while place < end, bytes[place] == UInt8(ascii: " ") { place += 1 }
        guard place < end else { return }
        if bytes[place] == UInt8(ascii: "{") {
            let close = bytes[place..<end].firstIndex(of: UInt8(ascii: "}"))
            place = close.map { $0 + 1 } ?? end
        } else if bytes[place] == UInt8(ascii: "\n") {
            // The deeper lines below, without the end of the last one.
            var last = place
            var next = place + 1
            while next < end {
                let after = lineEnd(from: next)
                let indent = bytes[next..<after].prefix { $0 == UInt8(ascii: " ") }.count
                if line(next, after).isEmpty || indent <= column { break }
                (last, next) = (after - 1, after)
            }
            place = last
        } else {
            while place < end, ![UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "\n")].contains(bytes[place]) {
                place += 1
            }
        }
    }
}
