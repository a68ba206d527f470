"""How often something may be tried: a window of time for each name or address, kept in memory."""

from collections.abc import Callable
from threading import Lock
from time import monotonic


class Limit:
    """At most so many tries in so many seconds for each key; a key that keeps quiet that long starts afresh."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._tries: dict[str, list[float]] = {}
        self._lock = Lock()

    def wait(self, key: str) -> float:
        """Seconds until ``key`` may try again; 0 if it may now."""
        with self._lock:
            recent = self._recent(key)
            return recent[0] + self._seconds - self._clock() if len(recent) >= self._most else 0.0

    def note(self, key: str) -> None:
        """Counts one try of ``key``."""
        with self._lock:
            self._tries[key] = [*self._recent(key), self._clock()]
            if len(self._tries) > 10_000:  # names are the attacker's choice; what is oldest goes
                del self._tries[next(iter(self._tries))]

    def forget(self, key: str) -> None:
        """Starts ``key`` afresh: it got in."""
        with self._lock:
            self._tries.pop(key, None)

    def _recent(self, key: str) -> list[float]:
        since = self._clock() - self._seconds
        recent = [at for at in self._tries.get(key, ()) if at > since]
        if not recent:
            self._tries.pop(key, None)
        return recent
