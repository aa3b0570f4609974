import PlancData
import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSigning
import PlancSource
import Testing

/// An output as `verify` sees it, and as somebody may have left it.
struct FoundOutput: World {
    enum Node: Sendable, Equatable {
        case file([UInt8])
        case folder, link, other
    }

    /// Everything below the folder `out`, by its path from there.
    var nodes: [String: Node]
    var today: CalendarDate { SubjectPlan.day }

    private func below(_ path: String) -> String { path == "out" ? "" : String(path.dropFirst("out/".count)) }

    func entries(of folder: String) throws(WorldError) -> [WorldEntry] {
        let prefix = below(folder).isEmpty ? "" : below(folder) + "/"
        return nodes.compactMap { path, node -> WorldEntry? in
            guard path.hasPrefix(prefix), !path.dropFirst(prefix.count).contains("/") else { return nil }
            let kind: WorldEntry.Kind =
                switch node {
                case .file: .file
                case .folder: .folder
                case .link: .link
                case .other: .other
                }
            return WorldEntry(name: String(path.dropFirst(prefix.count)), kind: kind)
        }
    }

    func kind(of path: String) -> WorldEntry.Kind? { nil }
    func realPath(_ path: String) -> String? { path }

    func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
        guard case .file(let bytes)? = nodes[below(path)] else { throw WorldError(path, .missing) }
        return Array(bytes.prefix(limit))
    }

    subscript(path: String) -> [UInt8] {
        get {
            if case .file(let bytes)? = nodes[path] { return bytes }
            return []
        }
        set { nodes[path] = .file(newValue) }
    }

    var files: [String] {
        nodes.filter { if case .file = $0.value { true } else { false } }.keys.sorted()
    }

    var manifest: String {
        get { String(decoding: self["manifest.json"], as: UTF8.self) }
        set { self["manifest.json"] = Array(newValue.utf8) }
    }
}

/// One way in which an output is changed after it was signed.
struct Tampering: Sendable, CustomTestStringConvertible {
    var name: String
    var change: @Sendable (inout FoundOutput) -> Void

    var testDescription: String { name }
}

/// Law: nothing that happens to a signed output after it was signed goes unnoticed by `planc verify --key`.
@Suite struct TamperingLaw {
    static let key = try! SecretKey.generate { "Sophie Lantier, secret key \($0)" }
    static let otherKey = try! SecretKey.generate { "Somebody, secret key \($0)" }

    /// The example plan of the rules, compiled as text and signed.
    static let output: FoundOutput = {
        let today = CalendarDate(iso: ExamplePlan.today)!
        let sources = Dictionary(
            uniqueKeysWithValues: ExamplePlan.files.map { ("plan/\($0.key)", Array($0.value.utf8)) })
        let report = check(load(["plan"], in: MemoryWorld(sources, today: today)), asOf: today)
        var options = BuildOptions()
        options.formats = [.text]
        options.version = "1"
        options.lowering.revision = "r1"
        options.signer = ManifestSigner(key: key, name: "Sophie Lantier", seconds: 1_795_000_000)
        var output = FoundOutput(nodes: [:])
        for file in compile(report.plans[0], options).files {
            output[file.path] = file.bytes
            var above = file.path
            while let slash = above.lastIndex(of: "/") {
                above = String(above[..<slash])
                output.nodes[above] = .folder
            }
        }
        return output
    }()

    @Test func theOutputAsSignedIsWhole() throws {
        let verification = try verify("out", key: Self.key.publicKey, in: Self.output)
        #expect(verification.differences == [])
        #expect(
            verification.signature
                == .valid(key: Self.key.publicKey.id.description, seconds: 1_795_000_000, by: "Sophie Lantier"))
    }

    @Test func everyTamperingIsNoticed() {
        let all = Self.files + Self.folders + Self.manifests + Self.signatures + Self.forgeries
        #expect(all.count >= 500 && Set(all.map(\.name)).count == all.count)
        var unnoticed: [String] = []
        for tampering in LawSize.sample(all, 300) {
            var changed = Self.output
            tampering.change(&changed)
            if changed.nodes == Self.output.nodes {
                unnoticed.append("changes nothing: " + tampering.name)
            } else if let verification = try? verify("out", key: Self.key.publicKey, in: changed),
                verification.differences.isEmpty
            {
                unnoticed.append(tampering.name)
            }
        }
        #expect(unnoticed == [])
    }

    /// What happens to the manifest and its checksum is noticed without a key as well, when nobody made the checksum anew.
    @Test func theManifestNoticesItsOwnChanges() {
        #expect(Self.manifests.count > 10)
        for tampering in LawSize.sample(Self.manifests, 100) {
            var changed = Self.output
            tampering.change(&changed)
            let verification = try? verify("out", in: changed)
            #expect(verification?.differences.isEmpty != true, "\(tampering.name)")
        }
    }
}

