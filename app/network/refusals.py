"""What is told when the rules refuse, and when two people meet a promise of the database at one moment."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_ngettext as _ln

from app.kernel.house import Sentence, say
from app.words.labels import label
from certification.network.errors import (
    AlreadySignedUp,
    CapacityTooSmall,
    GatheringImpossible,
    GatheringRefused,
    SignUpRefused,
)

REFUSALS: dict[type[Exception], Sentence] = {
    SignUpRefused: lambda error: label(error.reason),
    AlreadySignedUp: say(_l("Du er påmeldt fra før, for en annen virksomhet.")),
    GatheringRefused: lambda error: _l(
        "Dette går ikke lenger. Samlingen står som «%(state)s».", state=label(error.state)
    ),
    GatheringImpossible: say(
        _l("Samlingen må ligge fram i tid, begynne før den slutter og ha et sted eller en lenke.")
    ),
    CapacityTooSmall: lambda error: _ln(
        "%(num)s person er påmeldt. Det må være plass til så mange.",
        "%(num)s personer er påmeldt. Det må være plass til så mange.",
        error.taken,
    ),
}

PROMISES: dict[str, LazyString | None] = {
    # The service holds the gathering while it looks and writes.
    "one_living_sign_up_per_person_and_gathering": None,
}
