"""What browsers call themselves, in plain words."""

import pytest
from flask import Flask

from app.sign_in.browsers import kind_of_browser, written_browser

SAYS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox på Windows",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 "
    "Edg/138.0.0.0": "Edge på Windows",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile "
    "Safari/537.36": "Chrome på Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
    "Mobile/15E148 Safari/604.1": "Safari på iPhone",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
    "Safari/605.1.15": "Safari på Mac",
    "Mozilla/5.0 (X11; Linux x86_64)": "en nettleser på Linux",
    "<script>": "en ukjent nettleser",
    "": "en ukjent nettleser",
}


@pytest.mark.parametrize(("says", "written"), SAYS.items())
def test_a_browser_is_told_of_as_people_call_it(app: Flask, says: str, written: str) -> None:
    with app.test_request_context(headers={"User-Agent": says}):
        assert written_browser(kind_of_browser()) == written
