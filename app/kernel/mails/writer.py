"""The words of mails: one template a kind, first line the subject, written in the reader's language when it is sent."""

from typing import Any

from flask import current_app
from flask_babel import force_locale

from app.kernel.house import house
from app.kernel.mails.links import link_of
from ground.texts import Locale


def write_mail(kind: str, locale: Locale, params: dict[str, Any]) -> tuple[str, str]:
    """Subject and text of a mail, within a request or outside one.

    Values stand on one line, so that none of them can end the subject.
    """
    params = {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in params.items()}
    with force_locale(locale.value):
        template = current_app.jinja_env.get_template(f"{house().mail_subjects[kind]}/mail/{kind}.txt")
        written = template.render(link=link_of(kind, params), **params)
        greeting = current_app.jinja_env.get_template("mail/signature.txt").render()
    subject, _, text = written.partition("\n")
    return subject.strip(), text.strip() + "\n\n" + greeting.strip() + "\n"
