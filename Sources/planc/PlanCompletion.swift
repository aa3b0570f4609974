import ArgumentParser
import PlancMarkup
import PlancSource

/// Ids of the plan that a command line is about, for completion: silent, and empty where there is no plan.
enum PlanCompletion {
    /// The ids of some kinds, one of them.
    static func ids(of kinds: EntityKind...) -> CompletionKind {
        .custom { words, _, prefix in
            let names = PlanNames(of: words)
            return starting(with: prefix, kinds.flatMap { names.ids(of: $0) })
        }
    }

    /// The ids of some kinds, several of them separated by commas.
    static func lists(of kinds: EntityKind...) -> CompletionKind {
        .custom { words, _, prefix in
            let names = PlanNames(of: words)
            return listed(prefix, kinds.flatMap { names.ids(of: $0) })
        }
    }

    /// Words of planc's own, several of them separated by commas.
    static func lists(of names: [String]) -> CompletionKind { .custom { _, _, prefix in listed(prefix, names) } }

    /// The kinds of reports that the plan has replies to.
    static let reports = CompletionKind.custom { words, _, prefix in
        starting(with: prefix, PlanNames(of: words).reports)
    }

    /// The languages of the plan.
    static let locales = CompletionKind.custom { words, _, prefix in
        starting(with: prefix, PlanNames(of: words).locales)
    }

    /// `KIND:ID` of every thing.
    static let things = CompletionKind.custom { words, _, prefix in
        let names = PlanNames(of: words)
        return starting(
            with: prefix, KindArgument.kinds.flatMap { kind in names.ids(of: kind).map { "\(kind.rawValue):\($0)" } })
    }

    /// What can be confirmed one by one: people, scenarios, systems, obligations.
    static let confirmable = CompletionKind.custom { words, _, prefix in
        let names = PlanNames(of: words)
        return starting(
            with: prefix,
            words.contains("drill")
                ? names.ids(of: .scenario)
                : words.contains("backup")
                    ? names.backups : words.contains("reading") ? names.readings : names.ids(of: .person))
    }

    /// `FIELD=`, to be followed by its value: the fields that the message has to be filled in.
    static let fieldValues = CompletionKind.custom { words, _, prefix in
        let names = PlanNames(of: words)
        return starting(with: prefix, (names.fields(in: words) ?? names.ids(of: .field)).map { $0 + "=" })
    }

    /// The channels of the message.
    static let channelsOfMessage = CompletionKind.custom { words, _, prefix in
        let names = PlanNames(of: words)
        return starting(with: prefix, names.channels(in: words) ?? names.ids(of: .channel))
    }

    /// `START=T`, to be followed by a time from T0: what the clocks of the plan's duties start with.
    static let starts = CompletionKind.custom { words, _, prefix in
        starting(with: prefix, PlanNames(of: words).starts.map { $0 + "=T" })
    }

    /// Shells read what is offered as words of theirs, and bash carries out what stands in them: only plain names are offered.
    /// zsh shows what stands behind a colon as a description, unless the colon is escaped.
    private static func starting(with prefix: String, _ names: [String]) -> [String] {
        let names = names.filter { $0.utf8.allSatisfy { isUnreservedInURI($0) || ":=,".utf8.contains($0) } }
        let found = names.filter { $0.hasPrefix(prefix) }
        let offered = found.isEmpty ? names : found
        return CompletionShell.requesting == .zsh ? offered.map { $0.replacing(":", with: "\\:") } : offered
    }

    /// The names that may stand behind the last comma: each stands once.
    private static func listed(_ prefix: String, _ names: [String]) -> [String] {
        let given = prefix.split(separator: ",", omittingEmptySubsequences: false).dropLast().map(String.init)
        let head = given.map { $0 + "," }.joined()
        return starting(with: prefix, names.filter { !given.contains($0) }.map { head + $0 })
    }
}
