import PlancMarkup
import PlancSource
import Testing

@testable import PlancSyntax

/// Bodies as authors write them: what is read, and where it stands.
@Suite struct BodyTests {
    static let shapes: [(String, String)] = [
        ("# Titre\n\nTexte *fort* et **très `fort`**.\n", "h1(Titre) p(Texte <i>fort</i> et <b>très `fort`</b>.)"),
        ("Titre\n=====\n\nSous-titre\n---\nSuite", "h1(Titre) h2(Sous-titre) p(Suite)"),
        ("## Fermé ##\n", "h2(Fermé)"),
        ("#\n", "h1()"),
        ("a\nb  \nc\\\nd\n", "p(a⏎b↵c↵d)"),
        ("1. un\n2. deux\n   - a\n   - b\n", "ol1(li(p(un)) li(p(deux) ul(li(p(a)) li(p(b)))))"),
        ("7) sept\n", "ol7(li(p(sept)))"),
        ("> cité\nencore\n>\n> - x\n", "quote(p(cité⏎encore) ul(li(p(x))))"),
        ("```swift x\nlet a\n```\n\n    indenté\n", "code(swift|let a\n) code(|indenté\n)"),
        ("a\n\n***\n\nb\n", "p(a) rule p(b)"),
        (
            "![plan](plan.png \"t\") et <https://a.b/c> et <x@y.fr>\n",
            "p(<img plan.png>plan</img> et <a https://a.b/c>https://a.b/c</a> et <a mailto:x@y.fr>x@y.fr</a>)"
        ),
        ("&eacute;t&#233; &amp; &nope; \\*\n", "p(été & &nope; *)"),
        (
            "[a][r], [R], [r][] et [non]\n\n[r]: <le dossier/x.md> 'titre'\n",
            "p(<a le dossier/x.md>a</a>, <a le dossier/x.md>R</a>, <a le dossier/x.md>r</a> et [non])"
        ),
        ("[x](a%20b.md) [y](https://a/%20)\n", "p(<a a b.md>x</a> <a https://a/%20>y</a>)"),
        ("[](../messages/premier.md)\n", "p(<a ../messages/premier.md></a>)"),
        // What planc adds.
        ("@dircom appelle @role-2, (@a) «@b» *@c*\n", "p(@(dircom) appelle @(role-2), (@(a)) «@(b)» <i>@(c)</i>)"),
        (
            "a@b.fr x/@c \\@d @E @f_g @h.fr `@i` é@j @@k\n",
            "p(<a mailto:a@b.fr>a@b.fr</a> x/@c @d @E @f_g @h.fr `@i` é@j @@k)"
        ),
        (
            "À {{ heure }}, {{role.dircom.phone}} {{> suite }} `{{ x }}`\n",
            "p(À {heure}, {role.dircom.phone} {>suite} `{{ x }}`)"
        ),
        ("# {{ a }}\n\n[{{ b }}]({{c}})\n\n- {{ d }}\n", "h1({a}) p(<a {{c}}>{b}</a>) ul(li(p({d})))"),
        ("    {{ a }}\n\n```\n{{ b }} @c\n```\n", "code(|{{ a }}\n) code(|{{ b }} @c\n)"),
        ("\\{\\{ a }}\n", "p({{ a }})"),
        ("<!-- vu -->\n\nTexte<!-- vu --> ici.\n", "p(Texte ici.)"),
        ("<!-- planc: covers advice, contact -->\nSuite\n", "covers(advice,contact) p(Suite)"),
        ("<!-- planc: covers advice -->\n\nSuite\n", "covers(advice) p(Suite)"),
        ("Un <b>mot</b>.\n", "p(Un mot.)"),
        (
            "- <!-- planc: covers data -->\n- b <!-- planc: other x -->\n",
            "ul(li(covers(data)) li(p(b ) unknown(other)))"
        ),
        (
            "- [ ] T+15min @astreinte Isoler\n      les postes\n  - Preuve : photo\n",
            "ul(li[ ](p(T+15min @(astreinte) Isoler⏎les postes) ul(li(p(Preuve : photo)))))"
        ),
    ]

    @Test(arguments: shapes) func bodyIsReadAs(_ source: String, _ shape: String) {
        #expect(Shape.of(Reading(body: source).file.blocks) == shape)
        #expect(SpanCheck(body: source).problem == nil)
    }

