"""The profile as forms: what candidates say about themselves, and the rest that the counsellor keeps."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField

from app.kernel.forms.base import EditForm
from app.kernel.forms.fields import (
    Checkboxes,
    DateField,
    EmailField,
    IntegerField,
    StringField,
    TelField,
    TextAreaField,
    TimeField,
)
from app.kernel.forms.steps import Step
from app.kernel.forms.validators import AtMost, Between, Email, Optional, Required
from app.words import choices
from app.words.numbers import NUMBERS
from ground.words import known
from matching.catalogue.choices import Adaptation, InterestArea, TravelMode, Weekday
from matching.catalogue.kinds import OpeningKind
from matching.records.profiles import Profile, profile_of
from matching.records.tables.candidate import MOST_WISH_LETTERS, Candidate
from register.people.mailbox import read_mailbox

CODE_SETS = (
    "interests", "disliked", "kinds_wanted", "days", "travel_modes", "skills", "lacks_skills", "wants_to_learn",
)  # fmt: skip
SET_TYPES: dict[str, type[StrEnum]] = {
    "interests": InterestArea,
    "disliked": InterestArea,
    "kinds_wanted": OpeningKind,
    "days": Weekday,
    "travel_modes": TravelMode,
    "adaptations": Adaptation,
}
PLAIN = (
    "hours_per_week_min", "hours_per_week_max", "can_start_on", "earliest_start", "latest_end", "max_travel_minutes",
)  # fmt: skip


OWN_STEPS = (
    Step("onsker", _l("Hva vil du?"), ("wishes", "interests", "disliked", "kinds_wanted")),
    Step(
        "tid-og-reise",
        _l("Når og hvor langt?"),
        (
            "hours_per_week_min", "hours_per_week_max", "days", "earliest_start", "latest_end", "can_start_on",
            "max_travel_minutes", "travel_modes",
        ),
    ),
    Step("laere-og-tilpasse", _l("Hva hjelper deg?"), ("wants_to_learn", "adaptations", "no_adaptations")),
    Step("kontakt", _l("Hvordan når vi deg?"), ("first_name", "phone", "email")),
)  # fmt: skip
"""What the young person is asked, page by page."""
KEPT_STEPS = (
    Step(
        "hvem",
        _l("Hvem"),
        ("first_name", "birth_date", "finished_year_10", "municipality_number", "phone", "email"),
    ),
    Step("onsker", _l("Ønsker"), OWN_STEPS[0].fields),
    Step("tid-og-reise", _l("Tid og reise"), OWN_STEPS[1].fields),
    Step(
        "kan-og-trenger",
        _l("Kan, vil lære, trenger"),
        ("skills", "lacks_skills", "wants_to_learn", "adaptations", "no_adaptations"),
    ),
)
"""All that is kept, page by page, as counsellor and candidate go through it together."""


class WishesForm(EditForm):
    """What candidates say and change themselves. Nothing but the name has to be answered."""

    first_name = StringField(
        _l("Hva vil du bli kalt?"),
        validators=[
            Required(_l("Skriv et fornavn.")),
            AtMost(80),
        ],
    )
    phone = TelField(_l("Telefon"), validators=[AtMost(20)])
    email = EmailField(
        _l("E-post"),
        validators=[
            Email(_l("Skriv en e-postadresse, for eksempel navn@eksempel.no.")),
            AtMost(254),
        ],
    )
    wishes = TextAreaField(
        _l("Hva vil du?"),
        description=_l("Skriv ikke om helse eller familie."),
        validators=[
            AtMost(MOST_WISH_LETTERS),
        ],
    )
    interests = Checkboxes(_l("Dette liker du"))
    disliked = Checkboxes(_l("Dette vil du helst ikke"))
    kinds_wanted = Checkboxes(_l("Hva slags plass vil du ha?"))
    hours_per_week_min = IntegerField(
        _l("Minst så mange timer i uken"),
        validators=[Optional(), Between(1, NUMBERS.normal_hours)],
    )
    hours_per_week_max = IntegerField(
        _l("Høyst så mange timer i uken"),
        validators=[Optional(), Between(1, NUMBERS.normal_hours)],
    )
    can_start_on = DateField(_l("Når kan du begynne?"), validators=[Optional()])
    days = Checkboxes(_l("Hvilke dager passer?"))
    earliest_start = TimeField(_l("Tidligst fra klokka"), validators=[Optional()])
    latest_end = TimeField(_l("Senest til klokka"), validators=[Optional()])
    max_travel_minutes = IntegerField(
        _l("Så mange minutter kan du reise hver vei"),
        validators=[Optional(), Between(5, 180)],
    )
    travel_modes = Checkboxes(_l("Hvordan kan du komme deg på jobb?"))
    wants_to_learn = Checkboxes(_l("Dette vil du lære"))
    adaptations = Checkboxes(
        _l("Hva må arbeidsgiveren tilpasse?"),
        description=_l("Velg det som gjør at du får vist hva du kan. Du trenger ikke si hvorfor."),
    )
    no_adaptations = BooleanField(_l("Ingenting må tilpasses"))

    def offer(self) -> "WishesForm":
        """Put the choices in place, in the language of the page."""
        self.interests.choices = self.disliked.choices = choices.of_enum(InterestArea)
        self.kinds_wanted.choices = choices.of_kinds()
        self.days.choices = choices.weekday_choices(Weekday)
        self.travel_modes.choices = choices.of_enum(TravelMode)
        self.wants_to_learn.choices = choices.of_learnable_skills()
        self.adaptations.choices = choices.of_enum(Adaptation)
        for field in self._typed():  # nearly all may be left empty, and the page says so
            field.flags.no_mark = True
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        """Answers that contradict each other are pointed out."""
        fine = bool(super().validate(extra_validators))
        fewest, most = self.answer_to("hours_per_week_min"), self.answer_to("hours_per_week_max")
        if fewest and most and fewest > most:
            self.refuse("hours_per_week_max", _l("Det høyeste tallet må være minst like stort som det laveste."))
            fine = False
        if both := set(self.answer_to("interests") or []) & set(self.answer_to("disliked") or []):
            names = choices.chosen_words(choices.of_enum(InterestArea), both)
            self.refuse("disliked", _l("Du har valgt det samme begge steder: %(names)s.", names=names))
            fine = False
        if self.answer_to("no_adaptations") and self.answer_to("adaptations"):
            self.refuse("no_adaptations", _l("Velg enten noe på listen eller at ingenting må tilpasses."))
            fine = False
        return fine

    def values(self) -> dict[str, Any]:
        """What was answered of what is asked here, ready for the service; an empty answer is «not asked» (None)."""
        answered: dict[str, Any] = {name: self[name].data for name in (*PLAIN, "first_name") if name in self}
        for name in ("phone", "email"):
            if name in self:
                answered[name] = self[name].data or None
        if answered.get("email"):
            answered["email"] = read_mailbox(answered["email"])
        if "wishes" in self:
            answered["wishes"] = self["wishes"].data or ""
        for name in (*CODE_SETS, "adaptations"):
            if name in self:
                answered[name] = _set_of(name, self[name].data)
        if self.answer_to("no_adaptations"):
            answered["adaptations"] = frozenset()
        return answered


class ProfileForm(WishesForm):
    """Everything that is kept; the counsellor asks, and the candidate sees it all on their own page."""

    first_name = StringField(
        _l("Hva kandidaten vil bli kalt"),
        validators=[
            Required(_l("Skriv et fornavn.")),
            AtMost(80),
        ],
    )
    birth_date = DateField(
        _l("Fødselsdato"),
        description=_l("Brukes bare til lovens aldersgrenser."),
        validators=[Required(_l("Skriv en fødselsdato."))],
    )
    finished_year_10 = RadioField(
        _l("Ferdig med 10. trinn?"),
        choices=[(choices.YES, _l("Ja")), (choices.NO, _l("Nei")), (choices.UNKNOWN, _l("Ikke spurt"))],
        description=_l(
            "Avgjør hvor mye og når den som er under %(age)s år, har lov til å jobbe.", age=NUMBERS.ages.adult_from
        ),
        default=choices.UNKNOWN,
    )
    municipality_number = SelectField(
        _l("Bostedskommune"), validators=[Required(_l("Velg kommunen der kandidaten bor."))]
    )
    wishes = TextAreaField(
        _l("Ønsker, med kandidatens egne ord"),
        description=_l("Kandidaten leser og retter dette selv. Skriv ikke om helse, diagnoser eller ytelser."),
        validators=[
            AtMost(MOST_WISH_LETTERS),
        ],
    )
    interests = Checkboxes(_l("Liker"))
    disliked = Checkboxes(_l("Vil helst ikke"))
    kinds_wanted = Checkboxes(_l("Hva slags plass"))
    can_start_on = DateField(_l("Kan begynne"), validators=[Optional()])
    days = Checkboxes(_l("Dager som passer"))
    max_travel_minutes = IntegerField(
        _l("Lengste reise hver vei, i minutter"),
        validators=[Optional(), Between(5, 180)],
    )
    travel_modes = Checkboxes(_l("Måter å komme seg på jobb"))
    skills = Checkboxes(_l("Kan eller har"))
    lacks_skills = Checkboxes(
        _l("Kan ikke eller har ikke"),
        description=_l("Kryss bare av for det dere har snakket om. Det som ikke er spurt om, teller aldri som nei."),
    )
    wants_to_learn = Checkboxes(_l("Vil lære"))
    adaptations = Checkboxes(
        _l("Trenger tilrettelegging"),
        description=_l("Hva arbeidsplassen må gjøre, aldri hvorfor."),
    )

    def offer(self) -> "ProfileForm":
        """Put the choices in place, in the language of the page."""
        super().offer()
        self.municipality_number.choices = [("", _l("Velg kommune")), *choices.of_municipalities()]
        self.skills.choices = self.lacks_skills.choices = choices.of_skills()
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        """Nobody both can and cannot."""
        fine = super().validate(extra_validators)
        if both := set(self.answer_to("skills") or []) & set(self.answer_to("lacks_skills") or []):
            names = choices.chosen_words(choices.of_skills(), both)
            self.refuse("lacks_skills", _l("Dette står både som «kan» og «kan ikke»: %(names)s.", names=names))
            return False
        return fine

    def values(self) -> dict[str, Any]:
        """The same, with what the counsellor alone is asked."""
        answered = super().values()
        for name in ("birth_date", "municipality_number"):
            if name in self:
                answered[name] = self[name].data
        if "finished_year_10" in self:
            answered["finished_year_10"] = year_10(self.finished_year_10.data)
        return answered

    def profile(self, kept: Profile) -> Profile:
        """The whole profile as a value: what is asked here as it was answered, the rest as it is kept."""
        return replace(kept, **self.values())


def shown(candidate: Candidate) -> dict[str, Any]:
    """The profile as form data: sets as lists, «nothing to adapt» as its own box."""
    profile = profile_of(candidate)
    data: dict[str, Any] = {name: getattr(profile, name) for name in profile.__dataclass_fields__}
    data["version"] = candidate.version
    for name in (*CODE_SETS, "adaptations"):
        data[name] = sorted(data[name] or [])
    data["no_adaptations"] = profile.adaptations == frozenset()
    data["finished_year_10"] = {True: choices.YES, False: choices.NO, None: choices.UNKNOWN}[profile.finished_year_10]
    return data


def year_10(answer: str | None) -> bool | None:
    """Yes, no, or nobody has asked."""
    return {choices.YES: True, choices.NO: False}.get(answer or "")


def _set_of(name: str, ticked: list[str] | None) -> frozenset[Any] | None:
    kind = SET_TYPES.get(name)
    return frozenset(known(kind, code) if kind else code for code in ticked) if ticked else None
