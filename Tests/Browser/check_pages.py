"""Opens the pages of a folder in Chromium and uses them as a reader would. Exit status 1 and a line for each thing that is wrong.

    python3 check_pages.py FOLDER [--pictures DIR] [--axe axe.min.js]
"""

import argparse
import os
import pathlib
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
        .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 40).map((e) => e.textContent.slice(0, 40))""")
    expect([], small, f"{page.name}: targets too small for a thumb")


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


def check_axe(browser, page, axe):
    browser.run(axe)
    for violation in browser.run("axe.run().then((result) => result.violations.map("
                                 "(v) => v.id + ': ' + v.help + ' ' + v.nodes.map((n) => n.html.slice(0, 150)).join(' | ')))"):
        failures.append(f"{page.name}: axe: {violation}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--pictures")
    arguments.add_argument("--axe")
    given = arguments.parse_args()
    axe = pathlib.Path(given.axe).read_text() if given.axe else None
    with Browser() as browser:
        for page in sorted(pathlib.Path(given.folder).rglob("*.html")):
            browser.open(page.absolute().as_uri())
            check_quiet(browser, page)
            if page.name == "rancongiciel.html":
                check_steps(browser)
                check_quiet(browser, page)
            if axe:
                for scheme in ("light", "dark"):
                    browser.scheme(scheme)
                    check_axe(browser, page, axe)
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
