"""Reasons in the counsellor's words: what fits, what stands in the way, what to ask, what an employer could change."""

from collections.abc import Iterable
from typing import Protocol

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.translate import _
from app.wording.values import joined, words
from matching.rules.findings import Params
from matching.rules.requirements import Ask, ObstacleCode, QuestionCode
from matching.rules.score import ScoreCode, ScorePart

OBSTACLES: dict[str, LazyString] = {
    ObstacleCode.opening_not_open: _l("Plassen er ikke åpen."),
    ObstacleCode.no_positions_left: _l("Plassen er besatt."),
    ObstacleCode.deadline_passed: _l("Siste dag for plassen er passert."),
    ObstacleCode.opening_over: _l("Plassen er over."),
    ObstacleCode.kind_not_wanted: _l("Kandidaten ønsker ikke %(kind)s."),
    ObstacleCode.hours_too_many: _l("Krever minst %(asks)s i uken; kandidaten vil ha høyst %(wants)s."),
    ObstacleCode.hours_too_few: _l("Gir høyst %(offers)s i uken; kandidaten vil ha minst %(wants)s."),
    ObstacleCode.days_not_free: _l("Kandidaten kan ikke jobbe %(days)s."),
    ObstacleCode.too_early: _l("Dagen begynner kl. %(start)s; kandidaten kan fra kl. %(earliest)s."),
    ObstacleCode.too_late: _l("Dagen slutter kl. %(end)s; kandidaten kan til kl. %(latest)s."),
    ObstacleCode.available_too_late: _l("Kandidaten kan først begynne %(from)s, etter at plassen er over."),
    ObstacleCode.too_far: _l("Reisen tar %(minutes)s minutter; kandidaten kan reise i %(limit)s."),
    ObstacleCode.skill_missing: _l("Må kunne dette fra første dag: %(skill)s."),
    ObstacleCode.adaptation_missing: _l("Tilbyr ikke %(adaptation)s."),
    ObstacleCode.too_young_to_work: _l("Kandidaten er for ung til å jobbe."),
    ObstacleCode.too_young_for_work_training: _l("Arbeidstrening er fra %(lowest)s år."),
    ObstacleCode.too_young_for_task: _l("Loven krever %(min_age)s år for å %(gate)s."),
    ObstacleCode.hazard_under_18: _l("Ikke lov før fylte 18 år: %(hazards)s."),
    ObstacleCode.young_worker_hours: _l("Vaktene er ikke lovlige for kandidatens alder og skolegang."),
}

NEAR_MISSES: dict[str, LazyString] = {
    ObstacleCode.hours_too_many: _l("Ville passe hvis arbeidsgiveren kan gå ned til %(wants)s i uken."),
    ObstacleCode.hours_too_few: _l("Ville passe hvis arbeidsgiveren kan gi minst %(wants)s i uken."),
    ObstacleCode.days_not_free: _l("Ville passe uten arbeid %(days)s."),
    ObstacleCode.too_early: _l("Ville passe hvis dagen kan begynne kl. %(earliest)s."),
    ObstacleCode.too_late: _l("Ville passe hvis dagen kan slutte kl. %(latest)s."),
    ObstacleCode.skill_missing: _l("Ville passe hvis arbeidsgiveren kan lære bort dette: %(skill)s."),
    ObstacleCode.adaptation_missing: _l("Ville passe hvis arbeidsgiveren kan tilby %(adaptation)s."),
    ObstacleCode.young_worker_hours: _l("Ville passe hvis vaktene legges innenfor arbeidstidsreglene for unge."),
}

