import PlancDocument
import PlancSource

/// The page on which the messages of a scenario are filled in, to lie at `path` (as in `emitHTML`).
/// It can be read without its script; with it, each text follows the fields. Values go into the page as text only and leave it
/// only when the reader copies, prints or saves.
public func emitMessagePage(_ page: MessagePage, path: String) -> [UInt8] {
    let place = PagePlace(path: path, locale: page.locale)
    let shell = PageShell(
        locale: page.locale, title: page.title, classification: page.classification, watermark: page.watermark,
        stamp: page.stamp,
        words: PageShell.Words(pageOf: page.words.pageOf, home: page.words.home, skip: page.words.skip),
        home: place.home,
        assets: .messages)
    return shell.page { out in
        let document = Document(
            id: page.fileName, title: page.title, locale: page.locale, stamp: page.stamp, words: page.words, blocks: [])
        var writer = MessagePageWriter(page: page, runs: DocumentWriter(out: out, document: document, place: place))
        writer.write()
        out = writer.runs.out
    }
}

extension PageShell.Assets {
    fileprivate static let messages = Self(
        style: [PackageResources.page_css, PackageResources.message_css],
        script: [
            PackageResources.page_js, PackageResources.counting_js, PackageResources.message_js,
            PackageResources.sending_js,
        ])
}

struct MessagePageWriter {
    let page: MessagePage
    /// Writes runs, with their links, into the page.
    var runs: DocumentWriter
    var lastText = 0

    init(page: MessagePage, runs: DocumentWriter) {
        self.page = page
        self.runs = runs
    }

    mutating func write() {
        runs.out.element("h1", page.title)
        runs.out.raw("\n")
        runs.out.raw("<p class=\"watermark\" id=\"~banner\" hidden>")
        runs.out.text(page.labels.exercise)
        runs.out.raw("</p>\n")
        tabs()
        runs.out.raw(
            "<div class=\"panel\" id=\"~sending\" role=\"tabpanel\" aria-labelledby=\"~tab-sending\">\n<div>\n")
        for place in page.messages.indices { write(page.messages[place], place) }
        runs.out.raw("</div>\n")
        aside()
        runs.out.raw("</div>\n<div id=\"~values\" role=\"tabpanel\" aria-labelledby=\"~tab-values\">\n")
        fields()
        runs.out.raw("</div>\n<p class=\"tools\"><button type=\"button\" data-do=\"print\" hidden>")
        runs.out.text(page.words.print)
        runs.out.raw("</button></p>\n<p class=\"bar\"><a href=\"#~fields\" id=\"~left\">")
        runs.out.text(page.labels.fields)
        runs.out.raw("</a><a href=\"#~messages\" id=\"~back\">")
        runs.out.text(page.labels.messages)
        runs.out.raw("</a></p>\n<p class=\"hidden\" role=\"status\" id=\"~status\"></p>\n")
        labels()
    }

    /// The messages one by one, and all values: one below the other where there is no script.
    private mutating func tabs() {
        runs.out.raw("<div class=\"tabs\" role=\"tablist\">")
        for (name, title, isChosen) in [
            ("sending", page.labels.sending.tab, true), ("values", page.labels.fields, false),
        ] {
            runs.out.raw("<button type=\"button\" role=\"tab\" hidden")
            runs.out.attribute("id", "~tab-\(name)")
            runs.out.attribute("aria-controls", "~\(name)")
            runs.out.attribute("aria-selected", isChosen ? "true" : "false")
            runs.out.raw(">")
            runs.out.text(title)
            runs.out.raw("</button>")
        }
        runs.out.raw("</div>\n")
    }

    mutating func paragraph(_ name: StaticString, _ words: [Run]) {
        runs.out.raw("<p class=\"")
        runs.out.raw(name)
        runs.out.raw("\">")
        runs.runs(words, in: .label)
        runs.out.raw("</p>\n")
    }

