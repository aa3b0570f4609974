import PlancDiagnostics
import PlancDriver
import PlancModel
import TestSupport
import Testing

/// Pictures on pages: from the source to each format.
@Suite struct PicturePagesTests {
    private static let day = CalendarDate(iso: ExamplePlan.today)!

    private static func picture(_ name: String) -> [UInt8] {
        readFile("\(packageFolder)/Tests/Fixtures/Pictures/\(name)") ?? []
    }

    private static func load(_ files: [String: [UInt8]]) -> (report: Report, loaded: Loaded) {
        let all = ExamplePlan.files.mapValues { Array($0.utf8) }.merging(files) { $1 }
        let world = MemoryWorld(
            Dictionary(uniqueKeysWithValues: all.map { ("plan/" + $0, $1) }), today: day)
        let loaded = PlancDriver.load(["plan"], in: world)
        return (check(loaded, asOf: day), loaded)
    }

    /// The guide is nobody's concern here.
    private static func isOfPictures(_ finding: Finding) -> Bool {
        !["unused-role", "same-people"].contains(finding.rule)
    }

    private static func role(_ body: String) -> [UInt8] {
        Array("---\nkind: role\ntitle: Guide\nholder: ada\ndeputies: [ben]\n---\n\(body)\n".utf8)
    }

    private static func output(_ plan: Plan, _ format: BuildOptions.Format) -> [String: [UInt8]] {
        var options = BuildOptions()
        options.formats = [format]
        return Dictionary(compile(plan, options).files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }

    private static let everywhere = """
        Look first: ![the yard](colour.png "The yard from above") and go.

        ![The gate](turned.jpg)

        ## Where ![the key](grey.png) is

        - [![The cellar](cmyk.jpg)](https://map.example)

        | place ![head](palette.png) | how |
        | --- | --- |
        | ![The stairs](progressive.jpg) | down |

        > ![The roof](alpha.png)
        """
    private static let names = [
        "colour.png", "turned.jpg", "grey.png", "cmyk.jpg", "palette.png", "progressive.jpg", "alpha.png",
    ]

    @Test func everyPictureIsInEveryFormat() throws {
        var files = ["roles/guide.md": Self.role(Self.everywhere)]
        for name in Self.names { files["roles/" + name] = Self.picture(name) }
        let (report, loaded) = Self.load(files)
        #expect(report.findings.filter(Self.isOfPictures).map(\.message.english) == [])
        let plan = try #require(report.plans.first)
        let alternatives = ["the yard", "The gate", "the key", "The cellar", "head", "The stairs", "The roof"]

        let page = String(
            decoding: try #require(Self.output(plan, .html)["en/reference/plan.html"]), as: UTF8.self)
        for alternative in alternatives { #expect(page.contains("alt=\"\(alternative)\""), "\(alternative)") }
        #expect(page.split(separator: "data:image/").count - 1 == 7)
        #expect(page.contains("img-src data:;") && page.contains("<figcaption>The yard from above</figcaption>"))
        #expect(!page.contains("src=\"http"))

        let text = String(decoding: try #require(Self.output(plan, .text)["en/reference/plan.txt"]), as: UTF8.self)
        for alternative in alternatives { #expect(text.contains("[\(alternative)]"), "\(alternative)") }
        #expect(text.contains("The yard from above"))

        let pdf = try #require(Self.output(plan, .pdf)["en/reference/plan.pdf"])
        #expect(pdf.count(of: "/Subtype/Image") == 7)
        #expect(pdf.count(of: "/Filter/DCTDecode") == 3)
        #expect(pdf == Self.output(plan, .pdf)["en/reference/plan.pdf"])
        for bytes in [Array(page.utf8), pdf] { #expect(bytes.count(of: "Quillfeather") == 0) }

        let inventory = loaded.plans[0].inventory.filter { $0.path.hasSuffix(".png") || $0.path.hasSuffix(".jpg") }
        #expect(inventory.map(\.takenAs) == names(inventory).map { _ in .picture(usedIn: ["roles/guide.md"]) })
        let data = String(decoding: try #require(Self.output(plan, .text)["plan.json"]), as: UTF8.self)
        let words = data.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("\"roles/turned.jpg\": { \"form\": \"jpeg\", \"width\": 16, \"height\": 24"))
    }

    private func names(_ inventory: [InventoryEntry]) -> [String] { inventory.map(\.path) }

    /// What is in the file counts as a source: another picture of the same name makes another output.
    @Test func anotherPictureIsAChange() throws {
        func plan(_ name: String) throws -> Plan {
            let files = ["roles/guide.md": Self.role("![The gate](gate.png)"), "roles/gate.png": Self.picture(name)]
            return try #require(Self.load(files).report.plans.first)
        }
        #expect(try plan("colour.png").sourcesHash == plan("colour.png").sourcesHash)
        #expect(try plan("colour.png").sourcesHash != plan("palette.png").sourcesHash)
    }

    @Test(arguments: [
        ("![Gate](gate.png)", "broken-link", "gate.png"),
        ("![Gate](../../gate.png)", "link-outside-plan", "../../gate.png"),
        ("![Gate](https://a.example/gate.png)", "unusable-picture", "https://a.example/gate.png"),
        ("![Gate](way.svg)", "unusable-picture", "way.svg"), ("![Gate](cut.png)", "unusable-picture", "cut.png"),
        ("![Gate](guide.md)", "unusable-picture", "guide.md"),
        ("![](colour.png)", "picture-without-text", "![](colour.png)"),
        ("![Gate](large.jpg)", "unusable-picture", "large.jpg"), ("![Gate](colour.pgn)", "broken-link", "colour.pgn"),
    ])
    func whatCannotBePrintedIsReported(body: String, rule: String, place: String) throws {
        let whole = Self.picture("colour.png")
        let (report, _) = Self.load([
            "roles/guide.md": Self.role(body), "roles/way.svg": Array("<svg/>".utf8), "roles/colour.png": whole,
            "roles/cut.png": Array(whole.prefix(200)), "roles/large.jpg": Array(repeating: 0xFF, count: 10_000_001),
        ])
        let found = report.findings.filter(Self.isOfPictures)
        #expect(found.map { "\($0.rule) \(report.sources.text($0.span))" } == ["\(rule) \(place)"])
        if place == "colour.pgn" { #expect(found.first?.fixes.first?.edits.first?.replacement == "colour.png") }
    }
}

extension [UInt8] {
    fileprivate func count(of text: String) -> Int { split(separator: Array(text.utf8)).count - 1 }
}
