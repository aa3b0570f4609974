import Foundation
import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSchema
import TestSupport
import Testing

/// The generated parts of the manual say what the program says. `PLANC_UPDATE=1` writes them anew.
@Suite struct ReferenceTests {
    @Test func keyTablesAreTheSchemas() throws {
        let path = "\(Manual.folder)/Language.md"
        let page = try Manual.text(path)
        let updated = try #require(Manual.replacing("keys", in: page, with: KeyTables.markdown()))
        expectFile(Array(updated.utf8), path)
    }

    @Test(arguments: allRules.map { $0.name })
    func ruleHasItsPage(_ name: String) throws {
        let rule = try #require(allRules.first { $0.name == name })
        expectFile(Array(RulePages.page(rule).utf8), "\(Manual.folder)/rules/\(name).md")
    }

    @Test func rulesAreListedByGroup() throws {
        let path = "\(Manual.folder)/Rules.md"
        let updated = try #require(Manual.replacing("rules", in: Manual.text(path), with: RulePages.tables()))
        expectFile(Array(updated.utf8), path)
    }

    @Test func profilesAreThoseOfTheList() throws {
        let path = "\(Manual.folder)/Profiles.md"
        let updated = try #require(Manual.replacing("items", in: Manual.text(path), with: ProfileTables.markdown()))
        expectFile(Array(updated.utf8), path)
    }

    /// Every mark and every name of a condition is on the page.
    @Test func theWordsOfProfilesAreTold() throws {
        let page = try Manual.text("\(Manual.folder)/Profiles.md")
        for meaning in StepMeaning.allCases { #expect(page.contains("| `#\(meaning.rawValue)` |")) }
        for name in ProfileName.allCases { #expect(page.contains("| `\(name.rawValue)` |")) }
    }

    @Test func noPageTellsARuleThatIsGone() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(packageFolder)/\(Manual.folder)/rules")
        #expect(Set(names) == Set(allRules.map { "\($0.name).md" }))
    }

    @Test func optionsAreThoseOfTheProgram() throws {
        let path = "\(Manual.folder)/Commands.md"
        let page = try Manual.text(path)
        try withTemporaryFolder { folder in
            let shell = Shell(folder: folder)
            let overview = try shell.run("planc --help").output
            var text = ""
            for name in Self.commands(in: overview) {
                let help = try shell.run("planc help \(name)").output
                text += "### planc \(name)\n\n```\n" + help.trimmingCharacters(in: .newlines) + "\n```\n\n"
            }
            let updated = try #require(Manual.replacing("options", in: page, with: text))
            expectFile(Array(updated.utf8), path)
        }
    }

    /// The names under `SUBCOMMANDS:`, in the order of the help.
    private static func commands(in overview: String) -> [String] {
        let lines = overview.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "SUBCOMMANDS:" }
            .dropFirst()
        return lines.prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    static let docc = (try? Shell(folder: "/tmp").run("dirname $(readlink -f $(command -v swift))"))
        .map { $0.output.trimmingCharacters(in: .newlines) + "/docc" }

    /// Links, pictures and structure, as the toolchain's own reader sees them.
    @Test(.enabled(if: docc.map(FileManager.default.isExecutableFile) == true, "the toolchain has no docc"))
    func doccReadsTheManualWithoutAWarning() throws {
        let docc = try #require(Self.docc)
        try withTemporaryFolder { folder in
            let names = "--fallback-display-name planc --fallback-bundle-identifier planc.manual"
            let result = try Shell(folder: folder)
                .run("'\(docc)' convert '\(packageFolder)/\(Manual.folder)' --output-path out \(names)")
            // The page of the program itself has a symbol only where the package is read with it.
            let warnings = result.output.components(separatedBy: "warning: ").dropFirst()
                .filter { !$0.hasPrefix("No symbol matched 'planc'") }
            #expect(result.status == 0 && warnings.isEmpty, "\(result.output)")
        }
    }

    /// The table of Architecture names every target that is no test, in the order of Package.swift.
    @Test func roomsAreThoseOfThePackage() throws {
        let package = try Manual.text("Package.swift").split(whereSeparator: \.isWhitespace).joined()
        let targets = package.components(separatedBy: "(name:\"").reduce(into: (names: [String](), opening: "")) {
            found, part in
            let name = String(part.prefix { $0 != "\"" })
            let isTarget = [".target", ".executableTarget", ".systemLibrary"].contains(where: found.opening.hasSuffix)
            if isTarget { found.names.append(name) }
            found.opening = String(part.suffix(20))
        }.names.filter { $0 != "TestSupport" }
        let page = try Manual.text("\(Manual.folder)/Architecture.md")
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let rooms = rows.flatMap { row in
            row.dropFirst(2).prefix { $0 != "|" }.split(separator: "`").filter { $0.first?.isLetter == true }.map(
                String.init)
        }
        #expect(rooms == targets)
        #expect(targets.contains("rule-catalogue") && targets.count > 25, "the lists were read")
    }

    /// The picture of the modules is what the script draws from Package.swift; `PLANC_UPDATE=1` draws it anew.
    @Test func thePictureOfTheModulesIsCurrent() throws {
        let path = "\(Manual.folder)/Resources/modules.svg"
        try withTemporaryFolder { folder in
            let drawn = try Shell(folder: folder).run("python3 '\(packageFolder)/Tests/Manual/modules.py'")
            try #require(drawn.status == 0, "\(drawn.output)")
            expectFile(Array(drawn.output.utf8), path)
        }
    }

    @Test func everyKeyHasWordsInBothLanguages() {
        func check(_ key: KeySchema, _ path: String) {
            #expect(
                !key.summary.english.isEmpty && !key.summary.french.isEmpty && !key.example.isEmpty,
                "\(path).\(key.name)")
            switch key.form {
            case .record(let keys), .list(.record(let keys)), .map(_, .record(let keys)), .dateOrRecord(let keys),
                .list(.textOrRecord(let keys)):
                for inner in keys { check(inner, "\(path).\(key.name)") }
            default: break
            }
        }
        for kind in Schema.kinds { for key in kind.keys { check(key, kind.name) } }
    }

    @Test func everyPageIsLinkedAndEveryLinkLeadsSomewhere() throws {
        var names = Set(Manual.pages.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent })
        names.formUnion(allRules.map { $0.name })
        var linked: Set<String> = []
        for path in Manual.pages {
            let parts = try Manual.text(path).components(separatedBy: "doc:").dropFirst()
            for part in parts {
                let name = String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
                #expect(names.contains(name), "\(path): doc:\(name)")
                linked.insert(name)
            }
        }
        #expect(names.subtracting(linked).subtracting(["README", "planc"]) == [])
    }

    @Test func picturesAreThereAndSmall() throws {
        var count = 0
        for path in Manual.pages {
            for part in try Manual.text(path).components(separatedBy: "](").dropFirst() {
                let target = String(part.prefix { $0 != ")" })
                guard target.hasSuffix(".png") else { continue }
                let name = URL(fileURLWithPath: target).lastPathComponent
                let bytes = try #require(
                    readFile("\(packageFolder)/\(Manual.folder)/Resources/\(name)"), "\(path): \(target)")
                #expect(bytes.count < 120_000, "\(name)")
                count += 1
            }
        }
        #expect(count > 0)
    }
}
