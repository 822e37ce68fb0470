"""One run: sixteen write, things are killed and misbehave, all comes back, and the judge looks."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, create_engine, func, make_url, select, update
from sqlalchemy.orm import Session

from app.factory import create_app
from config import Settings
from ground.engine import prepare_engine
from ground.outbox import OutboxMessage
from register.organisations.models import AwaitedAnswer
from tests.faults.judge import what_is_wrong
from tests.faults.outside import WELL, MailServer, Register, WayToTheDatabase, mail_server, register
from tests.faults.running import RunningPlass
from tests.faults.world import World
from tests.faults.writers import Journal, Stopped, Writer, write_for_links, write_places, write_registrations
from tests.support.ports import free_port

OFTEN = "1000000 per minute"
LONGEST_WAIT = 2.0  # seconds for a lock, so that it is met
STANDS_STILL_AFTER = 150.0  # seconds; the slowest job comes every minute
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def tell_a_story(database: str, folder: Path, *, seed: int, seconds: float, say: Callable[[str], None]) -> list[str]:
    """Run it on a migrated database. Returns what is wrong afterwards."""
    with ExitStack() as open_now:
        mail_port, register_port, port = free_port(), free_port(), free_port()
        inbox = open_now.enter_context(mail_server(mail_port))
        brreg = open_now.enter_context(register(register_port))
        way = open_now.enter_context(_way_to(database, folder))
        settings = {
            "DATABASE_URL": way.address,
            "PLASS_DATA_FOLDER": str(folder),
            "PLASS_SECRET_KEY": "a secret of the faults, long enough to be one",
            "PLASS_BASE_URL": f"http://127.0.0.1:{port}",
            "PLASS_SMTP_HOST": "127.0.0.1",
            "PLASS_SMTP_PORT": str(mail_port),
            "PLASS_SMTP_STARTTLS": "false",
            "PLASS_BUSINESS_REGISTER_URL": f"http://127.0.0.1:{register_port}",
            "PLASS_SYNTHETIC_NUMBERS": "true",
            "PLASS_LONGEST_WAIT": str(LONGEST_WAIT),
            "PLASS_LINK_LIMIT": OFTEN,
            "PLASS_SUBMIT_LIMIT": OFTEN,
            "PLASS_READ_LIMIT": OFTEN,
            "PLASS_LOG_LEVEL": "CRITICAL",
        }
        world = World(create_app(Settings.model_validate(settings)), settings["PLASS_BASE_URL"], datetime.now(UTC))
        plass = RunningPlass(port, settings)
        open_now.callback(plass.stop)
        plass.start()
        plass.wait_until_ready()
        journal = Journal()
        with _sixteen_writing(world, journal):
            for done in _faults(random.Random(seed), plass, inbox, brreg, way, seconds):  # no secret
                say(done)
            inbox.manner = brreg.manner = WELL
            plass.start()
            plass.wait_until_ready()
        engine = create_engine(database)
        prepare_engine(engine)
        settled = _let_it_settle(engine)
        with Session(engine) as session:
            wrong = list(what_is_wrong(session, journal, inbox))
        engine.dispose()
        say(_summary(journal, inbox, settled))
        return wrong


class _Way:
    """How Plass comes to its database, and how it is kept from it for a while."""

    def __init__(self, address: str, keep_away: Callable[[float], None]) -> None:
        self.address, self.keep_away = address, keep_away


@contextmanager
def _way_to(database: str, folder: Path) -> Iterator[_Way]:
    there = make_url(database)
    if there.get_backend_name() == "sqlite":
        engine = create_engine(database)
        yield _Way(database, partial(_hold_the_file, engine))
        engine.dispose()
        return
    way = WayToTheDatabase(there.host or "127.0.0.1", there.port or 5432)

    def keep_away(seconds: float) -> None:
        way.cut()
        time.sleep(seconds)
        way.mend()

    yield _Way(there.set(host="127.0.0.1", port=way.port).render_as_string(hide_password=False), keep_away)
    way.close()


def _hold_the_file(engine: Engine, seconds: float) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=60000")
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
        time.sleep(seconds)
        connection.rollback()


def _faults(
    chance: random.Random, plass: RunningPlass, inbox: MailServer, brreg: Register, way: _Way, seconds: float
) -> Iterator[str]:
    """One fault after another, each told when it is done, until the time is up."""
    end = time.monotonic() + seconds

    def web_dies() -> str:
        plass.kill_the_web()
        plass.start()
        plass.wait_until_ready()
        return "the web server was killed"

    def scheduler_dies() -> str:
        plass.kill_the_scheduler()
        plass.start()
        return "the scheduler was killed"

    def worker_dies() -> str:
        plass.kill_a_worker(chance.randrange(2))
        return "a web worker was killed"

    def mail_changes() -> str:
        inbox.manner = chance.choice(MailServer.MANNERS)
        return f"mail server: {inbox.manner}"

    def register_changes() -> str:
        brreg.manner = chance.choice(Register.MANNERS)
        return f"Enhetsregisteret: {brreg.manner}"

    def database_goes() -> str:
        away = chance.uniform(1, 3 * LONGEST_WAIT)
        way.keep_away(away)
        return f"the database was away for {away:.1f} s"

    everything = [web_dies, scheduler_dies, worker_dies, worker_dies, mail_changes, register_changes, database_goes]
    while time.monotonic() < end:
        chance.shuffle(everything)  # each of them comes before any comes again
        for fault in everything:
            time.sleep(chance.uniform(0.5, 2.5))
            yield fault()
            if time.monotonic() > end:
                return


@contextmanager
def _sixteen_writing(world: World, journal: Journal) -> Iterator[None]:
    stopping = threading.Event()
    tasks: list[Callable[[], None]] = [
        *(partial(write_places, Writer(world, journal, stopping, cookie), orgnr) for cookie, orgnr in world.leaders),
        *(
            partial(write_registrations, Writer(world, journal, stopping), number)
            for number in range(len(world.joiners))
        ),
        *(partial(write_for_links, Writer(world, journal, stopping), number) for number in range(len(world.askers))),
    ]

    def until_stopped(task: Callable[[], None]) -> None:
        try:
            task()
        except Stopped:
            pass
        except Exception as error:  # a writer that breaks is a finding too
            journal.strange[f"a writer broke: {type(error).__name__} {error}"] += 1

    threads = [threading.Thread(target=until_stopped, args=(task,)) for task in tasks]
    for one in threads:
        one.start()
    try:
        yield
    finally:
        stopping.set()
        for one in threads:
            one.join()


def _let_it_settle(engine: Engine) -> float:
    """Let hours go by for what waits to be tried again, as long as it becomes less; how many seconds that took us."""
    began = last_less = time.monotonic()
    fewest = None
    while time.monotonic() < last_less + STANDS_STILL_AFTER:
        waits = OutboxMessage.sent_at.is_(None) & OutboxMessage.given_up_at.is_(None)
        with engine.begin() as connection:
            connection.execute(update(OutboxMessage).where(waits).values(not_before=LONG_AGO, claimed_until=LONG_AGO))
            connection.execute(update(AwaitedAnswer).values(next_try_at=LONG_AGO))
            left = connection.scalar(select(func.count(OutboxMessage.id)).where(waits)) or 0
            left += connection.scalar(select(func.count(AwaitedAnswer.id))) or 0
        if not left:
            break
        if fewest is None or left < fewest:
            fewest, last_less = left, time.monotonic()
        time.sleep(5)
    return time.monotonic() - began


def _summary(journal: Journal, inbox: MailServer, settled: float) -> str:
    twice = sum(count > 1 for count in inbox.received.values())
    return (
        f"{len(journal.drafts)} places and {len(journal.changes)} changes, {len(journal.registered)} registrations, "
        f"{journal.links.total()} links asked for; {len(inbox.received)} mails came, {twice} of them more than once by "
        f"the same Message-ID; without an answer or told to wait: {dict(sorted(journal.away.items()))}; "
        f"it had settled after {settled:.0f} s"
    )
