import PlancDiagnostics
import PlancModel

extension Element {
    /// What a reader misses without it: "does not say …".
    var missed: Phrase {
        switch self {
        case .facts: Phrase(en: "say what has happened", fr: "dit pas ce qui s’est passé")
        case .unknowns: Phrase(en: "say what is not known yet", fr: "dit pas ce qui n’est pas encore connu")
        case .impact: Phrase(en: "say what it changes for the reader", fr: "dit pas ce que cela change pour le lecteur")
        case .measures: Phrase(en: "say what is being done", fr: "dit pas ce qui est fait")
        case .advice: Phrase(en: "say what the reader can do", fr: "dit pas ce que le lecteur peut faire")
        case .nextUpdate:
            Phrase(en: "say when the next news comes", fr: "dit pas quand viendront les prochaines nouvelles")
        case .contact: Phrase(en: "say who answers questions", fr: "dit pas qui répond aux questions")
        case .authenticity:
            Phrase(en: "say how to check that it is genuine", fr: "dit pas comment vérifier qu’il est vrai")
        case .empathy: Phrase(en: "show that the reader is understood", fr: "montre pas que le lecteur est compris")
        case .data: Phrase(en: "say which data is concerned", fr: "dit pas quelles données sont concernées")
        case .consequences: Phrase(en: "say what the reader may have to fear", fr: "dit pas ce que le lecteur risque")
        case .changed:
            Phrase(en: "say what has changed since the last one", fr: "dit pas ce qui a changé depuis le précédent")
        case .apology: Phrase(en: "apologise", fr: "présente pas d’excuses")
        case .thanks: Phrase(en: "thank the reader", fr: "remercie pas le lecteur")
        case .verdict: Phrase(en: "say what the report turned out to be", fr: "dit pas ce que le signalement a donné")
        case .offer: Phrase(en: "offer help by a person", fr: "propose pas l’aide d’une personne")
        }
    }

    /// A sentence to start from, in the language of the message.
    func sentence(_ locale: Locale) -> String {
        let both = sentences
        return locale.isFrench ? both.french : both.english
    }

    private var sentences: Phrase {
        switch self {
        case .facts:
            Phrase(
                en: "Since … a cyber attack has hit our systems.", fr: "Depuis …, une cyberattaque touche nos outils.")
        case .unknowns:
            Phrase(
                en: "We do not know yet whether data was copied.",
                fr: "Nous ne savons pas encore si des données ont été copiées.")
        case .impact:
            Phrase(en: "For you, this means: …", fr: "Pour vous, cela veut dire : …")
        case .measures:
            Phrase(
                en: "We have cut the connections that were hit, and a specialist firm is investigating with us.",
                fr: "Nous avons coupé les liaisons touchées et une entreprise spécialisée enquête avec nous.")
        case .advice:
            Phrase(
                en: "You have nothing to do for now; never give your password.",
                fr: "Vous n’avez rien à faire pour l’instant ; ne donnez jamais votre mot de passe.")
        case .nextUpdate:
            Phrase(en: "Next update: …, on this page.", fr: "Prochain point : …, sur cette page.")
        case .contact:
            Phrase(
                en: "Your questions: …, every day from 8 am to 8 pm.",
                fr: "Vos questions : …, tous les jours de 8 h à 20 h.")
        case .authenticity:
            Phrase(
                en: "You find this text on …; we will never ask for your password.",
                fr: "Vous retrouvez ce texte sur … ; nous ne vous demanderons jamais votre mot de passe.")
        case .empathy:
            Phrase(
                en: "We know that this worries you and disrupts your day.",
                fr: "Nous savons que cela vous inquiète et vous gêne.")
        case .data:
            Phrase(en: "The data concerned: …", fr: "Les données concernées : …")
        case .consequences:
            Phrase(
                en: "You may receive fake messages and fake calls that use your name.",
                fr: "Vous pouvez recevoir de faux messages et de faux appels qui utilisent votre nom.")
        case .changed:
            Phrase(en: "Since yesterday: …", fr: "Depuis hier : …")
        case .apology: Phrase(en: "We apologise.", fr: "Nous vous présentons nos excuses.")
        case .thanks:
            Phrase(en: "Thank you for having told us.", fr: "Merci de nous l’avoir signalé.")
        case .verdict:
            Phrase(en: "We have checked: this message is …", fr: "Nous avons vérifié : ce message est …")
        case .offer:
            Phrase(en: "I offer you a call of ten minutes: …", fr: "Je vous propose un appel de dix minutes : …")
        }
    }

    /// How to make the element known to planc.
    var howTold: Phrase {
        Phrase(
            en: "where the text says it in other words, mark it: <!-- planc: covers \(rawValue) -->",
            fr: "si le texte le dit en d’autres mots, marquez-le : <!-- planc: covers \(rawValue) -->")
    }
}
