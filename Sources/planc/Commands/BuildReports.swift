import ArgumentParser
import PlancDiagnostics
import PlancDriver
import PlancModel
import PlancSource

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a build says: the findings that stop it, what is not on its pages as it should be, what to read first.
extension Build {
    /// Errors stop a build before anything is written; warnings are counted.
    func tell(_ report: Report, _ language: Language) throws {
        reportProblems(report.problems, language: language)
        if !report.problems.isEmpty { throw ExitStatus.couldNotRun.thrown }
        let errors = report.findings.filter { $0.severity == .error }
        if errors.isEmpty {
            if !report.findings.isEmpty || !report.scope.isWhole {
                quiet.say(summary(report.findings, scope: report.scope, language: language) + "\n")
            }
            return
        }
        var human = HumanReport(
            sources: report.sources, language: language, isColoured: color.when.isOn(STDERR_FILENO),
            columns: Terminal.columns(STDERR_FILENO))
        for finding in errors { Terminal.writeError(human.text(finding)) }
        quiet.say(summary(report.findings, scope: report.scope, language: language) + "\n")
        if force { return }
        Terminal.writeError(
            Phrase(
                """
                nothing is compiled; --force compiles all the same, with DRAFT on every page

                """
            ).text(language))
        throw ExitStatus.findings.thrown
    }

    /// What the author wrote and no page has.
    func tellUnprinted(_ report: Report, _ language: Language) {
        let lost = report.findings.filter { unprintedRules.contains($0.rule) }
        if lost.isEmpty { return }
        Terminal.writeError(Phrase("on no page ({count}):", ["count": "\(lost.count)"]).text(language) + "\n")
        Terminal.writeError(shortReport(Array(lost.prefix(10)), sources: report.sources, language: language))
        if lost.count > 10 {
            Terminal.writeError(
                "  … "
                    + Phrase("and {count} more: 'planc check' shows them", ["count": "\(lost.count - 10)"])
                    .text(language) + "\n")
        }
    }

    /// What would show outsiders what is private stops the build.
    func refuseDisclosures(
        of compiled: Compiled, _ plan: Plan, _ sources: SourceSet, _ language: Language
    ) throws {
        if compiled.disclosures.isEmpty { return }
        for phrase in phrases(of: compiled.disclosures, in: plan, sources: sources) {
            Terminal.writeError(Phrase("error: {fault}\n", ["fault": visible(phrase.text(language))]).text(language))
        }
        Terminal.writeError(
            Phrase(
                "{name}: nothing is written; name a role instead, or remove from 'private' what everybody may know\n",
                ["name": visible(plan.name)]
            ).text(language)
        )
        throw ExitStatus.findings.thrown
    }

    /// What does not look on the pages as it should: missing glyphs, packs that are too long, lines without room.
    func reportPages(of compiled: Compiled, name: String, _ language: Language) {
        for glyph in compiled.missingGlyphs {
            Terminal.writeError(
                Phrase(
                    "warning: no font has every character of '{glyph}': their names are printed ({path})\n",
                    ["glyph": visible(glyph.text), "path": visible(glyph.path)]
                ).text(language)
            )
        }
        for long in compiled.overlong {
            Terminal.writeError(
                Phrase(
                    "warning: {path} has {pages} pages, and 'max-pages' allows {most}; its largest parts: {parts}\n",
                    [
                        "path": visible(long.path), "pages": long.pages, "most": long.most,
                        "parts": long.parts.map { "\(visible($0.title)) (\($0.pages))" }.joined(separator: ", "),
                    ]
                ).text(language)
            )
        }
        for leaf in compiled.retreats {
            quiet.say(
                Phrase(
                    "note: the front leaf has no room for everything ({path}): {lines}",
                    ["path": visible(leaf.path), "lines": visible(leaf.lines.joined(separator: "; "))]
                ).text(language) + "\n"
            )
        }
        let openings = OpeningsReport(compiled.openings)
        for warning in openings.warnings { Terminal.writeError(visible(warning.text(language)) + "\n") }
        if let figures = openings.figures {
            quiet.say(Phrase("{name}: {figures}", ["name": name, "figures": figures]).text(language) + "\n")
        }
    }

    /// How much was written, where it is, and what to read first.
    func reportOutput(_ compiled: Compiled, _ plan: Plan, _ language: Language) {
        let name = visible(plan.name)
        quiet.say(
            Phrase(
                "{name}: {files} files, {pages} pages, in {place}",
                [
                    "name": name, "files": compiled.files.count, "pages": compiled.pageCount,
                    "place": "\(visible(output))/\(name)",
                ]
            ).text(language) + "\n"
        )
        sayWhatToReadFirst(plan, compiled.files.map(\.path) + compiled.kept.map(\.path), language)
        if encrypt {
            quiet.say(
                Phrase(
                    "{name}: encrypted PDF files only; web pages, texts and data, which open without a password, are left out",
                    ["name": name]
                ).text(language) + "\n"
            )
        }
    }

    /// The last lines of a build: where a person goes from here.
    private func sayWhatToReadFirst(_ plan: Plan, _ paths: [String], _ language: Language) {
        let first = FirstToRead(plan, paths: paths)
        let folder = "\(output)/\(plan.name)"
        if let page = first.page {
            quiet.say(Phrase("  open:  ").text(language) + shellWord("\(folder)/\(page)") + "\n")
        }
        for (place, path) in first.print.enumerated() {
            let lead = (place == 0 ? Phrase("  print first: ") : Phrase("  then: ")).text(language)
            quiet.say(lead + shellWord("\(folder)/\(path)") + "\n")
        }
    }
}
