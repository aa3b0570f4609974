import PlancDiagnostics
import PlancModel
import PlancSource

/// Found by the driver after every other rule has spoken.
public enum UnusedException: RuleDescription {
    public static let name = "unused-exception"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        en: "a `planc: allow` that allows nothing",
        fr: "un `planc: allow` qui n’autorise rien")
    public static let why = Phrase(
        en: """
            An exception that stays after its cause is gone hides the next real finding. Take it away; if the name of the \
            rule was mistyped, write the right one.
            """,
        fr: """
            Une exception qui survit à sa cause cachera le prochain vrai constat. Retirez-la ; si le nom de la règle est \
            mal écrit, corrigez-le.
            """)
    public static let rejects = [
        Example(
            Phrase(en: "the server has a title and nothing is wrong", fr: "rien à excuser ici"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  ⟦# planc: allow unused-system: kept for the drill⟧
                  mail-server: {title: Mail server, rto: 8h}
                  mobile-network: {title: Mobile network, supplier: Northtel}
                  landline: {title: Land line}
                  website: {title: Website, rto: 4h}
                  sms-gateway: {title: SMS gateway}
                ---
                """
            ])
    ]
    public static let accepts = [
        Example(
            Phrase(en: "the exception is needed", fr: "l’exception sert"),
            [
                "systems.md": """
                ---
                kind: systems
                systems:
                  mail-server: {title: Mail server, rto: 8h}
                  mobile-network: {title: Mobile network, supplier: Northtel}
                  landline: {title: Land line}
                  website: {title: Website, rto: 4h}
                  sms-gateway: {title: SMS gateway}
                  # planc: allow unused-system: bought, in use from March
                  new-gateway: {title: New gateway}
                ---
                """
            ])
    ]

    /// `fixed` are the rules that no exception can silence.
    public static func finding(_ exception: Exception, knownRules: [String], fixed: Set<String>) -> Finding {
        let rule = exception.rule.value
        var help: [Phrase] = []
        let caption: Phrase
        if fixed.contains(rule) {
            caption = Phrase(en: "'\(rule)' cannot be allowed", fr: "« \(rule) » ne peut pas être autorisée")
            help = [Phrase(en: "mend what it finds", fr: "corrigez ce qu’elle signale")]
        } else if knownRules.contains(rule) {
            caption = Phrase(en: "'\(rule)' finds nothing here", fr: "« \(rule) » ne trouve rien ici")
            help = [Phrase(en: "take the comment away", fr: "retirez le commentaire")]
        } else {
            caption = Phrase(en: "there is no rule '\(rule)'", fr: "il n’y a pas de règle « \(rule) »")
            if let near = nearestName(to: rule, among: knownRules) {
                help = [Phrase(en: "did you mean '\(near)'?", fr: "vouliez-vous dire « \(near) » ?")]
            }
        }
        return Finding(
            rule: name, severity: severity, span: exception.span,
            message: Phrase(en: "this exception allows nothing", fr: "cette exception n’autorise rien"),
            caption: caption,
            help: help)
    }
}
