#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

// usage: rule-catalogue MODULE OUTPUT RULE.swift…
// Writes a Swift file with `ruleCatalogue<MODULE>`, the list of the types that the given files are named after.

func fail(_ message: String, status: Int32) -> Never {
    let line = message + "\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    exit(status)
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    fail("usage: rule-catalogue MODULE OUTPUT RULE.swift…", status: 2)
}
let types = arguments.dropFirst(3).map { path in
    path.split(separator: "/").last!.dropLast(".swift".count)
}
var text = "import PlancDiagnostics\n\n"
text += "/// The rules of this target, one a file of its `Rules` folder. Written by the build.\n"
text += "public let rulesOf\(arguments[1]): [any RuleDescription.Type] = [\n"
for type in types.sorted() { text += "    \(type).self,\n" }
text += "]\n"
guard let file = fopen(arguments[2], "w") else {
    fail("rule-catalogue: cannot write \(arguments[2])", status: 3)
}
fputs(text, file)
fclose(file)
