"""The numbers of law, scheme and settings that sentences say: each is read from the one place where it stands."""

from datetime import timedelta

from app.kernel.context import settings
from certification.cases.rules.decision import DECIDERS_NEEDED
from certification.cases.rules.media_type import MOST_MEGABYTES
from ground import outbox
from matching.candidates import leaving, requests, retention
from matching.candidates import life as candidates
from matching.doors import codes as sign_in_codes
from matching.doors import links as own_links
from matching.law.types import NightException, WorkerBand
from matching.law.young_workers.rules import Ages, BandRules, ClockWindow, young_worker_rules
from matching.openings import expiry
from matching.openings import life as openings
from matching.progress.rules import steps, suppression
from register.joining import authority
from register.organisations import types as organisations
from register.sign_in import codes, links

ONE_DAY, ONE_WEEK, ONE_MINUTE, MINUTES_IN_HOUR = timedelta(days=1), timedelta(weeks=1), timedelta(minutes=1), 60


class Numbers:
    """Looked up each time, so that a sentence can never say another number than the rule goes by."""

    @property
    def ages(self) -> Ages:
        """The ages at which the law draws its lines."""
        return young_worker_rules().ages

    @property
    def oldest_young_worker(self) -> int:
        """The last year of age with the rules for young workers."""
        return self.ages.adult_from - 1

    @property
    def youngest_candidate(self) -> int:
        """From this age one can be registered."""
        return candidates.LOWEST_AGE

    @property
    def oldest_candidate(self) -> int:
        """Up to this age one can be registered."""
        return candidates.HIGHEST_AGE

    @property
    def late_from(self) -> int:
        """When an adult's work is night work, and a young worker's needs an exception: minutes after midnight."""
        return self._night.start

    @property
    def night_ends(self) -> int:
        """When the night is over: minutes after midnight."""
        return self._night.until

    def night_exception_from(self, letter: NightException) -> int:
        """From when in the night a letter of § 12-9 lets a young worker work."""
        return young_worker_rules().night_exceptions[letter].allows.start

    def night_exception_until(self, letter: NightException) -> int:
        """Until when in the night a letter of § 12-9 lets a young worker work."""
        return young_worker_rules().night_exceptions[letter].allows.until

    @property
    def normal_hours(self) -> int:
        """The longest usual week."""
        return self._band(WorkerBand.ADULT).week.limit // MINUTES_IN_HOUR

    @property
    def most_hours(self) -> int:
        """The longest week there can be."""
        ceiling = self._band(WorkerBand.ADULT).week_ceiling
        assert ceiling is not None, "the law has a longest week"
        return ceiling.limit // MINUTES_IN_HOUR

    @property
    def weeks_shown(self) -> int:
        """How long a place without a last day is shown."""
        return openings.SHOWN_FOR // ONE_WEEK

    @property
    def weeks_warned_ahead(self) -> int:
        """How long before its last day the employer is told."""
        return expiry.WARNED_AHEAD // ONE_WEEK

    @property
    def usual_step(self) -> int:
        """Of how many numbers a step of the published tables is, where nothing asks for a wider one."""
        return steps.WIDTHS[0]

    @property
    def smallest_shown(self) -> int:
        """The smallest count that is published."""
        return suppression.SMALLEST_SHOWN

    @property
    def fewest_employees_told(self) -> int:
        """The smallest number of employees that Enhetsregisteret tells."""
        return organisations.FEWEST_TOLD

    @property
    def jobs_goal(self) -> int:
        """How many jobs the employers are to open; of the running application."""
        return settings().jobs_goal

    @property
    def deciders(self) -> int:
        """How many people decide a case."""
        return DECIDERS_NEEDED

    @property
    def most_megabytes(self) -> int:
        """How large a file may be."""
        return MOST_MEGABYTES

    @property
    def link_minutes(self) -> int:
        """How long a link to sign in lasts."""
        return links.LINK_LIFE // ONE_MINUTE

    @property
    def link_code_tries(self) -> int:
        """How often the codes that one browser has asked for may be tried."""
        return codes.MOST_ATTEMPTS

    @property
    def candidates_code_days(self) -> int:
        """How long a candidate's code lasts."""
        return sign_in_codes.CODE_LIFE // ONE_DAY

    @property
    def own_link_days(self) -> int:
        """How long a link in a mail to a candidate lasts."""
        return own_links.OWN_LINK_LIFE // ONE_DAY

    @property
    def regret_days(self) -> int:
        """How long one who wants to be deleted can regret it."""
        return leaving.REGRET // ONE_DAY

    @property
    def months_to_answer(self) -> int:
        """How soon a request about one's own data is answered."""
        return requests.MONTHS_TO_ANSWER

    @property
    def days_warned_ahead(self) -> int:
        """How long before somebody is forgotten, of whom nothing is heard, they are told."""
        return retention.WARNED_AHEAD // ONE_DAY

    @property
    def months_of_silence(self) -> int:
        """After so long without a word somebody is forgotten; of the running application."""
        return settings().forget_inactive_months

    @property
    def months_after_placement(self) -> int:
        """So long after their last placement somebody is kept at least; of the running application."""
        return settings().forget_placement_months

    @property
    def months_of_agreement(self) -> int:
        """So long an agreement is kept with the name of one who is forgotten; of the running application."""
        return settings().agreement_months

    @property
    def months_of_reads(self) -> int:
        """So long it is kept who looked at somebody who is forgotten; of the running application."""
        return settings().read_log_months

    @property
    def days_mail_is_told(self) -> int:
        """So long it is told whom a mail went to."""
        return outbox.KEPT_AFTER_MAIL // ONE_DAY

    @property
    def authority_code_letters(self) -> int:
        """How long the code in the letter to an employer is."""
        return authority.CODE_LENGTH

    @property
    def _night(self) -> ClockWindow:
        window = self._band(WorkerBand.ADULT).conditional_clock
        assert window is not None, "the law has a night"
        return window

    def _band(self, band: WorkerBand) -> BandRules:
        return young_worker_rules().bands[band]


NUMBERS = Numbers()
