"""Who has looked at very many candidates in a day."""

from flask import render_template

from app.kernel.access import with_role
from app.kernel.audiences import county as pages
from app.kernel.database import session
from matching.disclosures import many
from register.roles.types import Role


@pages.get("/oppslag", access=with_role(Role.PROGRAMME_LEAD, purpose="see who looks at very many candidates"))
def many_reads() -> str:
    """The list: when, who, how many; whose they were, only the candidates' offices see."""
    return render_template(
        "disclosures/county/many_reads.html", found=many.noticed(session()), most_a_day=many.MOST_A_DAY
    )
