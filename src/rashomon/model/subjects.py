"""What a fact is about, where more than one room asks for it by name."""

from typing import Final

CLAIM: Final = "claim responsibility"
INTENT: Final = "intent"  # of a cause that tells whether harm was meant
PRESENT: Final = "fighters present"  # which those who struck say of a place, and those who were there deny
FLIGHT: Final = "fly"  # of what happened: who denies that any of his aircraft did denies a strike from the air
THERE: Final = "there"  # first word of what happened, before a thing that some say was there: "no siren sounded"
GUILT: Final = "guilt"  # of what happened: whether those whom the law goes after did it
TELLER: Final = "the teller"  # the scope of a doer who is whoever says so: "we did it", "denied any role in it"
WOUND: Final = "wound"  # of a cause: what somebody died of or was hurt by
THE: Final = "the "  # before the post by which one person is called: "the driver", and "ana ruiz" by name
OF_ONE: Final = ("fate", "office")  # of a state: what became of one person, and of the post that one has


def first_and_last(name: str) -> str:
    """What a person's fact is about: a family shares half of it, and not all accounts have a middle name."""
    whole = name.lower().split()
    return " ".join((whole[0], whole[-1]) if len(whole) > 2 else whole)
