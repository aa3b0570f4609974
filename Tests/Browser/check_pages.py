"""Opens the pages of a folder in Chromium and uses them as a reader would. Exit status 1 and a line for each thing that is wrong.

    python3 check_pages.py FOLDER [PAGE…] [--sample] [--pictures DIR] [--axe axe.min.js]

Any build will do; `--sample` says that these are the pages of the Swift tests, of which more is known. `--axe` runs the rules of
axe-core (its script comes with `axe-playwright-python`): all of them in the light, those about colours in the dark as well.
"""

import argparse
import json
import os
import pathlib
import signal
import sys

from browser import Browser

failures = []


def expect(wanted, got, what):
    if wanted != got:
        failures.append(f"{what}: expected {wanted!r}, got {got!r}")


def check_quiet(browser, page):
    """Nothing broke the policy, asked the network or failed; nothing is wider than a phone."""
    for problem in browser.problems:
        failures.append(f"{page.name}: {problem}")
    browser.problems.clear()
    expect("function", browser.run("typeof document.querySelector"), f"{page.name}: a page")
    wide = browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        failures.append(f"{page.name}: {wide} px wider than a phone")
    small = browser.run("""[...document.querySelectorAll("a.phone, button, summary, .act > label")]
        .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 44).map((e) => e.textContent.slice(0, 40))""")
    expect([], small, f"{page.name}: targets too small for a thumb")
    broken = browser.run("""[...document.querySelectorAll("a.phone[href^='tel:']")].filter((e) => {
        const range = document.createRange();
        range.selectNodeContents(e);
        return e.offsetParent && new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1;
    }).map((e) => e.textContent)""")
    expect([], broken, f"{page.name}: numbers to dial that go on over a line")


def check_keyboard(browser, page):
    """The skip link comes first and leads to the content; what can be used is reached in the order it stands in."""
    browser.key("Tab", "Tab", 9)
    expect("skip", browser.run("document.activeElement.className"), f"{page.name}: the first stop of the Tab key")
    browser.key("Enter", "Enter", 13, "\r")
    expect("~main", browser.run("document.activeElement.id"), f"{page.name}: where the skip link leads")
    expect([], browser.run("""[...document.querySelectorAll("a, button, input, select, summary")]
        .filter((e) => e.tabIndex !== 0).map((e) => e.outerHTML.slice(0, 80))"""), f"{page.name}: not in the order of the Tab key")
    seen = []
    for _ in range(4):
        browser.key("Tab", "Tab", 9)
        seen.append(browser.run("""[...document.querySelectorAll("main a, main button, main input, main select, main summary, main [tabindex]")]
            .indexOf(document.activeElement)"""))
    seen = [place for place in seen if place >= 0]
    expect(sorted(seen), seen, f"{page.name}: the order of the Tab key")
    browser.run("document.activeElement.blur()")


def check_steps(browser):
    expect("0 / 4", browser.run("document.querySelector('.progress').textContent"), "progress at first")
    # By keyboard: on the box, space ticks it.
    browser.run("document.querySelector('.act > input').focus()")
    browser.key(" ", "Space", 32, " ")
    expect("1 / 4", browser.run("document.querySelector('.progress').textContent"), "progress after a tick")
    time = browser.run("document.querySelector('.done input').value")
    expect(True, len(time) == 5 and time[2] == ":", "the time of a tick, " + repr(time))
    browser.run("document.querySelector('.act > label').click()")
    expect("", browser.run("document.querySelector('.done input').value"), "the time after the tick is taken back")
    browser.run("document.querySelector('button[data-copy]').click()")
    browser.run("new Promise((done) => setTimeout(done, 300))")
    expect("Texte copié", browser.run("document.getElementById('~status').textContent"), "what is said after a copy")


def fill(browser, field, value):
    """As a reader does: into the field, then the keys. Pickers of dates take their value at once."""
    if browser.run(f"document.querySelector('[data-entry=\"{field}\"]').matches('[type=text], [type=tel], [type=url]')"):
        browser.run(f"document.querySelector('[data-entry=\"{field}\"]').select()")
        browser.type(value)
    else:
        browser.run(f"""{{ const input = document.querySelector('[data-entry="{field}"]'); input.value = {json.dumps(value)};
            input.dispatchEvent(new Event("input", {{ bubbles: true }})); }}""")


