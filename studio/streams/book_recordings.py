"""Recordings of live streams: begun and ended by hand, and ended with their stream."""

import threading
from collections.abc import Callable
from pathlib import Path

from studio.errors import InputError, StudioError
from studio.streams.feed import LiveInit, LiveUnit
from studio.streams.live import LiveStream
from studio.streams.names import StreamAddress
from studio.streams.recording import Recorded, Recorder
from studio.streams.status import RecordingStatus

Done = Callable[[Recorded | StudioError], None]
OnRecorded = Callable[[StreamAddress, Recorded | StudioError], None]


class Recordings:
    """One recording at most for each live stream. Safe to use from any thread.

    Args:
        on_recorded: told how each recording ended, from a thread of its own.
    """

    def __init__(self, on_recorded: OnRecorded) -> None:
        self._on_recorded = on_recorded
        self._lock = threading.Lock()
        self._running: dict[StreamAddress, _Recording] = {}

    def begin(self, stream: LiveStream, target: Path) -> None:
        """Write a stream from its next unit on; returns at once.

        Raises:
            InputError: it is recorded already.
            OutputError: nothing can be written there.
        """
        address = stream.address
        with self._lock:
            if address in self._running:
                raise InputError(f"{address} is being recorded already.", hint="End that first.")
            recording = _Recording(stream, Recorder(target), self._over)
            self._running[address] = recording
        recording.begin()

    def end(self, address: StreamAddress, done: Done | None = None) -> None:
        """Finish the file; returns at once, ``done`` is called from another thread.

        Raises:
            InputError: the stream is not being recorded.
        """
        with self._lock:
            recording = self._running.get(address)
        if recording is None:
            raise InputError(f"{address} is not being recorded.")
        recording.end(done)

    def finish(self, address: StreamAddress) -> None:
        """End a stream's recording, if there is one, and wait for it; slow."""
        with self._lock:
            recording = self._running.get(address)
        if recording is not None:
            recording.end(None)
            recording.wait()

    def _over(self, address: StreamAddress, result: Recorded | StudioError) -> None:
        with self._lock:
            self._running.pop(address, None)
        self._on_recorded(address, result)


class _Recording:
    """Takes what a stream gives until either of them ends."""

    def __init__(self, stream: LiveStream, recorder: Recorder, on_over: OnRecorded) -> None:
        self._stream = stream
        self._recorder = recorder
        self._on_over = on_over
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._result: Recorded | StudioError | None = None
        self._waiting: list[Done] = []

    def begin(self) -> None:
        """Take part in the stream."""
        self._stream.recording = self._recorder.status
        self._stream.add_tap(self)

    def on_init(self, init: LiveInit) -> None:
        """Hand it on."""
        self._recorder.on_init(init)

    def on_unit(self, unit: LiveUnit) -> None:
        """Hand it on."""
        self._recorder.on_unit(unit)

    def on_end(self, problem: StudioError | None) -> None:
        """The stream is over, and so is this."""
        self._recorder.on_end(problem)
        self.end(None)

    def end(self, done: Done | None) -> None:
        """Finish on a thread of its own, once; tell everyone who asked."""
        with self._lock:
            result = self._result
            if result is None:
                self._waiting += [] if done is None else [done]
                if self._thread is None:
                    self._thread = threading.Thread(target=self._finish, name="recording-end")
                    self._thread.start()
        if result is not None and done is not None:
            done(result)

    def wait(self) -> None:
        """Wait until it is finished; ``end`` was called before."""
        thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _finish(self) -> None:
        self._stream.remove_tap(self)
        result: Recorded | StudioError
        try:
            result = self._recorder.finish()
        except StudioError as problem:
            result = problem
        self._stream.recording = _none
        with self._lock:
            self._result = result
            waiting, self._waiting = self._waiting, []
        self._on_over(self._stream.address, result)
        for done in waiting:
            done(result)


def _none() -> RecordingStatus | None:
    return None
