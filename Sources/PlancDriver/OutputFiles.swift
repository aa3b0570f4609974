import PlancData
import PlancDocument
import PlancHTML
import PlancLowering
import PlancModel
import PlancSource

/// Files for other programs: the plan as data, contacts, calendar.
func dataFiles(of plan: Plan, _ options: BuildOptions) -> [OutputFile] {
    // The output of a plan is inside its need-to-know, unless it is made for readers outside.
    let isInside = options.lowering.reader == nil
    var files = [OutputFile(path: "calendar.ics", bytes: calendar(plan, locale: plan.sourceLocale))]
    if isInside { files.append(OutputFile(path: "plan.json", bytes: planJSON(plan).bytes())) }
    for locale in locales(of: plan, options) {
        let folder = "\(locale.tag)/contacts"
        files.append(
            OutputFile(
                path: "\(folder)/contacts.vcf", bytes: contactsVCard(plan, locale: locale, includesPrivate: isInside)))
        files.append(
            OutputFile(
                path: "\(folder)/contacts.csv", bytes: contactsCSV(plan, locale: locale, includesPrivate: isInside)))
    }
    return files
}

/// Each message on each of its channels: plain text, and for e-mail a draft that opens in a mail program.
func messageFiles(of plan: Plan, _ options: BuildOptions) -> [OutputFile] {
    guard options.formats.contains(.text) else { return [] }
    let wanted = plan.messages.filter { isWanted($0, options) }
    return locales(of: plan, options).flatMap { locale in
        parallelMap(wanted) { files(of: $0, plan, locale, isExercise: options.lowering.isExercise) }.flatMap { $0 }
    }
}

private func files(of message: Message, _ plan: Plan, _ locale: Locale, isExercise: Bool) -> [OutputFile] {
    var files: [OutputFile] = []
    let exercise = isExercise ? exerciseMark(in: locale) : nil
    for channel in message.channels.compactMap({ plan.channels[$0] }) {
        guard let draft = Draft(plan, message: message, channel: channel, locale: locale, exercise: exercise) else {
            continue
        }
        let stem = "\(locale.tag)/messages/\(message.id).\(channel.id)"
        files.append(OutputFile(path: stem + ".txt", bytes: messageText(draft)))
        if channel.type.value == .email {
            files.append(OutputFile(path: stem + ".eml", bytes: eml(draft, date: plan.info.date)))
        }
    }
    return files
}

private func isWanted(_ message: Message, _ options: BuildOptions) -> Bool {
    if let reader = options.lowering.reader, !message.audiences.contains(where: { $0.id == reader }) { return false }
    guard let scenarios = options.lowering.scenarios else { return true }
    return scenarios.contains { message.scenarios.contains($0) }
}

private func locales(of plan: Plan, _ options: BuildOptions) -> [Locale] {
    plan.locales.filter { options.lowering.locales?.contains($0) ?? true }
}

/// The pages that hold other files together: the home page of each locale, the pages that fill messages in.
func pages(of plan: Plan, documents: [LoweredDocument], _ options: BuildOptions, others: Set<String>) -> [OutputFile] {
    guard options.formats.contains(.html) else { return [] }
    var pages: [OutputFile] = []
    if options.parts.contains(.messages) {
        pages += parallelMap(lowerMessagePages(plan, options.lowering)) { lowered in
            OutputFile(
                path: lowered.path + ".html",
                bytes: emitMessagePage(
                    lowered.page, path: lowered.path.split(separator: "/").dropFirst().joined(separator: "/")))
        }
    }
    let files = others.union(pages.map(\.path)).union(["manifest.json"])
    pages += lowerHomePages(plan, options.lowering, documents: documents, files: files).map { lowered in
        OutputFile(path: lowered.path + ".html", bytes: emitIndex(lowered.page))
    }
    return pages
}
