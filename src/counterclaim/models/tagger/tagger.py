"""The tagger: paragraphs in, sources, cues and contents out.

ONNX Runtime on one thread, 8-bit weights; see `models/attribution-en.md` for what it was trained on, what it reaches and
where it fails, and `training/README.md` for how to train it again.
"""

from collections.abc import Container, Sequence

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from counterclaim.models.load import read_model
from counterclaim.models.tagger.decode import Found, read_row
from counterclaim.models.tagger.lattice import ROLES, Floats, Settings
from counterclaim.models.tagger.window import Batch, fill, pack
from counterclaim.models.tagger.words import Row, open_tokenizer, read_line, rows_of
from counterclaim.values.attribution import Piece
from counterclaim.values.span import Span

SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""Rewritings of the graph that ONNX Runtime makes and that cost time: the fused norm takes four times as long as its parts,
a sixth of the whole network's time."""


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """The network's answer for the words of one row: logarithms of tag probabilities, queries and keys."""

    tags: Floats
    queries: Floats
    keys: Floats


class Tagger:
    """Reads sources, cues and contents. Opened once by the kit; holds nothing that changes.

    Args:
        model: Bytes of the ONNX file; its metadata hold the decoder's settings.
        tokenizer: Bytes of the tokenizer's JSON file.
        threads: Threads for one call.
        settings: Other settings of the decoder than the file's (training tunes them so).

    Raises:
        onnxruntime.capi.onnxruntime_pybind11_state.Fail: If `model` is no ONNX file.
        KeyError: If the file's metadata lack the settings.
    """

    def __init__(self, model: bytes, tokenizer: bytes, threads: int = 1, settings: Settings | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
        )
        self._tokenizer = open_tokenizer(tokenizer)
        metadata = self._session.get_modelmeta().custom_metadata_map
        self.settings = settings or msgspec.json.decode(metadata["settings"], type=Settings)
        self.distance: Floats = np.asarray(msgspec.json.decode(metadata["distance"]), dtype=np.float64)
        self.window = int(metadata["window"])

    def read(
        self, text: str, segments: Sequence[tuple[int, int]], headlines: Container[int] = frozenset()
    ) -> tuple[Piece, ...]:
        """The pieces found in some paragraphs of a text.

        Args:
            text: The document.
            segments: Start and end of each paragraph to read, in code points of `text`, in order; nothing is found
                that crosses from one to the next. Paragraphs give each other context, so give all that belong to the
                article at once.
            headlines: Indexes in `segments` of headlines.

        Returns:
            Pieces in text order, in code points of `text`. `heads` of a source or content gives starts of cues in its
            paragraph; it is empty where the tagger takes the span to belong to none of them. A blank paragraph, or one
            without anything that looks like an attribution, gives none.
        """
        lines = [read_line(text, start, end, index in headlines) for index, (start, end) in enumerate(segments)]
        rows = rows_of(lines, self._tokenizer)
        found: list[Piece] = []
        for row, scores in zip(rows, self.scores(rows), strict=True):
            found.extend(pieces_of(row, decode(row, scores, self.distance, self.settings)))
        return tuple(sorted(found, key=lambda piece: (piece.span, piece.role)))

    def scores(self, rows: Sequence[Row]) -> list[Scores]:
        """The network's answers for `rows`, in order."""
        found: dict[int, Scores] = {}
        for window in pack(
            rows, self.window
        ):  # one by one: padding costs more than it saves, and the processor's caches are small
            batch = fill([window], rows)
            feed = {"pieces": batch.pieces, "places": batch.places, "shapes": batch.shapes}
            tags, queries, keys = self._session.run(["tags", "queries", "keys"], feed)
            found.update(split(batch, rows, tags, queries, keys))
        return [found[number] for number in range(len(rows))]


def open_tagger(language: str = "en", threads: int = 1) -> Tagger:
    """The tagger for a language, from the package's own files.

    Raises:
        ModelError: If there is none for `language`, or its files are missing or altered.
    """
    return Tagger(read_model(f"attribution-{language}"), read_model(f"attribution-{language}-tokenizer"), threads)


def split(
    batch: Batch,
    rows: Sequence[Row],
    tags: NDArray[np.floating],
    queries: NDArray[np.floating],
    keys: NDArray[np.floating],
) -> dict[int, Scores]:
    """The network's outputs (windows x pieces x numbers) by row, one line a word."""
    found = {}
    for index, window in enumerate(batch.windows):
        for slot in window.slots:
            firsts = np.asarray(rows[slot.number].firsts)
            places = slot.offset + np.maximum(firsts, 0)
            own = tags[index, places].astype(np.float64)
            own[firsts < 0] = (0.0, *[-20.0] * (own.shape[1] - 1))
            found[slot.number] = Scores(
                tags=own,
                queries=queries[index, places].astype(np.float64),
                keys=keys[index, places].astype(np.float64),
            )
    return found


def decode(row: Row, scores: Scores, distance: Floats, settings: Settings) -> list[Found]:
    """The spans of a row whose scores are known."""
    places = np.asarray(row.line.places) % 4
    quoted = (places == 1) | (places == 3)
    return read_row(scores.tags, scores.queries, scores.keys, quoted, distance, settings)


def pieces_of(row: Row, reading: Sequence[Found]) -> list[Piece]:
    """The spans of a row as pieces in code points of the document's text."""
    line = row.line
    return [
        Piece(
            role=ROLES[found.role],
            span=Span(line.starts[found.first], line.ends[found.last - 1]),
            score=found.score,
            heads=tuple((line.starts[head], weight) for head, weight in found.heads),
        )
        for found in reading
    ]
