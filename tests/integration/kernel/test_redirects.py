"""A redirect of the router's own leads on at the same place, whatever host a header names."""

import pytest
from flask import Flask


@pytest.mark.parametrize(
    ("typed", "leads_to"), [("/sprak/%2F%2Ftyped.example", "/sprak/typed.example"), ("/veileder", "/veileder/")]
)
def test_no_redirect_leads_to_the_host_that_a_header_names(app: Flask, typed: str, leads_to: str) -> None:
    answer = app.test_client().get(typed, headers={"Host": "elsewhere.example"})
    assert answer.status_code == 308
    assert answer.headers["Location"] == leads_to
