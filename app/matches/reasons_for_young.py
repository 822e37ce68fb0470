"""The same reasons in words that a 17-year-old reads about themselves: short, concrete, kind."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.matches.reasons import ReasonLike, fill
from matching.matches.requirements import ObstacleCode, QuestionCode
from matching.matches.score import ScoreCode

FOR: dict[str, LazyString] = {
    ScoreCode.LIKES_OCCUPATION: _l("Du har sagt at du liker denne typen jobb: %(occupation)s."),
    ScoreCode.LIKES_AREA: _l("Du har sagt at du liker %(area)s."),
    ScoreCode.NOTHING_REQUIRED: _l("Du trenger ikke å kunne noe spesielt fra før."),
    ScoreCode.CAN_DO_SOME: _l("Dette trenger de, og det har du: %(skills)s."),
    ScoreCode.HOURS_FIT: _l("Timene passer med det du har sagt."),
    ScoreCode.TRAVEL_MINUTES: _l("Reisen tar %(minutes)s minutter."),
    ScoreCode.SAME_MUNICIPALITY: _l("Det er i kommunen der du bor."),
    ScoreCode.NEIGHBOUR_MUNICIPALITY: _l("Det er i en nabokommune."),
    ScoreCode.LEARNS_WANTED: _l("Du kan lære noe du vil lære: %(skills)s."),
    ScoreCode.ROOM_TO_ADAPT: _l("De som jobber der, er villige til å tilpasse arbeidet."),
}

AGAINST: dict[str, LazyString] = {
    ScoreCode.DISLIKES_AREA: _l("Du har sagt at du helst ikke vil jobbe med %(area)s."),
    ScoreCode.CANNOT_DO_YET: _l("Noe av det du skal gjøre, kan du ikke ennå."),
    ScoreCode.HOURS_APART: _l("Timene er ikke helt slik du har sagt."),
    ScoreCode.TRAVEL_OVER_LIMIT: _l("Reisen tar %(minutes)s minutter. Det er mer enn du har sagt."),
    ScoreCode.FURTHER_AWAY: _l("Det er et stykke unna der du bor."),
    ObstacleCode.KIND_NOT_WANTED: _l("Dette er en annen type plass enn du har sagt at du vil ha: %(kind)s."),
    ObstacleCode.AVAILABLE_TOO_LATE: _l("Du kan ikke begynne før %(from)s, og da er plassen over."),
    ObstacleCode.TOO_FAR: _l("Reisen tar %(minutes)s minutter. Det er mer enn du har sagt."),
    ObstacleCode.SKILL_MISSING: _l("Dette må du kunne eller ha fra første dag: %(skill)s."),
}

TO_ADAPT: dict[str, LazyString] = {
    ObstacleCode.HOURS_TOO_MANY: _l("Du trenger færre timer: høyst %(wants)s i uken i stedet for %(asks)s."),
    ObstacleCode.HOURS_TOO_FEW: _l("Du vil ha flere timer: minst %(wants)s i uken i stedet for %(offers)s."),
    ObstacleCode.DAYS_NOT_FREE: _l("Du må slippe å jobbe %(days)s."),
    ObstacleCode.TOO_EARLY: _l("Du må få begynne kl. %(earliest)s i stedet for kl. %(start)s."),
    ObstacleCode.TOO_LATE: _l("Du må få slutte kl. %(latest)s i stedet for kl. %(end)s."),
    ObstacleCode.SKILL_MISSING: _l("De må lære deg dette: %(skill)s."),
    ObstacleCode.ADAPTATION_MISSING: _l("De må kunne tilby %(adaptation)s."),
    ObstacleCode.YOUNG_WORKER_HOURS: _l("De må endre vaktene, så de er lovlige for deg som er ung."),
}

NOT_KNOWN: dict[str, LazyString] = {
    QuestionCode.KIND_UNKNOWN: _l("Er dette en type plass du vil ha?"),
    QuestionCode.HOURS_UNKNOWN: _l("Hvor mange timer i uken passer for deg?"),
    QuestionCode.DAYS_UNKNOWN: _l("Passer dagene for deg?"),
    QuestionCode.TIMES_UNKNOWN: _l("Passer klokkeslettene for deg?"),
    QuestionCode.CAN_IT_WAIT: _l("Kan plassen vente til du kan begynne, %(from)s? Det spør veilederen om."),
    QuestionCode.TRAVEL_LIMIT_UNKNOWN: _l("Er %(minutes)s minutters reise greit for deg?"),
    QuestionCode.TRAVEL_TIME_UNKNOWN: _l("Er reiseveien grei for deg?"),
    QuestionCode.SKILL_UNKNOWN: _l("Kan du dette, eller har du det: %(skill)s?"),
    QuestionCode.NEEDS_UNKNOWN: _l("Er det noe som må tilpasses for at du skal trives?"),
    QuestionCode.ADAPTATIONS_UNKNOWN: _l("Kan de tilby %(adaptations)s? Det spør veilederen om."),
    QuestionCode.SHIFTS_UNKNOWN: _l("Hvilke dager og klokkeslett er det? Det spør veilederen om."),
    QuestionCode.LAW_NEEDS_ATTENTION: _l("Noe i arbeidet har egne regler for unge. Det finner veilederen ut av."),
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
