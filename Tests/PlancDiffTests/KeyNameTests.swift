import PlancDiagnostics
import PlancMarkup
import PlancSchema
import Testing

@testable import PlancDiff

/// Keys by their names: a reviewer reads the report and never the sources.
@Suite struct KeyNameTests {
    /// Every key of a map of keys, those inside of it too, each map with where it is.
    private static func maps(_ keys: [KeySchema], _ place: String) -> [(place: String, keys: [KeySchema])] {
        [(place, keys)] + keys.flatMap { key in maps(key.form, "\(place).\(key.name)") }
    }

    private static func maps(_ form: ValueForm, _ place: String) -> [(place: String, keys: [KeySchema])] {
        if case .map(_, let value) = form { return maps(value, place) }
        return form.keys.isEmpty ? [] : maps(form.keys, place)
    }

    /// Law: each key has a name in each language, short, and no other's of its map. (That it is translated is the law of all
    /// phrases.)
    @Test(arguments: Language.all) func everyKeyHasItsName(_ language: Language) {
        for (place, keys) in EntityKind.all.flatMap({ Self.maps(Schema.keys(of: $0), $0.rawValue) }) {
            let names = keys.map { $0.title.text(language) }
            for (key, name) in zip(keys, names) {
                #expect(!name.isEmpty && name.count <= 45, "\(place).\(key.name): \(name)")
            }
            #expect(Set(names).count == names.count, "\(place): two keys of one name: \(names.sorted())")
        }
    }

    /// Every key inside of others by the name that a line of the report has for it, in lists as their first element.
    private static func names(_ keys: [KeySchema], in outer: KeyName? = nil) -> [KeyName] {
        keys.flatMap { key -> [KeyName] in
            let name = outer?.inside(key) ?? KeyName(key)
            var form = key.form
            if case .map(_, let value) = form { form = value }
            if form.keys.isEmpty { return [name] }
            if case .list = form { return [name] + names(form.keys, in: name.numbered(1)) }
            return [name] + names(form.keys, in: name)
        }
    }

    /// Law: nobody reads "time limit in detail › time limit": of a path no part says only what another says already.
    @Test(arguments: Language.all) func noPartOfAPathRepeatsAnother(_ language: Language) {
        for name in EntityKind.all.flatMap({ Self.names(Schema.keys(of: $0)) }) {
            let said = name.phrase.text(language).replacing(" (\(name.notation))", with: "")
            let parts = said.split(separator: " › ").map { Set($0.lowercased().split(separator: " ")) }
            for (place, part) in parts.enumerated() {
                #expect(!parts.indices.contains { $0 != place && part.isSubset(of: parts[$0]) }, "\(said)")
            }
        }
    }

    /// Law: an element of a list of maps has a word of its own.
    @Test func everyListOfMapsSaysWhatItsElementsAre() {
        func check(_ keys: [KeySchema], _ place: String) {
            for key in keys where !key.form.keys.isEmpty {
                if case .list(.dependency) = key.form { continue }
                if case .list = key.form { #expect(key.elementTitle != nil, "\(place).\(key.name)") }
                check(key.form.keys, "\(place).\(key.name)")
            }
        }
        for kind in EntityKind.all { check(Schema.keys(of: kind), kind.rawValue) }
    }

    @Test func aStageIsToldByItsNameAndItsLimit() throws {
        var files = CouncilDuty.files()
        files["obligations.md"] = files["obligations.md"]?.replacing(
            "deadline: 2h, from: detection}", with: "due: {within: 2h, after: detection}}")
        let edit = Edit("obligations.md", "within: 2h", "within: 3h")
        let base = try examplePlan([CouncilDuty.carried, CouncilDuty.called], adding: files)
        let head = try examplePlan([CouncilDuty.carried, CouncilDuty.called, edit], adding: files)
        let said = told(PlanDiff(from: base, to: head))
        #expect(
            said.contains {
                $0.contains(": stage 'first' › time limit (stages › due › within): 2\u{A0}h → 3\u{A0}h")
            }, "\(said)")
    }

    private static let slower = [Edit("audiences.md", "inform-within: 4h", "inform-within: 60min")]

    @Test func aKeyIsNamedInTheReadersWordsAndInTheAuthors() throws {
        #expect(
            try told(Self.slower).first
                == "reach changed: Readers: time to first information (inform-within): 4\u{A0}h → 1\u{A0}h")
        #expect(
            try told(Self.slower, .french).first
                == "reach changed: Readers\u{A0}: délai de première information (inform-within)\u{A0}: 4\u{A0}h → 1\u{A0}h"
        )
        let german = try #require(Language("de"))
        #expect(
            try told(Self.slower, german).first
                == "reach changed: Readers: Frist der ersten Information (inform-within): 4\u{A0}h → 1\u{A0}h")
    }

    @Test func oneWordForBothIsSaidOnce() throws {
        let edits = [Edit("channels.md", "sender: LIBRARY", "sender: BOOKS, limit: 3")]
        #expect(
            try told(edits).first
                == "reach changed: Text message: sender shown (sender): LIBRARY → BOOKS; largest length (limit): nothing → 3"
        )
        #expect(
            try told([Edit("roles.md", "title: Press officer", "title: Press")]).first?.contains(": title: ") ?? false)
    }

    @Test func lengthsOfTimeAreInTheSameUnitsOnBothSides() throws {
        let base = try examplePlan([Edit("audiences.md", "inform-within: 4h", "inform-within: 24h")])
        let head = try examplePlan([Edit("audiences.md", "inform-within: 4h", "inform-within: 36h")])
        #expect(told(PlanDiff(from: base, to: head)).first?.hasSuffix(": 24\u{A0}h → 36\u{A0}h") ?? false)
        let days = try examplePlan([Edit("audiences.md", "inform-within: 4h", "inform-within: 2d")])
        #expect(told(PlanDiff(from: base, to: days)).first?.hasSuffix(": 1\u{A0}day → 2\u{A0}days") ?? false)
    }

    @Test func datesAreTheSameOnBothSides() throws {
        let edits = [
            Edit(
                "people.md", "private: [home]\n    verified: 2026-01-05",
                "private: [home]\n    verified: {on: 2026-02-05, by: press}")
        ]
        #expect(
            try told(edits).first
                == "people changed: Ada Marsh: numbers tried › date (verified › on): 5\u{A0}January 2026 → 5\u{A0}February 2026; numbers tried › done by (verified › by): nothing → Press officer"
        )
    }

    @Test func systemsOfWhichOneIsEnoughAreToldAsOneList() throws {
        let base = try examplePlan([
            Edit("channels.md", "depends-on: [sms-gateway]", "depends-on: [sms-gateway, website]")
        ])
        let head = try examplePlan([
            Edit("channels.md", "depends-on: [sms-gateway]", "depends-on: [{any-of: [sms-gateway, website]}]")
        ])
        #expect(
            told(PlanDiff(from: base, to: head)).contains(
                "reach changed: Text message: depends on: SMS gateway, Website → SMS gateway or Website"))
    }

    @Test func aNameWithACommaIsToldFromItsNeighbours() throws {
        let title = Edit("audiences.md", "title: Readers,", "title: \"Readers, pupils\",")
        let base = try examplePlan([title])
        let head = try examplePlan([title, Edit("scenarios.md", "affects: [readers, staff]", "affects: [staff]")])
        #expect(
            told(PlanDiff(from: head, to: base)).contains(
                "plan changed: Flood: audiences affected (affects): Staff → 'Readers, pupils', 'Staff'"))
    }
}