// MARK: The ways

extension TamperingLaw {
    /// What happens to a file.
    static let files: [Tampering] = output.files.flatMap { path -> [Tampering] in
        func way(_ name: String, _ change: @escaping @Sendable (inout FoundOutput) -> Void) -> Tampering {
            Tampering(name: "\(path) \(name)", change: change)
        }
        let next = output.files.first { $0 > path && output[$0] != output[path] } ?? output.files[0]
        var ways = [
            way("is removed") { $0.nodes[path] = nil },
            way("is emptied") { $0[path] = [] },
            way("lost its last byte") { $0[path].removeLast() },
            way("has a byte more") { $0[path].append(0x0A) },
            way("has its first bit changed") { $0[path][0] ^= 0x80 },
            way("has a bit changed in its middle") { $0[path][$0[path].count / 2] ^= 1 },
            way("is a link") { $0.nodes[path] = .link },
            way("is a folder") { $0.nodes[path] = .folder },
            way("is a device") { $0.nodes[path] = .other },
            way("is exchanged with the next") {
                let old = $0[path]
                $0[path] = $0[next]
                $0[next] = old
            },
            way("is there twice") { $0[path + "~"] = $0[path] },
            way("has another name") {
                $0[path.uppercased()] = $0[path]
                $0.nodes[path] = nil
            },
        ]
        if !output[path].contains(0x0D) {
            ways.append(
                way("has the line ends of another system") { changed in
                    changed[path] = changed[path].flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
                })
        }
        return ways
    }

    /// What is put into a folder.
    static let folders: [Tampering] =
        ([""] + output.nodes.filter { $0.value == .folder }.keys.sorted()).flatMap { folder in
            let things: [(String, FoundOutput.Node)] = [
                ("new.txt", .file([0x41])), ("empty.txt", .file([])), (".hidden", .file([0x41])), ("folder", .folder),
                ("link", .link), ("pipe", .other), ("manifest.json.bak", .file([0x7B])), ("autorun.inf", .file([0x5B])),
            ]
            return things.map { name, node in
                let path = folder.isEmpty ? name : folder + "/" + name
                return Tampering(name: "\(path) is new") { $0.nodes[path] = node }
            }
        }
        + output.nodes.filter { $0.value == .folder }.keys.sorted().map { folder in
            Tampering(name: "\(folder) is a link") { changed in
                changed.nodes = changed.nodes.filter { !$0.key.hasPrefix(folder + "/") }
                changed.nodes[folder] = .link
            }
        }

    /// What happens to the manifest's bytes.
    static let manifests: [Tampering] = {
        let lines = output.manifest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func way(_ name: String, _ line: Int, _ change: @escaping @Sendable (String) -> [String]) -> Tampering {
            Tampering(name: "line \(line + 1) of the manifest \(name)") {
                var changed = lines
                changed.replaceSubrange(line...line, with: change(lines[line]))
                $0.manifest = changed.joined(separator: "\n")
            }
        }
        var ways: [Tampering] = []
        for (number, line) in lines.enumerated() where !line.isEmpty {
            ways.append(way("is gone", number) { _ in [] })
            ways.append(way("is there twice", number) { [$0, $0] })
            ways.append(way("has a space more", number) { [$0 + " "] })
            ways.append(way("has its indent changed", number) { ["\t" + $0] })
            if line.contains("\"path\": ") {
                for path in [
                    "../plan.json", "/etc/passwd", "en//index.html", "./plan.json", "en/../plan.json", "", ".", "..",
                    "en/", "a\\u0000b", "a\\nb", "en\\\\all.txt", "\\ud800", "manifest.json", "\\u002e\\u002e/x",
                ] {
                    ways.append(way("names “\(path)”", number) { _ in ["      \"path\": \"\(path)\","] })
                }
            }
            if line.contains("\"size\": ") {
                for size in [
                    "-5", "-0", "0.5", "1e3", "1e400", "9223372036854775807", "9223372036854775808",
                    String(repeating: "9", count: 400), "null", "\"12\"", "[12]", "012", "0x10", "NaN", "{}", "true",
                ] {
                    ways.append(way("has the size \(size.prefix(30))", number) { _ in ["      \"size\": \(size),"] })
                }
            }
            if line.contains("\"sha256\": ") {
                for hash in ["", "é", String(repeating: "0", count: 64), String(repeating: "A", count: 64)] {
                    ways.append(way("has the sum “\(hash)”", number) { _ in ["      \"sha256\": \"\(hash)\""] })
                }
            }
            if line.hasSuffix("{") {
                ways.append(way("has a field more", number) { [$0, "\"x\": 1,"] })
                ways.append(way("has “path” in front", number) { [$0, "\"path\": \"plan.json\","] })
            }
        }
        return ways
    }()

