"""What an agreement says goes in and comes out as one value."""

from hypothesis import given
from hypothesis import strategies as st

from matching.placements.content import NAMES, AgreementContent, content_from, content_of, differences, write_content
from matching.records.tables.placement import Agreement

HOURS = st.none() | st.floats(1, 48)
CONTENTS = st.builds(AgreementContent, **{**dict.fromkeys(NAMES, ...), "hours_per_week": HOURS})


@given(content=CONTENTS)
def test_what_is_written_comes_out_as_it_went_in_field_by_field(content: AgreementContent) -> None:
    agreement = Agreement()
    write_content(agreement, content)
    assert differences(content_of(agreement), content) == []


def test_what_a_form_does_not_ask_for_is_not_said() -> None:
    assert content_from({}) == AgreementContent()
    typed = {"plan": "Rydde.", "schemes": ["MENTOR"], "starts_on": None, "csrf_token": "x"}
    assert content_from(typed) == AgreementContent(plan="Rydde.", schemes=("MENTOR",))
    assert differences(content_from(typed), AgreementContent()) == ["schemes", "plan"]
