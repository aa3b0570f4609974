#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

// usage: rule-catalogue MODULE OUTPUT RULE.swift…
// Writes a Swift file with `rulesOf<MODULE>`, the list of the types that the given files are named after; and where some of
// them are declared `enum Name: Rule`, those again as `judgesOf<MODULE>`, so that nobody need ask each what it is.

func fail(_ message: String, status: Int32) -> Never {
    let line = message + "\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    exit(status)
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    fail("usage: rule-catalogue MODULE OUTPUT RULE.swift…", status: 2)
}
func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { fail("rule-catalogue: cannot read \(path)", status: 3) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

let types = arguments.dropFirst(3).map { path in
    path.split(separator: "/").last!.dropLast(".swift".count)
}
let judges = zip(arguments.dropFirst(3), types).filter { path, type in
    text(of: path).split(separator: "\n").contains { $0.hasSuffix("enum \(type): Rule {") }
}.map(\.1)

/// A list of types as Swift.
func list(_ name: String, _ kind: String, _ types: [Substring]) -> String {
    "public let \(name)\(arguments[1]): [any \(kind).Type] = [\n" + types.sorted().map { "    \($0).self,\n" }.joined()
        + "]\n"
}
var lists = "import PlancDiagnostics\n\n"
lists += "/// The rules of this target, one a file of its `Rules` folder. Written by the build.\n"
lists += list("rulesOf", "RuleDescription", types)
if !judges.isEmpty {
    lists += "\n/// Those that judge a plan by themselves.\n"
    lists += list("judgesOf", "Rule", judges)
}
guard let file = fopen(arguments[2], "w") else {
    fail("rule-catalogue: cannot write \(arguments[2])", status: 3)
}
fputs(lists, file)
fclose(file)
