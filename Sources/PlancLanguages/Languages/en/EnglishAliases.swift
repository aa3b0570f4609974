extension Aliases {
    static let english: Aliases = {
        var aliases = Aliases()
        aliases.kinds = [
            "persons": "people", "contacts": "people", "audience": "audiences", "check-list": "checklist",
            "checklists": "checklist", "messages": "message", "snippets": "snippet", "variables": "fields",
            "exercises": "drills", "vocabularies": "vocabulary", "plans": "plan",
        ]
        aliases.keys = [
            "label": ["title"], "name": ["title"], "deputy": ["deputies"], "languages": ["locales"],
            "lang": ["locales"], "title": ["job", "name"], "depends": ["depends-on"], "needs": ["depends-on"],
            "kind": ["type"],
            "approvers": ["approver"], "includes": ["include"], "tlp": ["classification"],
            "organization": ["organisation"], "time-zone": ["timezone"], "provider": ["supplier"],
            "vendor": ["supplier"],
            "operator": ["operated-by"], "operated": ["operated-by"], "url": ["address", "source"],
            "link": ["address", "source"], "phone": ["address", "reach"], "telephone": ["address", "reach"],
            "number": ["address"], "email": ["address", "reach"], "mail": ["address", "reach"],
        ]
        aliases.values = [
            "staff": ["employees"], "media": ["press"], "suppliers": ["partners"], "mail": ["email"],
            "e-mail": ["email"], "phone": ["voice"], "call": ["voice"], "website": ["web"], "x": ["social"],
            "linkedin": ["social"], "twitter": ["social"], "facebook": ["social"],
            "instagram": ["social"], "mastodon": ["social"], "bluesky": ["social"], "telephone": ["voice"],
            "webpage": ["web"], "homepage": ["web"], "yes": ["true"], "on": ["true"], "no": ["false"], "24-7": ["24/7"],
            "a4": ["A4"], "every": ["all"], "any": ["all"], "tlp-white": ["TLP:CLEAR"], "white": ["TLP:CLEAR"],
            "text-message": ["sms"], "text": ["sms"], "outlook": ["email"], "whatsapp": ["chat"], "signal": ["chat"],
            "24h-24": ["24/7"], "24x7": ["24/7"], "24-24": ["24/7"], "always": ["24/7"], "round-the-clock": ["24/7"],
            "office-hours": ["office"], "business-hours": ["office"], "working-hours": ["office"],
            "teams": ["chat"], "slack": ["chat"], "click": ["clicked"], "i-clicked": ["clicked"],
        ]
        aliases.units = [
            "min": ["min", "m", "mn", "mins", "minute", "minutes"], "h": ["h", "hr", "hrs", "hour", "hours"],
            "d": ["d", "day", "days"], "w": ["w", "week", "weeks", "wk"], "mo": ["mo", "mon", "month", "months"],
            "y": ["y", "yr", "year", "years"], "bd": ["bd", "businessdays", "businessday"],
        ]
        aliases.rhythms = ["hourly": "1h", "daily": "1d", "weekly": "1w", "monthly": "1mo", "yearly": "1y"]
        for (word, count) in [("twice", 2), ("2 times", 2), ("two times", 2), ("three times", 3), ("3 times", 3)] {
            for day in ["a day", "per day", "every day", "daily"] {
                aliases.rhythms["\(word) \(day)"] = "\(24 / count)h"
            }
        }
        aliases.lengths = [
            "the hour": "1h", "an hour": "1h", "one hour": "1h", "half an hour": "30min", "a half hour": "30min",
            "half hour": "30min", "a quarter of an hour": "15min", "quarter of an hour": "15min", "two hours": "2h",
            "a day": "1d", "one day": "1d", "the day": "1d", "a week": "1w", "one week": "1w",
        ]
        aliases.lengthLeads = ["within", "in", "the", "next", "under", "less", "than"]
        aliases.rhythmLeads = ["every", "each", "per"]
        aliases.backupEndings = ["old", "copy", "backup", "save"]
        aliases.timeLeads = [
            "by", "before", "until", "till", "at", "from", "after", "about", "around", "within", "no", "later", "than",
            "latest",
            "approx", "approx.", "ca.", "in",
        ]
        aliases.timeOpenings = ["from", "after"]
        aliases.atOnce = [
            "at once", "immediately", "now", "right away", "asap", "straight away", "as soon as possible",
            "without delay",
            "without undue delay", "undue delay",
        ]
        aliases.timeRanges = ["to", "until", "till", "and"]
        aliases.languages = [
            "french": "fr", "english": "en", "german": "de", "spanish": "es", "italian": "it", "dutch": "nl",
            "portuguese": "pt",
        ]
        return aliases
    }()
}
