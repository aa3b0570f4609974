import PlancDiagnostics
import PlancDriver
import PlancFiles
import PlancModel
import PlancSource
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Law *hands off*: planc deletes and replaces only what it wrote itself; a source keeps its mode, owner and links.
@Suite struct HandsOffTests {
    /// What somebody may have put into an output folder, or next to it.
    enum Plant: String, CaseIterable {
        case file, secretFile, hardLink, linkToFile, linkToFolder, linkToNowhere, pipe, folder, emptyFolder, baseline
        case fakeStaging, linkedStaging, edited, ownFileAsLink, ownFileAsHardLink, ownFolderAsLink, foreignManifest
        case otherCase
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var seed: UInt64
        var plants: [Plant]
        /// The file system.
        var faults: (name: String, faults: InterposedFileSystem.Faults)

        var testDescription: String {
            "\(plants.map(\.rawValue).joined(separator: " + ")), \(faults.name), seed \(seed)"
        }
    }

    static let systems: [(name: String, faults: InterposedFileSystem.Faults)] = [
        ("ext4", .init()), ("no exchange", .init(hasExchange: false)), ("no links", .init(hasLinks: false)),
        ("as on FAT", .init(hasExchange: false, hasLinks: false, hasCase: false, hasLocks: false)),
    ]

    /// Each thing alone on each file system, then mixtures of three.
    static let cases: [Case] = {
        var generator = SeededGenerator(seed: 11)
        var cases: [Case] = []
        for plant in Plant.allCases {
            for system in systems {
                for _ in 0..<3 { cases.append(Case(seed: generator.next() % 10_000, plants: [plant], faults: system)) }
            }
        }
        for number in 0..<600 {
            let plants = (0..<3).map { _ in Plant.allCases.randomElement(using: &generator)! }
            cases.append(
                Case(seed: generator.next() % 10_000, plants: plants, faults: systems[number % systems.count]))
        }
        return LawSize.sample(cases, 90)
    }()

    /// The example plan compiled as text, once with and once without its second part.
    static let outputs: (old: [OutputFile], new: [OutputFile]) = {
        let today = CalendarDate(iso: ExamplePlan.today)!
        func compiled(_ change: (inout [String: String]) -> Void) -> [OutputFile] {
            var texts = ExamplePlan.files
            change(&texts)
            let files = Dictionary(uniqueKeysWithValues: texts.map { ("plan/\($0.key)", Array($0.value.utf8)) })
            let report = check(load(["plan"], in: MemoryWorld(files, today: today)), asOf: today)
            var options = BuildOptions()
            options.formats = [.text]
            return compile(report.plans[0], options).files
        }
        return (
            compiled { _ in },
            compiled { files in
                files["scenarios.md"] = files["scenarios.md"]?.replacing(
                    "flood:\n    title: Flood", with: "flood:\n    title: High water")
                files["roles.md"] = files["roles.md"]?.replacing("title: Caretaker", with: "title: House officer")
            }
        )
    }()

