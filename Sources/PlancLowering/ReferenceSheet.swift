import PlancAnalysis
import PlancDocument
import PlancMarkup
import PlancModel

/// What the other sheets rest on and none of them tells whole: the plan's own text, and every registry with its
/// introduction. Nothing of a plan is on no page because no pack happens to ask for it.
extension ScenarioContext {
    func referenceSheet() -> Document {
        edition.document(
            "reference-plan", title: words.referenceTitle(edition.text(plan.info.title)),
            purpose: [.text(words.referencePurpose)], blocks: referenceBlocks())
    }

    private func referenceBlocks() -> [Block] {
        var blocks = aboutPlan()
        blocks += chapter(.scenario, plan.scenarios.flatMap(texts))
        blocks += chapter(.role, rolesTable())
        blocks += chapter(.person, personsTable())
        blocks += chapter(.channel, channelsTable())
        blocks += chapter(.system, systemsTable())
        blocks += chapter(.activity, activitiesTable())
        blocks += chapter(.audience, audiencesTable())
        blocks += chapter(.obligation, plan.obligations.flatMap(texts))
        blocks += chapter(.checklist, checklistsTable())
        blocks += chapter(.message, messagesTable())
        blocks += chapter(.snippet, plan.snippets.flatMap(texts))
        blocks += chapter(.field, fieldsTable())
        blocks += chapter(.pack, packsTable())
        blocks += chapter(.drill, drillsTable())
        blocks += chapter(.vocabulary, wordsTable())
        blocks.append(.end([.text(words.endOfReference)]))
        return blocks
    }

    /// The introduction of the registries of a kind in the reader's locale, or else as they were written.
    func introduction(_ kind: EntityKind, level: Int = 3) -> [Block] {
        plan.introductionsByFile.filter { $0[0].kind == kind }.flatMap { group in
            let own = group.first { $0.body.locale == edition.locale } ?? group[0]
            return blocks(own.body.blocks, anchors: anchor(kind.rawValue, "introduction"), level: level)
        }
    }

    private func chapter(_ kind: EntityKind, _ entries: [Block]) -> [Block] {
        let whole = introduction(kind, level: 2) + entries
        return whole.isEmpty
            ? [] : [.heading(level: 1, [.text(words.registry(kind))], anchor: "reference-\(kind.rawValue)")] + whole
    }

    // MARK: The plan

    private func aboutPlan() -> [Block] {
        let info = plan.info
        var facts = [
            Fact(words.organisation, [.text(edition.text(info.organisation), .strong)]),
            Fact(words.versionLabel, [.text(info.version.value)]),
        ]
        func add(_ label: String, _ text: String?) {
            if let text, !text.isEmpty { facts.append(Fact(label, [.text(text)])) }
        }
        add(words.planOwner, info.owner.map { edition.title(.role, $0.id) })
        add(words.classification, info.classification?.value.rawValue)
        add(words.timezone, info.timezone?.value)
        add(words.reviewEvery, words.duration(info.review.every.value))
        add(words.lastReview, info.review.last.map { words.date($0.value) })
        add(
            words.businessHolidays,
            info.holidays.isEmpty ? nil : info.holidays.map { words.date($0.value) }.joined(separator: ", "))
        add(words.subjectTo, words.list(info.subjectTo.map { words.subjection($0.value) }))
        add(words.judgedBy, words.list((info.profiles ?? []).map { words.profile($0.value) }))
        var blocks = self.blocks(info.body.body(edition.locale)?.blocks ?? [], anchors: "plan", level: 2)
        blocks.append(.facts(facts))
        blocks += table(
            [words.level, words.when, words.decides, words.endsBy],
            info.levels.map {
                [
                    edition.text($0.name), edition.text($0.when),
                    $0.decides.map { edition.title(.role, $0.id) } ?? "",
                    $0.endsBy.map { edition.title(.role, $0.id) } ?? "",
                ]
            })
        blocks += table(
            [words.versionLabel, words.dateLabel, words.byWhom, words.whatChanged],
            info.revisions.map {
                [
                    $0.version?.value ?? "", $0.date.map { words.date($0.value) } ?? "",
                    $0.by.map { edition.title(.role, $0.id) } ?? "", edition.text($0.what),
                ]
            })
        return blocks
    }

    // MARK: Registries

    /// A table of plain cells; columns that nothing fills are left out.
    private func table(_ titles: [String], _ rows: [[String]], summary: String? = nil) -> [Block] {
        guard !rows.isEmpty else { return [] }
        let shown = titles.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        return [
            .table(
                Table(
                    summary: summary ?? titles[0], columns: shown.map { .init([.text(titles[$0])]) },
                    rows: rows.map { row in .init(runs: shown.map { [.text(row[$0])] }) }))
        ]
    }

    private func texts(_ scenario: Scenario) -> [Block] {
        entry(
            edition.title(.scenario, scenario.id), "scenario-\(scenario.id)", scenario.body,
            facts: edition.dangerAndEnd(of: scenario))
    }

