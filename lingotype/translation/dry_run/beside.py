"""The chore that does dry runs, beside a worker: ten articles take minutes."""

from lingotype.translation.beside import Beside
from lingotype.translation.dry_run.working import due, work_one_run

dry_run_beside = Beside("dry run", lambda: due().exists(), work_one_run)
