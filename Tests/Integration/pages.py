"""Pages for a screen as they are built, opened in Chromium at the width of a phone: nothing is wider than it, nothing is too small
for a thumb, and axe-core finds nothing in the light nor, of colours, in the dark.

    python3 pages.py PLANC        a page of every kind, in half a minute
    python3 pages.py PLANC all    every page of both plans
"""

import pathlib
import shutil
import subprocess
import sys

from support import PACKAGE, Skipped, folder, main, planc, same

EVERYTHING = sys.argv[2:] == ["all"]
sys.path.insert(0, str(PACKAGE / "Tests/Browser"))

# Plan, and pages below its folder; none: all of them.
SETTINGS = [("harbour-dairy", ()), ("valmereau", ())] if EVERYTHING else [
    ("harbour-dairy", ("en/index.html", "en/packs/green-box.html", "en/checklists/fire.html", "en/messages/fire.html",
                       "en/contacts/fire.html", "en/contacts/wallet-cards.html", "en/contacts/call-tree.html")),
]


def needs():
    if not any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        raise Skipped("chromium is not installed")


def axe():
    found = sorted(pathlib.Path(sys.prefix).glob("lib/python*/site-packages/axe_playwright_python/axe.min.js"))
    return found[0] if found else None


built = {}


def pages(plan):
    if plan not in built:
        built[plan] = folder()
        done = planc("build", f"Plans/{plan}", "--formats", "html", "--output", built[plan], at=PACKAGE)
        same(done.status, 0, done.err)
    return built[plan] / plan


def test_pages_serve_on_a_phone_at_night():
    needs()
    for plan, names in SETTINGS:
        command = [sys.executable, PACKAGE / "Tests/Browser/check_pages.py", pages(plan), *names]
        if axe():
            command += ["--axe", axe()]
        done = subprocess.run([str(each) for each in command], capture_output=True, text=True)
        same(done.returncode, 0, done.stdout + done.stderr)


def test_axe_is_there():
    needs()
    if axe() is None:
        raise Skipped("axe-core is not in .venv-test: nobody else has judged the pages")


def test_contents_are_at_hand():
    """The line at the foot of a long page names the part one is in, opens the contents, and steps aside for what was chosen."""
    needs()
    from browser import Browser

    with Browser(390, 844) as browser:
        browser.open((pages("harbour-dairy") / "en/packs/green-box.html").absolute().as_uri())
        pause = "new Promise((done) => setTimeout(done, 200))"
        same(browser.run("document.querySelector('.jump').open"), False)
        browser.run("window.scrollTo(0, document.documentElement.scrollHeight / 2)")
        browser.run(pause)
        here = browser.run("document.querySelector('.jump .here').textContent")
        assert here, "the part one is in is not named"
        browser.run("document.querySelector('.jump summary').click()")
        browser.run(pause)
        place = browser.run("""(() => { const at = document.querySelector('.jump a[aria-current]').getBoundingClientRect();
            return at.top >= 0 && at.bottom <= innerHeight })()""")
        same(place, True, "the part one is in stands in the open contents")
        browser.run("document.querySelector('.jump li:nth-child(3) a').click()")
        browser.run(pause)
        same(browser.run("document.querySelector('.jump').open"), False, "the contents close once one has chosen")
        top = browser.run("""document.getElementById(decodeURIComponent(document.querySelector('.jump li:nth-child(3) a').hash.slice(1)))
            .getBoundingClientRect().top""")
        assert 0 <= top < 200, f"the heading chosen stands {top} px from the top"
        browser.run("document.querySelector('.jump summary').click()")
        browser.key("Escape", "Escape", 27)
        same(browser.run("document.querySelector('.jump').open"), False, "Escape closes the contents")


def test_the_narrowest_phone_breaks_no_number_and_covers_no_link():
    needs()
    from browser import Browser

    with Browser(360, 800) as browser:
        browser.open((pages("harbour-dairy") / "en/packs/green-box.html").absolute().as_uri())
        numbers = browser.run("document.querySelectorAll('.leaf .phone .display, .leaf .phone .bigger').length")
        assert numbers > 1, "the front leaf has no numbers"
        same(browser.run("""[...document.querySelectorAll('.leaf .phone .display, .leaf .phone .bigger')]
            .filter((each) => each.getClientRects().length > 1).map((each) => each.textContent)"""), [])
        # The longest label there is.
        browser.run("document.querySelector('header .tlp').textContent = 'TLP:AMBER+STRICT'")
        same(browser.run("""(() => { const [home, label] = ['.home', '.tlp'].map((each) => document.querySelector('header ' + each).getBoundingClientRect());
            return home.right <= label.left || home.bottom <= label.top || label.bottom <= home.top })()"""), True, "the label stands over the link")


main(globals())