    /// The words that the script says.
    private mutating func labels() {
        let words = page.labels
        runs.out.raw("<div hidden id=\"~labels\"")
        runs.out.attribute("data-file", page.fileName)
        runs.out.attribute("data-moment", words.moment)
        runs.out.attribute("data-days", words.days.joined(separator: "|"))
        runs.out.attribute("data-hours", words.hours.joined(separator: "|"))
        runs.out.attribute("data-times", words.times.joined(separator: "|"))
        runs.out.attribute("data-many-empty", words.manyEmpty)
        runs.out.attribute("data-one-empty", words.oneEmpty)
        runs.out.attribute("data-none-empty", words.noneEmpty)
        runs.out.attribute("data-loaded", words.loaded)
        runs.out.attribute("data-not-loaded", words.notLoaded)
        runs.out.attribute("data-exercise-prefix", words.exercisePrefix)
        runs.out.attribute("data-copied", words.copied)
        runs.out.attribute("data-copied-empty", words.copiedEmpty)
        runs.out.attribute("data-parts", words.parts)
        runs.out.attribute("data-parts-limit", words.partsLimit)
        runs.out.attribute("data-unicode", words.unicode)
        runs.out.attribute("data-characters-of", words.charactersOf)
        runs.out.attribute("data-characters", words.characters)
        runs.out.attribute("data-seconds-of", words.secondsOf)
        runs.out.attribute("data-seconds", words.seconds)
        runs.out.attribute("data-too-long", words.tooLong)
        runs.out.attribute("data-colon", page.words.colon)
        runs.out.attribute("data-done", words.sending.done)
        runs.out.attribute("data-sent", words.sending.sent)
        runs.out.attribute("data-due", words.sending.due)
        runs.out.attribute("data-late", words.sending.late)
        runs.out.attribute("data-to-send", words.sending.toSend)
        runs.out.attribute("data-changed", words.sending.changed)
        runs.out.attribute("data-was-now", words.sending.wasNow)
        runs.out.raw("></div>\n")
    }

    private mutating func fields() {
        runs.out.raw("<section aria-labelledby=\"~fields\"><h2 id=\"~fields\" tabindex=\"-1\">")
        runs.out.text(page.labels.fields)
        runs.out.raw("</h2>\n")
        runs.out.element("p", class: "note", page.labels.fieldsNote)
        runs.out.raw("\n")
        for (index, field) in page.fields.enumerated() { entry(field, index) }
        runs.out.raw("<p class=\"tools\">")
        for (action, words) in [("save", page.labels.save), ("load", page.labels.load), ("clear", page.labels.clear)] {
            runs.out.raw("<button type=\"button\" hidden")
            runs.out.attribute("data-do", action)
            runs.out.raw(">")
            runs.out.text(words)
            runs.out.raw("</button>")
        }
        runs.out.raw("<input type=\"file\" id=\"~file\" accept=\".json,application/json\" hidden")
        runs.out.attribute("aria-label", page.labels.load)
        runs.out.raw("></p>\n</section>\n")
    }

    private mutating func entry(_ field: MessagePage.Field, _ index: Int) {
        let id = "~f\(index)"
        runs.out.raw("<div class=\"entry empty\"><label")
        runs.out.attribute("for", id)
        runs.out.raw(">")
        runs.out.text(field.title)
        runs.out.raw("</label>")
        if field.kind == .choice {
            runs.out.raw("<select")
            about(field, id)
            runs.out.raw("><option value=\"\">")
            runs.out.text(page.labels.choose)
            runs.out.raw("</option>")
            for choice in field.choices { runs.out.element("option", choice) }
            runs.out.raw("</select>")
        } else {
            switch field.kind {
            case .text, .choice: runs.out.raw("<input type=\"text\"")
            case .number: runs.out.raw("<input type=\"text\" inputmode=\"decimal\"")
            case .date: runs.out.raw("<input type=\"date\"")
            case .time: runs.out.raw("<input type=\"time\"")
            case .datetime: runs.out.raw("<input type=\"datetime-local\"")
            case .phone: runs.out.raw("<input type=\"tel\"")
            case .url: runs.out.raw("<input type=\"url\"")
            }
            about(field, id)
            runs.out.raw(">")
        }
        if [.date, .time, .datetime].contains(field.kind) {
            nowButton(for: id, field.title)
        }
        runs.out.raw("<p class=\"hint\"")
        runs.out.attribute("id", "\(id)-hint")
        runs.out.raw(">")
        if !field.example.isEmpty { runs.out.text(page.labels.example.replacing("{0}", with: field.example)) }
        if !field.legend.isEmpty {
            if !field.example.isEmpty { runs.out.raw(" · ") }
            runs.runs(field.legend, in: .label)
        }
        runs.out.raw("</p></div>\n")
    }

