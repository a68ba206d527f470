"""What a door opens before it asks for anything: the ledger and the kit."""

from counterclaim.kit import Kit, open_kit
from counterclaim.ledger.session import Ledger, open_ledger

__all__ = ["Kit", "Ledger", "open_kit", "open_ledger"]
