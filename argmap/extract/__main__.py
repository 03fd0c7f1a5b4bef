"""Tell the text of the PDF on standard input, with at most so many bytes of memory and seconds."""

import sys

from argmap.extract.apart import answer, limit_this_process

if __name__ == "__main__":
    limit_this_process(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