    private func texts(_ snippet: Snippet) -> [Block] {
        entry(
            edition.title(.snippet, snippet.id), "snippet-\(snippet.id)",
            LocalizedBody(snippet.versions.map(\.body)))
    }

    private func texts(_ obligation: Obligation) -> [Block] {
        let stages = obligation.stages.map { stage in
            edition.stage(stage.name.value, of: obligation) + words.colon
                + edition.dueLine(stage.wholeDue, of: obligation)
        }
        let facts = edition.facts(obligation) + [Fact(words.stage, [.text(stages.joined(separator: words.semicolon))])]
        return entry(
            edition.title(.obligation, obligation.id), "obligation-\(obligation.id)", obligation.body, facts: facts)
    }

    private func entry(_ title: String, _ anchor: String, _ body: LocalizedBody, facts: [Fact] = []) -> [Block] {
        [.heading(level: 2, [.text(title)], anchor: "reference-\(anchor)")] + (facts.isEmpty ? [] : [.facts(facts)])
            + blocks(body.body(edition.locale)?.blocks ?? [], anchors: "reference-\(anchor)", level: 3)
    }

    private func rolesTable() -> [Block] {
        let bodies = plan.roles.filter { !$0.body.isEmpty }.flatMap { role in
            entry(edition.title(of: role), "role-\(role.id)", role.body)
        }
        return table(
            [words.role, words.holder, words.deputyShort, words.duties],
            plan.roles.map { role in
                [
                    edition.title(of: role), role.holder.map { edition.title(.person, $0.id) } ?? "",
                    role.deputies.map { edition.title(.person, $0.id) }.joined(separator: ", "),
                    runs(duties: role).plainText,
                ]
            }) + bodies
    }

    private func personsTable() -> [Block] {
        table(
            [words.name, words.job, words.organisation, words.speaks, words.lastTried],
            plan.people.map { person in
                [
                    person.name, edition.text(person.job), edition.text(person.organisation),
                    person.locales.map { words.ownName($0.value) }.joined(separator: ", "),
                    person.verified.map { words.date($0.value) } ?? "",
                ]
            })
    }

    /// The systems that something needs, alternatives as such.
    func names(_ dependencies: [Dependency]) -> String {
        words.list(
            dependencies.map { dependency in
                let names = dependency.references.map { edition.title(.system, $0.id) }
                return names.count > 1 ? words.choice(names) : names.joined()
            })
    }

    private func channelsTable() -> [Block] {
        table(
            [words.channel, words.address, words.needs, words.workedBy, words.state],
            plan.channels.map { channel in
                [
                    edition.title(.channel, channel.id),
                    [channel.address?.value, channel.sender.map { words.senderName($0.value) }].compactMap(\.self)
                        .joined(separator: ", "),
                    names(channel.dependsOn), channel.operatedBy.map { edition.title(.role, $0.id) } ?? "",
                    edition.text(channel.access),
                ]
            })
    }

    private func systemsTable() -> [Block] {
        table(
            [words.system, words.needs, words.supplier, words.place, "RTO", "RPO", words.copyOfData, words.remark],
            plan.systems.map { system in
                [
                    edition.title(.system, system.id), names(system.dependsOn), edition.supplier(of: system),
                    edition.text(system.site), system.rto.map { words.duration($0.value) } ?? "",
                    system.rpo.map { words.duration($0.value) } ?? "", edition.backup(of: system),
                    edition.text(system.note),
                ]
            })
    }

    private func activitiesTable() -> [Block] {
        table(
            [words.activity, words.planOwner, "MTPD", "RTO", "RPO", words.needs, words.workaround, words.atLeast],
            plan.activities.map { activity in
                [
                    edition.title(.activity, activity.id), activity.owner.map { edition.title(.role, $0.id) } ?? "",
                    activity.mtpd.map { words.duration($0.value) } ?? "",
                    activity.rto.map { words.duration($0.value) } ?? "",
                    activity.rpo.map { words.duration($0.value) } ?? "", names(activity.dependsOn),
                    activity.workaround.map { edition.title(.checklist, $0.id) } ?? "",
                    edition.text(activity.minimum),
                ]
            })
    }

    private func audiencesTable() -> [Block] {
        table(
            [
                words.audiences, words.section(.channels), words.speaks, words.size, words.informWithin,
                words.updateEvery,
            ],
            plan.audiences.map { audience in
                [
                    edition.title(.audience, audience.id) + authority(audience),
                    audience.channels.map { edition.title(.channel, $0.id) }.joined(separator: ", "),
                    audience.locales.map { words.ownName($0.value) }.joined(separator: ", "),
                    audience.size.map { words.number($0.value) } ?? "",
                    audience.informWithin.map { words.duration($0.value) } ?? "",
                    audience.updateEvery.map { words.duration($0.value) } ?? "",
                ]
            })
    }

    /// " (data protection authority, FR)"
    private func authority(_ audience: Audience) -> String {
        let kinds = audience.authority.map { words.recipient(Recipient(.authority, [$0.value])) }
        let said = kinds + [audience.jurisdiction?.value].compactMap { $0 }
        return said.isEmpty ? "" : " (\(said.joined(separator: ", ")))"
    }

