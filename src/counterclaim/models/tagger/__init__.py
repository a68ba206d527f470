"""The learned tagger: finds sources, cues and contents, and to which cue a source or content points."""

from counterclaim.models.tagger.tagger import Tagger, open_tagger

__all__ = ["Tagger", "open_tagger"]
