#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The HTML report in a real browser: it loads without an error or a request, filters, links, and can be read by everybody.

usage: html_test.py BINARY ROOT CHROMIUM [FOLDER FOR PICTURES]
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from chromium import Browser

BINARY, ROOT, CHROMIUM = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
PICTURES = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else None
failures = []


def check(condition, what):
    print(("ok: " if condition else "FAILED: ") + what)
    if not condition:
        failures.append(what)


def page(scratch):
    shutil.copytree(ROOT / "tests/formats/web-service", scratch / "shop")
    out = scratch / "report.html"
    subprocess.run([BINARY, "audit", scratch / "shop", "--no-git", "--as-of", "2026-07-01", "--rules", ROOT / "tests/formats/house.yaml",
                    "--no-built-in", f"--format=html={out}"], timeout=120, check=False)
    return "file://" + str(out)


# Contrast by WCAG 2.2, 1.4.3, of every text that is seen. Answers with the worst and where.
CONTRAST = """
(() => {
  const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    for (; element; element = element.parentElement) {
      const colour = numbers(getComputedStyle(element).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  let worst = [99, ''];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !element.getClientRects().length || element.closest('script, style')) continue;
    const style = getComputedStyle(element);
    const fore = numbers(element.closest('svg') ? style.fill : style.color);
    const [a, b] = [light(fore), light(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < worst[0]) worst = [ratio, element.outerHTML.slice(0, 120)];
  }
  return worst;
})()
"""


def set_field(browser, name, value):
    browser.ask(f"(() => {{ const f = document.getElementById('filter-{name}'); f.value = {value!r}; "
                "f.dispatchEvent(new Event('input', {bubbles: true})); })()")


def shown(browser):
    return browser.ask("[...document.querySelectorAll('.check')].filter(c => c.checkVisibility()).map(c => c.id)")


def loads(browser, address):
    browser.open(address)
    complaints = [e for e in browser.events if e.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")]
    check(not complaints, f"no console message {complaints[:2]}")
    asked = [e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
    check([a for a in asked if not a.startswith("data:")] == [address], f"one request, for the page itself {asked}")
    title = browser.ask("document.title")
    check(title == "shop: 21 % production ready", f"the title names project and score: {title}")


def filters(browser):
    every = shown(browser)
    check(len(every) == 12, f"all checks are there at first {len(every)}")
    check(browser.ask("document.getElementById('filter-count').textContent") == "12 of 12 checks", "their number is told")
    for name, value, want in (("verdict", "open", lambda c: c["verdict"] in ("fail", "partial")), ("verdict", "attested", lambda c: c["verdict"] == "attested"),
                              ("priority", "critical", lambda c: c["priority"] == "critical"), ("category", "house", lambda c: c["category"] == "house"),
                              ("owner", "@shop/backend", lambda c: c["owner"] == "@shop/backend")):
        set_field(browser, name, value)
        data = browser.ask("[...document.querySelectorAll('.check')].map(c => ({id: c.id, ...c.dataset}))")
        right = [c["id"] for c in data if want({"owner": "", **c})]
        check(right and shown(browser) == right, f"filter: {name} {value} shows {len(right)}")
        set_field(browser, name, "")
    set_field(browser, "text", "MEMORY limit")
    check(shown(browser) == ["house.memory-limits"], "filter: words in any case")
    check(browser.ask("[...document.querySelectorAll('.group')].filter(g => g.checkVisibility()).length") == 1, "filter: empty groups go")
    set_field(browser, "verdict", "fail")
    check(shown(browser) == [] and browser.ask("document.getElementById('filter-count').textContent") == "0 of 12 checks", "filter: all must fit")
    check("text=MEMORY+limit" in browser.ask("location.hash"), "filter: the address keeps it")
    browser.ask("document.querySelector('#filter button[type=reset]').click()")
    browser.ask("new Promise(done => setTimeout(done, 20))")
    check(shown(browser) == every, "filter: reset shows all")
    browser.ask("document.querySelector('[data-filter-category]').click()")
    browser.ask("new Promise(done => setTimeout(done, 20))")
    check(browser.ask("document.getElementById('filter-category').value") == "house", "a category of the chart filters the list")
    browser.ask("document.getElementById('open-all').click()")
    check(browser.ask("document.querySelectorAll('.check:not([open])').length") == 0, "open all opens all")


def links(browser, address):
    browser.open(address + "#house.health")
    check(browser.ask("document.getElementById('house.health').open"), "a link to a check opens it")
    check(browser.ask("document.getElementById('house.health').getBoundingClientRect().top < innerHeight"), "and brings it into view")
    browser.open(address + "#?verdict=fail&priority=critical")
    check(shown(browser) == ["house.no-passwords", "house.health"], f"a link with a filter filters {shown(browser)}")
    browser.ask("location.hash = '#house.readme'")
    browser.ask("new Promise(done => setTimeout(done, 50))")
    check("house.readme" in shown(browser), "a link shows a check that the filter hides")


def is_for_everybody(browser, address):
    browser.open(address)
    for dark in (False, True):
        browser.look(1440, 900, dark)
        browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
        ratio, where = browser.ask(CONTRAST)
        check(ratio >= 4.5, f"contrast is at least 4.5, {'dark' if dark else 'light'}: {ratio:.2f} {where}")
    check(browser.ask("getComputedStyle(document.body).backgroundColor") == "rgb(18, 20, 23)", "the page is dark where the system is")
    browser.ask("document.getElementById('theme').click()")
    check(browser.ask("getComputedStyle(document.body).backgroundColor") == "rgb(246, 246, 243)", "its button makes it light")
    for width in (1440, 768, 390, 320):
        browser.look(width, 844)
        check(browser.ask("document.documentElement.scrollWidth <= innerWidth"), f"no sideways scrolling at {width}")
    levels = browser.ask("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))")
    check(levels.count(1) == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:])), "headings are nested without gaps")
    for landmark in ("header", "nav[aria-label]", "main", "footer", "form[role=search][aria-label]", "[role=status]"):
        check(browser.ask(f"document.querySelectorAll({landmark!r}).length") == 1, f"there is one {landmark}")
    browser.call("Accessibility.enable")
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    nameless = [n["role"]["value"] for n in nodes if not n.get("ignored") and not n.get("name", {}).get("value")
                and n["role"]["value"] in ("button", "link", "combobox", "searchbox", "image", "img", "region", "DisclosureTriangle", "table")]
    check(not nameless, f"whatever can be used or seen has a name {nameless[:5]}")


