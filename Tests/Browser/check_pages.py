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
    return browser.run(f"document.getElementById('~t{number}').textContent")


def count(browser, number):
    return browser.run(f"document.getElementById('~t{number}-count').textContent")


def check_messages(browser):
    expect("8 champs encore vides", browser.run("document.getElementById('~left').textContent"), "fields left at first")
    expect(True, count(browser, 1).startswith("≤ 1 SMS, "), "an empty text is counted with the longest values")
    browser.run("document.querySelector('.letter .slot').click()")
    expect("heure", browser.run("document.activeElement.dataset.entry"), "where a gap in a text leads")
    expect("Premier message aux clients", browser.run("document.getElementById('~back').textContent"), "the way back to the text")
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
    before = browser.run("document.querySelectorAll('*').length")
    value = "<img src=x onerror=alert(1)>\u202e{{ __proto__ }}</div>\u200b"
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
