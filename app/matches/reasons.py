"""Reasons in the counsellor's words: what fits, what stands in the way, what to ask, what an employer could change."""

from collections.abc import Iterable
from typing import Protocol

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.kernel.translate import _
from app.matches.values import words
from app.words.lists import joined
from app.words.numbers import NUMBERS
from ground.params import Params
from matching.matches.requirements import Ask, ObstacleCode, QuestionCode
from matching.matches.score import ScoreCode, ScorePart

OBSTACLES: dict[str, LazyString] = {
    ObstacleCode.OPENING_NOT_OPEN: _l("Plassen er ikke åpen."),
    ObstacleCode.NO_POSITIONS_LEFT: _l("Plassen er besatt."),
    ObstacleCode.DEADLINE_PASSED: _l("Siste dag for plassen er passert."),
    ObstacleCode.OPENING_OVER: _l("Plassen er over."),
    ObstacleCode.KIND_NOT_WANTED: _l("Kandidaten ønsker ikke denne typen plass: %(kind)s."),
    ObstacleCode.HOURS_TOO_MANY: _l("Krever minst %(asks)s i uken; kandidaten vil ha høyst %(wants)s."),
    ObstacleCode.HOURS_TOO_FEW: _l("Gir høyst %(offers)s i uken; kandidaten vil ha minst %(wants)s."),
    ObstacleCode.DAYS_NOT_FREE: _l("Kandidaten kan ikke jobbe %(days)s."),
    ObstacleCode.TOO_EARLY: _l("Dagen begynner kl. %(start)s; kandidaten kan fra kl. %(earliest)s."),
    ObstacleCode.TOO_LATE: _l("Dagen slutter kl. %(end)s; kandidaten kan til kl. %(latest)s."),
    ObstacleCode.AVAILABLE_TOO_LATE: _l("Kandidaten kan først begynne %(from)s, etter at plassen er over."),
    ObstacleCode.TOO_FAR: _l("Reisen tar %(minutes)s minutter; kandidaten kan reise i %(limit)s."),
    ObstacleCode.SKILL_MISSING: _l("Må kunne eller ha dette fra første dag: %(skill)s."),
    ObstacleCode.ADAPTATION_MISSING: _l("Tilbyr ikke %(adaptation)s."),
    ObstacleCode.TOO_YOUNG_TO_WORK: _l("Kandidaten er for ung til å jobbe."),
    ObstacleCode.TOO_YOUNG_FOR_WORK_TRAINING: _l("Arbeidstrening er fra %(lowest)s år."),
    ObstacleCode.TOO_YOUNG_FOR_TASK: _l("Loven krever %(min_age)s år for å %(gate)s."),
    ObstacleCode.HAZARD_UNDER_18: _l("Ikke lov før fylte %(adult_from)s år: %(hazards)s."),
    ObstacleCode.YOUNG_WORKER_HOURS: _l("Vaktene er ikke lovlige for kandidatens alder og skolegang."),
}

NEAR_MISSES: dict[str, LazyString] = {
    ObstacleCode.HOURS_TOO_MANY: _l("Ville passe hvis arbeidsgiveren kan gå ned til %(wants)s i uken."),
    ObstacleCode.HOURS_TOO_FEW: _l("Ville passe hvis arbeidsgiveren kan gi minst %(wants)s i uken."),
    ObstacleCode.DAYS_NOT_FREE: _l("Ville passe uten arbeid %(days)s."),
    ObstacleCode.TOO_EARLY: _l("Ville passe hvis dagen kan begynne kl. %(earliest)s."),
    ObstacleCode.TOO_LATE: _l("Ville passe hvis dagen kan slutte kl. %(latest)s."),
    ObstacleCode.SKILL_MISSING: _l("Ville passe hvis arbeidsgiveren kan lære bort dette: %(skill)s."),
    ObstacleCode.ADAPTATION_MISSING: _l("Ville passe hvis arbeidsgiveren kan tilby %(adaptation)s."),
    ObstacleCode.YOUNG_WORKER_HOURS: _l("Ville passe hvis vaktene legges innenfor arbeidstidsreglene for unge."),
}

TOPICS: dict[str, LazyString] = {
    QuestionCode.KIND_UNKNOWN: _l("hva slags plass som er ønsket"),
    QuestionCode.HOURS_UNKNOWN: _l("timer i uken"),
    QuestionCode.DAYS_UNKNOWN: _l("hvilke dager som passer"),
    QuestionCode.TIMES_UNKNOWN: _l("når på dagen det passer"),
    QuestionCode.CAN_IT_WAIT: _l("utsatt oppstart til %(from)s"),
    QuestionCode.TRAVEL_LIMIT_UNKNOWN: _l("reise på %(minutes)s minutter"),
    QuestionCode.TRAVEL_TIME_UNKNOWN: _l("reiseveien"),
    QuestionCode.SKILL_UNKNOWN: _l("erfaring med «%(skill)s»"),
    QuestionCode.NEEDS_UNKNOWN: _l("behov for tilrettelegging"),
    QuestionCode.ADAPTATIONS_UNKNOWN: _l("mulighet for %(adaptations)s"),
    QuestionCode.SHIFTS_UNKNOWN: _l("dager og klokkeslett (unge har egne regler)"),
    QuestionCode.LAW_NEEDS_ATTENTION: _l("det loven krever når unge jobber her"),
}

