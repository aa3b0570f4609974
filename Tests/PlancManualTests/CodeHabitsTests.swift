import Foundation
import TestSupport
import Testing

/// What Contributing asks of the code, as far as its text shows it.
@Suite struct CodeHabitsTests {
    private static let script = "python3 '\(packageFolder)/Tests/Manual/habits.py'"

    @Test func functionsAreShortAndWhatIsPublicIsDescribed() throws {
        try withTemporaryFolder { folder in
            let run = try Shell(folder: folder).run(Self.script)
            #expect(run.status == 0, "\(run.output)")
            let counts = run.output.split { !$0.isNumber }.compactMap { Int($0) }
            try #require(counts.count == 2, "\(run.output)")
            #expect(counts[0] > 5000 && counts[1] > 900, "the sources were read: \(run.output)")
        }
    }

    /// The script itself, on a file with one fault of each kind beside what is right.
    @Test func eachHabitIsMissed() throws {
        let long = (1...61).map { "        print(\($0))" }.joined(separator: "\n")
        let code = """
            /// Described.
            public struct A {
                public init<B>(
                    _ b: B
                ) where B: Sendable {
            \(long)
                }

                public static let table = [
            \(long.replacing("print", with: ""))
                ]

                public func b() { 1 }

                /// Described, below an attribute or above it.
                @discardableResult
                public func c() -> Int { 1 }

                func d() {
            \(long.split(separator: "\n").dropLast().joined(separator: "\n"))
                }

                public var length: Int?

                /// In bytes.
                public let size: Int

                public var name: String
            }
            package enum E {}
            """
        try withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: "\(folder)/Sources", withIntermediateDirectories: false)
            try code.write(toFile: "\(folder)/Sources/A.swift", atomically: true, encoding: .utf8)
            let run = try Shell(folder: folder).run("\(Self.script) .")
            #expect(run.status == 1)
            #expect(
                run.output.split(separator: "\n").map { $0.prefix { $0 != " " } } == [
                    "Sources/A.swift:3:", "Sources/A.swift:133:", "Sources/A.swift:202:", "Sources/A.swift:209:", "2",
                ])
        }
    }

    /// `make mutants` puts its faults where the code says what they replace.
    @Test func everyFaultFitsTheCode() throws {
        try withTemporaryFolder { folder in
            let run = try Shell(folder: folder).run("python3 '\(packageFolder)/Tests/Mutants/run.py' --list")
            #expect(run.status == 0, "\(run.output)")
        }
    }
}
