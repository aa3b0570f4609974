// swift-tools-version: 6.1
import PackageDescription

/// What is built for `make dist`: it holds its small libraries, and finds the others beside it before those of the system.
let isDistributed = Context.environment["PLANC_DISTRIBUTED"] != nil
/// Where the program lies is told to it in a few words, not in one for each of 60,000 places: lld writes that. Functions of the same
/// code are one, and those that nothing calls are left out, for which each is a section of its own. It has no table of its frames
/// either (see `stripped` in Packaging/parts.py): without the head of that table the end of a thread, which unwinds, looks for none.
let ownLibraries =
    isDistributed
    ? [
        "-Xlinker", "--disable-new-dtags", "-Xlinker", "-rpath=$ORIGIN/../lib/planc",
        "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--icf=all",
        "-Xlinker", "--no-eh-frame-hdr",
    ] : []

/// Every room of the house, from the ground up: a target imports only targets above it in this list.
/// The arrows are told in the manual (`Sources/planc/Documentation.docc/Architecture.md`).
let package = Package(
    name: "planc",
    platforms: [.macOS(.v13)],
    products: [
        .executable(name: "planc", targets: ["planc"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
    ],
    targets: [
        // Libraries of the system.
        .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CPango", pkgConfig: "pangoft2", providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
        // Its header alone: the library is opened when a pack is locked, not at every start (see CSeal).
        .systemLibrary(name: "CQPDF", providers: [.apt(["libqpdf-dev"]), .brew(["qpdf"])]),
        .systemLibrary(
            name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),

        .systemLibrary(
            name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),

        .target(name: "CFiles"),
        .target(name: "CMemory", linkerSettings: [.linkedLibrary("mimalloc", .when(platforms: [.linux]))]),
        .target(name: "CScratch"),
        // Opened when a page is printed, not at every start: of these three the headers alone are used, and CLate has functions
        // of the same names. So the linker finds nothing that it needs in what pkg-config names (see CLinking).
        .target(name: "CLate", dependencies: ["CPango", "CPNG", "CQRencode"]),
        .target(
            name: "CLinking",
            cSettings: isDistributed ? [.define("PLANC_DISTRIBUTED")] : [],
            linkerSettings: [
                .unsafeFlags(["-Xlinker", "--no-export-dynamic"] + ownLibraries, .when(platforms: [.linux])),
                .unsafeFlags(["-Xlinker", "-dead_strip_dylibs"], .when(platforms: [.macOS])),
            ]),
        .target(
            name: "CSeal", dependencies: ["CQPDF"],
            cSettings: [
                .unsafeFlags(["-I/opt/homebrew/include", "-I/usr/local/include"], .when(platforms: [.macOS]))
            ]),

        .target(name: "PlancLibraries", dependencies: ["CLate", "CSeal"]),

        // Text, places in it, the languages in which things are said, and what is said.
        .target(name: "PlancScan"),
        .target(name: "PlancSource", dependencies: ["CSodium"]),
        // The engine alone: the phrases of a language are part of its folder, and compiled when planc is built.
        .target(
            name: "PlancPhrases", dependencies: ["PlancSource", "CStemmer"],
            linkerSettings: [.linkedLibrary("stemmer")]),
        // What is made of a language's lists of words when planc is built.
        .target(name: "PlancWordLists", dependencies: ["PlancSource"]),
        .target(
            name: "PlancLanguages", dependencies: ["PlancSource", "PlancWordLists"], plugins: ["LanguageCatalogue"]),
        .target(name: "PlancFiles", dependencies: ["PlancSource", "CFiles"]),
        .target(name: "PlancMarkup", dependencies: ["PlancSource"]),
        .target(name: "PlancPictures", dependencies: ["PlancSource", "PlancLibraries", "CPNG", "CQRencode"]),
        .target(name: "PlancDiagnostics", dependencies: ["PlancSource", "PlancLanguages"]),

        // Sources → trees → the bound plan.
        .target(
            name: "PlancSyntax",
            dependencies: [
                "PlancScan", "PlancSource", "PlancLanguages", "PlancMarkup", "PlancDiagnostics", "CCmark", "CYAML",
                "CScratch",
            ],
            plugins: ["RuleCatalogue"]),
        .target(
            name: "PlancModel", dependencies: ["PlancSource", "PlancLanguages", "PlancMarkup", "PlancPictures"],
            resources: [.embedInCode("Terms")]),
        .target(
            name: "PlancSchema",
            dependencies: [
                "PlancSource", "PlancLanguages", "PlancMarkup", "PlancDiagnostics", "PlancSyntax",
                "PlancModel",
            ],
            resources: [.embedInCode("Library")]),
        .target(
            name: "PlancBind",
            dependencies: [
                "PlancSource", "PlancWordLists", "PlancLanguages", "PlancMarkup", "PlancDiagnostics", "PlancSyntax",
                "PlancModel", "PlancSchema",
            ],
            plugins: ["RuleCatalogue"]),

        // Judgement.
        .target(name: "PlancAnalysis", dependencies: ["PlancSource", "PlancMarkup", "PlancModel"]),
        .target(
            name: "PlancWords",
            dependencies: [
                "PlancScan", "PlancSource", "PlancWordLists", "PlancLanguages", "PlancMarkup", "PlancPhrases",
            ]),
        .target(
            name: "PlancCompose",
            dependencies: ["PlancSource", "PlancLanguages", "PlancMarkup", "PlancModel", "PlancWords"]),
        .target(
            name: "PlancProse",
            dependencies: [
                "PlancScan", "PlancSource", "PlancPhrases", "PlancWordLists", "PlancLanguages", "PlancMarkup",
                "PlancModel", "PlancWords", "PlancCompose",
            ]),
        .target(
            name: "PlancRules",
            dependencies: [
                "PlancScan", "PlancSource", "PlancLanguages", "PlancMarkup", "PlancDiagnostics", "PlancModel",
                "PlancSchema", "PlancAnalysis", "PlancWords", "PlancPhrases", "PlancCompose", "PlancProse",
                "PlancPictures",
            ],
            plugins: ["RuleCatalogue"]),

        // What is printed, and the formats it is printed in.
        .target(name: "PlancDocument", dependencies: ["PlancPictures"]),
        .target(
            name: "PlancLowering",
            dependencies: [
                "PlancLanguages", "PlancDocument", "PlancModel", "PlancMarkup", "PlancSource", "PlancAnalysis",
                "PlancWords", "PlancCompose",
            ]),
        .target(name: "PlancText", dependencies: ["PlancDocument", "PlancSource"]),
        .target(
            name: "PlancHTML", dependencies: ["PlancSource", "PlancDocument", "PlancPictures"],
            resources: [.embedInCode("Assets")]),
        .target(
            name: "PlancLayout",
            dependencies: ["PlancSource", "PlancLibraries", "PlancDocument", "PlancPictures", "CPango"]),
        .target(
            name: "PlancPDF",
            dependencies: [
                "PlancSource", "PlancLibraries", "PlancDocument", "PlancPictures", "PlancLayout", "CPango", "CSeal",
                "CZlib",
            ]),
        .target(
            name: "PlancData",
            dependencies: [
                "PlancPictures", "PlancLanguages", "PlancModel", "PlancSchema", "PlancMarkup",
                "PlancSource", "PlancWords",
                "PlancCompose", "PlancAnalysis",
            ]),

        .target(name: "PlancSigning", dependencies: ["PlancSource", "CSodium"]),

        .target(
            name: "PlancGit", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")]),

        .target(
            name: "PlancDiff",
            dependencies: [
                "PlancSource", "PlancMarkup", "PlancDiagnostics", "PlancModel", "PlancAnalysis",
                "PlancDocument", "PlancLowering", "PlancSchema", "PlancCompose", "PlancData",
            ]),

        // The way through, and the command line.
        .target(
            name: "PlancDriver",
            dependencies: [
                "PlancLanguages", "PlancSource", "PlancMarkup", "PlancDiagnostics", "PlancSyntax", "PlancModel",
                "PlancSchema", "PlancBind", "PlancAnalysis",
                "PlancWords", "PlancProse", "PlancRules", "PlancDocument", "PlancLowering", "PlancText", "PlancHTML",
                "PlancPDF", "PlancData", "PlancCompose", "PlancSigning", "PlancFiles", "PlancPictures",
                "PlancLibraries", "CMemory",
            ]),
        .target(
            name: "PlancStarters",
            dependencies: [
                "PlancLanguages", "PlancSource", "PlancMarkup", "PlancDiagnostics", "PlancSyntax", "PlancModel",
                "PlancSchema", "PlancBind", "PlancDriver",
            ],
            resources: [.embedInCode("Templates")]),
        .executableTarget(
            name: "planc",
            dependencies: [
                "PlancSource", "PlancMarkup", "PlancDiagnostics", "PlancModel", "PlancDiff", "PlancGit",
                "PlancAnalysis", "PlancCompose", "PlancDocument", "PlancText", "PlancHTML",
                "PlancData", "PlancLowering", "PlancDriver", "PlancStarters", "PlancSchema", "PlancSigning", "CLinking",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // A language is one folder: this puts the files of each into the program.
        .executableTarget(
            name: "language-catalogue", dependencies: ["PlancPhrases", "PlancSource", "PlancWordLists"]),
        .plugin(name: "LanguageCatalogue", capability: .buildTool(), dependencies: ["language-catalogue"]),

        // A rule is one file: this lists the files of each `Rules` folder for the compiler.
        .executableTarget(name: "rule-catalogue"),
        // What libFuzzer calls (`make fuzz-in-process`); without it, runs the files given.
        .executableTarget(
            name: "fuzz-in-process",
            dependencies: ["PlancSource", "PlancDiagnostics", "PlancSyntax", "PlancModel", "PlancDriver"],
            path: "Tests/Fuzz/InProcess"),
        .plugin(name: "RuleCatalogue", capability: .buildTool(), dependencies: ["rule-catalogue"]),

        // Tests, a target each; Fixtures lie in Tests/Fixtures and are found from the tests' own path.
        .target(name: "TestSupport", dependencies: ["PlancSource", "PlancFiles"], path: "Tests/TestSupport"),
        .testTarget(name: "PlancSourceTests", dependencies: ["PlancSource"]),
        .testTarget(
            name: "PlancEscapingTests",
            dependencies: [
                "TestSupport", "PlancSource", "PlancMarkup", "PlancSyntax", "PlancDiagnostics",
                "PlancData",
                "PlancDriver", "PlancHTML", "PlancPDF",
            ]),
        .testTarget(name: "PlancFilesTests", dependencies: ["TestSupport", "PlancFiles", "PlancSource"]),
        .testTarget(
            name: "PlancLanguagesTests",
            dependencies: ["PlancLanguages", "PlancWordLists", "PlancModel", "PlancSource", "TestSupport"]),
        .testTarget(name: "PlancDiagnosticsTests", dependencies: ["TestSupport", "PlancDiagnostics", "PlancSource"]),
        .testTarget(name: "PlancSyntaxTests", dependencies: ["TestSupport", "PlancSyntax"]),
        .testTarget(name: "PlancPicturesTests", dependencies: ["TestSupport", "PlancPictures"]),
        .testTarget(name: "PlancModelTests", dependencies: ["PlancModel"]),
        .testTarget(
            name: "PlancBindTests",
            dependencies: [
                "TestSupport", "PlancBind", "PlancSchema", "PlancSyntax", "PlancModel", "PlancMarkup", "PlancCompose",
                "PlancDiagnostics", "PlancSource",
            ]),
        .testTarget(name: "PlancAnalysisTests", dependencies: ["TestSupport", "PlancAnalysis", "PlancModel"]),
        .testTarget(
            name: "PlancWordsTests", dependencies: ["TestSupport", "PlancLanguages", "PlancPhrases", "PlancWords"]),
        .testTarget(
            name: "PlancProseTests",
            dependencies: [
                "TestSupport", "PlancProse", "PlancLanguages", "PlancModel", "PlancPhrases", "PlancSource",
                "PlancWords",
            ]),
        .testTarget(
            name: "PlancRulesTests",
            dependencies: [
                "TestSupport", "PlancRules", "PlancDriver", "PlancDiagnostics", "PlancModel", "PlancSource",
                "PlancSchema", "PlancAnalysis", "PlancLanguages", "PlancMarkup",
            ]),
        .testTarget(
            name: "PlancLoweringTests",
            dependencies: [
                "PlancLowering", "PlancCompose", "PlancDocument", "PlancText", "PlancDriver", "PlancDiagnostics",
                "PlancModel", "PlancLayout", "TestSupport",
            ]),
        .testTarget(name: "PlancTextTests", dependencies: ["PlancText", "PlancDocument", "PlancSource"]),
        .testTarget(name: "PlancHTMLTests", dependencies: ["PlancHTML", "PlancDocument", "PlancWords"]),
        .testTarget(
            name: "PlancLayoutTests",
            dependencies: [
                "PlancLayout", "PlancDocument", "PlancPictures", "PlancDriver", "PlancLowering", "PlancModel",
                "TestSupport",
            ]),
        .testTarget(name: "PlancPDFTests", dependencies: ["PlancPDF", "PlancLayout", "PlancDocument"]),
        .testTarget(
            name: "PlancDataTests",
            dependencies: ["PlancData", "PlancDriver", "PlancDiagnostics", "PlancModel"]),
        .testTarget(
            name: "PlancDiffTests", dependencies: ["PlancDiff", "PlancDriver", "PlancDiagnostics", "PlancModel"]),
        .testTarget(name: "PlancGitTests", dependencies: ["TestSupport", "PlancGit"]),
        .testTarget(name: "PlancSigningTests", dependencies: ["TestSupport", "PlancSigning"]),
        .testTarget(
            name: "PlancManualTests",
            dependencies: [
                "TestSupport", "PlancSchema", "PlancDriver", "PlancDiagnostics", "PlancMarkup", "PlancModel",
            ]),
        .testTarget(name: "PlancCommandTests", dependencies: ["TestSupport", "planc"]),
        .testTarget(
            name: "PlancDriverTests",
            dependencies: [
                "TestSupport", "PlancDriver", "PlancFiles", "PlancLowering", "PlancDocument", "PlancHTML",
                "PlancLayout",
                "PlancData", "PlancModel",
                "PlancDiagnostics", "PlancSource",
            ]),
        // The laws: properties over generated changes of whole plans.
        .testTarget(
            name: "LawsTests",
            dependencies: [
                "TestSupport", "PlancCompose", "PlancDriver", "PlancStarters", "PlancBind", "PlancSchema", "PlancRules",
                "PlancLowering", "PlancDocument", "PlancHTML", "PlancText", "PlancPDF", "PlancModel",
                "PlancMarkup", "PlancDiagnostics", "PlancSource", "PlancData", "PlancSigning",
                "PlancSyntax", "PlancWords", "PlancDiff", "PlancAnalysis", "PlancLanguages", "PlancLayout",
            ],
            path: "Tests/Laws"),
        .testTarget(
            name: "PlancStartTests",
            dependencies: [
                "TestSupport", "PlancDriver", "PlancStarters", "PlancSchema", "PlancMarkup", "PlancModel",
                "PlancDiagnostics", "planc",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

/// Rooms that write: what they do is done once for each page or file, and they are to be small rather than quick. So is the one
/// that binds, whose many findings are seldom made: the wheel has a limit.
let small: Set = [
    "planc", "PlancDriver", "PlancStarters", "PlancHTML", "PlancText", "PlancData", "PlancSigning", "PlancGit",
    "PlancLowering", "PlancDiff", "PlancPictures", "PlancPDF", "PlancFiles", "PlancLayout", "PlancDiagnostics",
    "PlancBind",
]

// What one room's loops call in another (a look at eight bytes, a span) is made part of the loop. Generic types are asked for by
// their address, not by a name that the runtime has to read and whose conformances it has to search for: most commands end
// before that has paid. Figures: the manual's page Architecture.
for target in package.targets where target.type == .regular || target.type == .executable {
    target.swiftSettings = [
        .unsafeFlags(
            [
                "-cross-module-optimization",
                "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
            ] + (small.contains(target.name) ? ["-Osize"] : [])
                + (isDistributed ? ["-Xfrontend", "-function-sections"] : []), .when(configuration: .release))
    ]
}

// `make fuzz-in-process`: libFuzzer counts the ways that an input takes. What runs while building is left out, with what it is made
// of: nobody counts there.
if Context.environment["PLANC_FUZZING"] != nil {
    for target in package.targets
    where [.regular, .executable].contains(target.type)
        && !["rule-catalogue", "language-catalogue", "PlancPhrases", "PlancSource", "PlancWordLists"]
            .contains(target.name)
    {
        let settings: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer"]), .define("FUZZING")]
        target.swiftSettings = (target.swiftSettings ?? []) + settings
        if target.name == "fuzz-in-process" { target.linkerSettings = [.unsafeFlags(["-sanitize=fuzzer"])] }
    }
}

// `make laws` tries them optimised: comparing whole plans then takes a second, and there are thousands of changes. They look into one
// room.
if Context.environment["PLANC_LAWS_ALONE"] != nil {
    package.targets.removeAll { $0.type == .test && $0.name != "LawsTests" }
    for target in package.targets where target.name == "PlancLowering" {
        target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags(["-enable-testing"])]
    }
}
