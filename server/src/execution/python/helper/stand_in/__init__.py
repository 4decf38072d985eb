"""A numba module for programs to run where Numba is missing: its decorators return the plain function."""
import sys

from . import modules


def install(version):
    """Puts the stand-in in place of numba for all later imports."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "numba"]:
        del sys.modules[name]
    sys.modules.update(modules.build(version))
