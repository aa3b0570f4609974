import PlancSource

/// The vocabularies of the plan language: each raw value is what authors write.

/// Traffic Light Protocol 2.0 (FIRST), from the most open to the closest.
public enum Classification: String, CaseIterable, Comparable, Sendable {
    case clear = "TLP:CLEAR"
    case green = "TLP:GREEN"
    case amber = "TLP:AMBER"
    case amberStrict = "TLP:AMBER+STRICT"
    case red = "TLP:RED"

    /// From the label with or without `TLP:` (TLP 2.0, FIRST).
    public init?(label: String) {
        self.init(rawValue: label.hasPrefix("TLP:") ? label : "TLP:" + label)
    }

    public static func < (a: Classification, b: Classification) -> Bool {
        allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
}

/// Sizes of paper.
public enum Paper: String, CaseIterable, Sendable {
    case a4 = "A4"
    case letter = "Letter"
}

/// The sides of a leaf that a pack is printed on.
public enum Sides: String, CaseIterable, Sendable { case one, two }

/// What the outer edge of a pack is made for: its tabs in ink, seen when the pages are fanned, or cut in steps, seen when it is closed.
public enum TabEdge: String, CaseIterable, Sendable { case printed, cut }

/// When somebody answers.
public enum Hours: String, CaseIterable, Sendable {
    case always = "24/7"
    case office
}

/// What a role works in.
public enum Team: String, CaseIterable, Sendable { case executive, technical, communication, legal, business, support }

/// By what a channel carries words: it decides how addresses are checked and texts are measured.
public enum ChannelType: String, CaseIterable, Sendable {
    case sms, voice, hotline, email, chat, push, web
    case statusPage = "status-page"
    case social, press, letter, radio, display, portal, satellite
    case inPerson = "in-person"
}

/// What an audience is to the organisation.
public enum AudienceType: String, CaseIterable, Sendable {
    case customers, employees, press, authorities, partners, investors, `public`, board
}

/// The parts of a crisis, in their order.
public enum Phase: String, CaseIterable, Comparable, Sendable {
    case before, during, after

    public static func < (a: Phase, b: Phase) -> Bool { allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)! }
}

/// The form of a field's value.
public enum FieldType: String, CaseIterable, Sendable { case text, number, date, time, datetime, choice, phone, url }

/// How an exercise is played.
public enum DrillKind: String, CaseIterable, Sendable {
    case tabletop
    case callOut = "call-out"
    case full
}

/// What a message must tell (the table of elements is in `PlancRules`).
public enum Element: String, CaseIterable, Sendable {
    case facts, unknowns, impact, measures, advice
    case nextUpdate = "next-update"
    case contact, authenticity, empathy, data, consequences, changed, apology, thanks, verdict, offer
}

/// A list of what a plan may not leave out, for one kind of reader of the plan (`Library/profiles.txt`).
public enum ProfileName: String, CaseIterable, Sendable {
    case trust, continuity, incident
    case personalData = "personal-data"
    case nis2, small
}

/// What an organisation is subject to, as its plan says.
public enum Subjection: String, CaseIterable, Sendable {
    case essential = "nis2-essential"
    case important = "nis2-important"
    case none = "not-nis2"

    /// What the facts of an obligation call it.
    public static let fact = "nis2-essential-or-important"

    /// The duties of those who are subject to NIS2, in the library.
    public static let duties: Set<String> = ["eu-nis2-23", "de-bsig-32"]
}

/// Who may be hurt in a scenario.
public enum Danger: String, CaseIterable, Sendable { case people }

/// What a step is for, whatever its words and their language: `#log` before the words of the step.
public enum StepMeaning: String, CaseIterable, Sendable {
    /// Opens the log.
    case log
    /// Notes the minute from which the legal clocks run.
    case clock
    /// Brings people into safety.
    case safety
    /// Cuts off what is hit.
    case isolate
    /// Keeps evidence before anything is cleaned.
    case evidence
    /// Chooses the level of activation.
    case level
    /// Sorts the channels: which may still be used.
    case channels
    /// Listens to what is said outside.
    case watch
    /// Decides whether people run a high risk.
    case risk
    /// Decides whether the incident is significant.
    case significance
    /// Enters the breach in the register.
    case register
    /// Hands over to the next shift.
    case handOver = "hand-over"
    /// Says what comes back, and in what order.
    case recovery
    /// Says that it is over.
    case end
    /// Draws the lessons.
    case review
}

