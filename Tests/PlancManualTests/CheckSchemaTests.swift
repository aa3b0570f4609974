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

    /// What a build gives programs is what its schema in the manual says, with the texts of registries.
    @Test(.enabled(if: isPossible, "needs Python with jsonschema"), arguments: ["harbour-dairy", "valmereau"])
    func planDataIsValid(plan: String) throws {
        let python = try #require(Self.python)
        let schema = "\(packageFolder)/\(Manual.folder)/Resources/plan.schema.json"
        let script = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            found = json.load(open(sys.argv[2]))
            jsonschema.validate(found, schema)
            found['introductions'] = {'channels': [{'locale': 'en'}]}
            try: jsonschema.validate(found, schema)
            except jsonschema.ValidationError: sys.exit(0)
            sys.exit('a text is missing and nobody sees it')
            """
        let data = "\(packageFolder)/Output/\(plan)/plan.json"
        try withTemporaryFolder { folder in
            writeFile(Array(script.utf8), "\(folder)/validate.py")
            let valid = try Shell(folder: folder).run("'\(python)' validate.py '\(schema)' '\(data)'")
            #expect(valid.status == 0, "\(valid.output)")
        }
    }
}