    private func checklistsTable() -> [Block] {
        table(
            [words.checklistShort, words.when, words.scenarios],
            plan.checklists.map { checklist in
                let scenarios = plan.scenarios.filter { checklist.scenarios.contains($0.id) }
                return [
                    edition.title(.checklist, checklist.id), words.phase(checklist.phase.value),
                    words.list(scenarios.map { edition.title(.scenario, $0.id) }),
                ]
            })
    }

    private func messagesTable() -> [Block] {
        table(
            [words.message, words.sends, words.claim, words.until],
            plan.messages.map { message in
                let claims = message.confirmed.map { confirmation -> String in
                    let by = confirmation.by.map { edition.title(.role, $0.id) } ?? ""
                    return [edition.text(confirmation.claim), by, confirmation.at?.value ?? ""].filter { !$0.isEmpty }
                        .joined(separator: ", ")
                }
                return [
                    edition.title(.message, message.id), message.owner.map { edition.title(.role, $0.id) } ?? "",
                    claims.joined(separator: words.semicolon), edition.text(message.send.until),
                ]
            })
    }

    private func fieldsTable() -> [Block] {
        table(
            [words.field, words.example, words.longest, words.choices, words.confirmedByLabel],
            plan.fields.map { field in
                [
                    edition.title(.field, field.id), edition.text(field.example), edition.text(field.longest),
                    field.choices.map { edition.text($0) }.joined(separator: " / "),
                    field.confirmedBy.map { edition.title(.role, $0.id) } ?? "",
                ]
            })
    }

    private func packsTable() -> [Block] {
        table(
            [words.packLabel, words.packFor, words.holderAndPlace],
            plan.packs.map { pack in
                [
                    edition.title(.pack, pack.id),
                    words.list(pack.for.map { edition.composer.title(of: $0.target) }),
                    pack.copies.map { edition.holder(of: $0) }.joined(separator: words.semicolon),
                ]
            })
    }

    private func drillsTable() -> [Block] {
        table(
            [words.drill, words.dateLabel, words.scenarioBlank, words.drillFound, words.drillActions],
            plan.drills.map { drill in
                [
                    edition.title(.drill, drill.id), drill.date.map { words.date($0.value) } ?? "",
                    drill.scenario.map { edition.title(.scenario, $0.id) } ?? "", edition.text(drill.found),
                    drill.actions.map { edition.told($0) }.joined(separator: words.semicolon),
                ]
            })
    }

    private func wordsTable() -> [Block] {
        table(
            [words.avoid, words.because, words.sayInstead],
            plan.vocabulary.avoid.map { [$0.term.value, edition.text($0.because), edition.text($0.prefer)] })
            + table(
                [words.element, words.headingWords],
                plan.vocabulary.headings.map {
                    [words.element($0.element.value), $0.words.map(\.value).joined(separator: ", ")]
                })
            + (plan.vocabulary.allow.isEmpty
                ? []
                : [.facts([Fact(words.allowed, [.text(plan.vocabulary.allow.map(\.value).joined(separator: ", "))])])])
    }
}

extension Edition {
    /// What was decided, and in brackets who does it, until when, and when it was done.
    fileprivate func told(_ action: Drill.Action) -> String {
        let more = [
            action.by.map { composer.title(of: $0.target) }, action.until.map { words.dueBy(words.date($0.value)) },
            action.done.map { words.doneOn(words.date($0.value)) },
        ].compactMap(\.self)
        return text(action.what) + (more.isEmpty ? "" : " (\(more.joined(separator: ", ")))")
    }

    /// Who provides a system, and whom to call when it fails.
    fileprivate func supplier(of system: System) -> String {
        let contact = system.contact.map { words.callWhenDown(composer.title(of: $0.target)) }
        return [text(system.supplier), contact ?? ""].filter { !$0.isEmpty }.joined(separator: words.semicolon)
    }

    /// Where the copy of a system's data lies, and when restoring it was last tried.
    fileprivate func backup(of system: System) -> String {
        let restored = system.backup?.restored.map { words.restoredOn(words.date($0.value)) }
        return [system.backup.map { text($0.at) } ?? "", restored ?? ""].filter { !$0.isEmpty }
            .joined(separator: words.semicolon)
    }

    /// Who may be hurt in a scenario, and by what it is seen that it is over.
    func dangerAndEnd(of scenario: Scenario) -> [Fact] { danger(of: scenario) + end(of: scenario) }

    /// Nothing when nobody may be hurt.
    func danger(of scenario: Scenario) -> [Fact] {
        let isToPeople = scenario.danger.contains { $0.value == .people }
        return isToPeople ? [Fact(words.danger, [.text(words.dangerToPeople, .strong)])] : []
    }

    /// Nothing when the plan does not say by what its end is seen.
    func end(of scenario: Scenario) -> [Fact] {
        let end = text(scenario.endsWhen)
        return end.isEmpty ? [] : [Fact(words.overWhen, [.text(end)])]
    }
}