    /// What happens to the signature; its first line vouches for nothing and is left alone.
    static let signatures: [Tampering] = {
        let name = "manifest.json.minisig"
        let bytes = output[name]
        let start = bytes.firstIndex(of: 0x0A)! + 1
        var ways = bytes.indices.dropFirst(start).map { place in
            Tampering(name: "byte \(place) of the signature is another") {
                $0[name][place] = bytes[place] == 0x41 ? 0x42 : 0x41
            }
        }
        ways += bytes.indices.dropFirst(start).map { place in
            Tampering(name: "byte \(place) of the signature is gone") { $0[name].remove(at: place) }
        }
        ways.append(Tampering(name: "the signature ends with more") { $0[name] += Array("more\n".utf8) })
        ways.append(
            Tampering(name: "the signature is another key's") {
                $0[name] = Self.signature(of: $0["manifest.json"], by: Self.otherKey)
            })
        ways.append(
            Tampering(name: "the signature is of another manifest") {
                $0[name] = Self.signature(of: $0["manifest.json"] + [0x0A], by: Self.key)
            })
        return ways
    }()

    static func signature(of manifest: [UInt8], by key: SecretKey) -> [UInt8] {
        let signature = try! Signature(of: manifest, with: key, trustedComment: "timestamp:1795000000")
        return Array(signature.text.utf8)
    }

    /// Changes of somebody who makes the checksums anew: only the signature shows them.
    static let forgeries: [Tampering] = {
        func way(_ name: String, _ change: @escaping @Sendable (inout FoundOutput, inout JSON) -> Void) -> Tampering {
            Tampering(name: name + ", checksums made anew") { changed in
                guard var json = try? JSON(reading: changed["manifest.json"]) else { return }
                change(&changed, &json)
                guard case .object(let members) = json else { return }
                changed["manifest.json"] = withChecksum(.object(members.filter { $0.key != "checksum" }))
            }
        }
        var ways: [Tampering] = []
        let listed = output.files.filter { !$0.hasPrefix("manifest.json") }
        for path in listed {
            ways.append(
                way("\(path) is replaced") { changed, json in
                    changed[path] = Array("called off\n".utf8)
                    json.replaceFiles { $0["path"]?.string == path ? [entry(path, changed[path])] : [$0] }
                })
            ways.append(
                way("\(path) is taken out") { changed, json in
                    changed.nodes[path] = nil
                    json.replaceFiles { $0["path"]?.string == path ? [] : [$0] }
                })
            ways.append(
                way("a file is put in after \(path)") { changed, json in
                    changed[path + "x"] = [0x41]
                    json.replaceFiles { $0["path"]?.string == path ? [$0, entry(path + "x", [0x41])] : [$0] }
                })
        }
        for key in ["plan", "sources", "planc", "revision", "files"] {
            ways.append(way("“\(key)” is gone") { _, json in json.remove(key) })
            ways.append(way("“\(key)” is a number") { _, json in json.set(key, 1) })
        }
        for (key, value) in [("planc", "9.9.9"), ("revision", "r2")] {
            ways.append(way("“\(key)” says \(value)") { _, json in json.set(key, .string(value)) })
        }
        ways.append(
            way("the sources are others") { _, json in
                json.set("sources", .object(["sha256": .string(String(repeating: "a", count: 64))]))
            })
        for (key, value) in [("name", "other"), ("title", "Other"), ("version", "99"), ("date", "2031-01-01")] {
            ways.append(
                way("the plan's \(key) is “\(value)”") { _, json in
                    guard var plan = json["plan"] else { return }
                    plan.set(key, .string(value))
                    json.set("plan", plan)
                })
        }
        ways.append(
            Tampering(name: "the whole pack is signed anew by somebody else") {
                $0[listed[0]] = [0x41]
                $0["manifest.json.minisig"] = signature(of: $0["manifest.json"], by: otherKey)
            })
        return ways
    }()

    private static func entry(_ path: String, _ bytes: [UInt8]) -> JSON {
        .object(["path": .string(path), "size": .int(bytes.count), "sha256": .string(sha256(bytes))])
    }
}

extension JSON {
    fileprivate mutating func set(_ key: String, _ value: JSON) {
        guard case .object(var members) = self else { return }
        if let place = members.firstIndex(where: { $0.key == key }) {
            members[place].value = value
        } else {
            members.append(Member(key, value))
        }
        self = .object(members)
    }

    fileprivate mutating func remove(_ key: String) {
        guard case .object(let members) = self else { return }
        self = .object(members.filter { $0.key != key })
    }

    fileprivate mutating func replaceFiles(_ change: (JSON) -> [JSON]) {
        guard case .array(let files)? = self["files"] else { return }
        set("files", .array(files.flatMap(change)))
    }
}
