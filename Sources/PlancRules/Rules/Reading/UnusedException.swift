import PlancDiagnostics
import PlancModel
import PlancSource

/// Found by the driver after every other rule has spoken.
public enum UnusedException: RuleDescription {
    public static let name = "unused-exception"
    public static let group = RuleGroup.reading
    public static let severity = Severity.warning
    public static let summary = Phrase(
        "a `planc: allow` that allows nothing")
    public static let why = Phrase(

        """
        An exception that stays after its cause is gone hides the next real finding. Take it away; if the \
        name of the rule was mistyped, write the right one.
        """)
    public static let rejects = [
        Example(
            Phrase("the server has a title and nothing is wrong"),
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
            Phrase("the exception is needed"),
            [
                "systems.md": ExamplePlan.changing(
                    "systems.md",
                    """
                    # planc: allow unused-system: bought, in use from March
                    new-gateway: {title: New gateway}
                    """)
            ])
    ]

    /// `fixed` are the rules that no exception can silence.
    public static func finding(_ exception: Exception, knownRules: [String], fixed: Set<String>) -> Finding {
        let rule = exception.rule.value
        var help: [Phrase] = []
        let caption: Phrase
        if fixed.contains(rule) {
            caption = Phrase("'{rule}' cannot be allowed", ["rule": rule])
            help = [Phrase("fix what it finds")]
        } else if knownRules.contains(rule) {
            caption = Phrase("'{rule}' finds nothing here", ["rule": rule])
            help = [Phrase("take the comment away")]
        } else {
            caption = Phrase("there is no rule '{rule}'", ["rule": rule])
            if let near = nearestName(to: rule, among: knownRules) {
                help = [Phrase("did you mean '{near}'?", ["near": near])]
            }
        }
        return Finding(
            rule: name, severity: severity, span: exception.span,
            message: Phrase("this exception allows nothing"),
            caption: caption,
            help: help)
    }
}
