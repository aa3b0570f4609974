import PlancDocument
import PlancSource

/// The home page of a locale, to lie as `index.html` in the locale's folder.
public func emitIndex(_ page: HomePage) -> [UInt8] {
    let shell = PageShell(
        locale: page.locale, title: page.title, classification: page.classification, watermark: page.watermark,
        stamp: page.stamp,
        words: PageShell.Words(pageOf: page.words.pageOf, home: page.words.home, skip: page.words.skip), home: nil,
        assets: .document)
    return shell.page { out in
        out.element("h1", page.title)
        out.raw("\n")
        callers(page, &out)
        languages(page.languages, &out)
        if page.groups.count > 3 { contents(page, &out) }
        for (index, group) in page.groups.enumerated() { write(group, id: "~g\(index)", &out) }
        out.raw("<p class=\"hidden\" role=\"status\" id=\"~status\"></p>\n")
    }
}

private func callers(_ page: HomePage, _ out: inout HTMLWriter) {
    guard !page.callers.isEmpty else { return }
    out.raw("<section aria-labelledby=\"~callers\"><h2 id=\"~callers\">")
    out.text(page.callersTitle)
    out.raw("</h2>\n<ul class=\"callers\">\n")
    for caller in page.callers {
        out.raw("<li>")
        out.element("p", class: "role", caller.title)
        if !caller.name.isEmpty { out.element("p", caller.name) }
        for number in caller.numbers {
            if case .uri(let uri) = number.link, let address = linkable(uri) {
                out.raw("<a class=\"phone\"")
                out.attribute("href", address)
                out.raw(">")
                out.text([number].plainText)
                out.raw("</a>")
            } else {
                out.element("p", class: "phone", [number].plainText)
            }
        }
        out.raw("</li>\n")
    }
    out.raw("</ul></section>\n")
}

private func languages(_ languages: [HomePage.Language], _ out: inout HTMLWriter) {
    guard !languages.isEmpty else { return }
    out.raw("<p class=\"languages\">")
    for language in languages {
        guard let address = fileAddress(language.path) else { continue }
        out.raw("<a")
        out.attribute("href", address)
        out.attribute("hreflang", language.locale)
        out.attribute("lang", language.locale)
        out.raw(">")
        out.text(language.title)
        out.raw("</a>")
    }
    out.raw("</p>\n")
}

private func contents(_ page: HomePage, _ out: inout HTMLWriter) {
    out.raw("<nav")
    out.attribute("aria-label", page.words.contents)
    out.raw("><ul class=\"contents\">\n")
    for (index, group) in page.groups.enumerated() {
        out.raw("<li><a")
        out.attribute("href", "#~g\(index)")
        out.raw(">")
        out.text(group.title)
        out.raw("</a></li>\n")
    }
    out.raw("</ul></nav>\n")
}

private func write(_ group: HomePage.Group, id: String, _ out: inout HTMLWriter) {
    out.raw("<section")
    out.attribute("aria-labelledby", id)
    out.raw("><h2")
    out.attribute("id", id)
    out.raw(">")
    out.text(group.title)
    out.raw("</h2>\n")
    write(group.items, &out)
    if !group.folded.isEmpty {
        out.raw("<details><summary>")
        out.text(group.foldedTitle)
        out.raw("</summary>\n")
        write(group.folded, &out)
        out.raw("</details>\n")
    }
    out.raw("</section>\n")
}

private func write(_ items: [HomePage.Item], _ out: inout HTMLWriter) {
    out.raw("<ul class=\"items\">\n")
    for item in items {
        let files = item.files.compactMap { file in fileAddress(file.path).map { (label: file.label, address: $0) } }
        out.raw("<li>")
        if let first = files.first {
            out.raw("<a")
            out.attribute("href", first.address)
            out.raw(">")
            out.text(item.title)
            out.raw("</a>")
            if files.count == 1 { out.element("span", class: "format", first.label) }
        } else {
            out.text(item.title)
        }
        for file in files.dropFirst() {
            out.raw("<a class=\"format\"")
            out.attribute("href", file.address)
            out.attribute("aria-label", "\(item.title), \(file.label)")
            out.raw(">")
            out.text(file.label)
            out.raw("</a>")
        }
        out.raw("</li>\n")
    }
    out.raw("</ul>\n")
}

/// A path from the locale's folder as an address; it may step up to the plan's folder, no further.
private func fileAddress(_ path: String) -> String? {
    var parts = path.split(separator: "/")
    var address = ""
    if parts.first == ".." {
        parts.removeFirst()
        address = "../"
    }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    return address + parts.map { percentEncoded($0) }.joined(separator: "/")
}
