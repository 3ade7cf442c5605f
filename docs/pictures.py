"""Makes docs/report.png: the real report of the bundled accounts, at its first point, as a browser shows it."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import rashomon
from rashomon.demo import accounts
from rashomon.web.freeze import write_report

ROOT = Path(__file__).parents[1]
WIDTH, HEIGHT, MOST = 1400, 1000, 400_000  # pixels, pixels, bytes: a README must load fast


def main() -> None:
    """Reads the accounts into a case of its own, writes the report, and takes the picture."""
    sys.path.insert(0, str(ROOT))
    from tests.chromium import chromium

    path = chromium()
    if path is None:
        sys.exit("No Chromium to take the picture with. With root: apt-get install chromium")
    with TemporaryDirectory() as folder:
        rashomon.read([str(account) for account in accounts()], f"{folder}/case")
        report = Path(folder) / "report.html"
        write_report(Path(folder) / "case", report)
        picture = taken(path, report)
    if len(picture) > MOST:
        sys.exit(f"The picture has {len(picture):,} bytes; at most {MOST:,} may stand in the README.")
    (ROOT / "docs" / "report.png").write_bytes(picture)


def taken(chromium: str, report: Path) -> bytes:
    """The report from its first point on, as PNG."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(f"{report.as_uri()}#points")
        picture = page.screenshot()
        browser.close()
    return picture


if __name__ == "__main__":
    main()
