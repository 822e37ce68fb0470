"""A list read as its reader does: a row by its title, and a long one from page to page by its own links."""

import re

from tests.support.client import PageClient

PAGE_SIZE = 20


def walked(browser: PageClient, address: str, thing: str) -> list[list[str]]:
    """What each page of a list links to, the first page first; `thing` is a pattern that such a link matches."""
    pages = [_things(browser, address, thing)]
    while (further := browser.page.select_one("a[rel=next]")) is not None:
        pages.append(_things(browser, str(further["href"]), thing))
    return pages


def check_walk(browser: PageClient, address: str, thing: str, total: int) -> list[str]:
    """Check that everything stands on one page of the list, and on one only; answers with all of it in order.

    A page beyond the end is the last one, and a page that is no number the first.
    """
    pages = walked(browser, address, thing)
    assert [len(page) for page in pages[:-1]] == [PAGE_SIZE] * (len(pages) - 1)
    together = [one for page in pages for one in page]
    assert len(together) == len(set(together)) == total
    mark = "&" if "?" in address else "?"
    assert _things(browser, f"{address}{mark}side=999", thing) == pages[-1]
    assert _things(browser, f"{address}{mark}side=annen", thing) == pages[0]
    return together


def row_of(browser: PageClient, title: str) -> str:
    """What the first row of a list says whose title begins so; the page is the one that is open."""
    rows = (" ".join(row.get_text(" ").split()) for row in browser.page.select(".entry"))
    return next(row for row in rows if row.startswith(title))


def _things(browser: PageClient, address: str, thing: str) -> list[str]:
    browser.get(address)
    links = (str(link["href"]) for link in browser.page.select("main a[href]"))
    return list(dict.fromkeys(link for link in links if re.fullmatch(thing, link)))