def text(browser, number):
    return browser.run(f"wordsOf(document.getElementById('~t{number}'))")


def count(browser, number):
    return browser.run(f"document.getElementById('~t{number}-count').textContent")


def state(browser, place):
    return browser.run(f"document.querySelector('.order [data-letter=\"{place}\"] .state').textContent")


def shown(browser):
    return browser.run("[...document.querySelectorAll('.letter')].filter((e) => e.offsetParent).map((e) => e.id)")


def check_small(browser, what):
    """What is touched is at least 24 px high and wide, and nothing is wider than the screen."""
    small = browser.run("""[...document.querySelectorAll("main input, main select, main button, main a")]
        .filter((e) => e.offsetParent && getComputedStyle(e).opacity !== "0")
        .filter((e) => Math.min(e.getBoundingClientRect().height, e.getBoundingClientRect().width) < 24)
        .map((e) => e.outerHTML.slice(0, 80))""")
    expect([], small, what + ": targets under 24 px")
    wide = browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    expect(0, wide, what + ": px wider than a phone")


def check_sending(browser):
    """It opens with the first message to send, with its own blanks; by keyboard alone it is filled in and sent."""
    expect(["premier-message"], shown(browser), "the message that is shown first")
    check_small(browser, "sending")
    expect(["heure du début", "services touchés", "page d’état", "numéro vert"], browser.run(
        "[...document.querySelectorAll('.letter:not([hidden]) .inline')].filter((e) => e.checkVisibility()).map((e) => e.ariaLabel)"),
        "the blanks of the first message, no others")
    expect("○ T+30 min M01 · Premier message aux clients à envoyer",
           browser.run("document.querySelector('.order a').innerText.replace(/\\s+/g, ' ').trim()"), "the first of the order")
    # By keyboard: Tab goes from blank to blank.
    browser.run("document.querySelector('.letter .inline[data-inline=\"3\"]').focus()")
    browser.type("la paie")
    browser.key("Tab", "Tab", 9)
    expect("page d’état", browser.run("document.activeElement.ariaLabel"), "the blank after the first")
    browser.type("https://etat.valmereau.example")
    expect(True, "la paie : incident. Infos https://etat.valmereau.example" in text(browser, 1), "what was typed is in the text")
    expect("la paie : [état]. Prochain point [prochain point].", text(browser, 6), "and in the other messages")
    expect("la paie", browser.run("document.getElementById('~f3').value"), "and among all values")

    # Sent: the hour is noted, the order says so; a value that changes marks what was sent.
    browser.run("document.querySelector('.letter [data-sent]').focus()")
    browser.key("Enter", "Enter", 13, "\r")
    expect(True, state(browser, 0).startswith("envoyé à "), "the state of what was sent, " + state(browser, 0))
    expect("1 sur 2 envoyés", browser.run("document.getElementById('~done').textContent"), "how many are sent")
    browser.run("document.querySelector('.letter .inline[data-inline=\"3\"]').focus()")
    browser.run("document.activeElement.select()")
    browser.type("le site")
    expect(True, "modifié depuis l’envoi" in state(browser, 0), "what has changed since it was sent, " + state(browser, 0))
    expect("modifié depuis l’envoi: services touchés : envoyé « la paie », maintenant « le site »",
           browser.run("document.querySelector('.changed').textContent"), "what it said and says")

    # Due and late by the hour of T0.
    for minutes, expected in ((0, "à envoyer à "), (-120, "en retard, prévu à ")):
        browser.run(f"""{{ const at = new Date(Date.now() + {minutes} * 60000 - new Date().getTimezoneOffset() * 60000);
            start.value = at.toISOString().slice(0, 16); start.dispatchEvent(new Event("change", {{ bubbles: true }})); }}""")
        expect(True, state(browser, 1).startswith(expected), f"the state at T0 {minutes} min ago, " + state(browser, 1))
    browser.run("start.value = ''")

    # The other message, by its link; then all values by the tab.
    browser.run("document.querySelector('.order [data-letter=\"1\"]').click()")
    browser.run("new Promise((done) => setTimeout(done, 100))")
    expect(["reseaux"], shown(browser), "the message that was chosen")
    check_small(browser, "the second message")
    browser.run("document.getElementById('~tab-sending').focus()")
    browser.key("ArrowRight", "ArrowRight", 39)
    expect("~tab-values", browser.run("document.activeElement.id"), "the second tab")
    expect([], shown(browser), "no message beside all values")
    check_small(browser, "all values")
    browser.run("document.querySelector('[data-do=clear]').click()")


