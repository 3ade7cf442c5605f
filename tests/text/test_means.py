"""By what an attack was made."""

from rashomon.text.means import means_in


def test_kinds_of_means_by_their_words() -> None:
    assert means_in("The barges were hit by a drone.") == means_in("Aircraft struck from the air.") == {"from afar"}
    assert means_in("Gunmen opened fire.") == {"gun"}
    assert means_in("Officers used tear gas.") == means_in("They attacked.") == frozenset()
