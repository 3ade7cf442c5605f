"""Which addresses may be fetched: those of the public internet, whatever way another is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import UnreadableCapture
from rashomon.read.addresses import is_public, target_of


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_public_ones(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "198.51.100.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "x", "",
    ],
)  # fmt: skip
def test_others(address):
    assert not is_public(address)


def test_an_address_is_written_in_one_way():
    target = target_of("HTTPS://News.Example:443/a b/ä?q=1&r=ü#part")
    assert target.url == "https://news.example/a%20b/%C3%A4?q=1&r=%C3%BC"
    assert target_of("http://news.example:8080").url == "http://news.example:8080/"
    assert target_of("https://münchen.example/x").host == "xn--mnchen-3ya.example"
    assert target_of("http://[2606:2800::1]/").site == "[2606:2800::1]"


@pytest.mark.parametrize(
    "url",
    ["", "news.example", "ftp://news.example/", "file:///etc/passwd", "javascript:1", "http://", "http:///x", "http://a b/",
     "http://news.example:99999/", "http://user:pass@news.example/", "http://user@news.example", "https://[::1",
     "data:text/html,x"],
)  # fmt: skip
def test_what_is_no_web_address(url):
    with pytest.raises(UnreadableCapture):
        target_of(url)


@given(st.text(max_size=40))
def test_whatever_is_written_nothing_else_is_raised(text):
    for url in (text, f"http://{text}", f"http://a.example/{text}"):
        try:
            assert "\n" not in target_of(url).url
            assert " " not in target_of(url).url
        except UnreadableCapture:
            continue