SCORES: dict[str, LazyString] = {
    ScoreCode.LIKES_OCCUPATION: _l("Liker denne typen jobb: %(occupation)s."),
    ScoreCode.LIKES_AREA: _l("Liker %(area)s."),
    ScoreCode.WISHES_UNKNOWN: _l("Vi vet ikke hva kandidaten liker."),
    ScoreCode.AREA_UNKNOWN: _l("Plassen har ikke oppgitt hva slags yrke det er."),
    ScoreCode.OTHER_AREA: _l("Et annet område enn det kandidaten har nevnt: %(area)s."),
    ScoreCode.DISLIKES_AREA: _l("Vil helst ikke jobbe med %(area)s."),
    ScoreCode.NOTHING_REQUIRED: _l("Krever ingenting spesielt fra første dag."),
    ScoreCode.CAN_DO_SOME: _l("Kan eller har allerede dette: %(skills)s."),
    ScoreCode.CAN_DO_UNKNOWN: _l("Vi vet ikke om kandidaten kan det plassen ber om."),
    ScoreCode.CANNOT_DO_YET: _l("Kan ikke ennå det plassen ber om."),
    ScoreCode.HOURS_FIT: _l("Timene passer."),
    ScoreCode.HOURS_PARTLY: _l("Timene passer delvis."),
    ScoreCode.HOURS_APART: _l("Timene er langt fra ønsket."),
    ScoreCode.HOURS_NOT_KNOWN: _l("Timene er ikke avklart."),
    ScoreCode.TRAVEL_MINUTES: _l("Reisen tar %(minutes)s minutter."),
    ScoreCode.TRAVEL_OVER_LIMIT: _l("Reisen tar %(minutes)s minutter, mer enn ønsket."),
    ScoreCode.SAME_MUNICIPALITY: _l("I kommunen der kandidaten bor."),
    ScoreCode.NEIGHBOUR_MUNICIPALITY: _l("I en nabokommune."),
    ScoreCode.FURTHER_AWAY: _l("Lenger unna enn nabokommunen."),
    ScoreCode.TRAVEL_NOT_KNOWN: _l("Reiseveien er ikke kjent."),
    ScoreCode.LEARNS_WANTED: _l("Kan lære det kandidaten vil lære: %(skills)s."),
    ScoreCode.LEARNING_UNKNOWN: _l("Vi vet ikke hva kandidaten vil lære."),
    ScoreCode.LEARNS_OTHER: _l("Kan lære andre ting enn det kandidaten har nevnt."),
    ScoreCode.ROOM_TO_ADAPT: _l("Arbeidsgiveren har oppgitt flere ting de kan tilpasse."),
    ScoreCode.LITTLE_ROOM_TO_ADAPT: _l("Ingen ekstra tilrettelegging er oppgitt."),
}

PARTS: dict[ScorePart, LazyString] = {
    ScorePart.LIKED_WORK: _l("Det kandidaten liker"),
    ScorePart.CAN_DO: _l("Det kandidaten kan"),
    ScorePart.HOURS: _l("Timer"),
    ScorePart.TRAVEL: _l("Reisevei"),
    ScorePart.LEARNING: _l("Noe å lære"),
    ScorePart.ADAPTATIONS: _l("Rom for å tilpasse"),
}


class ReasonLike(Protocol):
    """A reason from the rules, or one that was frozen with a proposal."""

    @property
    def code(self) -> str:
        """The code of the rules."""

    @property
    def params(self) -> Params:
        """The values of the sentence."""

    @property
    def ask(self) -> str | None:
        """Who can answer, for a question."""


def for_counsellor(reason: ReasonLike) -> str:
    """One reason as a sentence; one that is kept with a proposal and no longer in use, as it stands.

    Questions are put together by `questions`.
    """
    text = {**OBSTACLES, **SCORES}.get(reason.code)
    return fill(text, reason.params) if text is not None else reason.code


def questions(reasons: Iterable[ReasonLike], *, to_employer: bool) -> str | None:
    """All open questions to the candidate, or to the employer, in one sentence; None when there is none."""
    topics = [
        fill(TOPICS[str(one.code)], one.params)
        for one in reasons
        if one.ask is not None and (one.ask == Ask.EMPLOYER) is to_employer
    ]
    if not topics:
        return None
    text = _("Spør arbeidsgiveren om %(topics)s.") if to_employer else _("Spør kandidaten om %(topics)s.")
    return text % {"topics": joined(dict.fromkeys(topics))}


def near_miss(reason: ReasonLike) -> str:
    """What an employer would have to change, as a sentence."""
    return fill(NEAR_MISSES[str(reason.code)], reason.params)


def fill(text: LazyString, params: Params) -> str:
    """Put the values, as words, into a translated sentence."""
    return str(text) % {"adult_from": NUMBERS.ages.adult_from, **words(params)}
