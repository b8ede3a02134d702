"""
The command ``sspr``; in a clone ``python3 -m sspr``.

In a clone the first use makes the environment, and every use goes on in it. Until then nothing but
the standard library may be imported, and nothing that an older Python cannot read.
"""

import sys

OLDEST = (3, 11)


def main() -> int:
    """Run the command with the arguments of this process and return its exit code."""
    if sys.version_info < OLDEST:
        this = sys.version.split()[0]
        sys.stderr.write("sspr needs Python 3.11 or newer; this is " + this + ".\n")
        return 2
    from sspr.bootstrap.entry import enter  # noqa: PLC0415 - an older Python cannot read it

    return enter(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
