import PlancDiagnostics
import PlancModel

extension Element {
    /// What a reader misses without it: "does not say …".
    var missed: Phrase {
        switch self {
        case .facts: Phrase("say what has happened")
        case .unknowns: Phrase("say what is not known yet")
        case .impact: Phrase("say what it changes for the reader")
        case .measures: Phrase("say what is being done")
        case .advice: Phrase("say what the reader can do")
        case .nextUpdate:
            Phrase("say when the next news comes")
        case .contact: Phrase("say who answers questions")
        case .authenticity:
            Phrase("say how to check that it is genuine")
        case .empathy: Phrase("show that the reader is understood")
        case .data: Phrase("say which data is concerned")
        case .consequences: Phrase("say what the reader may have to fear")
        case .changed:
            Phrase("say what has changed since the last one")
        case .apology: Phrase("apologise")
        case .thanks: Phrase("thank the reader")
        case .verdict: Phrase("say what the report turned out to be")
        case .offer: Phrase("offer help by a person")
        }
    }

    /// A sentence to start from, in the language of the message.
    func sentence(_ locale: Locale) -> String { sentences.text(locale.spoken) }

    private var sentences: Phrase {
        switch self {
        case .facts:
            Phrase(
                "On … we discovered a cyber attack that affects our systems.")
        case .unknowns:
            Phrase(
                "We do not know yet whether data was copied.")
        case .impact:
            Phrase("For you, this means: …")
        case .measures:
            Phrase(
                "We have cut the connections that were hit, and a specialist firm is investigating with us.")
        case .advice:
            Phrase(
                "You have nothing to do for now; never give your password.")
        case .nextUpdate:
            Phrase("Next update: …, on this page.")
        case .contact:
            Phrase(
                "Your questions: …, every day from 8 am to 8 pm.")
        case .authenticity:
            Phrase(
                "You find this text on …; we will never ask for your password.")
        case .empathy:
            Phrase(
                "We know that this worries you and disrupts your day.")
        case .data:
            Phrase("The data concerned: …")
        case .consequences:
            Phrase(
                "You may receive fake messages and fake calls that use your name.")
        case .changed:
            Phrase("Since yesterday: …")
        case .apology: Phrase("We apologise.")
        case .thanks:
            Phrase("Thank you for having told us.")
        case .verdict:
            Phrase("We have checked: this message is …")
        case .offer:
            Phrase("I offer you a call of ten minutes: …")
        }
    }

    /// How to make the element known to planc.
    var howTold: Phrase {
        Phrase(
            "where the text says it in other words, mark it: <!-- planc: covers {rawValue} -->", ["rawValue": rawValue])
    }
}
