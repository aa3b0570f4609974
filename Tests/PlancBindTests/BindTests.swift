import PlancDiagnostics
import PlancModel
import PlancSource
import PlancSyntax
import TestSupport
import Testing

@testable import PlancBind
@testable import PlancSchema

@Suite struct BindTests {
    /// A plan with a mistake of every rule that has an example which can stand beside the others.
    private static let mistaken: [String: String?] = [
        "a.md": "---\nkind: snippet\ntitle: One\nid: x\n---\n\n[a](nowhere.md) {{ none }} {{> gone }} @nobody\n",
        "b.md": "---\nkind: snippet\ntitle: Two\nid: x\n---\n\n[b](../out.md)\n",
        "c.md":
            "---\nkind: message\ntitle: C\naudiences: reader\nscenarios: fire\nphase: now\nchannels: fax\nowner: "
            + "boss\n---\n\n# smss\n",
        "d.md": "---\nkind: message\ntitle: D\nafter: [e]\n---\n",
        "e.md": "---\nkind: message\ntitle: E\nafter: [d]\n---\n",
    ]

    @Test func sameForAnyOrderOfFiles() throws {
        let forward = BoundTexts(Self.mistaken)
        let backward = BoundTexts(Self.mistaken, reversed: true)
        #expect(forward.told.count > 20)
        #expect(forward.told == backward.told)
        let (a, b) = (try #require(forward.plan), try #require(backward.plan))
        #expect(a.sourcesHash == b.sourcesHash)
        #expect(a.messages.ids == b.messages.ids)
        #expect(
            a.references.map { forward.sources.text($0.span) } == b.references.map { backward.sources.text($0.span) })
    }

    @Test func whatCannotBeReadExcusesWhatRefersToIt() {
        let bound = BoundTexts(["people.md": "---\nkind: people\npeople:\n  ada: {name: [\n---\n"])
        #expect(!bound.told.contains { $0.hasPrefix("unknown-person") })
        #expect(bound.findings.contains { $0.rule == "yaml-syntax" })
    }

    @Test func planThatIsNone() {
        #expect(BoundTexts(["plan.md": String?.none]).plan == nil)
        let other = BoundTexts(["plan.md": "---\nkind: snippet\n---\n\nWords.\n"])
        #expect(other.plan == nil)
        #expect(other.told == ["missing-plan plan.md:snippet"])
    }

    @Test func aBadIdIsToldOnceAndTheRestIsStillChecked() {
        let bound = BoundTexts(["x.md": "---\nkind: snippet\nid: No Good\ncovers: nothing\n---\n\n[a](gone.md)\n"])
        #expect(bound.told == ["malformed-id x.md:No Good", "unknown-value x.md:nothing", "broken-link x.md:gone.md"])
    }

    @Test func typesComeFromTheSchema() throws {
        let bound = BoundTexts([
            "fields.md": """
            ---
            kind: fields
            fields:
              no: {title: 1.10, type: text, example: yes}
              next-time: {title: Next, type: time, example: 18:30, covers: next-update}
              phone: {title: Phone, type: phone, example: "+44 1632 960100", covers: contact}
            ---
            """
        ])
        let field = try #require(bound.plan?.fields["no"])
        #expect(field.title.text(Locale("en")) == "1.10")
        #expect(field.example.text(Locale("en")) == "yes")
    }

    @Test func libraryIsWhole() throws {
        var files = ExamplePlan.files
        for (name, bytes) in Library.files { files[name] = String(decoding: bytes, as: UTF8.self) }
        files["plan.md"] = files["plan.md"]?.replacing("locales: [en]", with: "locales: [en, fr]")
        // What it says in English is said in each language where it is printed.
        #expect(BoundTexts(over: files).told.filter { !$0.hasPrefix("untranslated-value ") } == [])
        #expect(!Library.builtIn.ids.isEmpty)
    }

    @Test func aPlansOwnObligationStandsBeforeTheLibrarys() throws {
        let own =
            "---\nkind: obligations\nobligations:\n  eu-gdpr-33: {title: Ours, authority: Us, stages: [{name: "
            + "call, deadline: 1h, from: awareness}], source: us, verified: 2026-01-01}\n---\n"
        let plan = (ExamplePlan.files["plan.md"] ?? "").replacing(
            "version: 1.0", with: "version: 1.0\nuses: [eu-gdpr-33, eu-gdpr-34]")
        let bound = BoundTexts(["plan.md": plan, "obligations.md": own])
        #expect(bound.told == [])
        #expect(bound.plan?.obligations["eu-gdpr-33"]?.isBuiltIn == false)
        let taken = try #require(bound.plan?.obligations["eu-gdpr-34"])
        #expect(taken.isBuiltIn)
        #expect(bound.sources.text(taken.nameSpan) == "eu-gdpr-34")
        #expect(!taken.stages.isEmpty && taken.stages.allSatisfy { bound.sources.text($0.name.span) == "eu-gdpr-34" })
    }

    @Test func variants() throws {
        let front =
            "---\nkind: message\ntitle: X\naudiences: staff\nscenarios: flood\nphase: during\nchannels: [mail, "
            + "text-message]\nowner: press\n---\n\n"
        let bound = BoundTexts([
            "x.md": front + "# News from us\n\nCommon.\n\n# sms\n\nShort.\n\n# mail\n\nLong.\n\n# Sundry\n\nLost.\n"
        ])
        #expect(bound.told == ["unknown-channel x.md:Sundry"])
        let version = try #require(bound.plan?.messages["x"]?.versions.first)
        #expect(version.common.count == 2)
        #expect(version.variants.map(\.name.value) == ["sms", "mail", "Sundry"])
    }

    @Test func rulesOfThePlan() {
        let plan = (ExamplePlan.files["plan.md"] ?? "")
            .replacing("version: 1.0", with: "version: 1.0\nrules: {raw-html: off, raw-htm: off, unknown-role: off}")
        let bound = BoundTexts(["plan.md": plan], rules: rulesOfPlancBind + rulesOfPlancSyntax)
        #expect(bound.told == ["unknown-key plan.md:raw-htm", "unknown-value plan.md:unknown-role"])
    }

    /// Any text gives findings, and never a crash: the example files cut and mixed at many places.
    @Test func survivesMutilatedSources() {
        var random = SeededGenerator(seed: 42)
        let texts = ExamplePlan.files.values.sorted() + Self.mistaken.values.compactMap(\.self).sorted()
        for _ in 0..<150 {
            var files: [String: String?] = [:]
            for path in ExamplePlan.files.keys.sorted() {
                let a = Array((texts[Int.random(in: 0..<texts.count, using: &random)]).utf8)
                let b = Array((ExamplePlan.files[path] ?? "").utf8)
                let cut =
                    b.prefix(Int.random(in: 0...b.count, using: &random))
                    + a.suffix(Int.random(in: 0...a.count, using: &random))
                files[path] = String(decoding: cut, as: UTF8.self)
            }
            let bound = BoundTexts(files)
            for finding in bound.findings {
                let file = bound.sources[finding.span.file]
                #expect(finding.span.range.upperBound <= file.bytes.count)
            }
        }
    }
}
