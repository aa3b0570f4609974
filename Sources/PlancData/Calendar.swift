import PlancLanguages
import PlancModel

/// What a plan asks for on an ordinary day, as iCalendar (RFC 5545): reviews, numbers to try, drills, laws to read again, routine
/// communication. All events are whole days; every id is made of the plan's own ids, so that a new calendar replaces the old one.
public func calendar(_ plan: Plan, locale: Locale) -> [UInt8] {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//planc//planc//EN")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("METHOD", "PUBLISH")
    lines.add("X-WR-CALNAME", text: plan.info.title.text(locale))
    for event in events(plan, locale) { event.write(into: &lines, plan) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
}

private struct Event {
    /// Unique in the plan.
    var id: String
    var date: CalendarDate
    var summary: String
    var description = ""
    /// How often it comes again.
    var every: TimeAmount?
    /// The day of the month that it is counted from, when a short month has moved its date; nil: that of its date.
    var dayOfMonth: Int?
    /// What is over asks for no reminder.
    var isPast = false

    func write(into lines: inout ContentLines, _ plan: Plan) {
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", text: "\(id)@\(plan.name).planc")
        lines.add("DTSTAMP", basic(plan.info.date ?? CalendarDate(dayNumber: 0)) + "T000000Z")
        lines.add("DTSTART;VALUE=DATE", basic(date))
        lines.add("DTEND;VALUE=DATE", basic(date.adding(days: 1)))
        if let rule = every.flatMap(recurrence) { lines.add("RRULE", rule) }
        lines.add("SUMMARY", text: summary)
        if !description.isEmpty { lines.add("DESCRIPTION", text: description) }
        lines.add("TRANSP", "TRANSPARENT")
        if !isPast {
            lines.add("BEGIN", "VALARM")
            lines.add("ACTION", "DISPLAY")
            lines.add("DESCRIPTION", text: summary)
            lines.add("TRIGGER", "-P7D")
            lines.add("END", "VALARM")
        }
        lines.add("END", "VEVENT")
    }

    private func basic(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// Only what is a whole number of months, weeks or days comes again by a rule.
    private func recurrence(_ every: TimeAmount) -> String? {
        if every.businessDays != 0 || every.isNegative { return nil }
        if every.minutes == 0, every.months > 0 {
            let day = dayOfMonth ?? date.day
            let isYearly = every.months % 12 == 0
            // A month, or February of most years, has no such day: a plain rule would leave it out (RFC 5545, 3.3.10).
            if day > 28, !isYearly || date.month == 2 {
                let days = (28...day).map(String.init).joined(separator: ",")
                return "FREQ=MONTHLY;INTERVAL=\(every.months);BYMONTHDAY=\(days);BYSETPOS=-1"
            }
            return isYearly ? "FREQ=YEARLY;INTERVAL=\(every.months / 12)" : "FREQ=MONTHLY;INTERVAL=\(every.months)"
        }
        guard every.months == 0, every.minutes > 0, every.minutes % 1440 == 0 else { return nil }
        let days = every.minutes / 1440
        return days % 7 == 0 ? "FREQ=WEEKLY;INTERVAL=\(days / 7)" : "FREQ=DAILY;INTERVAL=\(days)"
    }
}

private func events(_ plan: Plan, _ locale: Locale) -> [Event] {
    func say(_ english: Phrase.Template, _ parts: KeyValuePairs<String, any PhrasePart> = [:]) -> String {
        Phrase(english, parts).text(locale.spoken)
    }
    func after(_ date: CalendarDate, _ amount: TimeAmount) -> CalendarDate {
        date.adding(months: amount.months).adding(days: amount.businessDays + amount.minutes / 1440)
    }
    var events: [Event] = []
    let review = plan.info.review
    let title = plan.info.title.text(locale)
    if let last = review.last?.value {
        events.append(
            Event(
                id: "review", date: after(last, review.every.value),
                summary: say("Review the plan: {title}", ["title": title]),
                description: say("Last reviewed on {last}.", ["last": last]),
                every: review.every.value, dayOfMonth: last.day))
    }
    let holders = Set(plan.roles.flatMap { $0.people.map(\.id) })
    if let oldest = plan.people.filter({ holders.contains($0.id) }).compactMap({ $0.verified?.value }).min() {
        events.append(
            Event(
                id: "contacts", date: after(oldest, review.contacts.value),
                summary: say("Try the numbers again: {title}", ["title": title]),
                every: review.contacts.value, dayOfMonth: oldest.day))
    }
    for drill in plan.drills {
        guard let date = drill.date?.value else { continue }
        let name = drill.title.text(locale).isEmpty ? drill.id : drill.title.text(locale)
        let isPast = plan.info.date.map { date <= $0 } ?? false
        events.append(
            Event(
                id: "drill-\(drill.id)", date: date, summary: say("Drill: {name}", ["name": name]),
                description: drill.found.text(locale), isPast: isPast))
    }
    for scenario in plan.scenarios {
        guard let last = plan.drills.filter({ $0.scenario?.id == scenario.id }).compactMap({ $0.date?.value }).max()
        else { continue }
        let name = scenario.title.text(locale)
        events.append(
            Event(
                id: "next-drill-\(scenario.id)", date: after(last, review.drills.value),
                summary: say("Drill again: {name}", ["name": name])))
    }
    for pack in plan.packs {
        // Items that are due on one day are one event.
        let due = Dictionary(grouping: pack.bag.filter { $0.nextCheck != nil }) { $0.nextCheck?.dayNumber ?? 0 }
        for (day, items) in due.sorted(by: { $0.key < $1.key }) {
            events.append(
                Event(
                    id: "bag-\(pack.id)-\(day)", date: CalendarDate(dayNumber: day),
                    summary: say("Check the grab bag: {title}", ["title": pack.title.text(locale)]),
                    description: items.map { $0.what.text(locale) }.joined(separator: "\n")))
        }
    }
    for obligation in plan.obligations {
        guard let verified = obligation.lastRead else { continue }
        let name = obligation.title.text(locale)
        events.append(
            Event(
                id: "law-\(obligation.id)", date: verified.adding(months: 12),
                summary: say("Read the law again: {name}", ["name": name]),
                description: [obligation.law.text(locale), obligation.source?.shown ?? ""].filter { !$0.isEmpty }
                    .joined(separator: "\n"),
                every: TimeAmount(months: 12), dayOfMonth: verified.day))
    }
    for message in plan.messages where message.phase.value == .before {
        guard let every = message.send.every?.value, let start = plan.info.date else { continue }
        let name = message.title.text(locale)
        let audiences = message.audiences.compactMap { plan.audiences[$0]?.title.text(locale) }.joined(separator: ", ")
        events.append(
            Event(
                id: "message-\(message.id)", date: after(start, every),
                summary: say("Send: {name}", ["name": name]),
                description: audiences.isEmpty ? "" : say("To: {audiences}", ["audiences": audiences]), every: every,
                dayOfMonth: start.day))
    }
    for checklist in plan.checklists where checklist.phase.value == .before {
        for (stage, steps) in (checklist.version(locale)?.stages ?? []).enumerated() {
            for (number, step) in steps.steps.enumerated() {
                guard let every = step.rhythm?.value, let start = plan.info.date else { continue }
                events.append(
                    Event(
                        id: "step-\(checklist.id)-\(stage + 1)-\(number + 1)", date: after(start, every),
                        summary: plain(step.text, plan.links),
                        description: checklist.title.text(locale), every: every, dayOfMonth: start.day))
            }
        }
    }
    return events
}