def works_by_keyboard(browser, address):
    browser.open(address)
    browser.press("Tab", code=9)
    check(browser.ask("document.activeElement.className") == "skip", "the first Tab is the way to the report")
    browser.ask("document.querySelector('.check > summary').focus()")
    browser.press("Tab", code=9)
    check(browser.ask("document.activeElement.matches('.check > summary')"), "checks follow each other by Tab")
    check(browser.ask("getComputedStyle(document.activeElement).outlineStyle") == "solid", "and the focus is seen")
    browser.press("Enter", code=13)
    browser.call("Input.dispatchKeyEvent", type="char", text="\r")
    check(browser.ask("document.activeElement.parentElement.open") is True, "Enter opens a check")


def prints(browser):
    browser.ask("dispatchEvent(new Event('beforeprint'))")
    check(browser.ask("document.querySelectorAll('details:not([open])').length") == 0, "everything is open on paper")
    check(len(browser.call("Page.printToPDF")["data"]) > 10_000, "it prints")
    browser.ask("dispatchEvent(new Event('afterprint'))")
    check(browser.ask("document.querySelectorAll('.check:not([open])').length") > 0, "and closed again afterwards")


def is_shut(browser):
    """What an attacker would need: the policy stops scripts, styles and requests that are not the page's own."""
    browser.events = []
    browser.ask("""(() => {
      for (const [tag, text] of [['script', 'window.owned = 1'], ['style', 'body { margin: 99px }']]) {
        const e = document.createElement(tag); e.textContent = text; document.body.append(e);
      }
      const image = document.createElement('img'); image.src = 'https://evil.example/x.png'; document.body.append(image);
      const handler = document.createElement('div'); document.body.append(handler);
      handler.setAttribute('onclick', 'window.owned = 2'); handler.click();
    })()""")
    stopped = browser.ask("fetch('https://evil.example/').then(() => 'sent', () => 'stopped')")
    check(browser.ask("window.owned === undefined && getComputedStyle(document.body).margin === '0px'"), "no other script or style works")
    check(stopped == "stopped", "nothing can be sent")
    reasons = [e["params"].get("blockedReason") for e in browser.events if e.get("method") == "Network.loadingFailed"]
    check(reasons and set(reasons) == {"csp"}, f"the policy itself stops requests {reasons}")


def take_pictures(browser, address):
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, width, height, dark in (("light", 1440, 900, False), ("dark", 1440, 900, True), ("phone", 390, 844, False), ("phone-dark", 390, 844, True)):
        browser.look(width, height, dark)
        browser.open(address)
        browser.picture(PICTURES / f"{name}.png")


def claims(browser, scratch):
    """The page of `readiness verify`: the same style, script and policy with other things in it."""
    (scratch / "PLAN.md").write_text("# Plan\n\n- [x] Create `no/such/file-with-a-name-that-is-longer-than-a-telephone-is-wide.md`\n- [ ] Sell it\n\n"
                                     "**Production readiness**: 90%\n")
    (scratch / "none.toml").write_text("")
    out = scratch / "claims.html"
    subprocess.run([BINARY, "verify", scratch / "PLAN.md", "--repo", scratch / "shop", "--no-git", "--config", scratch / "none.toml", f"--format=html={out}"], timeout=120, check=False)
    address = "file://" + str(out)
    browser.open(address)
    complaints = [e for e in browser.events if e.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")]
    check(not complaints, f"claims: no console message {complaints[:2]}")
    count = "document.getElementById('filter-count').textContent"
    check(browser.ask(count) == "3 of 3 claims", f"claims: their number is told: {browser.ask(count)}")
    set_field(browser, "verdict", "differing")
    check(browser.ask(count) == "1 of 3 claims", "claims: the filter shows those of one group")
    check("90 % → " in browser.ask("document.querySelector('.claim:not([hidden])').textContent"), "claims: both numbers stand side by side")
    for dark in (False, True):
        browser.look(390, 844, dark)
        browser.open(address)
        check(browser.ask("document.documentElement.scrollWidth") <= 390, "claims: a telephone needs no scrolling sideways")
        ratio, where = browser.ask(CONTRAST)
        check(ratio >= 4.5, f"claims: contrast {ratio:.1f} {where if ratio < 4.5 else ''}")
    browser.look(1440, 900)


def main():
    with tempfile.TemporaryDirectory(prefix="readiness-html-") as folder, Browser(CHROMIUM) as browser:
        address = page(pathlib.Path(folder))
        browser.look(1440, 900)
        loads(browser, address)
        filters(browser)
        links(browser, address)
        is_for_everybody(browser, address)
        works_by_keyboard(browser, address)
        prints(browser)
        is_shut(browser)
        claims(browser, pathlib.Path(folder))
        if PICTURES:
            take_pictures(browser, address)
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
