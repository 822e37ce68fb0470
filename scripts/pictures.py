"""Takes the pictures in README and docs from a running demo: `make pictures` while `make run` runs (PORT as there)."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
ADDRESS = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
BROWSER_FILE = Path(__file__).resolve().parent.parent / ".venv" / ".browser"
DESKTOP, PHONE = (1280, 860), (390, 844)


@dataclass(frozen=True)
class Picture:
    """One picture: whose page, and the links to follow to it (an address, or `>` and the words of a link)."""

    name: str
    person: str | None
    way: tuple[str, ...]
    size: tuple[int, int] = DESKTOP
    scheme: str = "light"


PICTURES = (
    Picture("front", None, ("/",)),
    Picture("progress", None, ("/fremdrift",)),
    Picture("openings", None, ("/stillinger",), PHONE),
    Picture("employer", "leder", ("/hjem",)),
    Picture("assessment", "leder", ("/hjem", ">Sertifisering", ">Mottak og introduksjon")),
    Picture("counsellor", "veileder", ("/veileder/", ">Finn plasser")),
    Picture("candidate", "kandidat", ("/min-side/",), PHONE),
    Picture("candidate-dark", "kandidat", ("/min-side/om-meg",), PHONE, "dark"),
    Picture("certifier", "sertifisor", ("/sertifisor/", ">Ringbånd Bygg AS", ">Grunnmur")),
    Picture("county", "analytiker", ("/fylket/jobber",)),
)


def main() -> int:
    """Take them all; those named on the command line when some are named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    chosen = [picture for picture in PICTURES if not sys.argv[1:] or picture.name in sys.argv[1:]]
    browser_path = BROWSER_FILE.read_text(encoding="utf-8").strip() if BROWSER_FILE.exists() else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for picture in chosen:
            take(browser, picture)
            print(picture.name)
        browser.close()
    return 0


def take(browser: Browser, picture: Picture) -> None:
    """Go there as the person and take the picture."""
    width, height = picture.size
    context = browser.new_context(
        base_url=ADDRESS,
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.scheme == "dark" else "light",
        reduced_motion="reduce",
        locale="nb-NO",
    )
    page = context.new_page()
    if picture.person:
        sign_in(page, picture.person)
    for step in picture.way:
        if step.startswith(">"):
            page.get_by_role("link", name=step[1:]).first.click()
        else:
            page.goto(step)
        page.wait_for_load_state()
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    context.close()


def sign_in(page: Page, person: str) -> None:
    """Become a demo person."""
    page.goto("/demo/")
    page.locator(f'form[action="/demo/logg-inn/{person}"] button').click()
    page.wait_for_load_state()


if __name__ == "__main__":
    sys.exit(main())
