"""Numba's decorators without the compiler."""
import functools

from . import types
from .elementwise import GUFunc, UFunc
from .stencils import Stencil

NO_OPERATIONS = ("inspect_types", "inspect_llvm", "inspect_asm", "parallel_diagnostics", "recompile", "disable_compile")


def returning(make):
    """A decorator that works bare, with options, and with signatures in front."""

    def decorator(first=None, *rest, **options):
        if is_function(first):
            return make(first, (), options)
        signatures = ((first,) if first is not None else ()) + rest
        return lambda function: make(function, signatures, options)

    return decorator


def is_function(value):
    return callable(value) and not isinstance(value, (types.Type, types.Signature))


def make_jit(function, _signatures, _options):
    try:
        function.py_func = function
        function.signatures = function.nopython_signatures = []
        function.overloads = {}
        function.compile = lambda signature: None
        for name in NO_OPERATIONS:
            setattr(function, name, lambda *_, **__: None)
    except AttributeError:
        pass  # A builtin or a bound method takes no attributes.
    return function


def make_vectorize(function, signatures, _options):
    return UFunc(function, signatures)


def make_generated_jit(function, _signatures, _options):
    implementations = {}

    def implementation_for(args):
        key = tuple(types.typeof(arg) for arg in args)
        if key not in implementations:
            implementations[key] = function(*key)
        return implementations[key]

    @functools.wraps(function)
    def call(*args):
        return implementation_for(args)(*args)

    call.implementation_for = implementation_for
    return make_jit(call, (), {})


def make_cfunc(function, _signatures, _options):
    function.address = 0
    return make_jit(function, (), {})


jit = returning(make_jit)
njit = jit
vectorize = returning(make_vectorize)
generated_jit = returning(make_generated_jit)
cfunc = returning(make_cfunc)
stencil = returning(lambda function, _signatures, options: Stencil(function, options))


def guvectorize(*args, **_options):
    layout = next(arg for arg in args if isinstance(arg, str) and "->" in arg and "(" in arg and "[" not in arg)
    signatures = args[0] if args[0] is not layout else ()
    return lambda function: GUFunc(function, layout, signatures)


def jitclass(first=None, spec=None):
    return first if isinstance(first, type) else lambda plain: plain


def overload(*_, **__):
    """Compiled code would use the overload; plain Python uses the function itself."""
    return lambda implementation: implementation


def register_jitable(first=None, **_):
    return first if is_function(first) else lambda function: function
