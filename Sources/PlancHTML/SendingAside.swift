import PlancDocument
import PlancSource

/// What stands beside the messages on the page from which they are sent.
extension MessagePageWriter {
    /// What holds for all messages: when the plan was activated, by what nothing must be sent, and the order of sending.
    mutating func aside() {
        let words = page.labels.sending
        runs.out.raw("<div class=\"aside\">\n")
        if !page.purpose.isEmpty { paragraph("note", page.purpose) }
        runs.out.raw("<div class=\"entry\"><label for=\"~t0\">")
        runs.out.text(words.activation)
        runs.out.raw("</label><input type=\"datetime-local\" id=\"~t0\" data-kind=\"datetime\">")
        nowButton(for: "~t0", words.activation)
        runs.out.raw("</div>\n<label class=\"switch\"><input type=\"checkbox\" id=\"~exercise\"")
        if page.isExercise { runs.out.raw(" checked disabled") }
        runs.out.raw("><span>")
        runs.out.text(page.labels.exercise)
        runs.out.raw("</span></label>\n")
        stops()
        order()
        runs.out.raw("</div>\n")
    }

    mutating func nowButton(for id: String, _ title: String) {
        runs.out.raw("<button type=\"button\" hidden")
        runs.out.attribute("data-now", id)
        runs.out.attribute("aria-label", "\(page.labels.now): \(title)")
        runs.out.raw(">")
        runs.out.text(page.labels.now)
        runs.out.raw("</button>")
    }

    private mutating func stops() {
        let words = page.labels.sending
        if page.stops.isEmpty { return }
        runs.out.raw("<div class=\"callout stop\"><p class=\"callout-title\">")
        runs.out.text(words.doNotUse)
        runs.out.raw("</p>\n<ul class=\"stops\">\n")
        for stop in page.stops {
            runs.out.raw("<li><strong>")
            runs.out.text(stop.title)
            runs.out.raw("</strong>")
            runs.runs(stop.state, in: .label)
            runs.out.raw("<span class=\"back\"><label><input type=\"checkbox\" data-back> ")
            runs.out.text(words.backInUse)
            runs.out.raw("</label><input type=\"time\" class=\"at\"")
            runs.out.attribute("aria-label", "\(stop.title), \(words.backInUse)")
            runs.out.raw("><input type=\"text\" class=\"said\" maxlength=\"80\"")
            runs.out.attribute("placeholder", words.saidBy)
            runs.out.attribute("aria-label", "\(stop.title), \(words.saidBy)")
            runs.out.raw("></span></li>\n")
        }
        runs.out.raw("</ul></div>\n")
    }

    private mutating func order() {
        runs.out.raw("<h2 id=\"~messages\">")
        runs.out.text(page.labels.messages)
        runs.out.raw("</h2>\n<p id=\"~done\"></p>\n<nav aria-labelledby=\"~messages\"><ol class=\"order\">\n")
        for (place, message) in page.messages.enumerated() {
            runs.out.raw("<li><a")
            runs.out.attribute("href", "#" + percentEncoded(anchorName(message.id)))
            runs.out.attribute("data-letter", place)
            runs.out.raw("><span class=\"sign\" aria-hidden=\"true\"></span><span>")
            if !message.due.isEmpty {
                runs.out.element("span", class: "time", message.due)
                runs.out.raw(" ")
            }
            runs.out.text(titleWithMark(message))
            runs.out.raw(" <span class=\"state\"></span></span></a></li>\n")
        }
        runs.out.raw("</ol></nav>\n")
    }
}
