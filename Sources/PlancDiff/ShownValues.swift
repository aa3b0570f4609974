import PlancDiagnostics
import PlancMarkup
import PlancModel
import PlancSchema

/// Values of keys in the reader's words: lengths of time, days and languages as pages print them, things by their titles.
struct ShownValues {
    private let comparison: Comparison

    /// The duty whose values they are; nil of another thing.
    var duty: String?

    init(_ comparison: Comparison) { self.comparison = comparison }

    /// So many elements of a list are said; the others are counted.
    private static let most = 12

    /// - Parameter beside: what it is compared with: both are said in the same units.
    func phrase(_ value: FormValue, _ form: ValueForm, beside other: FormValue? = nil) -> Phrase {
        switch value {
        case .word(let word): self.word(word.value, form, beside: other)
        case .text(let text): self.text(text)
        case .reference(let reference): comparison.title(reference.target)
        case .stage(let obligation, let stage):
            comparison.duty(EntityReference(.obligation, obligation.id, stage: stage?.value))
        case .list(let values):
            values.isEmpty ? Phrase("nothing") : enumerated(values.map { phrase($0, form.element) })
        case .map(let pairs): map(pairs, value, form)
        case .record(let fields, _):
            // Systems of which one is enough.
            if case .dependency = form, case .list(let systems)? = fields.first?.value {
                .list(systems.map { phrase($0, .id(of: .system)) }, .or)
            } else {
                enumerated(
                    fields.map { field in
                        let key = form.keys[field.place]
                        return said(key.title, phrase(field.value, key.form))
                    })
            }
        }
    }

    private func text(_ text: LocalizedText) -> Phrase {
        let versions = text.versions.map { version in
            let words = Phrase(verbatim: version.text.value)
            return version.locale.map { said($0.title, words) } ?? words
        }
        return Phrase(joining: versions, separator: Phrase(verbatim: "; "))
    }

    private func map(_ pairs: [FormValue.Pair], _ value: FormValue, _ form: ValueForm) -> Phrase {
        guard case .map(let key, let inner) = form else {
            return Phrase(verbatim: value.shown(form, name: comparison.name))
        }
        return enumerated(pairs.map { said(phrase($0.key, key), phrase($0.value, inner)) })
    }

    private func said(_ name: Phrase, _ value: Phrase) -> Phrase {
        Phrase("{name}: {words}", ["name": name, "words": value])
    }

    private func enumerated(_ phrases: [Phrase]) -> Phrase {
        // "'Shops, schools and the hospital', 'Farms'": a comma in a name is none of the list's.
        let hasCommas = phrases.count > 1 && phrases.contains { $0.english.contains(",") }
        var shown = phrases.prefix(Self.most).map { hasCommas ? $0.quoted : $0 }
        if phrases.count > Self.most { shown.append(Phrase("{count} more", ["count": phrases.count - Self.most])) }
        return Phrase(joining: shown, separator: Phrase(verbatim: ", "))
    }

    private func word(_ word: String, _ form: ValueForm, beside other: FormValue?) -> Phrase {
        func otherLength() -> TimeAmount? {
            guard case .word(let word)? = other else { return nil }
            return TimeAmount(notation: word.value)
        }
        let said: Phrase? =
            switch form {
            case .choice(_, let said): said(word)
            case .builtIn: comparison.title(EntityReference(.obligation, word))
            case .duration, .rhythm: TimeAmount(notation: word)?.phrase(beside: otherLength())
            case .deadline, .period:
                word == "undue-delay" ? Phrase("without undue delay") : TimeAmount(notation: word)?.legal
            case .offset: Offset(notation: word)?.phrase
            case .date, .dateOrRecord: CalendarDate(iso: word)?.phrase
            case .locale: Locale(checking: word)?.title
            case .scenarios: Phrase("all scenarios")
            case .boolean, .factValue:
                word == "true"
                    ? Phrase("yes", context: "value") : word == "false" ? Phrase("no", context: "value") : nil
            case .start, .starts: ClockStart(notation: word).map(start)
            case .stageStart: ClockStart(notation: word).map(start) ?? stage(word)
            case .recipient: Recipient(notation: word).map(LegalTerms.recipient)
            case .factName, .condition: LegalTerms.phrase(.fact, word)
            case .contentItem: LegalTerms.phrase(.item, word)
            case .legalTerm(.stage): stage(word)
            case .legalTerm(let kind): LegalTerms.phrase(kind, word)
            case .address: Phrase(verbatim: comparison.masking.address(word))
            default: nil
            }
        return said ?? Phrase(verbatim: word)
    }

    private func stage(_ name: String) -> Phrase {
        duty.map { comparison.stage(name, of: $0) } ?? LegalTerms.phrase(.stage, name)
    }

    private func start(_ start: ClockStart) -> Phrase {
        guard start.isSending, let name = start.subject, LegalTerms.all.english(.start, start.notation) == nil else {
            return LegalTerms.start(start)
        }
        return Phrase("sent: {stage}", ["stage": stage(name)])
    }
}

extension TimeAmount {
    /// The same units on both sides of a comparison: 24 h beside 36 h, 1 day beside 2 days. Longer times are said as pages say them: 3 days
    /// beside 12 h.
    func phrase(beside other: TimeAmount?) -> Phrase {
        guard let other, max(minutes, other.minutes) < 2 * 1440, (minutes % 1440 == 0) != (other.minutes % 1440 == 0)
        else { return phrase }
        return legal
    }
}
