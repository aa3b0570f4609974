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
        script: [PackageResources.page_js, PackageResources.counting_js, PackageResources.message_js])
}

private struct MessagePageWriter {
    let page: MessagePage
    /// Writes runs, with their links, into the page.
    var runs: DocumentWriter
    private var lastText = 0

    init(page: MessagePage, runs: DocumentWriter) {
        self.page = page
        self.runs = runs
    }

    mutating func write() {
        runs.out.element("h1", page.title)
        runs.out.raw("\n")
        if !page.purpose.isEmpty { paragraph("purpose", page.purpose) }
        runs.out.raw("<p class=\"watermark\" id=\"~banner\" hidden>")
        runs.out.text(page.labels.exercise)
        runs.out.raw("</p>\n")
        fields()
        index()
        for message in page.messages { write(message) }
        runs.out.raw("<p class=\"tools\"><button type=\"button\" data-do=\"print\" hidden>")
        runs.out.text(page.words.print)
        runs.out.raw("</button></p>\n<p class=\"bar\"><a href=\"#~fields\" id=\"~left\">")
        runs.out.text(page.labels.fields)
        runs.out.raw("</a><a href=\"#~messages\" id=\"~back\">")
        runs.out.text(page.labels.messages)
        runs.out.raw("</a></p>\n<p class=\"hidden\" role=\"status\" id=\"~status\"></p>\n")
        labels()
    }

    private mutating func paragraph(_ name: StaticString, _ words: [Run]) {
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
        runs.out.raw("></div>\n")
    }

    private mutating func fields() {
        runs.out.raw("<section aria-labelledby=\"~fields\"><h2 id=\"~fields\" tabindex=\"-1\">")
        runs.out.text(page.labels.fields)
        runs.out.raw("</h2>\n")
        runs.out.element("p", class: "note", page.labels.fieldsNote)
        runs.out.raw("\n<label class=\"switch\"><input type=\"checkbox\" id=\"~exercise\"")
        if page.isExercise { runs.out.raw(" checked disabled") }
        runs.out.raw("><span>")
        runs.out.text(page.labels.exercise)
        runs.out.raw("</span></label>\n")
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
            runs.out.raw("<button type=\"button\" hidden")
            runs.out.attribute("data-now", id)
            runs.out.attribute("aria-label", "\(page.labels.now): \(field.title)")
            runs.out.raw(">")
            runs.out.text(page.labels.now)
            runs.out.raw("</button>")
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

    private mutating func index() {
        runs.out.raw("<h2 id=\"~messages\">")
        runs.out.text(page.labels.messages)
        runs.out.raw("</h2>\n<nav aria-labelledby=\"~messages\"><ul class=\"index\">\n")
        for message in page.messages {
            runs.out.raw("<li><a")
            runs.out.attribute("href", "#" + percentEncoded(anchorName(message.id)))
            runs.out.raw(">")
            if !message.due.isEmpty { runs.out.element("span", class: "time", message.due) }
            runs.out.element("span", message.title)
            runs.out.raw("</a></li>\n")
        }
        runs.out.raw("</ul></nav>\n")
    }

    private mutating func write(_ message: MessagePage.Message) {
        runs.out.raw("<section class=\"letter\"")
        runs.out.attribute("id", anchorName(message.id))
        runs.out.attribute("aria-label", message.title)
        runs.out.raw(">\n<h3>")
        if !message.due.isEmpty {
            runs.out.element("span", class: "time", message.due)
            runs.out.raw(" ")
        }
        runs.out.text(message.title)
        runs.out.raw("</h3>\n")
        if !message.facts.isEmpty { runs.facts(message.facts) }
        for channel in Self.joined(message.channels.filter { $0.obstacle == nil }) {
            runs.out.element("h4", channel.title)
            runs.out.raw("\n")
            text(of: channel, message)
        }
        let down = message.channels.filter { $0.obstacle != nil }
        if !down.isEmpty {
            runs.out.raw("<div class=\"downs\">")
            runs.out.element("h4", page.labels.down)
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
        runs.out.raw("</section>\n")
    }

    /// Channels that carry the same words, counted alike, as one.
    private static func joined(_ channels: [MessagePage.Channel]) -> [MessagePage.Channel] {
        channels.reduce(into: []) { joined, channel in
            if let place = joined.firstIndex(where: { $0.text == channel.text && $0.measure == channel.measure }) {
                joined[place].title += " · " + channel.title
                joined[place].subject = joined[place].subject ?? channel.subject
            } else {
                joined.append(channel)
            }
        }
    }

    private mutating func text(of channel: MessagePage.Channel, _ message: MessagePage.Message) {
        let whole = "\(message.title), \(channel.title)"
        if let subject = channel.subject {
            let id = newTextID()
            runs.out.raw("<div class=\"subject-text\" role=\"group\"")
            runs.out.attribute("id", id)
            runs.out.attribute("aria-label", page.labels.subject)
            filled(subject)
            copyButton(page.labels.copySubject, id, whole)
        }
        let id = newTextID()
        runs.out.raw("<div class=\"text\" role=\"group\"")
        runs.out.attribute("id", id)
        runs.out.attribute("aria-label", channel.title)
        let (measure, limit): (String?, Int?) =
            switch channel.measure {
            case .none: (nil, nil)
            case .parts(let limit): ("parts", limit)
            case .characters(let limit, _): ("characters", limit)
            case .seconds(let limit): ("seconds", limit)
            }
        if let measure { runs.out.attribute("data-measure", measure) }
        if let limit { runs.out.attribute("data-limit", limit) }
        if case .characters(_, true) = channel.measure { runs.out.raw(" data-weighted=\"yes\"") }
        filled(channel.text)
        if measure != nil {
            runs.out.raw("<p class=\"count\"")
            runs.out.attribute("id", "\(id)-count")
            runs.out.attribute("data-title", whole)
            runs.out.raw("></p>\n")
        }
        copyButton(page.labels.copyText, id, whole)
    }

    private mutating func newTextID() -> String {
        lastText += 1
        return "~t\(lastText)"
    }

    private mutating func copyButton(_ words: String, _ id: String, _ whole: String) {
        runs.out.raw("<button type=\"button\" hidden")
        runs.out.attribute("data-copy", id)
        runs.out.attribute("aria-label", "\(words): \(whole)")
        runs.out.raw(">")
        runs.out.text(words)
        runs.out.raw("</button>\n")
    }

    /// A template with a slot for each field in it. A name that is no field stays as it is written.
    private mutating func filled(_ template: String) {
        runs.out.raw("><span class=\"prefix\">")
        if page.isExercise { runs.out.text(page.labels.exercisePrefix) }
        runs.out.raw("</span>")
        for piece in pieces(of: template) {
            if case .field(let name) = piece, let index = page.fields.firstIndex(where: { $0.id == name }) {
                runs.out.raw("<span class=\"slot empty\"")
                runs.out.attribute("data-field", index)
                runs.out.raw(">")
                runs.out.text("[\(page.fields[index].title)]")
                runs.out.raw("</span>")
            } else {
                runs.out.text(piece.source)
            }
        }
        runs.out.raw("</div>\n")
    }
}
