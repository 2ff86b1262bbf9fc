"""What `lingotype doctor` looks at: settings, database, engines, routes, jobs; each with what to do."""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.db import connection

from lingotype.config.credentials import without_credentials
from lingotype.config.new import ADMIN_NAME, PASSWORD_FILE, one_time_password
from lingotype.config.newsroom_file import FILE_NAME, NewsroomFile
from lingotype.config.secrets import SECRET_KEY_FILE
from lingotype.delivery.models import Purge
from lingotype.delivery.purgers import installed as installed_purger
from lingotype.delivery.stores import installed as installed_store
from lingotype.delivery.stores.base import StoreError
from lingotype.desk.mail.sending import KEPT
from lingotype.desk.models import OutgoingMail
from lingotype.translation import desk_routes, installed
from lingotype.translation.budget import has_months, used
from lingotype.translation.engines import Engine, EngineSettingsError
from lingotype.translation.models import Job, State
from lingotype.translation.pairs import LanguagePair


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at."""

    about: str
    is_well: bool
    message: str
    """What is so, or what is wrong and what to do."""


Problems = Mapping[str, Sequence[str]]
"""What is wrong with each engine, by its name; asked for once, since a server that is out of reach takes its time."""


def examine() -> list[Diagnosis]:
    """Look at everything; asks engines' servers for at most a few seconds each."""
    problems = {name: _problems(name) for name in settings.LINGOTYPE.engines}
    found = (
        _settings(), _database(), _secrets(), _engines(problems), _routes(problems), _jobs(), _store(), _purge(),
        _mail(),
    )  # fmt: skip
    return [replace(diagnosis, message=without_credentials(diagnosis.message)) for look in found for diagnosis in look]


def _settings() -> Iterator[Diagnosis]:
    newsroom: NewsroomFile = settings.LINGOTYPE
    yield Diagnosis("settings", True, f"{newsroom.folder / FILE_NAME}: {', '.join(newsroom.readers)}")


def _database() -> Iterator[Diagnosis]:
    yield Diagnosis("database", True, f"{connection.vendor} answers and is up to date")


def _secrets() -> Iterator[Diagnosis]:
    for name in (SECRET_KEY_FILE, PASSWORD_FILE):
        path = settings.LINGOTYPE.folder / name
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Diagnosis("secrets", False, f"others can read {path}: chmod 600 {path}")
    if one_time_password(settings.LINGOTYPE.folder) is not None:
        yield Diagnosis("secrets", True, f"{ADMIN_NAME} still has the one-time password: change it at /admin/account/")
    elif (settings.LINGOTYPE.folder / PASSWORD_FILE).exists():
        yield Diagnosis("secrets", True, f"what stands in {PASSWORD_FILE} opens nothing any more: delete it")


def _store() -> Iterator[Diagnosis]:
    try:
        next(installed_store.store().paths(), None)
    except StoreError as error:
        yield Diagnosis("store", False, str(error))
    else:
        yield Diagnosis("store", True, f"{settings.LINGOTYPE.store_url} answers")


def _purge() -> Iterator[Diagnosis]:
    newsroom: NewsroomFile = settings.LINGOTYPE
    purger = installed_purger.purger()
    if purger is None or newsroom.purge is None:
        return
    about, problem = f"purge {newsroom.purge.type}", purger.problem()
    yield Diagnosis(about, not problem, problem or "gives pages up when it is asked to")
    if waiting := Purge.objects.filter(attempts__gt=0, error__gt="").order_by("-pk").first():
        yield Diagnosis(about, False, f"{Purge.objects.count()} pages wait to be purged: {waiting.error}")


def _mail() -> Iterator[Diagnosis]:
    mail = settings.LINGOTYPE.mail
    if mail is None:
        return
    about = f"mail {mail.type}"
    is_set = not mail.secret_env or bool(os.environ.get(mail.secret_env, "").strip())
    said = f"goes out as {mail.sender}" if is_set else f"{mail.secret_env} is not set in the environment"
    yield Diagnosis(about, is_set, said)
    waiting = OutgoingMail.objects.filter(is_given_up=False)
    if last := waiting.exclude(error="").order_by("-pk").first():
        yield Diagnosis(about, False, f"{waiting.count()} messages wait to be sent: {last.error}")
    # Nobody can do anything for these any more: a person's address may have been wrong.
    given_up = OutgoingMail.objects.filter(is_given_up=True)
    if last := given_up.order_by("-pk").first():
        kept = f"deleted {KEPT.days} days after they were written"
        yield Diagnosis(about, True, f"{given_up.count()} messages were given up, and are {kept}: {last.error}")


