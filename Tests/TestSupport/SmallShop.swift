/// What plans of a small shop in tests have in common.
public enum SmallShop {
    public static let files: [String: String] = [
        "plan.md": """
        ---
        kind: plan
        title: Corner shop
        organisation: Joe's
        version: 1
        locales: [en]
        owner: joe
        timezone: Europe/London
        profiles: []
        ---

        What to do.
        """,
        "systems.md": "---\nkind: systems\nsystems:\n  net: {title: Mobile network}\n---\n",
    ]

    /// A message to everybody that it names, in all scenarios.
    public static func message(
        _ title: String, to audience: String = "staff", _ phase: String, by channels: String = "text, land",
        owner: String = "joe"
    ) -> String {
        """
        ---
        kind: message
        title: \(title)
        audiences: \(audience)
        scenarios: all
        phase: \(phase)
        channels: [\(channels)]
        owner: \(owner)
        ---

        The shop is closed.
        """
    }
}
