import Foundation
import TestSupport
import Testing

/// The JSON of `planc check` is what its schema in the manual says.
@Suite struct CheckSchemaTests {
    /// A Python that has `jsonschema`: the tests' own, else the system's.
    static let python: String? = pythons.first { python in
        (try? Shell(folder: "/tmp").run("'\(python)' -c 'import jsonschema'"))?.status == 0
    }
    static let isPossible = python != nil && Shell.binFolder != nil

    @Test(.enabled(if: isPossible, "needs Python with jsonschema, and planc beside the tests"))
    func realOutputIsValidAndABrokenOneIsNot() throws {
        let python = try #require(Self.python)
        try withTemporaryFolder { folder in
            let shell = Shell(folder: folder)
            let plan = """
                ---
                kind: plan
                title: A plan with slips
                organisation: Anyone
                version: 1
                version: 2
                locales: en
                ownr: nobody
                ---
                """
            let roles = "---\nkind: roles\nroles:\n  voice: {title: Voice, holder: ann, deputies: [ann]}\n---\n"
            let people = "---\nkind: people\npeople:\n  anne: {name: Anne\u{200B}, reach: {mobile: 0612}}\n---\n"
            writeFile(Array(plan.utf8), "\(folder)/plan.md")
            writeFile(Array(roles.utf8), "\(folder)/roles.md")
            writeFile(Array(people.utf8), "\(folder)/people.md")
            let check = try shell.run("planc check . --format json --output found.json")
            #expect(check.status == 1, "\(check.output)")
            writeFile(Array("{\"findings\": [{\"rule\": 1}], \"summary\": {}}".utf8), "\(folder)/broken.json")
            let script = """
                import json, sys, jsonschema
                schema = json.load(open(sys.argv[1]))
                jsonschema.Draft202012Validator.check_schema(schema)
                found = json.load(open(sys.argv[2]))
                jsonschema.validate(found, schema)
                if '--some' in sys.argv:
                    findings = found['findings']
                    assert len(findings) > 3 and any(f['labels'] for f in findings) and any(f['fixes'] for f in findings)
                """
            writeFile(Array(script.utf8), "\(folder)/validate.py")
            let schema = "\(packageFolder)/\(Manual.folder)/Resources/check.schema.json"
            let valid = try shell.run("'\(python)' validate.py '\(schema)' found.json --some")
            let found = String(decoding: readFile("\(folder)/found.json") ?? [], as: UTF8.self)
            #expect(valid.status == 0, "\(valid.output)\n\(found)")
            #expect(try shell.run("'\(python)' validate.py '\(schema)' broken.json").status == 1)
        }
    }

    /// What each command writes for programs, and its schema.
    static let contracts = [
        ("diff", "planc diff Plans/harbour-dairy changed --format json"),
        ("simulate", "planc simulate Plans/harbour-dairy --scenario fire --without website --format json"),
        ("simulate", "planc simulate Plans/harbour-dairy --all --format json"),
        ("simulate", "planc simulate Plans --all --format json"),
        ("message", "planc message Plans/harbour-dairy recall --partial --format json"),
        ("list", "planc list channels Plans/harbour-dairy --format json"),
        ("list", "planc list files Plans/harbour-dairy --format json"),
        ("plan", "cat out/harbour-dairy/plan.json"),
    ]

    /// Changed in what people read, in an id, in a file that cannot be read.
    private static let changes = """
        ln -s '\(packageFolder)/Plans' Plans && cp -rL Plans/harbour-dairy changed && \
        sed -i.old -e 's/Crisis lead/Head of crisis/' -e 's/^  voice:/  speaker:/' changed/roles.md && \
        printf -- '---\\nkind: roles\\nroles: [\\n---\\n' > changed/more.md && \
        planc build Plans/harbour-dairy --output out --only data > /dev/null 2>&1
        """

    @Test(.enabled(if: isPossible, "needs Python with jsonschema, and planc beside the tests"))
    func everyContractHasAVersionAndASchema() throws {
        let python = try #require(Self.python)
        try withTemporaryFolder { folder in
            let shell = Shell(folder: folder)
            let made = try shell.run(Self.changes)
            #expect(made.status == 0, "\(made.output)")
            let script = """
                import json, sys, jsonschema
                schema = json.load(open(sys.argv[1]))
                jsonschema.Draft202012Validator.check_schema(schema)
                found = json.load(open(sys.argv[2]))
                jsonschema.validate(found, schema)
                mark = 'format' if sys.argv[2] == 'plan.json' else 'version'
                assert isinstance(found[mark], int)
                del found[mark]
                try:
                    jsonschema.validate(found, schema)
                except jsonschema.ValidationError:
                    sys.exit(0)
                sys.exit('a document without its version is taken')
                """
            writeFile(Array(script.utf8), "\(folder)/validate.py")
            for (name, command) in Self.contracts {
                let done = try shell.run("\(command) > \(name).json")
                #expect(done.status == 0, "\(command): \(done.output)")
                let schema = "\(packageFolder)/\(Manual.folder)/Resources/\(name).schema.json"
                let valid = try shell.run("'\(python)' validate.py '\(schema)' \(name).json")
                #expect(valid.status == 0, "\(command): \(valid.output)")
            }
        }
    }

    @Test(.enabled(if: isPossible, "needs Python with jsonschema, and planc beside the tests"))
    func theManifestOfPacksIsWhatItsSchemaSays() throws {
        let python = try #require(Self.python)
        try withTemporaryFolder { folder in
            let shell = Shell(folder: folder)
            let made = try shell.run(
                "planc build '\(packageFolder)/Plans/harbour-dairy' --output out --only packs --formats pdf --copies")
            #expect(made.status == 0, "\(made.output)")
            #expect(made.output.contains("openings at most: first number 0,"), "\(made.output)")
            let script = """
                import json, sys, jsonschema
                schema = json.load(open(sys.argv[1]))
                found = json.load(open('out/harbour-dairy/manifest.json'))
                jsonschema.Draft202012Validator.check_schema(schema)
                jsonschema.validate(found, schema)
                copy = next(pack for pack in found['openings'] if pack['pack'] == 'en/packs/green-box--2')
                assert copy['needs'] > 20 and {one['need'] for one in copy['worst']} >= {'first-number', 'text', 'value'}, copy
                """
            writeFile(Array(script.utf8), "\(folder)/validate.py")
            let schema = "\(packageFolder)/\(Manual.folder)/Resources/manifest.schema.json"
            let valid = try shell.run("'\(python)' validate.py '\(schema)'")
            #expect(valid.status == 0, "\(valid.output)")
            #expect(try shell.run("planc verify out/harbour-dairy").status == 0)
        }
    }
}