TOPICS: dict[str, LazyString] = {
    QuestionCode.kind_unknown: _l("hva slags plass som er ønsket"),
    QuestionCode.hours_unknown: _l("timer i uken"),
    QuestionCode.days_unknown: _l("hvilke dager som passer"),
    QuestionCode.times_unknown: _l("når på dagen det passer"),
    QuestionCode.can_it_wait: _l("plassen kan vente til %(from)s"),
    QuestionCode.travel_limit_unknown: _l("%(minutes)s minutters reise er greit"),
    QuestionCode.travel_time_unknown: _l("reiseveien"),
    QuestionCode.skill_unknown: _l("erfaring med «%(skill)s»"),
    QuestionCode.needs_unknown: _l("behov for tilrettelegging"),
    QuestionCode.adaptations_unknown: _l("de kan tilby %(adaptations)s"),
    QuestionCode.shifts_unknown: _l("dager og klokkeslett, for unge har egne regler"),
    QuestionCode.law_needs_attention: _l("det loven krever når unge jobber her"),
}

SCORES: dict[str, LazyString] = {
    ScoreCode.likes_occupation: _l("Liker å jobbe som %(occupation)s."),
    ScoreCode.likes_area: _l("Liker %(area)s."),
    ScoreCode.wishes_unknown: _l("Vi vet ikke hva kandidaten liker."),
    ScoreCode.other_area: _l("Et annet område enn det kandidaten har nevnt: %(area)s."),
    ScoreCode.dislikes_area: _l("Vil helst ikke jobbe med %(area)s."),
    ScoreCode.nothing_required: _l("Krever ingenting spesielt fra første dag."),
    ScoreCode.can_do_some: _l("Kan allerede dette: %(skills)s."),
    ScoreCode.can_do_unknown: _l("Vi vet ikke om kandidaten kan det plassen ber om."),
    ScoreCode.cannot_do_yet: _l("Kan ikke ennå det plassen ber om."),
    ScoreCode.hours_fit: _l("Timene passer."),
    ScoreCode.hours_partly: _l("Timene passer delvis."),
    ScoreCode.hours_apart: _l("Timene er langt fra ønsket."),
    ScoreCode.hours_not_known: _l("Timene er ikke avklart."),
    ScoreCode.travel_minutes: _l("Reisen tar %(minutes)s minutter."),
    ScoreCode.travel_over_limit: _l("Reisen tar %(minutes)s minutter, mer enn ønsket."),
    ScoreCode.same_municipality: _l("I kommunen der kandidaten bor."),
    ScoreCode.neighbour_municipality: _l("I en nabokommune."),
    ScoreCode.further_away: _l("Lenger unna enn nabokommunen."),
    ScoreCode.travel_not_known: _l("Reiseveien er ikke kjent."),
    ScoreCode.learns_wanted: _l("Kan lære det kandidaten vil lære: %(skills)s."),
    ScoreCode.learning_unknown: _l("Vi vet ikke hva kandidaten vil lære."),
    ScoreCode.learns_other: _l("Kan lære andre ting enn det kandidaten har nevnt."),
    ScoreCode.room_to_adapt: _l("Arbeidsgiveren har oppgitt flere ting de kan tilpasse."),
    ScoreCode.little_room_to_adapt: _l("Ingen ekstra tilrettelegging er oppgitt."),
}

PARTS: dict[ScorePart, LazyString] = {
    ScorePart.liked_work: _l("Det kandidaten liker"),
    ScorePart.can_do: _l("Det kandidaten kan"),
    ScorePart.hours: _l("Timer"),
    ScorePart.travel: _l("Reisevei"),
    ScorePart.learning: _l("Noe å lære"),
    ScorePart.adaptations: _l("Rom for å tilpasse"),
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
    """One reason as a sentence; questions are put together by `questions`."""
    return fill({**OBSTACLES, **SCORES}[str(reason.code)], reason.params)


def questions(reasons: Iterable[ReasonLike], *, to_employer: bool) -> str | None:
    """All open questions to the candidate, or to the employer, in one sentence; None when there is none."""
    topics = [
        fill(TOPICS[str(one.code)], one.params)
        for one in reasons
        if one.ask is not None and (one.ask == Ask.employer) is to_employer
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
    return str(text) % words(params)