def check_messages(browser):
    check_sending(browser)
    expect("8 champs encore vides", browser.run("document.getElementById('~left').textContent"), "fields left at first")
    expect(True, count(browser, 1).startswith("≤ 1 SMS, "), "an empty text is counted with the longest values")
    fill(browser, "heure", "06:40")
    fill(browser, "services", "la paie")
    fill(browser, "page", "https://etat.valmereau.example")
    fill(browser, "numero", "0 800 123 456")
    expect("Depuis 6 h 40, la paie : incident. Infos https://etat.valmereau.example ou 0 800 123 456. {{ inconnu }}",
           text(browser, 1), "the SMS follows")
    expect("1 SMS, 107 caractères", count(browser, 1), "the counter follows (braces take two places)")
    fill(browser, "services", "tout l’hôtel de ville")
    expect("trop long · 2 SMS, 117 caractères · 1 SMS au plus · compté en Unicode à cause de ’ ô", count(browser, 1),
           "the counter names what makes the text Unicode")
    browser.run("new Promise((done) => setTimeout(done, 1200))")
    expect(True, "trop long" in browser.run("document.getElementById('~status').textContent"), "a text too long is said")
    fill(browser, "jour", "2026-11-21")
    expect("Incident du 21 novembre 2026", text(browser, 4), "a date in the reader's form")
    fill(browser, "point", "2026-11-21T18:30")
    fill(browser, "etat", "ralenti")
    expect("tout l’hôtel de ville : ralenti. Prochain point 21 novembre 2026 à 18 h 30.", text(browser, 6), "the post follows")
    expect("75 caractères sur 280", count(browser, 6), "the weight of a post")
    fill(browser, "nombre", "1 200")
    expect("4 secondes sur 40", count(browser, 7), "seconds aloud")
    expect("tous les champs sont remplis", browser.run("document.getElementById('~left').textContent"), "fields left")

    browser.run("document.getElementById('~exercise').click()")
    expect(True, text(browser, 6).startswith("EXERCICE : tout"), "the mark of an exercise")
    expect(True, browser.run("document.getElementById('~banner').offsetHeight > 0"), "the banner of an exercise")
    browser.run("document.getElementById('~exercise').click()")

    browser.run("document.querySelector('[data-copy=\"~t6\"]').click()")
    browser.run("new Promise((done) => setTimeout(done, 300))")
    expect("copié", browser.run("document.getElementById('~status').textContent"), "what is said after a copy")

    # On paper an empty time is a line to write on; one that was entered is printed.
    browser.print(os.path.join(browser.downloads, "page.pdf"))
    lines = "[...document.querySelectorAll('input[type=time]')].filter((input) => input.classList.contains('open') === Boolean(input.value)).length"
    expect(0, browser.run(lines), "lines for the times that are not known yet")

    # Saved, emptied, loaded again.
    browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=browser.downloads)
    browser.run("document.querySelector('[data-do=save]').click()")
    saved = pathlib.Path(browser.downloads) / "rancongiciel-fr.json"
    for _ in range(50):
        if saved.exists():
            break
        browser.run("new Promise((done) => setTimeout(done, 100))")
    values = json.loads(saved.read_text())
    expect("tout l’hôtel de ville", values["services"], "a saved value")
    expect("2026-11-21", values["jour"], "a saved date is ISO 8601")
    expect(["premier-message"], list(values["~sent"]), "what was sent is saved")
    browser.run("document.querySelector('[data-do=clear]').click()")
    expect("8 champs encore vides", browser.run("document.getElementById('~left').textContent"), "fields left once emptied")
    load(browser, saved)
    expect("tous les champs sont remplis", browser.run("document.getElementById('~left').textContent"), "fields left once loaded")
    expect("Incident du 21 novembre 2026", text(browser, 4), "a text after loading")
    saved.write_text('["x"')
    load(browser, saved)
    expect("ce fichier ne contient aucune valeur pour ces champs",
           browser.run("document.getElementById('~status').textContent"), "a file that is none")

    # The counting itself, against known answers.
    for line in (pathlib.Path(__file__).parent / "counting.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        words, *expected = line.split("\t")
        got = browser.run(f"{{ const text = {words}, parts = countParts(text); "
                          "[parts.parts, parts.used, weigh(text), secondsAloud(text)]; }")
        expect([int(number) for number in expected], got, "the counts of " + words)


def load(browser, path):
    root = browser.send("DOM.getDocument")["root"]["nodeId"]
    node = browser.send("DOM.querySelector", nodeId=root, selector="#\\~file")["nodeId"]
    browser.send("DOM.setFileInputFiles", nodeId=node, files=[str(path)])
    browser.run("new Promise((done) => setTimeout(done, 300))")


def check_hostile_values(browser):
    browser.run("document.getElementById('~tab-values').click()")
    before = browser.run("document.querySelectorAll('*').length")
    value = "<img src=x onerror=alert(1)>\u202e{{ __proto__ }}</div>\u200b"
    browser.run("document.getElementById('~tab-values').click()")
    browser.run("document.getElementById('~f0').select()")
    browser.type(value)
    fill(browser, "__proto__", "nothing such")
    browser.run(f"document.getElementById('~f0').value = {json.dumps(value * 1000)}")
    browser.run("document.getElementById('~f0').dispatchEvent(new Event('input', { bubbles: true }))")
    expect(before, browser.run("document.querySelectorAll('*').length"), "hostile values add no element")
    expect(True, browser.run("document.getElementById('~exercise').disabled"), "an exercise stays one")


def check_axe(browser, page, axe, rules):
    browser.run(axe)
    for violation in browser.run(f"axe.run(document, {json.dumps(rules)}).then((result) => result.violations.map("
                                 "(v) => v.id + ': ' + v.help + ' ' + v.nodes.map((n) => n.html.slice(0, 150)).join(' | ')))"):
        failures.append(f"{page.name}: axe: {violation}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("pages", nargs="*", help="paths below the folder; all of them when there are none")
    arguments.add_argument("--sample", action="store_true")
    arguments.add_argument("--pictures")
    arguments.add_argument("--axe")
    given = arguments.parse_args()
    axe = pathlib.Path(given.axe).read_text() if given.axe else None
    # A browser that hangs must not hang the tests.
    signal.signal(signal.SIGALRM, lambda *_: sys.exit("the browser took more than two minutes"))
    signal.alarm(0 if given.pictures else 120)
    with Browser() as browser:
        folder = pathlib.Path(given.folder)
        for page in [folder / name for name in given.pages] or sorted(folder.rglob("*.html")):
            browser.open(page.absolute().as_uri())
            check_quiet(browser, page)
            check_keyboard(browser, page)
            check = {"checklists/rancongiciel.html": check_steps, "messages/rancongiciel.html": check_messages,
                     "messages/hostile.html": check_hostile_values}
            for name in check:
                if given.sample and page.as_posix().endswith(name):
                    check[name](browser)
                    check_quiet(browser, page)
            if axe:
                check_axe(browser, page, axe, {"resultTypes": ["violations"]})
                browser.scheme("dark")
                check_axe(browser, page, axe, {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": ["cat.color"]}})
                browser.scheme("light")
            if given.pictures:
                os.makedirs(given.pictures, exist_ok=True)
                name = os.path.join(given.pictures, page.parent.name + "-" + page.stem)
                for scheme in ("light", "dark"):
                    browser.scheme(scheme)
                    browser.picture(f"{name}-{scheme}-360.png")
                    browser.size(1200, 900)
                    browser.picture(f"{name}-{scheme}-1200.png")
                    browser.size(360, 800)
                browser.scheme("light")
                browser.print(name + ".pdf")
    for failure in failures:
        print(failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
