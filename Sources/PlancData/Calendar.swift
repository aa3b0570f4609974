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
    let dates = PlanDates(plan: plan, locale: locale)
    return dates.reviews + dates.drills + dates.bags + dates.readings + dates.messages + dates.steps
}

/// What a plan asks for on a day or at a rhythm, one list per kind.
private struct PlanDates {
    let plan: Plan
    let locale: Locale

    private func say(_ english: Phrase.Template, _ parts: KeyValuePairs<String, any PhrasePart> = [:]) -> String {
        Phrase(english, parts).text(locale.spoken)
    }

    private func after(_ date: CalendarDate, _ amount: TimeAmount) -> CalendarDate {
        date.adding(months: amount.months).adding(days: amount.businessDays + amount.minutes / 1440)
    }

    /// The plan's own review, and the numbers that are tried again.
    var reviews: [Event] {
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
        return events
    }

    /// The drills that have a day, and when each scenario is to be exercised again.
    var drills: [Event] {
        let dated = plan.drills.compactMap { drill -> Event? in
            guard let date = drill.date?.value else { return nil }
            let name = drill.title.text(locale).isEmpty ? drill.id : drill.title.text(locale)
            return Event(
                id: "drill-\(drill.id)", date: date, summary: say("Drill: {name}", ["name": name]),
                description: drill.found.text(locale), isPast: plan.info.date.map { date <= $0 } ?? false)
        }
        let next = plan.scenarios.compactMap { scenario -> Event? in
            let days = plan.drills.filter { $0.scenario?.id == scenario.id }.compactMap { $0.date?.value }
            guard let last = days.max() else { return nil }
            return Event(
                id: "next-drill-\(scenario.id)", date: after(last, plan.info.review.drills.value),
                summary: say("Drill again: {name}", ["name": scenario.title.text(locale)]))
        }
        return dated + next
    }
    /// The days on which the contents of grab bags are to be checked: items that are due on one day are one event.
    var bags: [Event] {
        plan.packs.flatMap { pack in
            let due = Dictionary(grouping: pack.bag.filter { $0.nextCheck != nil }) { $0.nextCheck?.dayNumber ?? 0 }
            return due.sorted { $0.key < $1.key }.map { day, items in
                Event(
                    id: "bag-\(pack.id)-\(day)", date: CalendarDate(dayNumber: day),
                    summary: say("Check the grab bag: {title}", ["title": pack.title.text(locale)]),
                    description: items.map { $0.what.text(locale) }.joined(separator: "\n"))
            }
        }
    }

    /// The laws that are to be read again, a year after they were read last.
    var readings: [Event] {
        plan.obligations.compactMap { obligation in
            guard let verified = obligation.lastRead else { return nil }
            return Event(
                id: "law-\(obligation.id)", date: verified.adding(months: 12),
                summary: say("Read the law again: {name}", ["name": obligation.title.text(locale)]),
                description: [obligation.law.text(locale), obligation.source?.shown ?? ""].filter { !$0.isEmpty }
                    .joined(separator: "\n"),
                every: TimeAmount(months: 12), dayOfMonth: verified.day)
        }
    }

    /// The messages of quiet times that are sent at a rhythm.
    var messages: [Event] {
        plan.messages.filter { $0.phase.value == .before }.compactMap { message in
            guard let every = message.send.every?.value, let start = plan.info.date else { return nil }
            let audiences = message.audiences.compactMap { plan.audiences[$0]?.title.text(locale) }
                .joined(separator: ", ")
            return Event(
                id: "message-\(message.id)", date: after(start, every),
                summary: say("Send: {name}", ["name": message.title.text(locale)]),
                description: audiences.isEmpty ? "" : say("To: {audiences}", ["audiences": audiences]), every: every,
                dayOfMonth: start.day)
        }
    }

    /// The steps of quiet times that are done at a rhythm.
    var steps: [Event] {
        plan.checklists.filter { $0.phase.value == .before }.flatMap { checklist in
            (checklist.version(locale)?.printed ?? []).enumerated().flatMap { stage, steps in
                steps.steps.enumerated().compactMap { number, step in
                    guard let every = step.rhythm?.value, let start = plan.info.date else { return nil }
                    return Event(
                        id: "step-\(checklist.id)-\(stage + 1)-\(number + 1)", date: after(start, every),
                        summary: plain(step.text, plan.links), description: checklist.title.text(locale),
                        every: every, dayOfMonth: start.day)
                }
            }
        }
    }
}
