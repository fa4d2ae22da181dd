"""How long a call takes by itself: processor time, the best of a few, no collection between."""

import gc
import time
from collections.abc import Callable


def best_seconds(call: Callable[[], object], rounds: int = 3) -> float:
    collecting = gc.isenabled()
    gc.disable()
    try:
        return min(_seconds(call) for _ in range(rounds))
    finally:
        if collecting:
            gc.enable()


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start
