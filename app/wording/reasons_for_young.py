"""The same reasons in words that a 17-year-old reads about themselves: short, concrete, kind."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.wording.reasons import ReasonLike, fill
from matching.rules.requirements import ObstacleCode, QuestionCode
from matching.rules.score import ScoreCode

FOR: dict[str, LazyString] = {
    ScoreCode.likes_occupation: _l("Du har sagt at du liker å jobbe som %(occupation)s."),
    ScoreCode.likes_area: _l("Du har sagt at du liker %(area)s."),
    ScoreCode.nothing_required: _l("Du trenger ikke å kunne noe spesielt fra før."),
    ScoreCode.can_do_some: _l("Du kan dette allerede: %(skills)s."),
    ScoreCode.hours_fit: _l("Timene passer med det du har sagt."),
    ScoreCode.travel_minutes: _l("Reisen tar %(minutes)s minutter."),
    ScoreCode.same_municipality: _l("Det er i kommunen der du bor."),
    ScoreCode.neighbour_municipality: _l("Det er i en nabokommune."),
    ScoreCode.learns_wanted: _l("Du kan lære noe du vil lære: %(skills)s."),
    ScoreCode.room_to_adapt: _l("De som jobber der, er villige til å tilpasse arbeidet."),
}

AGAINST: dict[str, LazyString] = {
    ScoreCode.dislikes_area: _l("Du har sagt at du helst ikke vil jobbe med %(area)s."),
    ScoreCode.cannot_do_yet: _l("Noe av det du skal gjøre, kan du ikke ennå."),
    ScoreCode.hours_apart: _l("Timene er ikke helt slik du har sagt."),
    ScoreCode.travel_over_limit: _l("Reisen tar %(minutes)s minutter. Det er mer enn du har sagt."),
    ScoreCode.further_away: _l("Det er et stykke unna der du bor."),
    ObstacleCode.kind_not_wanted: _l("Dette er %(kind)s. Du har sagt at du vil ha noe annet."),
    ObstacleCode.available_too_late: _l("Du kan begynne %(from)s, og da er plassen over."),
    ObstacleCode.too_far: _l("Reisen tar %(minutes)s minutter. Det er mer enn du har sagt."),
    ObstacleCode.skill_missing: _l("Du må kunne dette fra første dag: %(skill)s."),
}

TO_ADAPT: dict[str, LazyString] = {
    ObstacleCode.hours_too_many: _l("Du trenger færre timer: høyst %(wants)s i uken i stedet for %(asks)s."),
    ObstacleCode.hours_too_few: _l("Du vil ha flere timer: minst %(wants)s i uken i stedet for %(offers)s."),
    ObstacleCode.days_not_free: _l("Du må slippe å jobbe %(days)s."),
    ObstacleCode.too_early: _l("Du må få begynne kl. %(earliest)s i stedet for kl. %(start)s."),
    ObstacleCode.too_late: _l("Du må få slutte kl. %(latest)s i stedet for kl. %(end)s."),
    ObstacleCode.skill_missing: _l("De må lære deg dette: %(skill)s."),
    ObstacleCode.adaptation_missing: _l("De må kunne tilby %(adaptation)s."),
    ObstacleCode.young_worker_hours: _l("De må endre vaktene, så de er lovlige for deg som er ung."),
}

NOT_KNOWN: dict[str, LazyString] = {
    QuestionCode.kind_unknown: _l("Er dette en slags plass du vil ha?"),
    QuestionCode.hours_unknown: _l("Hvor mange timer i uken passer for deg?"),
    QuestionCode.days_unknown: _l("Passer dagene for deg?"),
    QuestionCode.times_unknown: _l("Passer klokkeslettene for deg?"),
    QuestionCode.can_it_wait: _l("Kan plassen vente til du kan begynne, %(from)s? Det spør veilederen om."),
    QuestionCode.travel_limit_unknown: _l("Er %(minutes)s minutters reise greit for deg?"),
    QuestionCode.travel_time_unknown: _l("Er reiseveien grei for deg?"),
    QuestionCode.skill_unknown: _l("Kan du dette: %(skill)s?"),
    QuestionCode.needs_unknown: _l("Er det noe som må tilpasses for at du skal trives?"),
    QuestionCode.adaptations_unknown: _l("Kan de tilby %(adaptations)s? Det spør veilederen om."),
    QuestionCode.shifts_unknown: _l("Hvilke dager og klokkeslett er det? Det spør veilederen om."),
    QuestionCode.law_needs_attention: _l("Noe i arbeidet har egne regler for unge. Det avklarer veilederen."),
}


def says_for(reason: ReasonLike) -> str | None:
    """Why this place is proposed to you."""
    return _say(FOR, reason)


def says_against(reason: ReasonLike) -> str | None:
    """What you should know before you answer."""
    return _say(AGAINST, reason)


def says_adapt(reason: ReasonLike) -> str | None:
    """What would have to be adapted for you."""
    return _say(TO_ADAPT, reason)


def says_unknown(reason: ReasonLike) -> str | None:
    """What nobody has asked you, or the employer, yet."""
    return _say(NOT_KNOWN, reason)


def _say(table: dict[str, LazyString], reason: ReasonLike) -> str | None:
    text = table.get(str(reason.code))
    return fill(text, reason.params) if text is not None else None
