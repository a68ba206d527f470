"""The notice stage: what a careful reader of one document should see."""

from counterclaim.kit import Kit
from counterclaim.notice.altered import altered
from counterclaim.notice.balance import balance
from counterclaim.notice.interest import disclosures
from counterclaim.notice.lost_numbers import lost_numbers
from counterclaim.notice.own_voice import loaded_words
from counterclaim.notice.unclosed import unclosed
from counterclaim.values.page import Found, Page
from counterclaim.values.quotation import quotations

VERSION = 2


def notice(page: Page, kit: Kit) -> Found:
    """Notices on one document; docs/notices.md says what each kind means, and what it does not.

    Returns:
        Notices in text order. None is a verdict: each points at a place and says what can be seen there.
    """
    pack = kit.pack(page.document.language)
    quotes = quotations(page)
    found = [
        *lost_numbers(page, pack),
        *altered(quotes, page),
        *unclosed(quotes, page),
        *disclosures(quotes, page, pack),
        *balance(page),
        *loaded_words(quotes, page, pack),
    ]
    return Found(notices=tuple(sorted(found, key=lambda n: (n.start, n.end, n.kind))))
