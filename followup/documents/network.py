"""The child process leaves the network, where the kernel lets it: Linux, by a network namespace of its own.

What reads a hostile file then has nowhere to send it. Where the kernel refuses, as in many containers, the
container's own network is the limit, and the child reads all the same.
"""

import ctypes
import os
import sys
from contextlib import suppress

NEW_NETWORK = 0x40000000  # CLONE_NEWNET and CLONE_NEWUSER of sched.h; os has them from Python 3.12
NEW_USERS = 0x10000000


def leave() -> bool:
    """Whether this process, and what it starts, is now in a network namespace with nothing in it.

    A privileged process needs no more; any other one is given the right together with a user namespace of its own.
    """
    if sys.platform != "linux":
        return False
    for flags in (NEW_NETWORK, NEW_USERS | NEW_NETWORK):
        with suppress(OSError, AttributeError):
            unshare(flags)
            return True
    return False


def unshare(flags: int) -> None:
    """unshare(2); OSError where the kernel refuses."""
    if sys.version_info >= (3, 12):
        os.unshare(flags)
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(flags) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
