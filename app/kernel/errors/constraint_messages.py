"""A sentence for each promise of the database that people can meet by acting at the same moment, by its name."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

CONSTRAINT_MESSAGES: dict[str, LazyString] = {
    "one_open_assessment_per_organisation": _l("Dere har allerede en sak i gang."),
    "organisation_orgnr_unique": _l("Virksomheten er allerede registrert i Plass."),
    "workplace_orgnr_unique": _l("Et av arbeidsstedene ble registrert av noen andre i samme øyeblikk. Prøv igjen."),
    "nav_office_number_unique": _l("Det finnes allerede et kontor med dette nummeret."),
    "user_account_email_unique": _l("E-postadressen ble tatt i bruk i samme øyeblikk. Prøv igjen."),
    "one_open_authority_request_per_person_and_organisation": _l(
        "Du har allerede bedt om å bli leder. Du får en e-post når det er avgjort."
    ),
    "one_living_employer_role_per_organisation": _l(
        "Personen har allerede en rolle i virksomheten. Last siden på nytt og se hvilken."
    ),
    "one_living_counsellor_role_per_office": _l("Personen er allerede veileder på kontoret."),
    "one_living_role_of_each_other_kind": _l("Personen har denne rollen allerede."),
    "one_coordinator_per_candidate": _l(
        "Kandidaten fikk en ny veileder i samme øyeblikk. Last siden på nytt og se hvem."
    ),
    "one_living_code_per_candidate": _l(
        "Det ble laget en kode til kandidaten i samme øyeblikk. Lag en ny hvis du ikke har den."
    ),
    "opening_adaptation_key": _l(  # what one ticked at a place, the other has ticked and saved already
        "Noen andre har lagret endringer etter at du åpnet siden. Se hva som er nytt, og lagre på nytt."
    ),
    "submitted_form_key": _l(
        "Skjemaet ble sendt to ganger. Vi tok imot det første, så du trenger ikke sende det igjen."
    ),
}

# What else is unique, keys called `id` apart, which are drawn at random. Whoever should meet one after all is told
# that something has changed.
MET_BY_NOBODY = frozenset(
    {
        # Drawn at random.
        "candidate_count_ref_unique",
        "certificate_code_unique",
        "sign_in_code_finder_unique",
        "sign_in_link_token_hash_unique",
        "user_session_token_hash_unique",
        # Points to a row that was made in the same act.
        "agreement_placement_id_unique",
        "candidate_user_id_unique",
        "evidence_file_id_unique",
        # Written by jobs and commands, or in one statement that takes the row that is there.
        "criteria_edition_number_unique",
        "one_published_edition",
        "outbox_message_once_key_unique",
        "rate_limit_counter_key",
        "scheduler_lease_key",
        # The service holds the case while it looks and writes: whoever is second sees what the first did, and is
        # told so by the service. It also tells a proposal that waits from a decision that is final.
        "certificate_assessment_id_unique",
        "one_answer_per_criterion",
        "one_certifier_per_assessment",
        "one_final_decision_per_assessment",
        "one_finding_per_criterion",
        "one_living_recommendation_per_assessment",
        "one_waiting_decision_per_assessment",
        # In the same way it holds the employer of a certificate, and the gathering.
        "a_certificate_ends_once",
        "events_of_a_certificate_are_numbered",
        "one_living_sign_up_per_person_and_gathering",
        # It holds the candidate, the proposal or the placement.
        "one_approval_per_party_and_version",
        "one_follow_up_per_week_number",
        "one_living_disclosure_per_proposal",
        "one_living_proposal_per_candidate_and_opening",
        "one_step_of_each_kind_per_placement",
        "one_unfinished_placement_per_candidate_and_opening",
        "placement_proposal_id_unique",
    }
)
