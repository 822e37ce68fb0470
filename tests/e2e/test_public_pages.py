"""Pages for everyone, in a real browser: accessible, on a small phone, with and without script."""

from collections.abc import Callable

import pytest

from tests.e2e.visitor import Visitor

PUBLIC = (
    "/", "/stillinger", "/fremdrift", "/virksomheter", "/logg-inn", "/min-side/kode", "/personvern", "/tilgjengelighet",
    "/apne-data", "/utvikling/komponenter", "/utvikling/komponenter?feil=1", "/demo/",
)  # fmt: skip


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_is_accessible_and_fits_a_small_phone(visitor: Callable[..., Visitor], path: str) -> None:
    visitor("somebody").go(path)


def test_the_page_for_what_is_not_there_is_as_good_as_the_others(visitor: Callable[..., Visitor]) -> None:
    visitor("somebody").go("/finnes-ikke", status=404)


def test_the_menu_and_the_language_work_without_script(visitor: Callable[..., Visitor]) -> None:
    someone = visitor("somebody", script=False).go("/fremdrift")
    someone.page.get_by_role("link", name="English").click()
    assert someone.page.locator("html").get_attribute("lang") == "en"


BAD = {
    '<svg class="new" width="10" height="10" role="img"></svg>': "svg-img-alt",
    f'<nobr class="new">{"En lang linje. " * 10}</nobr>': "px wider than a phone",
    '<p class="new" style="color: red">Rødt</p>': "Content Security Policy",
}


@pytest.mark.parametrize("markup", BAD)
def test_the_checks_see_what_is_wrong(visitor: Callable[..., Visitor], markup: str) -> None:
    someone = visitor("somebody").go("/personvern")
    someone.main.evaluate("(main, markup) => main.insertAdjacentHTML('beforeend', markup)", markup)
    with pytest.raises(AssertionError, match=BAD[markup]):
        someone.look()
    someone.problems.clear()


def test_the_checks_see_what_cannot_be_read_in_the_dark(visitor: Callable[..., Visitor]) -> None:
    someone = visitor("somebody").go("/personvern")
    someone.main.evaluate("main => { main.className = 'new'; main.style.color = '#333'; }")
    with pytest.raises(AssertionError, match=r"dark.*color-contrast"):
        someone.look()
