extension UseWords {
    static let french: UseWords = {
        var words = UseWords()
        words.uses = ["utiliser", "utilisez", "consulter", "consultez", "visiter", "visitez"]
        words.calls = [
            "appeler", "appelez", "joindre", "joignez", "contacter", "contactez", "composer", "composez", "téléphoner",
            "téléphonez",
        ]
        words.asks = [
            "demander", "demandez", "prévenir", "prévenez", "avertir", "avertissez", "alerter", "alertez", "informer",
            "informez", "interroger", "réveiller",
        ]
        words.acts = [
            "écrire", "écrivez", "envoyer", "envoyez", "lire", "lisez", "chercher", "cherchez", "publier", "publiez",
            "annoncer", "annoncez", "saisir", "saisissez", "noter", "notez", "trouver", "vérifier", "diffuser",
        ]
        words.means = ["par", "sur", "via", "dans", "avec", "à", "au", "aux"]
        words.articles = ["le", "la", "les", "l", "notre", "votre", "nos", "vos", "un", "une", "ce", "cette"]
        words.leads = ["et", "puis", "veuillez", "d'abord", "ensuite", "devez", "pouvez", "faut", "aussi"]
        words.joints = ["que", "qui", "ce", "où", "quand", "dont", "lorsque", "si", "comment", "pendant"]
        return words
    }()
}
