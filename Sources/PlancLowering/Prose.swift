import PlancDocument
import PlancMarkup
import PlancModel

// In this room the bare names are the printed things; authors' text is `PlancMarkup.Block`.
typealias Block = PlancDocument.Block
typealias Table = PlancDocument.Table
typealias List = PlancDocument.List

/// Authors' text as runs and blocks.
extension ScenarioContext {
    /// Words with their snippets, names and links in place.
    func runs(_ inlines: [Inline], _ style: Run.Style = []) -> [Run] {
        lowered(composer.inlines(inlines), style)
    }

    /// `anchors`: what the anchors of headings begin with; `level`: that of the highest heading.
    func blocks(_ blocks: [PlancMarkup.Block], anchors: String, level: Int) -> [Block] {
        var count = 0
        return lowered(composer.blocks(blocks), anchors, level, &count)
    }

    /// Composed words.
    func lowered(_ inlines: [Inline], _ style: Run.Style = []) -> [Run] {
        var runs: [Run] = []
        for inline in inlines {
            switch inline.content {
            case .text(let text): runs.append(.text(unbrokenNumbers(text), style))
            case .code(let text): runs.append(.text(text, style.union(.code)))
            case .emphasis(let children): runs += lowered(children, style.union(.emphasis))
            case .strong(let children): runs += lowered(children, style.union(.strong))
            case .strikethrough(let children): runs += lowered(children, style.union(.deleted))
            case .softBreak: runs.append(.text(" ", style))
            case .lineBreak: runs.append(Run(.lineBreak))
            case .placeholder(let placeholder): runs.append(blank(placeholder.name, style))
            case .link(let link):
                let destination = destination(of: link)
                let shown = lowered(link.children, style)
                let entity: EntityReference? = if case .entity(let found) = plan.links[link] { found } else { nil }
                let way = wayOn(entity, behind: shown)
                let target = way.first?.link ?? destination
                runs += shown.map { run in
                    var run = run
                    if run.link == nil { run.link = target }
                    return run
                }
                runs += way.map { $0.adding(style) }
                if destination == nil, let reference = entity, reference.kind == .message {
                    let there = self.reference(toTextOf: reference.id)
                    if !there.isEmpty {
                        runs += [.text(" (", .small)] + there.map { $0.adding(.small) } + [.text(")", .small)]
                    }
                }
            case .image(let image): runs += self.runs(of: image, style)
            case .roleMention(let id): runs.append(.text(edition.title(.role, id), style.union(.strong)))
            case .snippet: break
            }
        }
        return runs
    }

    private func destination(of link: Link) -> Run.Destination? {
        switch plan.links[link] {
        case .entity(let reference): destination(of: reference)
        case .external:
            ["https:", "http:", "mailto:", "tel:"].contains { link.destination.lowercased().hasPrefix($0) }
                ? .uri(link.destination) : nil
        case .unresolved, .anchor, .file: nil
        }
    }

    /// The place where a field is written in by hand.
    func blank(_ field: String, _ style: Run.Style = []) -> Run {
        guard let found = plan.fields[field] else {
            return Run(.blank(label: edition.composer.blankTitle(field), width: 16), style.union(.field))
        }
        let longest = max(edition.text(found.longest).count, edition.text(found.example).count)
        var run = Run(
            .blank(label: edition.title(.field, field), width: min(max(longest, 6), 40)), style.union(.field))
        run.landmarks = [.value(field)]
        return run
    }

    /// Composed blocks.
    func lowered(_ blocks: [PlancMarkup.Block], anchors: String, level: Int) -> [Block] {
        var count = 0
        return lowered(blocks, anchors, level, &count)
    }

    private func lowered(
        _ blocks: [PlancMarkup.Block], _ anchors: String, _ level: Int, _ count: inout Int
    ) -> [Block] {
        let top =
            blocks.compactMap { block -> Int? in
                if case .heading(let level, _) = block.content { level } else { nil }
            }.min() ?? 1
        var result: [Block] = []
        for block in blocks {
            switch block.content {
            case .paragraph(let inlines):
                result += paragraph(inlines)
            case .heading(let own, let inlines):
                count += 1
                result.append(
                    .heading(level: min(4, level + own - top), lowered(inlines), anchor: "\(anchors)-\(count)"))
                result += figures(in: inlines)
            case .list(let list):
                let items = list.items.map {
                    List.Item(lowered($0.blocks, anchors, level, &count), box: $0.task)
                }
                result.append(.list(List(items, isOrdered: list.isOrdered, start: list.start)))
            case .quote(let children): result.append(.quote(lowered(children, anchors, level, &count)))
            case .alert(let alert, let children):
                result.append(
                    .callout(
                        Callout(
                            alert == .warning || alert == .caution ? .warning : .remark,
                            title: [.text(words.alert(alert), .strong)],
                            blocks: lowered(children, anchors, level, &count))))
            case .code(_, let text): result.append(.verbatim(text))
            case .table(let table):
                result.append(.table(lowered(table)))
                for cell in table.header { result += figures(in: cell.inlines) }
            case .rule: result.append(.rule)
            case .directive: continue
            }
        }
        return result
    }

    private func cell(_ inlines: [Inline]) -> [Block] {
        let blocks = paragraph(inlines)
        return blocks.isEmpty ? [.paragraph([], .body)] : blocks
    }

    private func lowered(_ table: PlancMarkup.Table) -> Table {
        let columns = zip(table.header, table.alignments).map { cell, alignment in
            Table.Column(
                lowered(cell.inlines), alignment: alignment == .right ? .right : alignment == .center ? .center : .left)
        }
        return Table(
            summary: table.header.map(\.inlines.plainText).joined(separator: ", "), columns: columns,
            rows: table.rows.map { row in .init(row.map { cell($0.inlines) }) }, hasRowHeaders: false)
    }
}
