import PlancDocument

extension DocumentWriter {
    /// Steps as a list of boxes to tick; the whole line of a step is the label of its box.
    mutating func steps(_ list: StepList) {
        let hasTimes = list.steps.contains(where: Self.hasTime)
        let hasRoles = list.steps.contains(where: Self.hasRole)
        out.raw("<div class=\"steps")
        if !hasTimes { out.raw(" no-time") }
        if !hasRoles { out.raw(" no-who") }
        out.raw("\">\n<p class=\"columns\" aria-hidden=\"true\"><span></span>")
        if hasTimes { out.element("span", document.words.when) }
        if hasRoles { out.element("span", document.words.who) }
        out.element("span", document.words.what)
        out.element("span", document.words.doneAt)
        out.raw("</p>\n<p class=\"progress\" aria-hidden=\"true\" hidden></p>\n<ol role=\"list\"")
        if !list.title.isEmpty { out.attribute("aria-label", list.title) }
        out.raw(">\n")
        for step in list.steps { self.step(step) }
        out.raw("</ol>\n</div>\n")
    }

    private static func hasTime(_ step: StepRow) -> Bool {
        !step.time.isEmpty || step.rhythm != nil || step.substeps.contains(where: hasTime)
    }

    private static func hasRole(_ step: StepRow) -> Bool { !step.who.isEmpty || step.substeps.contains(where: hasRole) }

    private mutating func step(_ step: StepRow) {
        let box = newID()
        step.isDecision ? out.raw("<li class=\"step decision\">") : out.raw("<li class=\"step\">")
        out.raw("<div class=\"act\"><input type=\"checkbox\"")
        out.attribute("id", box)
        if step.isTicked { out.raw(" checked") }
        out.raw("><label")
        out.attribute("for", box)
        out.raw(">")
        if !step.time.isEmpty || step.rhythm != nil {
            out.raw("<span class=\"when\">")
            out.element("span", class: "time", step.time)
            if let rhythm = step.rhythm {
                out.raw(" ")
                out.element("span", class: "rhythm", rhythm)
            }
            out.raw("</span> ")
        }
        out.raw("<span class=\"what\">")
        runs(step.text, in: .label)
        out.raw("</span>")
        if !step.who.isEmpty {
            out.raw(" <span class=\"who\">")
            runs(step.who, in: .label)
            out.raw("</span>")
        }
        out.raw("</label><span class=\"done\"><span aria-hidden=\"true\">")
        out.text(document.words.doneAt)
        out.raw("</span> <input type=\"text\" inputmode=\"numeric\" size=\"5\" maxlength=\"8\" autocomplete=\"off\"")
        out.attribute("aria-label", "\(document.words.doneAt): \(step.text.plainText)")
        out.raw("></span></div>\n")
        about(step)
        out.raw("</li>\n")
    }

    /// What stands below a step: what is against it, its branches, its detail and its own steps.
    private mutating func about(_ step: StepRow) {
        guard !(step.warnings.isEmpty && step.parts.isEmpty) else { return }
        out.raw("<div class=\"about\">\n")
        for warning in step.warnings {
            out.raw("<p class=\"warning\">")
            runs(warning)
            out.raw("</p>\n")
        }
        // Branches, and sub-steps, that follow each other are one list.
        var open: PartList?
        for part in step.parts {
            switch part {
            case .detail(let blocks):
                change(&open, to: nil)
                self.blocks(blocks)
            case .branch(let branch):
                change(&open, to: .branches)
                self.branch(branch)
            case .step(let substep):
                change(&open, to: .steps)
                self.step(substep)
            }
        }
        change(&open, to: nil)
        out.raw("</div>\n")
    }

    private enum PartList { case branches, steps }

    private mutating func change(_ open: inout PartList?, to next: PartList?) {
        guard open != next else { return }
        switch open {
        case .branches: out.raw("</ul>\n")
        case .steps: out.raw("</ol>\n")
        case nil: break
        }
        switch next {
        case .branches: out.raw("<ul class=\"branches\">\n")
        case .steps: out.raw("<ol role=\"list\">\n")
        case nil: break
        }
        open = next
    }

    private mutating func branch(_ branch: StepRow.Branch) {
        out.raw("<li>")
        out.element("strong", class: "branch", branch.label)
        out.raw(" ")
        runs(branch.text)
        if !branch.detail.isEmpty { blocks(branch.detail) }
        out.raw("</li>\n")
    }
}
