"""Batches over processes: in order, in bounded memory, past workers that die.

Workers are spawned, so they work alike on every system and in threaded programs; a script
that uses them needs its ``if __name__ == "__main__":``. A worker that dies (out of memory,
a crash in native code) takes its pool along: what was under way is done again in a new
pool, a batch at a time and then an item at a time, until the one item to blame is found.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent import futures  # its pool of processes is loaded when it is first named
from contextlib import contextmanager
from typing import Final, Generic, TypeVar

from azmedia_nlp.errors import AzmediaError, WorkerError

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

# Batches under way for each process: one at work, one ready to take.
_AHEAD: Final = 2
# What numpy's matrix libraries take their threads from, as they are loaded.
_THREADS: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Job(Generic[ItemT, ResultT]):
    """What is done to a batch, and what stands for an item whose worker died.

    *work* is a function at the top of a module or a ``partial`` of one: it is sent to the
    workers by name. It is given a list of items and returns one result.
    """

    def __init__(
        self,
        work: Callable[[Sequence[ItemT]], ResultT],
        blame: Callable[[ItemT], ItemT],
    ) -> None:
        self.work = work
        self.blame = blame


def map_batches(
    job: Job[ItemT, ResultT], batches: Iterable[Sequence[ItemT]], processes: int
) -> Iterator[tuple[Sequence[ItemT], list[ResultT]]]:
    """Each batch with its results, in order; a batch has several after a worker's death."""
    if processes <= 1:
        for batch in batches:
            yield batch, [job.work(batch)]
        return
    pool = _Pool(job, processes)
    try:
        yield from pool.run(batches)
    finally:
        pool.close()


class _Pool(Generic[ItemT, ResultT]):
    """An executor that is replaced when it breaks."""

    def __init__(self, job: Job[ItemT, ResultT], processes: int) -> None:
        self._job = job
        self._processes = processes
        self._executor = self._start()

    def run(
        self, batches: Iterable[Sequence[ItemT]]
    ) -> Iterator[tuple[Sequence[ItemT], list[ResultT]]]:
        waiting: deque[tuple[Sequence[ItemT], futures.Future[ResultT] | None]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(batch)))
            if len(waiting) > self._processes * _AHEAD:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def close(self) -> None:
        """Let the workers finish the batch in hand and end."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _next(
        self, waiting: deque[tuple[Sequence[ItemT], futures.Future[ResultT] | None]]
    ) -> tuple[Sequence[ItemT], list[ResultT]]:
        batch, future = waiting.popleft()
        try:
            if future is None:
                raise futures.BrokenExecutor
            return batch, [future.result()]
        except AzmediaError:
            raise
        except futures.BrokenExecutor:
            self._restart()
            results = list(self._again(batch))
            for at, (later, _) in enumerate(waiting):
                waiting[at] = (later, self._submit(later))
            return batch, results
        except Exception:  # an item that cannot be sent over, or an error that shows here too
            return batch, [self._job.work(batch)]

    def _submit(self, batch: Sequence[ItemT]) -> futures.Future[ResultT] | None:
        try:
            return self._executor.submit(self._job.work, batch)
        except futures.BrokenExecutor:
            return None

    def _again(self, batch: Sequence[ItemT]) -> Iterator[ResultT]:
        """The results of a batch alone in the pool, halved down to the item to blame."""
        try:
            yield self._executor.submit(self._job.work, batch).result()
        except futures.BrokenExecutor:
            self._restart()
            if len(batch) == 1:
                yield self._job.work([self._job.blame(batch[0])])
                return
            middle = len(batch) // 2
            yield from self._again(batch[:middle])
            yield from self._again(batch[middle:])

    def _restart(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._start()

    def _start(self) -> futures.ProcessPoolExecutor:
        executor = futures.ProcessPoolExecutor(
            self._processes,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_ignore_interrupts,
        )
        try:
            with _one_thread_each():
                # As many at once as there are to be workers: each submission starts one.
                answers = [executor.submit(_answer) for _ in range(self._processes)]
                futures.wait(answers)
            answers[0].result()
        except futures.BrokenExecutor:
            executor.shutdown(wait=True)
            raise WorkerError(
                "worker processes could not start; a script that uses them must do so under "
                'if __name__ == "__main__":'
            ) from None
        return executor


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let processes that start now multiply matrices in one thread, unless the user says more.

    The model's are small: a second thread takes twice the processor's time for no gain, and
    the threads of two workers get into each other's way.
    """
    ours = [name for name in _THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(ours, "1"))
    try:
        yield
    finally:
        for name in ours:
            del os.environ[name]


def _ignore_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; the parent decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _answer() -> None:
    """Nothing: that a worker answers at all says that it has started."""
