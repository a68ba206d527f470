"""An English pack without an analyzer: zones need word lists only, and open at once."""

from counterclaim.language.pack import LanguagePack
from counterclaim.values.syntax import Parse

PACK = LanguagePack("en", frozenset(), lambda text, spans: Parse())
