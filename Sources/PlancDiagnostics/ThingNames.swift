import PlancSource

/// What the things of plans are called, and what stands for each whatever it is called: a finding about something is the same one
/// after that was given another title, another name or another id.
public struct ThingNames: Sendable {
    /// A thing that words in a plan stand for.
    public struct Thing: Sendable, Hashable {
        /// The same for whatever it is called: its kind and id.
        public var mark: String
        /// What it is called.
        public var name: String

        public init(mark: String, name: String) { (self.mark, self.name) = (mark, name) }
    }

    /// Of each plan the things that its words stand for: titles, names and ids.
    private var plans: [[String: Thing]] = []
    private var planOfFile: [FileID: Int] = [:]

    public init() {}

    /// Adds what the words in the files of a plan stand for.
    public mutating func add(_ files: some Sequence<FileID>, _ things: [String: Thing]) {
        for file in files { planOfFile[file] = plans.count }
        plans.append(things)
    }

    /// The thing that words in a file stand for.
    func thing(_ words: String, in file: FileID) -> Thing? { planOfFile[file].flatMap { plans[$0][words] } }
}
