import PlancDocument
import PlancModel
import PlancSource

/// A home page and where it goes, without extension: `fr/index`.
public struct LoweredHomePage: Sendable {
    public var path: String
    public var page: HomePage
}

/// The home page of each locale: who is called first, then every file of the build. `files` are the paths of all other files
/// from the plan's output folder.
public func lowerHomePages(
    _ plan: Plan, _ options: LoweringOptions, documents: [LoweredDocument], files: Set<String>
) -> [LoweredHomePage] {
    let printings = printings(of: plan, options)
    return printings.map { printing in
        let (edition, words) = (printing.edition, printing.edition.words)
        let contents = HomePageContents(
            printing: printing, own: documents.filter { $0.path.hasPrefix(edition.locale.tag + "/") }, files: files)
        let page = HomePage(
            title: edition.text(plan.info.title), locale: edition.locale.tag,
            classification: plan.info.classification?.value.rawValue,
            watermark: edition.watermark, stamp: edition.stamp(), words: words.furniture,
            callersTitle: words.callFirstShort,
            callers: printing.everyday.covering(printing.scenes).callers,
            groups: contents.groups.filter { !$0.items.isEmpty || !$0.folded.isEmpty },
            languages: printings.filter { $0.edition.locale != edition.locale }.map {
                HomePage.Language(
                    locale: $0.edition.locale.tag, title: $0.edition.words.ownName($0.edition.locale),
                    path: "../\($0.edition.locale.tag)/index.html")
            })
        return LoweredHomePage(path: "\(edition.locale.tag)/index", page: page)
    }
}

/// The files of one locale's build, in groups.
private struct HomePageContents {
    let printing: Printing
    /// The documents of this locale.
    let own: [LoweredDocument]
    let files: Set<String>

    private var edition: Edition { printing.edition }
    private var words: Words { printing.edition.words }
    private var locale: String { printing.edition.locale.tag }

    var groups: [HomePage.Group] {
        printing.scenes.map(scenario)
            + [
                packs, HomePage.Group(title: words.exercisesShort, items: exercises),
                HomePage.Group(title: words.contactsForAll, items: contacts),
                HomePage.Group(title: words.referenceShort, items: reference),
                HomePage.Group(title: words.dataShort, items: data),
            ]
    }

    private func scenario(_ context: ScenarioContext) -> HomePage.Group {
        let prefix = "\(locale)/checklists/\(context.id)--"
        return HomePage.Group(
            title: context.title,
            items: [
                item("\(locale)/checklists/\(context.id)", words.checklistShort),
                item("\(locale)/contacts/\(context.id)", words.contactsShort),
                item("\(locale)/messages/\(context.id)", words.messagesShort),
            ].compactMap { $0 },
            foldedTitle: words.roleByRole,
            folded: own.filter { $0.path.hasPrefix(prefix) }.compactMap { sheet in
                item(sheet.path, edition.title(.role, String(sheet.path.dropFirst(prefix.count))))
            })
    }

    /// Packs as they are printed, and their numbered copies folded.
    private var packs: HomePage.Group {
        let packs = own.filter { $0.section == .packs }
        return HomePage.Group(
            title: words.packsShort,
            items: packs.filter { !$0.path.contains("--") || $0.table != nil }.compactMap {
                item($0.path, $0.document.title)
            },
            foldedTitle: words.copiesShort,
            folded: packs.filter { $0.path.contains("--") && $0.table == nil }.compactMap { pack in
                item(
                    pack.path,
                    [pack.document.title, pack.document.stamp.copy].compactMap(\.self).joined(separator: ", "))
            })
    }

    private var exercises: [HomePage.Item] {
        own.filter { $0.section == .exercises }.compactMap { item($0.path, $0.document.title) }
    }

    private var contacts: [HomePage.Item] {
        ["all", "wallet-cards", "call-tree"].compactMap { name in
            own.first { $0.path == "\(locale)/contacts/\(name)" }.flatMap { item($0.path, $0.document.title) }
        }
    }

    private var reference: [HomePage.Item] {
        let reference = own.first { $0.section == .reference }
        return [reference.flatMap { item($0.path, $0.document.title) }].compactMap(\.self)
    }

    private var data: [HomePage.Item] {
        [
            ("\(locale)/contacts/contacts.vcf", words.contactCards),
            ("\(locale)/contacts/contacts.csv", words.contactTable),
            ("calendar.ics", words.calendarFile), ("plan.json", words.planFile), ("manifest.json", words.manifestFile),
        ].compactMap { path, title in
            guard files.contains(path), let suffix = path.split(separator: ".").last else { return nil }
            let relative = path.hasPrefix(locale + "/") ? String(path.dropFirst(locale.count + 1)) : "../" + path
            return HomePage.Item(title: title, files: [HomePage.File(label: suffix.uppercased(), path: relative)])
        }
    }

    private func item(_ path: String, _ title: String) -> HomePage.Item? {
        let files = formats(path)
        return files.isEmpty ? nil : HomePage.Item(title: title, files: files)
    }

    /// The formats of a document that were built, the one to open on a phone first.
    private func formats(_ path: String) -> [HomePage.File] {
        [("html", words.formatPage), ("pdf", "PDF"), ("txt", words.formatText)].compactMap { suffix, label in
            let file = "\(path).\(suffix)"
            return files.contains(file)
                ? HomePage.File(label: label, path: String(file.dropFirst(locale.count + 1))) : nil
        }
    }
}

extension ScenarioContext {
    /// The duty role's people in order, by what they answer on.
    fileprivate var callers: [HomePage.Caller] {
        guard let role = dutyRole else { return [] }
        return inOrderOfCall(role).enumerated().map { place, person in
            HomePage.Caller(
                title: place == 0 ? edition.title(of: role) : words.noAnswer, name: person.name,
                numbers: numberOrNone(person))
        }
    }
}
