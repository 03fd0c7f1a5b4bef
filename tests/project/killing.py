"""Run as a script: kills writers at any moment, and looks at what they leave.

It is a process of its own because a test runner with threads must not fork.
"""

import os
import signal
import sys
import time
from pathlib import Path

from argmap.project.disk import write_text

OLD, NEW = "old\n" * 20_000, "new\n" * 20_000


def main(path: Path, kills: int) -> None:
    """Let a child write one text and the other until it is killed, again and again."""
    write_text(path, OLD)
    seen = set[str]()
    for number in range(kills):
        child = os.fork()
        if child == 0:
            while True:
                write_text(path, NEW)
                write_text(path, OLD)
        time.sleep(number % 40 / 20_000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        text = path.read_text(encoding="utf-8")
        if text not in {OLD, NEW}:
            sys.exit(f"after kill {number} the file holds {len(text)} characters of neither text")
        seen.add(text[:3])
    sys.stdout.write(f"{kills} kills, {' '.join(sorted(seen))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