/// Where a duty stands on its way to being law.
public enum ObligationState: String, CaseIterable, Sendable {
    case inForce = "in-force"
    /// In force from a day that is known.
    case from
    case proposal
    /// As the first edition wrote it.
    case proposed
    case replaced
    /// To be filled in, from a contract.
    case template
}

/// The sections of a printed pack, in the order they are printed when `everything` is asked for.
public enum PackSection: String, CaseIterable, Sendable {
    case cover, activation, timeline, contacts
    case walletCards = "wallet-cards"
    case callTree = "call-tree"
    case channels, deadlines, checklists
    /// Only the sheets of the roles that the pack is for; part of `checklists` as well.
    case roleSheets = "role-sheets"
    case messages, obligations, reach, activities
    case logSheets = "log-sheets"
    case mediaLog = "media-log"
    case rumourLog = "rumour-log"
    case situationReport = "situation-report"
    case shiftHandover = "shift-handover"
    case standDown = "stand-down"
    case readAndUnderstood = "read-and-understood"
    case grabBag = "grab-bag"
    case everything

    /// Forms to fill in beyond the log: asked for by name, no part of `everything`.
    public static let forms: [PackSection] = [
        .mediaLog, .rumourLog, .situationReport, .shiftHandover, .standDown, .readAndUnderstood, .grabBag,
    ]

    public var isForm: Bool { Self.forms.contains(self) }
}

/// Which of the word rules an entry of `vocabulary.avoid` belongs to.
public enum WordCategory: String, CaseIterable, Sendable { case jargon, minimising, blaming, promising, defensive }

/// `fr`, `en`, `pt-BR`: BCP 47, language and at most a region.
public struct Locale: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let tag: String

    public init(_ tag: String) { self.tag = tag }

    /// From the tag of a language that there is (`fr`, `pt-BR`, `es-419`); nil for anything else, such as `en-UK` and `eng`.
    public init?(checking tag: some StringProtocol) {
        let bytes = Array(tag.utf8)
        let language = bytes.prefix { $0 != UInt8(ascii: "-") }
        let region = bytes.dropFirst(language.count + 1)
        func all(_ part: ArraySlice<UInt8>, _ range: ClosedRange<UInt8>) -> Bool { part.allSatisfy(range.contains) }
        guard (2...3).contains(language.count), all(language, UInt8(ascii: "a")...UInt8(ascii: "z")) else { return nil }
        guard LanguageCodes.isLanguage(String(decoding: language, as: UTF8.self)) else { return nil }
        if bytes.count > language.count {
            guard LanguageCodes.isRegion(String(decoding: region, as: UTF8.self)) else { return nil }
        }
        self.tag = String(tag)
    }

    /// The language alone: `pt` of `pt-BR`.
    public var language: Substring { tag.prefix { $0 != "-" } }
    public var description: String { tag }

    public static func < (a: Locale, b: Locale) -> Bool { a.tag < b.tag }
}

/// A text value: one string for all locales, or one a locale.
public struct LocalizedText: Sendable {
    /// The text in one locale; `nil` for one that was written without.
    public struct Version: Sendable {
        /// nil: the string stands for every locale.
        public var locale: Locale?
        public var text: Located<String>

        public init(locale: Locale?, text: Located<String>) {
            self.locale = locale
            self.text = text
        }
    }

    public var versions: [Version]

    public init(_ versions: [Version] = []) { self.versions = versions }

    public var isEmpty: Bool { versions.isEmpty }

    /// In the locale asked for; else the text that stands for all, the same language, or the first one written.
    public func text(_ locale: Locale) -> String { version(locale)?.text.value ?? "" }

    /// The text in a locale, or else the first.
    public func version(_ locale: Locale) -> Version? {
        versions.first { $0.locale == locale }
            ?? versions.first { $0.locale == nil }
            ?? versions.first { $0.locale?.language == locale.language }
            ?? versions.first
    }
}
