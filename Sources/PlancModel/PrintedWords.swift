import PlancLanguages

// Words of fixed lists as pages say them, in every language: what the plan language calls `during` is "During the crisis" to a
// reader, on a page as in a report.

extension Phase {
    public var phrase: Phrase {
        switch self {
        case .before: Phrase("Before: getting ready")
        case .during: Phrase("During the crisis")
        case .after: Phrase("Afterwards")
        }
    }
}

extension Team {
    public var phrase: Phrase {
        switch self {
        case .executive: Phrase("Management")
        case .technical: Phrase("Technical team")
        case .communication: Phrase("Communication")
        case .legal: Phrase("Legal")
        case .business: Phrase("Business")
        case .support: Phrase("Support")
        }
    }
}

extension ChannelType {
    public var phrase: Phrase {
        switch self {
        case .sms: Phrase("text message", context: "kind of channel")
        case .voice: Phrase("call", context: "kind of channel")
        case .hotline: Phrase("hotline", context: "kind of channel")
        case .email: Phrase("e-mail", context: "kind of channel")
        case .chat: Phrase("chat", context: "kind of channel")
        case .push: Phrase("notification of an app", context: "kind of channel")
        case .web: Phrase("website", context: "kind of channel")
        case .statusPage: Phrase("status page", context: "kind of channel")
        case .social: Phrase("social network", context: "kind of channel")
        case .press: Phrase("press", context: "kind of channel")
        case .letter: Phrase("letter", context: "kind of channel")
        case .radio: Phrase("radio", context: "kind of channel")
        case .display: Phrase("notice or screen", context: "kind of channel")
        case .portal: Phrase("portal", context: "kind of channel")
        case .satellite: Phrase("satellite telephone", context: "kind of channel")
        case .inPerson: Phrase("in person", context: "kind of channel")
        }
    }
}

extension Danger {
    public var phrase: Phrase {
        switch self {
        case .people: Phrase("People may be hurt: their safety comes first.")
        }
    }
}

extension PackSection {
    /// `everything` names no section: it stands for all.
    public var phrase: Phrase {
        switch self {
        case .cover: Phrase("Cover")
        case .activation: Phrase("Activation")
        case .timeline: Phrase("Timeline")
        case .contacts: Phrase("Contacts")
        case .walletCards: Phrase("Wallet cards")
        case .callTree: Phrase("Call tree")
        case .channels: Phrase("Channels")
        case .deadlines: Phrase("Legal deadlines")
        case .checklists: Phrase("Checklists")
        case .roleSheets: Phrase("A sheet for each role")
        case .messages: Phrase("Messages")
        case .obligations: Phrase("Legal duties")
        case .reach: Phrase("Who can be reached")
        case .activities: Phrase("Essential activities")
        case .logSheets: Phrase("Sheets to fill in")
        case .mediaLog: Phrase("Media log")
        case .rumourLog: Phrase("Rumour log")
        case .situationReport: Phrase("Situation report")
        case .shiftHandover: Phrase("Shift handover")
        case .standDown: Phrase("Stand-down")
        case .readAndUnderstood: Phrase("Read and understood")
        case .grabBag: Phrase("Grab bag")
        case .everything: Phrase("Everything")
        }
    }
}

extension Element {
    public var phrase: Phrase {
        switch self {
        case .facts: Phrase("what happened")
        case .unknowns: Phrase("what is not known")
        case .impact: Phrase("the impact")
        case .measures: Phrase("what is done")
        case .advice: Phrase("advice")
        case .nextUpdate: Phrase("the next update")
        case .contact: Phrase("a contact")
        case .authenticity: Phrase("how to check it")
        case .empathy: Phrase("empathy")
        case .data: Phrase("the data concerned")
        case .consequences: Phrase("likely consequences")
        case .changed: Phrase("what has changed")
        case .apology: Phrase("an apology")
        case .thanks: Phrase("thanks")
        case .verdict: Phrase("the verdict")
        case .offer: Phrase("an offer of help")
        }
    }
}

extension Subjection {
    public var phrase: Phrase {
        switch self {
        case .essential: Phrase("NIS2 (essential entity)")
        case .important: Phrase("NIS2 (important entity)")
        case .none: Phrase("not NIS2")
        }
    }
}

extension ProfileName {
    public var phrase: Phrase {
        switch self {
        case .trust: Phrase("trust")
        case .continuity: Phrase("continuity")
        case .incident: Phrase("cyber incident")
        case .personalData: Phrase("personal data")
        case .nis2: Phrase(verbatim: "NIS2")
        case .small: Phrase("small organisation")
        }
    }
}

extension AuthorityKind {
    public var phrase: Phrase { LegalTerms.recipient(Recipient(.authority, [self])) }
}

extension ObligationState {
    /// nil of those that pages say with the day.
    public var phrase: Phrase? {
        switch self {
        case .inForce, .from, .replaced: nil
        case .proposal, .proposed: Phrase("a proposal, not law yet")
        case .template: Phrase("to be filled in from the contract")
        }
    }
}

extension Confidence {
    public var phrase: Phrase {
        switch self {
        case .officialText: Phrase("the official text")
        case .quotedText: Phrase("the text, as quoted")
        case .page: Phrase("a page about it")
        case .knowledge: Phrase("nothing: check before use")
        }
    }
}

extension Strength {
    /// nil of a limit, which is what pages take for granted.
    public var phrase: Phrase? {
        switch self {
        case .limit: nil
        case .whereFeasible: Phrase("within that time where feasible; if later, with the reasons")
        case .target: Phrase("if possible: a target, no limit")
        }
    }
}

extension ClosedDays {
    public var phrase: Phrase {
        switch self {
        case .usFederal: Phrase("the federal holidays of the United States")
        case .unitedKingdom: Phrase("the bank holidays of the United Kingdom")
        case .france: Phrase("the public holidays of France")
        case .germany: Phrase("the public holidays of Germany")
        case .weekends: Phrase("Saturdays and Sundays")
        case .plan: Phrase("our own holidays")
        }
    }
}
