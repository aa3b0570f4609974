import PlancModel

/// The section headings that tell an element, in French and English. A heading tells it when it has the words, whole, in
/// any capitals: "Ce que nous savons ce matin" tells facts.
enum ElementHeadings {
    /// The elements that a heading tells; the heading is folded.
    static func elements(toldBy heading: [UInt8]) -> ElementSet {
        var told = ElementSet()
        for start in heading.indices where start == 0 || !heading[start - 1].isWordByte {
            for entry in byFirst[Int(heading[start])] where heading.hasWords(entry.words, at: start) {
                told.insert(entry.element)
            }
        }
        return told
    }

    /// All words, by their first byte.
    private static let byFirst: [[(words: [UInt8], element: Element)]] = {
        var table = [[(words: [UInt8], element: Element)]](repeating: [], count: 256)
        for element in Element.allCases {
            for text in words(element) {
                let bytes = Array(text.utf8)
                if let first = bytes.first { table[Int(first)].append((bytes, element)) }
            }
        }
        return table
    }()

    private static func words(_ element: Element) -> [String] {
        switch element {
        case .facts:
            [
                "ce que nous savons", "ce qui se passe", "ce qui s'est passé", "que se passe-t-il",
                "que s'est-il passé",
                "les faits", "dire les faits", "ce qui est arrivé", "ce qui marche", "ce qui ne marche pas",
                "ce qui a bien marché",
                "la situation", "effets connus", "nature",
                "what happened", "what has happened", "what is happening", "what we know", "the facts", "what works",
                "what does not work", "known effects", "the situation", "what went well",
            ]
        case .unknowns:
            [
                "ne savons pas", "pas encore connu", "pas encore connus", "ce que nous ignorons",
                "ce que nous cherchons",
                "do not know", "don't know", "not known yet", "not yet known", "still unknown", "are finding out",
            ]
        case .impact:
            [
                "ce que cela change", "conséquences pour vous", "effets pour vous", "services touchés",
                "services arrêtés",
                "what this means", "what changes for you", "how this affects you", "services affected", "impact",
            ]
        case .measures:
            [
                "ce que nous faisons", "ce que nous avons fait", "ce que nous changeons", "ce que nous avons changé",
                "mesures",
                "mesures prises", "nos actions",
                "what we are doing", "what we do", "what we have done", "what we did", "what we are changing",
                "what we have changed", "measures", "our actions",
            ]
        case .advice:
            [
                "ce que vous pouvez faire", "ce que vous faites", "ce que vous devez faire", "que faire", "vos gestes",
                "nos conseils", "conseils", "consignes", "ce que je vous demande", "ce que nous vous demandons",
                "demander",
                "ce que nous demandons",
                "what you can do", "what you do", "what you should do", "what to do", "our advice", "advice",
                "instructions",
                "what i ask of you", "what we ask of you", "what we ask you",
            ]
        case .nextUpdate:
            [
                "prochain point", "prochaines nouvelles", "prochaine information", "prochain message", "dire la suite",
                "next update", "next news", "next message", "when you will hear", "what happens next",
            ]
        case .contact:
            [
                "nous contacter", "contact", "contacts", "vos questions", "nous joindre", "qui appeler", "une question",
                "contact us", "your questions", "questions", "how to reach us", "who to call",
            ]
        case .authenticity:
            [
                "comment vérifier", "vérifier ce message", "vérifier nos messages", "reconnaître nos messages",
                "se présenter",
                "how to check", "check that this", "how to recognise", "how to recognize", "is this really us",
                "say who you are",
            ]
        case .empathy:
            [
                "nous comprenons", "nous pensons à vous", "we understand", "we know how", "je suis en colère",
                "i am angry",
            ]
        case .data:
            [
                "quelles données", "les données", "vos données", "données concernées", "données touchées",
                "enregistrements",
                "which data", "what data", "the data", "your data", "data affected", "records",
            ]
        case .consequences:
            [
                "ce que vous risquez", "conséquences", "risques", "what you risk", "consequences", "risks",
                "likely consequences",
            ]
        case .changed:
            [
                "ce qui a changé", "ce qui change", "ce qui est nouveau", "nouveautés", "depuis hier",
                "ce que nous corrigeons",
                "what has changed", "what changed", "what is new", "what's new", "since yesterday", "what we correct",
            ]
        case .apology: ["nos excuses", "excuses", "our apology", "our apologies", "we apologise", "we are sorry"]
        case .thanks: ["merci", "remerciements", "thank you", "thanks"]
        case .verdict: ["verdict", "résultat de l'analyse", "notre analyse", "what we found", "our verdict", "result"]
        case .offer: ["nous vous proposons", "notre proposition", "un appel", "we offer", "our offer", "a call"]
        }
    }
}