    private mutating func about(_ field: MessagePage.Field, _ id: String) {
        runs.out.attribute("id", id)
        runs.out.attribute("data-entry", field.id)
        runs.out.attribute("data-kind", field.kind.rawValue)
        runs.out.attribute("data-longest", field.longest.isEmpty ? field.example : field.longest)
        runs.out.attribute("aria-describedby", "\(id)-hint")
        if [.text, .number, .phone, .url].contains(field.kind) {
            // Room for more than was foreseen, not for a page.
            runs.out.attribute("maxlength", min(2_000, max(200, 4 * field.longest.count)))
        }
    }

    func titleWithMark(_ message: MessagePage.Message) -> String {
        message.mark.isEmpty ? message.title : "\(message.mark) · \(message.title)"
    }

    private mutating func write(_ message: MessagePage.Message, _ place: Int) {
        runs.out.raw("<section class=\"letter\"")
        runs.out.attribute("id", anchorName(message.id))
        runs.out.attribute("aria-label", message.title)
        runs.out.attribute("data-letter", place)
        if let minutes = message.minutes { runs.out.attribute("data-minutes", minutes) }
        runs.out.raw(">\n<h2 tabindex=\"-1\">")
        if !message.due.isEmpty {
            runs.out.element("span", class: "time", message.due)
            runs.out.raw(" ")
        }
        runs.out.text(titleWithMark(message))
        runs.out.raw("</h2>\n<p class=\"letter-state\"></p>\n<p class=\"changed\" hidden></p>\n")
        for channel in Self.joined(message.channels.filter { $0.obstacle == nil }) {
            runs.out.element("h3", channel.title)
            runs.out.raw("\n")
            if !channel.access.isEmpty {
                runs.out.raw("<p class=\"access\">")
                runs.runs(channel.access)
                runs.out.raw("</p>\n")
            }
            text(of: channel, message)
        }
        checks(message, place)
        if !message.facts.isEmpty { runs.facts(message.facts) }
        downs(message)
        if let next = page.messages.indices.contains(place + 1) ? page.messages[place + 1] : nil {
            runs.out.raw("<p class=\"next\"><a")
            runs.out.attribute("href", "#" + percentEncoded(anchorName(next.id)))
            runs.out.raw(">")
            runs.out.text(page.labels.sending.next.replacing("{0}", with: titleWithMark(next)))
            runs.out.raw("</a></p>\n")
        }
        runs.out.raw("</section>\n")
    }

    /// Who reads it again and who approves it, each with the hour; and the hour at which it was sent.
    private mutating func checks(_ message: MessagePage.Message, _ place: Int) {
        let words = page.labels.sending
        runs.out.raw("<ul class=\"checks\">\n")
        for check in message.checks {
            runs.out.raw("<li><label><input type=\"checkbox\" data-check> <span>")
            runs.out.text(check.label + page.words.colon)
            runs.out.raw("</span></label><span class=\"who\">")
            runs.runs(check.value)
            runs.out.raw("</span><input type=\"time\" class=\"at\"")
            runs.out.attribute("aria-label", check.label)
            runs.out.raw("></li>\n")
        }
        let id = "~sent\(place)"
        runs.out.raw("<li><label")
        runs.out.attribute("for", id)
        runs.out.raw(">")
        runs.out.text(words.sentAt)
        runs.out.raw("</label><input type=\"time\" class=\"at\" data-sent-at")
        runs.out.attribute("id", id)
        runs.out.raw("><button type=\"button\" hidden")
        runs.out.attribute("data-sent", id)
        runs.out.raw(">")
        runs.out.text(words.sentNow)
        runs.out.raw("</button></li>\n</ul>\n")
    }

    private mutating func downs(_ message: MessagePage.Message) {
        let down = message.channels.filter { $0.obstacle != nil }
        if down.isEmpty { return }
        runs.out.raw("<div class=\"downs\">")
        runs.out.element("h3", page.labels.down)
        for channel in down {
            runs.out.raw("\n<details><summary><span><s>")
            runs.out.text(channel.title)
            runs.out.raw("</s> – ")
            runs.runs(channel.obstacle ?? [], in: .label)
            runs.out.raw("</span></summary>\n")
            text(of: channel, message)
            runs.out.raw("</details>")
        }
        runs.out.raw("</div>\n")
    }
}
