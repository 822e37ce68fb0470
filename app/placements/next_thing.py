"""The one thing to do now at a placement, for the party who looks: what the page says first."""

from dataclasses import dataclass
from datetime import date

from app.kernel.errors.messages import sentence_for
from app.kernel.translate import _
from app.placements.sentences import sentences
from app.placements.viewer import FIRST_TWO, Viewer
from app.words.filters import after_weeks, label, lower_first, written_date
from app.words.lists import joined
from ground.errors import DomainError
from ground.findings import Finding
from matching.placements.follow_ups import earliest_day
from matching.records.errors import UseRestricted
from matching.records.types import ApprovalParty, FollowUpState, PlacementState


@dataclass(frozen=True)
class NextThing:
    """What to do, or whom to wait for. `act` is one of the viewer's pages; «approve» is a button of its own.

    `late` is what should have been done by a day that is past.
    """

    title: str
    text: str = ""
    items: tuple[str, ...] = ()
    act: str | None = None
    label: str = ""
    week: int | None = None
    late: bool = False

    @property
    def tone(self) -> str:
        """What waits for the viewer stands out."""
        return "warning" if self.act else "info"


def next_thing(
    viewer: Viewer, findings: tuple[Finding, ...], today: date, refused: DomainError | None = None
) -> NextThing | None:
    """What the viewer does now; None when nothing is left. `refused` is why their approval would not be taken."""
    match viewer.placement.state:
        case PlacementState.DRAFT:
            return _in_draft(viewer, findings, refused)
        case PlacementState.AGREED:
            return _before_start(viewer, today)
        case PlacementState.STARTED | PlacementState.ENDED:
            return _follow_up(viewer, today)
    return None


def _in_draft(viewer: Viewer, findings: tuple[Finding, ...], refused: DomainError | None) -> NextThing:
    missing = tuple(sentences(one for one in findings if one.blocks))
    if missing and viewer.is_candidate:
        text = _("Arbeidsgiveren og veilederen din skriver avtalen. Du får lese den når den er ferdig.")
        return NextThing(_("Avtalen er ikke ferdig"), text)
    if missing:
        return NextThing(_("Skriv avtalen ferdig"), _("Dette mangler:"), missing, "edit", _("Skriv avtalen"))
    if refused is not None:
        return NextThing(_("Avtalen kan ikke godkjennes nå"), _why_not_now(viewer, refused))
    if viewer.may_approve:
        text = _("Avtalen gjelder når alle tre har godkjent. Blir noe endret, spør vi deg på nytt.")
        title = _("Er du enig?") if viewer.is_candidate else _("Les avtalen og godkjenn den")
        return NextThing(title, text, (), "approve", _("Ja, jeg er enig") if viewer.is_candidate else _("Godkjenn"))
    return NextThing(_("Venter på godkjenning"), _("Mangler fra: %(who)s.", who=_who_is_left(viewer)))


def _why_not_now(viewer: Viewer, refused: DomainError) -> str:
    """That the young person has stopped the use is told in the words of each reader; the employer hears no reason."""
    if isinstance(refused, UseRestricted) and viewer.is_counsellor:
        name = viewer.placement.candidate.first_name
        return _("%(name)s har stoppet bruken av opplysningene. Det som ikke er avtalt, må vente.", name=name)
    if isinstance(refused, UseRestricted) and not viewer.is_candidate:
        return _("Ingenting nytt kan avtales akkurat nå. Veilederen vet mer.")
    return str(sentence_for(refused))


def _who_is_left(viewer: Viewer) -> str:
    standing = viewer.placement.agreement.standing_approvals
    left = [party for party in ApprovalParty if party not in standing]
    if FIRST_TWO & set(left):
        left = [party for party in left if party in FIRST_TWO]
    return joined(lower_first(label(party)) for party in left)


def _before_start(viewer: Viewer, today: date) -> NextThing:
    starts_on = viewer.placement.agreement.starts_on
    day = written_date(starts_on)
    if viewer.is_candidate and starts_on is not None and starts_on <= today:
        text = _("Første dag var %(day)s. Arbeidsgiveren eller veilederen din bekrefter at du har begynt.", day=day)
        return NextThing(_("Avtalen er klar"), text)
    if starts_on is None or starts_on > today:
        return NextThing(_("Alt er klart"), _("Første dag er %(day)s.", day=day))
    text = _("Første dag skulle være %(day)s. Jobben teller når oppstarten er bekreftet.", day=day)
    return NextThing(_("Bekreft oppstarten"), text, (), "start", _("Bekreft oppstart"), late=starts_on < today)


def _follow_up(viewer: Viewer, today: date) -> NextThing | None:
    talk = next((one for one in viewer.placement.follow_ups if one.state is FollowUpState.PLANNED), None)
    if talk is not None and viewer.is_counsellor and earliest_day(talk) <= today:
        text = _("Avtalt til %(day)s.", day=written_date(talk.due_on))
        late = talk.is_late_on(today)
        return NextThing(after_weeks(talk.week), text, (), "talk", _("Registrer samtalen"), talk.week, late)
    if _is_past_its_end(viewer, today):
        text = _("Registrer avslutningen. Fortsetter personen hos dere, velger du «Ansatt videre på samme sted».")
        if viewer.is_counsellor:
            text = _("Registrer avslutningen. Fortsetter personen der, velger du «Ansatt videre på samme sted».")
        return NextThing(_("Den avtalte siste dagen er passert"), text, (), "end", _("Registrer avslutning"), late=True)
    if talk is None or viewer.placement.state is PlacementState.ENDED:
        return None
    who = viewer.placement.coordinator.display_name
    if talk.is_late_on(today):
        text = _("Den skulle vært %(day)s. %(name)s tar kontakt.", day=written_date(talk.due_on), name=who)
        if viewer.is_candidate:
            text += " " + _("Du kan også ta kontakt selv.")
            return NextThing(_("Praten er forsinket"), text, late=True)
        return NextThing(_("Samtalen er forsinket"), text + " " + _("Hør gjerne når det passer."), late=True)
    if viewer.is_candidate:
        text = _("%(name)s tar kontakt rundt %(day)s.", name=who, day=written_date(talk.due_on))
        return NextThing(_("Neste prat"), text)
    return NextThing(_("Neste samtale"), _("%(day)s, med %(name)s.", day=written_date(talk.due_on), name=who))


def _is_past_its_end(viewer: Viewer, today: date) -> bool:
    ends_on = viewer.placement.agreement.ends_on
    return viewer.may_end and ends_on is not None and ends_on < today
