import PlancDocument
import PlancSource

/// The texts of a message, one for each channel, with their blanks.
extension MessagePageWriter {
    /// Channels that carry the same words, counted alike, as one.
    static func joined(_ channels: [MessagePage.Channel]) -> [MessagePage.Channel] {
        channels.reduce(into: []) { joined, channel in
            if let place = joined.firstIndex(where: { $0.text == channel.text && $0.measure == channel.measure }) {
                joined[place].title += " · " + channel.title
                if !channel.access.isEmpty, channel.access != joined[place].access {
                    joined[place].access += (joined[place].access.isEmpty ? [] : [Run(.lineBreak)]) + channel.access
                }
                joined[place].subject = joined[place].subject ?? channel.subject
            } else {
                joined.append(channel)
            }
        }
    }

    mutating func text(of channel: MessagePage.Channel, _ message: MessagePage.Message) {
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
