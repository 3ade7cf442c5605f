"""A time stamp of an authority is kept with the log, on which line it is is told, and a forged one is found out.

The authority is made here, by OpenSSL: a root, a certificate for time stamps, and its answers.
"""

import shutil
import subprocess
import zipfile

import pytest
from tests.pipeline.flow import FLOW, SMALL
from typer.testing import CliRunner

from rashomon.cli import app
from rashomon.errors import UsageError
from rashomon.pipeline.conduct import read_into
from rashomon.store.case import Case

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs OpenSSL")

CONFIG = """
[tsa]
default_tsa = here
[here]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
"""


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    folder = tmp_path_factory.mktemp("authority")
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    extensions = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n"
    (folder / "tsa.cnf").write_text(CONFIG)
    (folder / "root.cnf").write_text(f"[req]\ndistinguished_name=dn\nx509_extensions=v3\n[dn]\n[v3]\n{extensions}")
    (folder / "usage.cnf").write_text("extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n")
    (folder / "serial").write_text("01\n")
    for name in ("root", "other"):
        made = ["-x509", "-subj", f"/O=Port Lys/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem", "-days", "3650"]
        openssl(folder, "req", *new, "-config", "root.cnf", *made)
    openssl(folder, "req", *new, "-config", "root.cnf", "-subj", "/O=Port Lys/CN=stamps", "-keyout", "tsa.key", "-out", "tsa.csr")
    signed = [
        "-CA",
        "root.pem",
        "-CAkey",
        "root.key",
        "-CAcreateserial",
        "-extfile",
        "usage.cnf",
        "-out",
        "tsa.pem",
        "-days",
        "3650",
    ]
    openssl(folder, "x509", "-req", "-in", "tsa.csr", *signed)
    return folder


def stamped(authority, digest, algorithm="sha256"):
    openssl(authority, "ts", "-query", "-digest", digest, f"-{algorithm}", "-cert", "-out", "head.tsq")
    openssl(authority, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "head.tsq", "-out", "head.tsr")
    return authority / "head.tsr"


def run(*arguments):
    done = CliRunner().invoke(app, list(map(str, arguments)))
    if isinstance(done.exception, UsageError):
        raise done.exception
    return done


@pytest.fixture
def case(tmp_path):
    (tmp_path / "files").mkdir()
    for number in range(3):
        (tmp_path / "files" / f"{number}.txt").write_text(f"{number}: Four people died, Ann Holt said.\n")
    read_into(Case.create(tmp_path / "case"), [str(tmp_path / "files")], stages=FLOW, settings=SMALL)
    return Case.open(tmp_path / "case")


@pytest.fixture
def kept(case, authority):
    run("stamp", stamped(authority, case.captures.hashes()[1]), "--case", case.path)
    return case


def test_it_is_told_which_line_was_there_and_when(kept, authority, monkeypatch):
    monkeypatch.setattr("rashomon.pipeline.checking.altered_in_case", lambda _case: [])  # these are not the real stages
    assert "stamped: custody line 2 and all before it were there at 20" in run("verify", kept.path).output
    assert "give --authority" in run("verify", kept.path).output
    assert "signed by that authority" in run("verify", kept.path, "--authority", authority / "root.pem").output
    other = run("verify", kept.path, "--authority", authority / "other.pem")
    assert other.exit_code == 1
    assert f"stamps/{kept.captures.hashes()[1]}.tsr is not signed by that authority" in other.output


def test_one_with_a_changed_byte_is_named(kept, authority, monkeypatch):
    monkeypatch.setattr("rashomon.pipeline.checking.altered_in_case", lambda _case: [])
    (token,) = (kept.captures.folder / "stamps").iterdir()
    data = bytearray(token.read_bytes())
    place = data.index(bytes.fromhex(kept.captures.hashes()[1]))
    data[place] ^= 1
    token.write_bytes(data)
    assert run("verify", kept.path).output.startswith(f"changed: stamps/{token.name} was changed, or is on another log")
    data[place] ^= 1
    data[-1] ^= 1  # of the signature
    token.write_bytes(data)
    assert f"changed: stamps/{token.name} is not signed" in run("verify", kept.path, "--authority", authority / "root.pem").output


@pytest.mark.parametrize(
    ("digest", "algorithm", "says"), [("ab" * 32, "sha256", "hash of no line"), ("ab" * 64, "sha512", "SHA-256")]
)
def test_one_on_something_else_is_refused(case, authority, digest, algorithm, says):
    with pytest.raises(UsageError, match=says):
        run("stamp", stamped(authority, digest, algorithm), "--case", case.path)
    assert not (case.captures.folder / "stamps").exists()


@pytest.mark.parametrize("data", [b"", b"no token", b"0\x80", b"0\x03\x02\x01\x02", b"0\x84\xff\xff\xff\xff"])
def test_what_is_no_time_stamp_is_refused(case, tmp_path, data):
    (tmp_path / "x.tsr").write_bytes(data)
    with pytest.raises(UsageError, match="no time stamp that an authority granted"):
        run("stamp", tmp_path / "x.tsr", "--case", case.path)


def test_a_bundle_takes_it_along_and_a_redacted_one_does_not(kept, authority, tmp_path):
    run("export", "--case", kept.path, "--format", "bundle", "-o", tmp_path / "b.zip")
    assert "signed by that authority" in run("verify", tmp_path / "b.zip", "--authority", authority / "root.pem").output
    run("export", "--case", kept.path, "--format", "bundle", "-o", tmp_path / "r.zip", "--redact", "0")
    with zipfile.ZipFile(tmp_path / "r.zip") as archive:
        assert not [name for name in archive.namelist() if name.startswith("stamps/")]
