"""Work that takes longer than a page may: reading and comparing, one after the other in one thread, its progress to be seen."""

import secrets
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Literal

from counterclaim.errors import CounterclaimError

State = Literal["waiting", "running", "done", "failed"]

KEPT = 200
"""Jobs whose outcome is remembered."""


class Job:
    """One piece of work, as its page shows it.

    Attributes:
        id: Names it; 128 random bits, so that nobody guesses another's.
        owner: Who asked for it.
        title: What is done, for people.
        state: How far it is.
        said: What was done last.
        done: How many steps are done.
        total: How many there are; None where that is not known.
        notes: One line for each thing worth telling.
        result: What came of it, once it is done.
        leads: Where the page goes on once it is done; None to stay.
        ended: When it was over, by the machine's own clock; None before.
    """

    def __init__(self, owner: str, title: str) -> None:
        self.id = secrets.token_hex(16)
        self.owner = owner
        self.title = title
        self.state: State = "waiting"
        self.said = ""
        self.done = 0
        self.total: int | None = None
        self.notes: list[str] = []
        self.result: object = None
        self.leads: str | None = None
        self.ended: float | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in {"done", "failed"}

    def step(self, said: str) -> None:
        """Tells that one more step is done."""
        self.done += 1
        self.said = said


class Jobs:
    """The queue and its one thread, which begins with the first job and ends with the process."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[tuple[Job, Callable[[Job], object]]] = SimpleQueue()
        self._jobs: dict[str, Job] = {}
        self._by_key: dict[str, Job] = {}
        self._lock = Lock()
        self._thread: Thread | None = None

    def submit(self, owner: str, title: str, work: Callable[[Job], object], *, key: str | None = None) -> Job:
        """Queues ``work``, which is given its job to tell its progress to.

        Args:
            owner: Who asks.
            title: What is done, for people.
            work: Does it; what it returns becomes the job's result.
            key: Where a job of this key waits or runs already, that one is returned instead.
        """
        with self._lock:
            known = self._by_key.get(key) if key else None
            if known is not None and not known.over:
                return known
            job = Job(owner, title)
            self._jobs[job.id] = job
            if key:
                self._by_key[key] = job
            for old in list(self._jobs.values())[:-KEPT]:
                if old.over:
                    del self._jobs[old.id]
            self._by_key = {name: one for name, one in self._by_key.items() if one.id in self._jobs}
            if self._thread is None:
                self._thread = Thread(target=self._run, name="desk-jobs", daemon=True)
                self._thread.start()
        self._queue.put((job, work))
        return job

    def latest(self, key: str, within: float = 60.0) -> Job | None:
        """The last job of this key, where it is not over yet or ended within so many seconds."""
        with self._lock:
            job = self._by_key.get(key)
        return job if job is not None and (job.ended is None or monotonic() - job.ended <= within) else None

    def get(self, id: str) -> Job | None:
        """The job of this id; None if it is unknown or forgotten."""
        return self._jobs.get(id)

    def _run(self) -> None:
        while True:
            job, work = self._queue.get()
            job.state = "running"
            try:
                job.result = work(job)
                job.state = "done"
            except CounterclaimError as error:
                job.said, job.state = str(error), "failed"
            except Exception as error:  # the thread must outlive any one job; the page shows what happened
                job.said, job.state = f"stopped: {type(error).__name__}: {error}", "failed"
            job.ended = monotonic()
