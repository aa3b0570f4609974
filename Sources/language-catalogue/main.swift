import PlancWordLists

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// usage: language-catalogue OUTPUT LANGUAGES FILE…
// Writes a Swift file with what each FILE (LANGUAGES/<tag>/<name>) says, packed, as data of the program: nothing is read or made when
// planc starts, and a language is added by adding a folder. Phrases are compiled here. Swift files are compiled as they are; a folder with some has
// rules, as `LanguageRules.<tag>`.

func fail(_ message: String, status: Int32) -> Never {
    let line = message + "\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    exit(status)
}

func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { fail("language-catalogue: cannot read \(path)", status: 3) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

/// The bytes as a literal of Swift.
func literal(_ bytes: [UInt8]) -> String { "###\"\"\"\n\(String(decoding: bytes, as: UTF8.self))\n\"\"\"###" }

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    fail("usage: language-catalogue OUTPUT LANGUAGES FILE…", status: 2)
}
var swift = """
    /// What the files of `Languages` say, by language, packed. Written by the build.
    let embeddedFiles: [(language: StaticString, name: StaticString, text: StaticString)] = [

    """
var withRules: [String] = []
var folders: [Folder] = []
for path in arguments.dropFirst(3) {
    let inside = path.dropFirst(arguments[2].count).split(separator: "/")
    guard inside.count >= 2 else { fail("language-catalogue: \(path) is in no language's folder", status: 3) }
    let language = String(inside[0])
    if path.hasSuffix(".swift") {
        if withRules.last != language { withRules.append(language) }
        continue
    }
    if folders.last?.language != language { folders.append(Folder(language: language)) }
    folders[folders.count - 1].files.append((path, text(of: path)))
}
for folder in folders {
    for (name, packing) in folder.packed {
        for (part, bytes) in [("numbers", packing.numbersAsText), ("text", packing.text)] {
            swift += "    (\"\(folder.language)\", \"\(name).\(part)\", \(literal(bytes))),\n"
        }
    }
}
swift += """
    ]

    /// The rules of the languages that have some. Written by the build.
    let embeddedRules: [(language: StaticString, rules: @Sendable () -> LanguageRules)] = [

    """
for tag in withRules { swift += "    (\"\(tag)\", { .`\(tag)` }),\n" }
swift += "]\n"
// English first, then by tag: as the program has its languages.
let words = folders.sorted { ($0.language == "en" ? 0 : 1, $0.language) < ($1.language == "en" ? 0 : 1, $1.language) }
let tables = WordTablePacking.packing(of: words.map(\.words))
swift += """

    /// The words that texts are searched for, of all languages. Written by the build.
    let embeddedWords: (numbers: StaticString, text: StaticString) = (
        \(literal(tables.numbersAsText)),
        \(literal(tables.text))
    )

    """
guard let file = fopen(arguments[1], "w") else {
    fail("language-catalogue: cannot write \(arguments[1])", status: 3)
}
fputs(swift, file)
fclose(file)
