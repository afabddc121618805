"""A command whose reader has had enough, such as `| head`, ends quietly."""
import os
import sys
from collections.abc import Callable

CLOSED = 141
"""What a shell gives for a program that ended because nobody reads its output: 128 and SIGPIPE."""


def quietly(run: Callable[[], int]) -> int:
    """Run a command and return its exit code; `CLOSED`, with no word, where its output is read by nobody any more.

    What is still buffered is written here: at the end of the interpreter it could only fail aloud.
    """
    try:
        try:
            return run()
        finally:
            if sys.stdout:   # none where it was closed before the start
                sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        return CLOSED
