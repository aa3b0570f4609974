import TestSupport
import Testing

/// What `planc build` ends with: the words of the author that are on no page.
@Suite(.enabled(if: Shell.binFolder != nil, "needs planc beside the tests")) struct BuildEndingTests {
    private static let plan = """
        ---
        kind: plan
        title: Plan
        organisation: Corner
        version: 1
        locales: [en]
        owner: lead
        ---

        """
    private static let people = """
        ---
        kind: people
        people:
          ada: {name: Ada Marsh, reach: {mail: ada@corner.example}}
          ben: {name: Ben Okoro, reach: {mail: ben@corner.example}}
        ---

        """
    private static let roles = """
        ---
        kind: roles
        roles:
          lead: {title: Lead, holder: ada, deputies: [ben]}
        ---

        """
    private static let channels = """
        ---
        kind: channels
        channels:
          mail: {title: Mail, type: email}
        ---

        """

    private func build(_ body: String) throws -> (status: Int32, said: String) {
        try withTemporaryFolder { folder in
            let files = [
                "plan.md": Self.plan + body, "people.md": Self.people, "roles.md": Self.roles,
                "channels.md": Self.channels,
            ]
            for (name, text) in files { writeFile(Array(text.utf8), folder + "/" + name) }
            let run = try Shell(folder: folder).run(
                "planc build . --output out --formats text --lang en 2>&1 >/dev/null")
            return (run.status, run.output)
        }
    }

    @Test func namesWhatIsOnNoPage() throws {
        let lost = try build(
            "See [the map](https://map.example \"a yellow house\").\n\n<b>Call</b> first.\n\n[^1]: Contract 4711.\n")
        let ending = lost.said.split(separator: "\n").drop { !$0.hasPrefix("on no page") }
        #expect(ending.first == "on no page (3):", "\(lost.said)")
        #expect(ending.dropFirst().count == 3)
        for words in ["title of a link", "HTML is not printed", "nothing calls this footnote"] {
            #expect(ending.contains { $0.contains(words) }, "\(words)")
        }
    }

    @Test func saysNothingWhereAllIsPrinted() throws {
        let whole = try build("Call first.\n\n<!-- ask Ada -->\n")
        #expect(!whole.said.contains("on no page"), "\(whole.said)")
        #expect(whole.status == 0, "\(whole.said)")
    }

    /// Ten are named; of the others, how many there are.
    @Test func namesTenOfMany() throws {
        let many = try build((1...14).map { "Door <b>\($0)\n" }.joined(separator: "\n"))
        let ending = many.said.split(separator: "\n").drop { !$0.hasPrefix("on no page") }
        #expect(ending.first == "on no page (14):", "\(many.said)")
        #expect(ending.count == 12)
        #expect(ending.last?.contains("and 4 more") == true)
    }
}
