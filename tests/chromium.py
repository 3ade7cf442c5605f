"""Installs Chromium for the browser tests where the system's package manager can give it; says what to do where it cannot."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def chromium() -> str | None:
    """The path of an installed Chromium or Chrome."""
    return next(filter(None, map(shutil.which, NAMES)), MAC if os.path.exists(MAC) else None)  # noqa: PTH110


def install() -> None:
    """Asks apt (as root) or Homebrew for it."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=False, **quiet)
    elif shutil.which("brew"):
        subprocess.run(["brew", "install", "--cask", "--quiet", "chromium"], check=False)


if __name__ == "__main__":
    if chromium() is None:
        install()
    if chromium() is None:
        sys.stdout.write("No Chromium: the browser tests will be skipped. With root: apt-get install chromium\n")
