"""A document laid open for comparison."""

from tests.factory import doc

from rashomon.link.accounts import Accounts
from rashomon.model import Statement, Voice


def test_words_inside_quotation_marks_are_known_as_quoted() -> None:
    page = doc("The guard said: “We saw smoke over the river” and left.").document
    account = Accounts([page]).opened(0)
    quoted = [form for form, mark in zip(account.words.forms, account.quoted, strict=True) if mark]
    assert quoted == ["we", "saw", "smoke", "over", "the", "river"]


def test_a_quoted_statement_gives_its_speaker() -> None:
    page = doc("[Ann Lee]voice said [we saw smoke]content.")
    voice = Voice.of(page.document.id, "named", "Ann Lee", page.spans["voice"][0])
    said = Statement.of(doc_id=page.document.id, voice_id=voice.id, content=(page.spans["content"][0],), mode="quoted", by="test")
    account = Accounts([page.document], [said], [voice]).opened(0)
    assert [(quotation.speaker, quotation.span) for quotation in account.quotations] == [("Ann Lee", page.spans["content"][0])]
    assert sum(account.quoted) == 3


def test_debris_is_not_compared() -> None:
    accounts = Accounts([doc("Share this page", kind="boilerplate").document])
    assert len(accounts.opened(0).words) == 0
    assert len(accounts.ids(0)) == 0


def test_the_earliest_account_comes_first_and_undated_ones_last() -> None:
    pages = [doc("One.", name="b").document, doc("Two.", name="c", published_at="2031-05-03").document,
             doc("Three.", name="d", published_at="2031-05-02").document]  # fmt: skip
    assert [document.name for document in Accounts(pages).documents] == ["d", "c", "b"]


def test_anothers_post_is_known_as_forwarded() -> None:
    page = doc("Look at this", kind="quoted_post").document
    assert Accounts([page]).opened(0).forwarded.tolist() == [True, True, True]
