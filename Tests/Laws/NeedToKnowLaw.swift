import PlancCompose
import PlancData
import PlancDiagnostics
import PlancDriver
import PlancLowering
import PlancModel
import Testing

/// The example plan of the rules with packs for others, and places into which an author may write anything.
enum LeakPlan {
    static let plan = SubjectPlan(
        name: "leak",
        files: ExamplePlan.files.merging([
            "people.md": ExamplePlan.files["people.md"]!.replacing(
                "home: \"+44 1632 960001\"}\n    private: [home]",
                with:
                    "home: \"+44 1632 960001\", own-mail: ada.at.home@private.example, chat: ada-after-dark}\n    private: [home, own-mail, chat]"
            ),
            "own-channels.md": """
            ---
            kind: channels
            channels:
              own-mail: {title: Private mail, type: email, operated-by: director}
              chat: {title: Chat, type: chat, operated-by: director}
            ---
            """,
            "packs.md": """
            ---
            kind: packs
            packs:
              binder:
                title: Binder
                for: [role:director]
                include: everything
                copies:
                  - {to: director, at: Office}
                  - {to: press, at: Front desk, private: false}
              handout: {title: Handout, for: [audience:readers], include: everything, copies: [{to: press, at: Desk}]}
            ---
            """,
        ]) { $1 }.mapValues { Array($0.utf8) })

    /// Places for a text: the file, what is there, and what is there with the text.
    static let slots: [(name: String, path: String, old: String, new: String)] = [
        ("title of the plan", "plan.md", "title: Library continuity plan", "title: \"Library %\""),
        ("organisation", "plan.md", "organisation: Riverside Library", "organisation: \"Riverside %\""),
        ("body of the plan", "plan.md", "How the library goes on", "Call % first. How the library goes on"),
        ("title of a pack", "packs.md", "{title: Handout,", "{title: \"Handout %\","),
        ("title of the binder", "packs.md", "title: Binder", "title: \"Binder %\""),
        ("place of a copy", "packs.md", "at: Desk}", "at: \"Desk %\"}"),
        ("title of a scenario", "scenarios.md", "title: Flood", "title: \"Flood %\""),
        ("title of an audience", "audiences.md", "title: Readers", "title: \"Readers %\""),
        ("job of a person", "people.md", "name: Ben Okoro", "name: Ben Okoro\n    job: \"Press, %\""),
        ("title of a role", "roles.md", "title: Press officer", "title: \"Press %\""),
        ("title of a message", "messages/readers-closed.md", "title: ", "title: \"% or so\" #"),
        (
            "body of a message", "messages/readers-closed.md", "The river has come into the library.",
            "Call % first. The river has come into the library."
        ),
        ("subject of a message", "messages/readers-closed.md", "owner: press", "owner: press\nsubject: \"% or so\""),
        ("title of a step's list", "checklists/flood.md", "title: Flood", "title: \"Flood %\""),
        ("step", "checklists/flood.md", "Switch off the power", "Call %, switch off the power"),
        (
            "access of a channel", "channels.md", "operated-by: press, sender",
            "operated-by: press, access: \"ask %\", sender"
        ),
        ("title of a field", "fields.md", "title: Time of the next update", "title: \"Time, or %\""),
    ]

    /// The plan with a text written into one place, with the rule that notices it switched off.
    static func plan(with text: String, in slot: Int) -> SubjectPlan? {
        let (_, path, old, new) = slots[slot]
        let before = plan.text(path)
        guard let range = before.firstRange(of: old) else { return nil }
        let after = before.replacingCharacters(range, with: new.replacing("%", with: text))
        return plan.with(path, after)
    }

    static func silenced(_ plan: SubjectPlan) -> SubjectPlan {
        plan.with(
            "plan.md",
            plan.text("plan.md").replacing("version: 1.0", with: "version: 1.0\nrules: {private-value-in-text: off}"))
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}

/// Law: a value that is private, or a text with a label, is in no output for those who may not see it.
@Suite struct NeedToKnowLaw {
    static func compiled(_ subject: SubjectPlan, _ change: (inout BuildOptions) -> Void) throws -> Compiled {
        let plan = try #require(subject.check().plans.first)
        var options = BuildOptions()
        change(&options)
        return compile(plan, options)
    }