def _problems(name: str) -> list[str]:
    try:
        return list(installed.engine(name).problems())
    except EngineSettingsError as error:
        return [str(error)]


def _engines(problems: Problems) -> Iterator[Diagnosis]:
    for name, lines in problems.items():
        if not lines:
            yield Diagnosis(f"engine {name}", True, f"answers; {_facts(installed.engine(name))}")
        for line in lines:
            yield Diagnosis(f"engine {name}", False, line)
    if not settings.LINGOTYPE.engines:
        yield Diagnosis("engines", False, f'none: add [engines.local] with type = "apertium" to {FILE_NAME}')


def _facts(engine: Engine) -> str:
    """Whether texts leave the newsroom, what it was sent this month, and what that costs."""
    where = "sends texts elsewhere" if engine.leaves_newsroom else "texts stay on this machine"
    if not has_months(engine):
        return where
    sent, limit = used(engine.name), engine.max_characters_per_month
    of_limit = f" of this month's {limit:,} characters are used" if limit is not None else " characters this month"
    cost = f", about {engine.price_per_million * sent / 1_000_000:.2f} {engine.currency}" if engine.currency else ""
    return f"{where}; {sent:,}{of_limit}{cost}"


def _routes(problems: Problems) -> Iterator[Diagnosis]:
    newsroom: NewsroomFile = settings.LINGOTYPE
    for source in newsroom.editorial:
        for target in newsroom.readers:
            if source != target:
                yield _route(LanguagePair(source, target), problems)


def _route(pair: LanguagePair, problems: Problems) -> Diagnosis:
    about = f"{pair.source} → {pair.target}"
    try:
        engines = installed.engines_for(pair)
    except EngineSettingsError as error:
        return Diagnosis(about, False, str(error))
    if not engines:
        return Diagnosis(about, False, installed.what_to_configure(pair))
    works = [not problems[engine.name] for engine in engines]
    names = ", then ".join(
        engine.name if well else f"{engine.name} (see above)" for engine, well in zip(engines, works, strict=True)
    )
    if not any(works):
        return Diagnosis(about, False, f"nothing translates it now: {names}")
    return Diagnosis(about, True, f"{names}; gate: {installed.way(pair).policy}{_by_desk(pair)}")


def _by_desk(pair: LanguagePair) -> str:
    """What the desk has changed of the settings file's order; empty where it has not."""
    names = desk_routes.order_of(pair)
    gone = [name for name in names if name not in settings.LINGOTYPE.engines]
    if gone and len(gone) == len(names):
        return f"; the desk chose {', '.join(gone)}, which {FILE_NAME} has no more: its own order holds"
    passed_over = f", and {', '.join(gone)} is passed over: {FILE_NAME} has it no more" if gone else ""
    return f"; changed at the desk{passed_over}" if names else ""


_ADVICE: dict[str, Callable[[int], Diagnosis]] = {
    State.QUEUED: lambda count: Diagnosis("jobs", True, f"{count} queued: lingotype serve or worker takes them"),
    State.FAILED: lambda count: Diagnosis(
        "jobs", False, f"{count} failed: lingotype status says why; publishing the article again tries again"
    ),
    State.HELD: lambda count: Diagnosis("jobs", True, f"{count} held for the desk: see /admin/"),
    State.WAITING: lambda count: Diagnosis("jobs", True, f"{count} wait for an engine"),
}


def _jobs() -> Iterator[Diagnosis]:
    # What was withdrawn waits for nobody until it is published again.
    counts = Counter(Job.objects.filter(article__live=True).values_list("state", flat=True))
    for state, advice in _ADVICE.items():
        if counts[state]:
            yield advice(counts[state])
