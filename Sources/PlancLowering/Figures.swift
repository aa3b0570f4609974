import PlancDocument
import PlancMarkup
import PlancModel

/// Pictures in authors' text. They stand as blocks of their own: below the paragraph, heading, step or table that they are in.
extension ScenarioContext {
    /// The pictures among words that are not composed yet.
    func figures(_ inlines: [Inline]) -> [Block] { figures(in: edition.composer.inlines(inlines)) }

    /// The pictures among composed words.
    func figures(in inlines: [Inline]) -> [Block] {
        if plan.pictures.uses.isEmpty { return [] }
        var figures: [Block] = []
        inlines.forEachDeep { inline in
            if case .image(let image) = inline.content, let figure = figure(image) { figures.append(.figure(figure)) }
        }
        return figures
    }

    /// A paragraph, and the pictures in it; of one that holds nothing else, the pictures.
    func paragraph(_ inlines: [Inline]) -> [Block] {
        let figures = figures(in: inlines)
        let isFigure = !figures.isEmpty && inlines.allSatisfy(isFigureOrBlank)
        let runs = isFigure ? [] : lowered(inlines)
        return (runs.isEmpty ? [] : [.paragraph(runs, .body)]) + figures
    }

    private func isFigureOrBlank(_ inline: Inline) -> Bool {
        switch inline.content {
        case .image(let image): figure(image) != nil
        case .text(let words): words.allSatisfy(\.isWhitespace)
        case .softBreak, .lineBreak: true
        case .link(let link): !link.children.isEmpty && link.children.allSatisfy(isFigureOrBlank)
        case .emphasis(let children), .strong(let children), .strikethrough(let children):
            children.allSatisfy(isFigureOrBlank)
        default: false
        }
    }

    private func figure(_ image: Link) -> Figure? {
        guard case .file(let path) = plan.links[image], let picture = plan.pictures[path] else { return nil }
        return Figure(picture, alternative: alternative(of: image), caption: image.title.map { [.text($0)] } ?? [])
    }

    /// What stands for a picture: its own text, else its title, else the name of its file.
    private func alternative(of image: Link) -> String {
        let words = lowered(image.children).plainText
        if !words.allSatisfy(\.isWhitespace) { return words }
        return image.title ?? image.destination.split(separator: "/").last.map(String.init) ?? image.destination
    }

    /// A picture in the middle of words: what stands for it, in brackets where it is not printed beside them.
    func runs(of image: Link, _ style: Run.Style) -> [Run] {
        let words = image.children.isEmpty ? [.text(alternative(of: image), style)] : lowered(image.children, style)
        if figure(image) != nil { return words.map { $0.adding(.emphasis) } }
        let title = image.title.map { [Run.text(" – " + $0, style)] } ?? []
        return [.text("[", style)] + words + title + [.text("]", style)]
    }
}
