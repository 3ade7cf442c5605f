"""How much memory a large web archive takes to be gone through, and how fast: a WARC made for it, of pages that all differ.

`python bench/web_archive.py 3` takes one of 3 GB; `make bench` a tenth of that. The pages are kept in a case, as `rashomon
read` does before it reads them; the archive and the case are removed again.
"""

import io
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = 100_000  # bytes of a page, about what a news page has
PICTURES = 200_000  # bytes of pictures and scripts to every page, which are left out


def figures(gigabytes: float = 0.3) -> dict[str, float]:
    """Megabytes of memory at most, and of the archive a second."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        path = Path(folder) / "large.warc"
        pages = written(path, int(gigabytes * 2**30))
        size = path.stat().st_size
        began = monotonic()
        done = subprocess.run(
            [sys.executable, __file__, "--keep", str(path), f"{folder}/C"], capture_output=True, text=True, check=True
        )
        seconds = monotonic() - began
        kept, peak = map(int, done.stdout.split())
        assert kept == pages, f"{kept} of {pages} pages were kept"
        return {"archive, GB": size / 2**30, "pages": pages, "peak memory, MB": peak / 1024, "MB/s": size / 2**20 / seconds}


def written(path: Path, size: int) -> int:
    """How many pages the archive has that is written to the path."""
    words = "Three people died in the fire at the mill, the mayor said on Monday. " * (PAGE // 70)
    pages = 0
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        while file.tell() < size:
            pages += 1
            _write(
                writer, f"https://news.example/{pages}", "text/html", f"<html><body><p>{pages} {words}</p></body></html>".encode()
            )
            _write(writer, f"https://news.example/{pages}.png", "image/png", bytes(PICTURES))
    return pages


def _write(writer: WARCWriter, uri: str, kind: str, body: bytes) -> None:
    head = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(uri, "response", payload=io.BytesIO(body), http_headers=head))


def _keep(archive: str, case: str) -> None:
    from rashomon.pipeline.arrivals import keep
    from rashomon.pipeline.progress import quiet
    from rashomon.store.case import Case

    arrivals = keep(Case.create(case), [archive], quiet)
    assert not arrivals.failures
    print(len(arrivals.captures), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--keep"]:
        _keep(*sys.argv[2:])
    else:
        print(figures(float(sys.argv[1]) if len(sys.argv) > 1 else 0.3))
