"""Leaves a page for another and waits until that one is there, its scripts included: a key pressed sooner is heard by nobody."""


def follow(what):
    with what.page.expect_navigation():
        what.click()


def press(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)