    @Test(arguments: cases) func aBuildTouchesOnlyWhatPlancWrote(_ one: Case) throws {
        let (old, new) = Self.outputs
        try withTemporaryFolder { root in
            let files = Files(InterposedFileSystem(one.faults.faults))
            let plan = root + "/Output/plan"
            try OutputFolder("plan", in: root + "/Output", files).replace(with: old, known: nil)
            writeFile(Array("outside".utf8), root + "/outside/file.txt")
            writeFile(Array("outside too".utf8), root + "/outside/folder/file.txt")
            var generator = SeededGenerator(seed: one.seed)
            for (number, plant) in one.plants.enumerated() {
                put(plant, number, plan, root, old, new, &generator)
            }
            let before = everything(below: root)
            let was = Dictionary(old.map { ("Output/plan/\($0.path)", $0.bytes) }) { first, _ in first }

            let known = old.filter {
                $0.path != "manifest.json" || text(plan + "/manifest.json") == String(decoding: $0.bytes, as: UTF8.self)
            }
            let isManifestThere = known.contains { $0.path == "manifest.json" }
            var isRefused = false
            do {
                try OutputFolder("plan", in: root + "/Output", files).replace(
                    with: new, known: isManifestThere ? known.map { KnownFile(path: $0.path, bytes: $0.bytes) } : nil)
            } catch let error as FileError {
                isRefused = true
                #expect(error.path.hasPrefix(root + "/Output/plan"))
            }
            let after = everything(below: root)
            if isRefused {
                #expect(after == before, "refused, and changed all the same")
                return
            }
            for (path, thing) in before {
                // What planc wrote, as it wrote it, is its own to replace.
                if let bytes = was[path], thing.kind == "file", thing.content == bytes, thing.names == 1 { continue }
                if path == "Output/plan" || path == "Output" { continue }
                if thing.kind == "folder", was.keys.contains(where: { $0.hasPrefix(path + "/") }) { continue }
                #expect(after[path] == thing, "\(path) is not as it was")
            }
            for file in new { #expect(after["Output/plan/\(file.path)"]?.content == file.bytes, "\(file.path)") }
            for path in after.keys where before[path] == nil {
                #expect(!path.contains(".planc-"), "\(path) was left behind")
            }
        }
    }

    private func put(
        _ plant: Plant, _ number: Int, _ plan: String, _ root: String, _ old: [OutputFile], _ new: [OutputFile],
        _ generator: inout SeededGenerator
    ) {
        let folders = [plan, plan + "/en", plan + "/en/checklists", plan + "/en/contacts", root + "/Output"]
        let folder = folders.randomElement(using: &generator)!
        let name = "\(folder)/mine-\(number)"
        let own = plan + "/" + old.randomElement(using: &generator)!.path
        let outside = root + "/outside"
        switch plant {
        case .file: writeFile(Array("notes".utf8), name + ".txt")
        case .secretFile:
            writeFile(Array("secret".utf8), name)
            chmod(name, 0o600)
        case .hardLink: link(outside + "/file.txt", name)
        case .linkToFile: symlink(outside + "/file.txt", name)
        case .linkToFolder: symlink(outside, name)
        case .linkToNowhere: symlink(outside + "/nothing", name)
        case .pipe: mkfifo(name, 0o600)
        case .folder: writeFile(Array("deep".utf8), name + "/a/b/c.pdf")
        case .emptyFolder: makeFolder(name)
        case .baseline: writeFile(Array("known".utf8), folder + "/.planc-baseline.json")
        case .fakeStaging:
            writeFile(
                Array("planc journal 1\ntoken mine\n".utf8), folder + "/.planc-00112233445566\(10 + number)/journal")
            writeFile(Array("mine".utf8), folder + "/.planc-00112233445566\(10 + number)/new/plan.md")
            writeFile(Array("mine".utf8), folder + "/.planc-4194305-plan/half.pdf")
        case .linkedStaging: symlink(outside, folder + "/.planc-aabbccddeeff00\(10 + number)")
        case .edited: writeFile(Array("edited by hand".utf8), own)
        case .ownFileAsLink:
            unlink(own)
            symlink(outside + "/file.txt", own)
        case .ownFileAsHardLink:
            unlink(own)
            link(outside + "/file.txt", own)
        case .ownFolderAsLink:
            removeTree(plan + "/en/messages")
            symlink(outside, plan + "/en/messages")
        case .foreignManifest: writeFile(Array(#"{"name": "a web page", "icons": []}"#.utf8), plan + "/manifest.json")
        case .otherCase: writeFile(Array("mine".utf8), plan + "/en/Contacts-\(number)/ALL.txt")
        }
    }

    static let rulesWithFixes: Set<String> = [
        "unknown-key", "malformed-id", "malformed-phone", "unknown-value", "malformed-date", "unknown-field",
        "malformed-offset", "unknown-channel", "malformed-duration", "malformed-front-matter", "hidden-character",
        "malformed-locale", "broken-link", "unknown-kind",
    ]

    /// A file that planc changes is the same file with other words in it: mode, links, line ends and byte-order mark stay.
    @Test(arguments: SourceShape.allCases) func aFixedSourceStaysTheFileThatItWas(_ shape: SourceShape) throws {
        let examples = LawSize.sample(
            rulesInOrder.filter { Self.rulesWithFixes.contains($0.name) }.flatMap { rule in
                rule.rejects.filter { !$0.hasEscapes }.map { (rule.name, $0) }
            }, 14, seed: 7)
        let today = CalendarDate(iso: ExamplePlan.today)!
        var count = 0
        for (rule, example) in examples {
            try withTemporaryFolder { root in
                for (path, text) in ExamplePlan.files.merging(
                    example.files.compactMapValues { $0 }, uniquingKeysWith: { $1 })
                {
                    let clean = text.replacing("⟦", with: "").replacing("⟧", with: "")
                    shape.write(
                        clean, root + "/plan/" + path,
                        aside: root + "/aside/" + path)
                }
                var report = check(
                    load([root + "/plan"], in: DiskWorld()),
                    asOf: example.asOf.flatMap { CalendarDate(iso: $0) } ?? today)
                // Here it matters how a fix is written, not whether it is a safe one.
                for index in report.findings.indices where !report.findings[index].fixes.isEmpty {
                    report.findings[index].fixes[0].isSafe = true
                }
                let fixes = fixed(report)
                if fixes.isEmpty { return }
                let before = everything(below: root)
                for file in fixes { try Files().write(file.after, to: file.path, before: file.before) }
                let after = everything(below: root)
                #expect(before.keys.sorted() == after.keys.sorted(), "\(rule): files appeared or went")
                for file in fixes {
                    count += 1
                    let path = String(file.path.dropFirst(root.utf8.count + 1))
                    shape.expect(before, after, path, rule)
                }
                // Nothing else was touched.
                let written = Set(
                    fixes.flatMap { file -> [String] in
                        let path = String(file.path.dropFirst(root.utf8.count + 1))
                        return [path, "aside/" + path.dropFirst(5)]
                    })
                for (path, thing) in before where !written.contains(path) && thing.kind != "folder" {
                    #expect(after[path] == thing, "\(rule): \(path)")
                }
            }
        }
        #expect(count > 5)
    }

    /// How a source may lie on a disk. (What a link in a plan leads to is read under its own name.)
    enum SourceShape: String, CaseIterable {
        case plain, ownerOnly, hardLinked, carriageReturns, byteOrderMark, noLineEndAtTheEnd

        func write(_ text: String, _ path: String, aside: String) {
            var text = text
            if self == .carriageReturns {
                text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
            }
            if self == .byteOrderMark { text = "\u{FEFF}" + text }
            if self == .noLineEndAtTheEnd { while text.last == "\n" { text.removeLast() } }
            writeFile(Array(text.utf8), path)
            switch self {
            case .ownerOnly: chmod(path, 0o600)
            case .hardLinked:
                makeFolder(folder(of: aside))
                link(path, aside)
            default: break
            }
        }

        private func folder(of path: String) -> String {
            path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        }

        func expect(_ before: [String: Thing], _ after: [String: Thing], _ path: String, _ rule: String) {
            guard let was = before[path], let now = after[path] else { return }
            #expect(was.mode == now.mode && was.kind == now.kind && was.names == now.names, "\(rule): \(path)")
            switch self {
            case .hardLinked: #expect(was.inode == now.inode, "\(rule): \(path)")
            case .carriageReturns:
                let alone = zip(now.content, [0] + now.content).contains { $0.0 == 0x0A && $0.1 != 0x0D }
                #expect(!alone, "\(rule): \(path) has line feeds among CRLF")
            case .byteOrderMark: #expect(now.content.starts(with: [0xEF, 0xBB, 0xBF]), "\(rule): \(path)")
            default: break
            }
        }
    }
}

/// What stands at a path.
struct Thing: Equatable {
    var kind: String
    /// A file's bytes, what a link says.
    var content: [UInt8]
    var mode: UInt32
    var owner: UInt32
    var inode: UInt64
    var names: Int
}

/// Everything below a folder, links not followed.
private func everything(below folder: String, _ prefix: String = "") -> [String: Thing] {
    guard let handle = opendir(folder) else { return [:] }
    defer { closedir(handle) }
    var found: [String: Thing] = [:]
    while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let path = folder + "/" + name
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        var thing = Thing(
            kind: "other", content: [], mode: UInt32(status.st_mode) & 0o7777, owner: status.st_uid,
            inode: UInt64(status.st_ino), names: Int(status.st_nlink))
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            thing.kind = "file"
            thing.content = readFile(path) ?? []
        case S_IFLNK:
            thing.kind = "link"
            var buffer = [UInt8](repeating: 0, count: 1024)
            let count = buffer.withUnsafeMutableBytes {
                readlink(path, $0.baseAddress!.assumingMemoryBound(to: CChar.self), 1024)
            }
            thing.content = Array(buffer.prefix(max(0, count)))
        case S_IFDIR:
            thing.kind = "folder"
            // How many folders are in it, and which folder it is, may change when one is put in place of another.
            thing.names = 0
            found.merge(everything(below: path, prefix + name + "/")) { first, _ in first }
        default: break
        }
        found[prefix + name] = thing
    }
    return found
}

private func text(_ path: String) -> String? { readFile(path).map { String(decoding: $0, as: UTF8.self) } }