    @Test func wordsOnTheLineOfACommentAreReportedNotLostInSilence() {
        #expect(Reading(body: "<!-- planc: covers a -->\nSuite\n").places(RawHTML.self).isEmpty)
        #expect(Reading(body: "<!-- vu --> Suite\n").places(RawHTML.self) == ["Suite"])
        #expect(Reading(body: "<i>x</i> <br> `<b>`\n").places(RawHTML.self) == ["<i>"])
        #expect(Reading(body: "> <div>\n> x\n").places(RawHTML.self) == ["<div>"])
    }

    static let french = """
        # Première heure — « à l'abri »

        Appelez **@dircom** au [01 23 45 67 89](tel:+33123456789), puis
        l'*hôpital d'Évry* : {{ heure-d-appel }}&nbsp;h \\*précis\\*.

        > Réponse de l'été : `{{ rien }}`,
        suite paresseuse avec [le message](<../messages/à lire.md> "Titre").
        > - [x] fait à 8 h 30 par @adjoint-2 et {{> signature }}

        | Qui | Numéro |
        |---|---:|
        | Zoé | [œuvre](oeuvre.md) |
        """

    @Test func everyInlineStandsWhereItIsWritten() {
        let reading = Reading(body: Self.french)
        let texts = reading.inlines.map { reading.text($0.span) }
        for expected in [
            "**@dircom**", "@dircom", "[01 23 45 67 89](tel:+33123456789)", "*hôpital d'Évry*", "hôpital d'Évry",
            "{{ heure-d-appel }}", "&nbsp;", "\\*", "précis", "`{{ rien }}`", "suite paresseuse avec ",
            "[le message](<../messages/à lire.md> \"Titre\")", "@adjoint-2", "{{> signature }}", "[œuvre](oeuvre.md)",
            "œuvre",
        ] {
            #expect(texts.contains(expected), "\(expected)")
        }
        let destinations = reading.inlines.compactMap { inline -> String? in
            if case .link(let link) = inline.content { reading.text(link.destinationSpan) } else { nil }
        }
        #expect(destinations == ["tel:+33123456789", "../messages/à lire.md", "oeuvre.md"])
        #expect(SpanCheck(body: Self.french).problem == nil)
    }

    @Test func blocksStandWhereTheyAreWritten() {
        let reading = Reading(
            body:
                "Titre\n===\n\n- un\n  suite\n\n- deux\n\n```\ncode\n```\n\n> cité  \n> fin  \n\n\n1. x\n\n   y\n\nfin\n"
        )
        let texts = reading.file.blocks.map { reading.text($0.span) }
        #expect(
            texts == [
                "Titre\n===", "- un\n  suite\n\n- deux", "```\ncode\n```", "> cité  \n> fin", "1. x\n\n   y", "fin",
            ])
        guard case .list(let list) = reading.file.blocks[1].content else {
            Issue.record("no list")
            return
        }
        #expect(list.items.map { reading.text($0.span) } == ["- un\n  suite", "- deux"])
    }

    @Test func destinationOfAReferenceStandsInItsDefinition() {
        let reading = Reading(body: "Voir [le plan][p].\n\n> [p]: ../plan.md\n")
        for inline in reading.inlines {
            if case .link(let link) = inline.content { #expect(reading.text(link.destinationSpan) == "../plan.md") }
        }
        #expect(reading.inlines.count == 4)
    }

    @Test func lineEndsOfEveryKindGiveTheSameTree() {
        let shape = Shape.of(Reading(body: Self.french).file.blocks)
        let returns = Self.french.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(Shape.of(Reading("---\r\nkind: role\r\n---\r\n" + returns).file.blocks) == shape)
        #expect(Shape.of(Reading("\u{FEFF}---\nkind: role\n---\n" + Self.french).file.blocks) == shape)
    }

    @Test func textWithoutFrontMatterIsNoSource() {
        for text in ["", "# Titre\n", "----\n", "--- x\n---\n", " ---\n---\n", "\n---\n---\n", "é\u{200B}"] {
            let file = Reading(text).file
            #expect(
                file.frontMatter == nil && !file.isSource && file.blocks.isEmpty && file.findings.isEmpty, "\(text)")
        }
        let empty = Reading("---\n---\n").file
        #expect(empty.frontMatter?.entries?.isEmpty == true && empty.isFrontMatterWhole && empty.isSource)
        #expect(Reading("--- \n---").file.isSource)
    }
}