    /// A search that shares nothing with planc's: digits and letters alone, in what a file says without unpacking.
    static func shows(_ file: OutputFile, _ addresses: [String]) -> Bool {
        let text = file.bytes.filter { (0x30...0x39).contains($0) || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.map {
            $0 >= 0x41 ? $0 | 0x20 : $0
        }
        return addresses.contains { address in
            var wanted = Array(address.lowercased().utf8).filter {
                (0x30...0x39).contains($0) || $0 >= 0x61 && $0 <= 0x7A
            }
            if address.hasPrefix("+") { wanted.removeFirst(2) }
            return text.firstRange(of: wanted) != nil
        }
    }

    /// The private addresses of a plan that are nobody's in public, from its sources.
    static func addresses(_ plan: Plan) -> [String] {
        let open = Set(
            plan.people.flatMap { person in
                person.reach.filter { !person.isPrivate($0.channel.id) }.map(\.value.value)
            })
        return plan.people.flatMap { person in
            person.reach.filter { person.isPrivate($0.channel.id) && !open.contains($0.value.value) }.map(\.value.value)
        }
    }

    // MARK: Both plans

    @Test(arguments: SubjectPlan.examples) func nothingPrivateIsCompiledForAnAudience(subject: SubjectPlan) throws {
        let plan = try #require(subject.check().plans.first)
        let addresses = Self.addresses(plan)
        #expect(addresses.count >= 8)
        for audience in LawSize.sample(Array(plan.audiences.ids), 1) {
            var options = BuildOptions()
            options.lowering.reader = audience
            if !LawSize.isFull { options.formats = [.text] }
            // What an audience gets, and all that can be asked for.
            for parts in [options.parts, Set(BuildOptions.Part.allCases)] {
                options.parts = parts
                options.lowering.numbersCopies = true
                let compiled = compile(plan, options)
                #expect(compiled.disclosures.map(\.path) == [], "\(audience)")
                let showing = compiled.files.filter { !$0.path.hasSuffix(".pdf") && Self.shows($0, addresses) }
                #expect(showing.map(\.path) == [], "\(audience)")
            }
        }
    }

    @Test(arguments: SubjectPlan.examples) func copiesForOthersHoldNothingPrivate(subject: SubjectPlan) throws {
        let plan = try #require(subject.check().plans.first)
        let compiled = try Self.compiled(subject) {
            $0.parts = [.packs]
            $0.formats = LawSize.isFull ? [.text, .html, .pdf] : [.text]
            $0.lowering.numbersCopies = true
        }
        #expect(compiled.disclosures.map(\.path) == [])
        let addresses = Self.addresses(plan)
        for file in compiled.files where file.path.contains("--") && file.path.hasSuffix(".txt") {
            let name = file.path.split(separator: "/").last!.dropLast(4)
            guard let mark = name.firstRange(of: "--"), let number = Int(name[mark.upperBound...]),
                let pack = plan.packs[String(name[..<mark.lowerBound])]
            else { continue }
            if plan.share(of: pack.copies[number - 1], in: pack).showsPrivate { continue }
            #expect(!Self.shows(file, addresses), "\(file.path)")
        }
    }

    // MARK: A plan made to leak

    static let secrets = [
        "+44 1632 960001", "01632\u{A0}960\u{A0}001", "ada.at.home@private.example", "ada-after-dark",
    ]

    @Test func whateverLeaksStopsTheBuild() throws {
        var leaking = 0
        for slot in LeakPlan.slots.indices {
            for secret in LawSize.sample(Self.secrets, 1, seed: UInt64(slot)) {
                let subject = LeakPlan.silenced(try #require(LeakPlan.plan(with: secret, in: slot), "\(slot)"))
                let name = "\(LeakPlan.slots[slot].name): \(secret)"
                for reader in [nil, "readers"] {
                    let compiled = try Self.compiled(subject) {
                        $0.lowering.reader = reader
                        $0.parts = [.packs, .messages]
                        $0.formats = [.text, .html]
                        $0.lowering.numbersCopies = true
                    }
                    let others = compiled.files.filter { file in
                        reader != nil || file.path.contains("/handout") || file.path.contains("/binder--2.")
                    }
                    let shows = others.filter { Self.shows($0, ["+44 1632 960001"] + Self.secrets.suffix(2)) }.map(
                        \.path)
                    let found = Set(compiled.disclosures.map(\.path))
                    #expect(Set(shows).subtracting(found) == [], "\(name)")
                    if !shows.isEmpty { leaking += 1 }
                }
            }
        }
        #expect(leaking > 20, "the plan is made to leak")
    }

    @Test func whateverIsTypedIsReported() throws {
        for slot in LeakPlan.slots.indices {
            for secret in Self.secrets {
                let subject = try #require(LeakPlan.plan(with: secret, in: slot))
                let report = subject.check()
                let found = report.findings.filter { $0.rule == "private-value-in-text" }
                #expect(found.count == 1, "\(LeakPlan.slots[slot].name): \(secret)")
                let text = found.first.map { report.sources.text($0.span) }
                #expect(text == secret, "\(LeakPlan.slots[slot].name): \(text ?? "")")
            }
        }
        #expect(!LeakPlan.plan.check().findings.contains { $0.rule == "private-value-in-text" })
    }

    /// In what a PDF paints, in its title, and in the address of a link; read back from the finished file.
    @Test(arguments: ["title of a pack", "body of a message", "title of a scenario"]) func aPDFIsReadBack(
        _ name: String
    )
        throws
    {
        let slot = try #require(LeakPlan.slots.firstIndex { $0.name == name })
        for secret in Self.secrets + ["[the director](tel:+441632960001)", "[her](mailto:ada.at.home@private.example)"]
        {
            if secret.hasPrefix("["), name != "body of a message" { continue }
            let subject = LeakPlan.silenced(try #require(LeakPlan.plan(with: secret, in: slot)))
            for password in [nil, "quatre mots au hasard"] {
                let compiled = try Self.compiled(subject) {
                    $0.lowering.reader = "readers"
                    $0.parts = [.packs]
                    $0.formats = [.pdf]
                    $0.password = password
                }
                #expect(compiled.disclosures.map(\.path) == ["en/packs/handout.pdf"], "\(name): \(secret)")
            }
        }
    }

    @Test func thePasswordIsInNoFileThatAnybodyCanOpen() throws {
        let compiled = try Self.compiled(LeakPlan.plan) {
            $0.parts = [.packs]
            $0.formats = [.pdf]
            $0.password = "quatre mots"
            $0.lowering.revision = "printed with QUATRE MOTS"
        }
        #expect(compiled.disclosures.map(\.path) == ["manifest.json"])
    }

    // MARK: Labels

    static let labels: [Classification?] = [nil, .clear, .green, .amber, .amberStrict, .red]

    private static let holders = ["to: director, ", "to: press, ", ""]
    private static let privates = ["", ", private: true", ", private: false"]

    /// A pack of every label with copies of every label, for every holder, private or not; and a message of every label.
    private static var labelled: SubjectPlan {
        func key(_ label: Classification?) -> String { label.map { ", classification: \($0.rawValue)" } ?? "" }
        var packs = "---\nkind: packs\npacks:\n"
        var messages: [String: [UInt8]] = [:]
        for (place, label) in labels.enumerated() {
            packs +=
                "  pack-\(place):\n    title: Pack \(place)\n    for: [role:director]\n    include: [messages, contacts]\n"
            if let label { packs += "    classification: \(label.rawValue)\n" }
            packs += "    copies:\n"
            for own in labels {
                for holder in holders {
                    for isPrivate in privates { packs += "      - {\(holder)at: Somewhere\(isPrivate)\(key(own))}\n" }
                }
            }
            messages["messages/label-\(place).md"] = Array(
                """
                ---
                kind: message
                title: Message \(place)
                audiences: staff
                scenarios: flood
                phase: during
                channels: [mail]
                subject: Subject
                owner: director
                \(label.map { "classification: \($0.rawValue)" } ?? "max-words: 500")
                ---

                Passage number \(place) is known by these words alone and by no others.
                """.utf8)
        }
        var subject = LeakPlan.plan.with("packs.md", packs + "---\n")
        subject.files.merge(messages) { $1 }
        return subject
    }

    /// Every label of a pack × every label of a copy × holders × `private`; a message of every label.
    @Test func noCopyHoldsMoreThanItsLabel() throws {
        func word(_ label: Classification?) -> String { label?.rawValue ?? "none" }
        let subject = Self.labelled
        let plan = try #require(subject.check().plans.first)
        let compiled = try Self.compiled(subject) {
            $0.parts = [.packs]
            $0.formats = [.text]
            $0.lowering.numbersCopies = true
        }
        #expect(compiled.disclosures.map(\.path) == [])
        let addresses = Self.addresses(plan)
        let texts = Dictionary(uniqueKeysWithValues: compiled.files.map { ($0.path, $0) })
        for (number, packLabel) in Self.labels.enumerated() {
            // A pack without a label bears the plan's.
            let ownLabel = packLabel ?? .amber
            var copy = 0
            for asked in Self.labels {
                for holder in Self.holders.indices {
                    for isPrivate in Self.privates.indices {
                        copy += 1
                        let name = "pack-\(number)--\(copy)"
                        let told =
                            "pack \(word(packLabel)), copy \(word(asked)), holder \(holder), private \(isPrivate)"
                        let file = try #require(texts["en/packs/\(name).txt"])
                        let words = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
                            .joined(separator: " ")
                        // What a holder may see: never more than the pack; another holder nothing that is TLP:RED; less when asked.
                        var highest = ownLabel
                        if holder != 0 { highest = min(highest, .amberStrict) }
                        if let asked { highest = min(asked, ownLabel) }
                        let share = plan.share(
                            of: plan.packs["pack-\(number)"]!.copies[copy - 1], in: plan.packs["pack-\(number)"]!)
                        #expect(share.label == highest, "\(told)")
                        for (place, label) in Self.labels.enumerated() {
                            let holds = words.contains("Passage number \(place) is known by")
                            #expect(holds == (label.map { $0 <= highest } ?? true), "\(told), message \(word(label))")
                        }
                        let mayShow = isPrivate == 1 || isPrivate == 0 && holder == 0
                        #expect(Self.shows(file, addresses) == mayShow, "\(told)")
                    }
                }
            }
        }
    }

    /// The passages of a message with a label, in a pack for an audience that it is not for.
    @Test func aLabelledPassageStopsTheBuild() throws {
        let passage = "The ransom is not paid before the council has met on Thursday evening."
        let secret = """
            ---
            kind: message
            title: For the council
            audiences: staff
            scenarios: flood
            phase: during
            channels: [mail]
            subject: For the council
            owner: director
            classification: TLP:RED
            ---

            \(passage)
            """
        let plan = LeakPlan.plan.with("messages/ransom.md", secret)
        let path = "messages/readers-closed.md"
        let send = "owner: press\nsend: {every: 1d, until: \"\(passage)\"}"
        let leaking = plan.with(path, plan.text(path).replacing("owner: press", with: send))
        for (subject, isLeaking) in [(plan, false), (leaking, true)] {
            for format in BuildOptions.Format.allCases {
                let compiled = try Self.compiled(subject) {
                    $0.lowering.reader = "readers"
                    $0.parts = [.packs]
                    $0.formats = [format]
                }
                let found = compiled.disclosures.contains {
                    if case .message("ransom") = $0.what { true } else { false }
                }
                #expect(found == isLeaking, "\(format)")
            }
        }
    }

    /// A pack for an audience has what that audience needs; what those inside need is asked for by name.
    @Test func everythingForAnAudienceIsItsMessages() throws {
        let pack = try #require(LeakPlan.plan.check().plans.first?.packs["handout"])
        #expect(PackSection.allCases.filter { pack.includes($0) && $0 != .everything } == [.cover, .messages])
        let compiled = try Self.compiled(LeakPlan.plan) {
            $0.lowering.reader = "readers"
            $0.formats = [.text]
        }
        let folders = Set(compiled.files.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") })
        #expect(folders == ["", "en/packs", "en/messages"])
        // Its messages bear no label; the plan's own is for those inside.
        let sheet = try #require(compiled.files.first { $0.path == "en/messages/flood.txt" })
        #expect(!String(decoding: sheet.bytes, as: UTF8.self).contains("TLP:"))
    }
}
