import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSource

extension Pack {
    static let declaration = Kind<Pack, Pack>(
        noun: Phrase("a pack"), name: Phrase("pack"),
        summary: Phrase("what is printed in one piece, and for whom"),
        inRegistry: true,
        make: { Pack(id: $0, title: LocalizedText(), nameSpan: $1, span: $2) },
        keys: Keys {
            Key.title(\.title, { $0.title = $1 }, example: Phrase("Pack of the crisis team"))
            Key(
                "for", \.for, { $0.for = $1 }, .list(.reference([.role, .audience], bare: nil)), required: true,
                called: "made for", summary: "the roles or audiences it is made for",
                example: "[role:dircom]")
            Key(
                "include", \.include, { $0.include = $1 }, .list(.choice { $0.phrase }), required: true,
                called: "contents",
                summary: "what it holds, in order",
                example: "[cover, contacts, checklists]")
            Key(
                "scenarios", \.scenarios, { $0.scenarios = $1 }, .list(.id(of: .scenario)),
                called: "scenarios", summary: "the scenarios it is about; all when left out", example: "[rancongiciel]")
            Key(
                "locales", \.locales, { $0.locales = $1 }, .list(.locale), called: "languages",
                summary: "its languages; the plan's when left out",
                example: "[fr]")
            Key.paper(\.paper, { $0.paper = $1 })
            Key(
                "large-print", \.largePrint, { $0.largePrint = $1 }, .boolean, called: "large print",
                summary: "printed in large type",
                example: "true")
            Key(
                "sides", \.sides, { $0.sides = $1 }, .choice(),
                called: "sides printed",
                summary: "the sides of a leaf it is printed on; on two, each scenario opens on a left page",
                example: "two")
            Key(
                "tabs", \.tabs, { $0.tabs = $1 }, .choice(),
                called: "tabs",
                summary: "tabs printed on the edge, or with lines to cut them in steps that show when it is closed",
                example: "cut")
            Key.classification(\.classification, { $0.classification = $1 })
            Key(
                "copies", \.copies, { $0.copies = $1 },
                .list(.record(Pack.Copy.keys, Pack.Copy.init(span:), span: \.span)),
                called: "copies", each: "copy", summary: "numbered copies and where they are",
                example: "[{to: dircom, at: Front desk}]", told: Phrase("[{to: dircom, at: Front desk}]"))
            Key(
                "bag", \.bag, { $0.bag = $1 },
                .list(.record(Pack.BagItem.keys, Pack.BagItem.init(span:), span: \.span)),
                called: "grab bag", each: "grab bag item",
                summary: "what lies in the grab bag with it, for the form 'grab-bag'",
                example: "[{what: Batterie externe, count: 2, every: 3mo, checked: 2026-11-02}]")
            Key(
                "max-pages", \.maxPages, { $0.maxPages = $1 }, .integer, called: "most pages",
                summary: "the most pages it may have; more are reported by build",
                example: "80")
            Key(
                "printed", \.printed, { $0.printed = $1 }, .date(.done), called: "last printed",
                summary: "when it was last printed",
                example: "2026-02-12")
        })
}

extension Pack.Copy {
    static let keys = Keys<Pack.Copy> {
        Key(
            "to", \.to, { $0.to = $1 }, .id(of: .role), called: "held by", summary: "the role that holds the copy",
            example: "dircom")
        Key(
            "at", \.at, { $0.at = $1 }, .localizedText, called: "place", summary: "where the copy is",
            example: "Front desk", told: Phrase("Front desk"))
        Key(
            "on", \.on, { $0.on = $1 }, .id(of: .system), called: "system", summary: "the system the copy is on",
            example: "partage")
        Key(
            "private", \.isPrivate, { $0.isPrivate = $1 }, .boolean,
            called: "with private numbers",
            summary: "whether private addresses are in it; when left out, if the pack is for its holder",
            example: "false"
        )
        Key(
            "full", \.isFull, { $0.isFull = $1 }, .boolean,
            called: "with everybody’s lists",
            summary:
                "whether everybody’s lists and texts are in it; when left out, in those of the plan’s owner and those on a system",
            example: "true"
        )
        Key(
            "classification", \.classification, { $0.classification = $1 }, .classification,
            called: "label",
            summary: "who may see this copy: what is labelled higher is left out; the pack's when left out",
            example: "TLP:AMBER")
    }
}

extension Pack.BagItem {
    static let keys = Keys<Pack.BagItem> {
        Key(
            "what", \.what, { $0.what = $1 }, .sentence, required: true, called: "description", summary: "the thing",
            example: "Batterie externe")
        Key(
            "count", \.count, { $0.count = $1 }, .integer, called: "number", summary: "how many of it", example: "2")
        Key(
            "at", \.at, { $0.at = $1 }, .localizedText, called: "place",
            summary: "where it is, when it is not in the bag itself",
            example: "Safe at the front desk", told: Phrase("Safe at the front desk"))
        Key(
            "every", \.every, { $0.every = $1 }, .rhythm, called: "checked every",
            summary: "how often somebody looks whether it is there and works",
            example: "3mo")
        Key(
            "checked", \.checked, { $0.checked = $1 }, .date(.done), called: "last checked",
            summary: "the day it was last looked at",
            example: "2026-11-02")
    }
}
