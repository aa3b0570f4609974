import PlancDiagnostics
import PlancModel
import PlancPictures

enum UnusablePicture: Rule {
    static let name = "unusable-picture"
    static let group = RuleGroup.binding
    static let severity = Severity.error
    static let summary = Phrase("a picture that cannot be printed")
    static let why = Phrase(
        """
        A page with a hole where the map should be is found on the day. planc prints PNG and JPEG files of the \
        plan's own folder, and fetches nothing: what is on a website today may be gone or changed, or out of reach, then.
        """)
    static let rejects = [
        Example(
            Phrase("a picture on a website"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                ![The way out](⟦https://map.example/way.png⟧)

                """
            ]),
        Example(
            Phrase("a drawing of another form"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                ![The way out](⟦way.svg⟧)

                """,
                "roles/way.svg": "<svg/>",
            ]),
    ]
    static let accepts = [
        Example(
            Phrase("a link to what is not printed"),
            [
                "roles/guide.md": """
                ---
                kind: role
                title: Guide
                holder: ada
                ---
                The way out is on [the map](https://map.example/way.png).

                """
            ])
    ]

    static func check(_ context: RuleContext, report: (Finding) -> Void) {
        let pictures = context.plan.pictures
        for use in pictures.uses where !use.kind.isSentAsWords {
            let span = use.link.destinationSpan
            switch use.target {
            case .unresolved: break
            case .external:
                report(
                    finding(
                        at: span, Phrase("planc fetches no pictures, so this one is on no page"),
                        help: [Phrase("save it as PNG or JPEG in the plan's folder, and give its path from this file")])
                )
            case .anchor, .entity:
                report(finding(at: span, Phrase("this is no picture, so it is on no page"), help: [forms]))
            case .file(let path):
                if case .failure(let fault)? = pictures.files[path] {
                    report(finding(at: span, words(fault), help: [help(fault)]))
                } else if pictures.files[path] == nil, !hasPictureName(path) {
                    report(finding(at: span, words(.otherForm), help: [forms]))
                }
            }
        }
    }

    /// Before anybody has looked into the file.
    private static func hasPictureName(_ path: String) -> Bool {
        let ending = path.split(separator: ".").last.map { $0.lowercased() }
        return ["png", "jpg", "jpeg"].contains(ending)
    }

    private static let forms = Phrase("planc prints PNG and JPEG files")

    private static func words(_ fault: PictureFault) -> Phrase {
        switch fault {
        case .otherForm: Phrase("this file is neither PNG nor JPEG, so it is on no page")
        case .broken: Phrase("this picture is damaged: it ends too early, or its parts do not fit each other")
        case .unusualCoding: Phrase("this JPEG is coded in a way that readers of a PDF do not show")
        case .tooManyBytes: Phrase("this picture has more than {count} MB", ["count": Picture.sizeLimit / 1_000_000])
        case .tooManyPixels(let width, let height):
            Phrase(
                "this picture has {width} × {height} pixels, more than {count} million",
                ["width": width, "height": height, "count": Picture.pixelLimit / 1_000_000])
        }
    }

    private static func help(_ fault: PictureFault) -> Phrase {
        switch fault {
        case .otherForm: forms
        case .broken: Phrase("copy it again from where it was made, or save it anew")
        case .unusualCoding: Phrase("save it anew as a plain JPEG or PNG")
        case .tooManyBytes, .tooManyPixels:
            Phrase("save it smaller: 1,200 pixels across fill a page at 150 pixels an inch")
        }
    }
}
