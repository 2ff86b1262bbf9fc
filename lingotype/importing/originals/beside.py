"""The chore that reads and compares sources, in a thread of its own.

A site may be slow, an engine may be, and a long text takes seconds to compare: no translation waits for that.
"""

import logging
import threading

from django.db import connection

from lingotype.importing.originals import comparing, reading

log = logging.getLogger(__name__)

_threads: list[threading.Thread] = []
"""At most one, which works."""


def work_beside() -> bool:
    """Begin to read one source and to compare one, if any is due. Returns whether it has begun.

    A worker that ends takes the thread with it; what was wished for stays, and the lease runs out.
    """
    if _threads and _threads[-1].is_alive():
        return False
    _threads.clear()
    if not (reading.due().exists() or comparing.due().exists()):
        return False
    _threads.append(threading.Thread(target=_read_and_compare, name="originals", daemon=True))
    _threads[-1].start()
    return True


def _read_and_compare() -> None:
    try:
        reading.read_one_source()
        comparing.compare_one_source()
    except Exception as error:  # noqa: BLE001 - it is tried again when its lease is over
        log.error("a source was not read or compared (%s: %s)", type(error).__name__, error)
    finally:
        connection.close()
