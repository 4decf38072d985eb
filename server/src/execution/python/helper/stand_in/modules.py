"""The stand-in's module tree, by the names programs import."""
import contextlib
import types as python_types

from . import containers, decorators, types

WARNINGS = (
    "NumbaWarning NumbaPerformanceWarning NumbaDeprecationWarning NumbaPendingDeprecationWarning "
    "NumbaParallelSafetyWarning NumbaExperimentalFeatureWarning NumbaTypeSafetyWarning NumbaDebugInfoWarning "
    "NumbaSystemWarning NumbaIRAssumptionWarning NumbaInvalidConfigWarning NumbaPedanticWarning"
)
ERRORS = (
    "NumbaError TypingError UnsupportedError LoweringError ForceLiteralArg RequireLiteralValue InternalError "
    "NumbaValueError NumbaTypeError NumbaAttributeError NumbaIndexError NumbaKeyError NumbaNotImplementedError "
    "NumbaRuntimeError ConstantInferenceError ByteCodeSupportError UnsupportedBytecodeError CompilerError"
)


def module(name, contents):
    made = python_types.ModuleType(name, "Stands in for %s." % name)
    made.__dict__.update(contents)
    made.__path__ = []
    return made


def build(version):
    type_names = {**vars(types), **types.names()}
    errors = error_classes()
    tree = {
        "numba.types": module("numba.types", type_names),
        "numba.core.types": module("numba.core.types", type_names),
        "numba.core.errors": module("numba.core.errors", errors),
        "numba.errors": module("numba.errors", errors),
        "numba.typed": module("numba.typed", {name: getattr(containers, name) for name in ("List", "Dict", "Set")}),
        "numba.extending": module("numba.extending", extending()),
        "numba.experimental": module("numba.experimental", {"jitclass": decorators.jitclass}),
        "numba.core.config": module("numba.core.config", {"NUMBA_NUM_THREADS": 1, "DISABLE_JIT": 1}),
        "numba.cuda": module("numba.cuda", cuda()),
    }
    tree["numba.config"] = tree["numba.core.config"]
    tree["numba.core"] = module("numba.core", {"types": tree["numba.core.types"], "errors": tree["numba.core.errors"]})
    tree["numba.core"].config = tree["numba.core.config"]
    tree["numba"] = module("numba", top_level(version))
    for name, made in tree.items():
        parent, _, child = name.rpartition(".")
        if parent == "numba":
            setattr(tree["numba"], child, made)
    return tree


def top_level(version):
    names = "jit njit vectorize guvectorize generated_jit stencil cfunc jitclass"
    return {
        **types.names(),
        **error_classes(),
        **{name: getattr(decorators, name) for name in names.split()},
        "__version__": version,
        "typeof": types.typeof,
        "from_dtype": types.from_dtype,
        "optional": types.Optional,
        "prange": range,
        "pndindex": pndindex,
        "literally": lambda value: value,
        "literal_unroll": lambda values: values,
        "objmode": lambda **_: contextlib.nullcontext(),
        "parallel_chunksize": lambda _: contextlib.nullcontext(),
        "jit_module": lambda **_: None,
        "set_num_threads": lambda _: None,
        "get_num_threads": lambda: 1,
        "get_thread_id": lambda: 0,
        "threading_layer": lambda: "workqueue",
        "set_parallel_chunksize": lambda _: 0,
        "get_parallel_chunksize": lambda: 0,
        "carray": lambda pointer, shape, dtype=None: pointer,
        "farray": lambda pointer, shape, dtype=None: pointer,
    }


def pndindex(*shape):
    import numpy as np

    return np.ndindex(*shape)


def extending():
    names = "overload overload_method overload_attribute overload_classmethod intrinsic lower_builtin type_callable"
    identity = {name: decorators.overload for name in names.split()}
    identity["intrinsic"] = decorators.register_jitable
    return {**identity, "register_jitable": decorators.register_jitable, "models": types, "NativeValue": object}


def error_classes():
    classes = {name: type(name, (Warning,), {}) for name in WARNINGS.split()}
    base = type("NumbaError", (Exception,), {})
    classes.update((name, type(name, (base,), {})) for name in ERRORS.split())
    classes["NumbaError"] = base
    return classes


def unavailable(*_, **__):
    raise RuntimeError("CUDA cannot be used here: Jitsight runs programs without a GPU")


class Kernel:
    """A CUDA kernel can be defined and looked at, not launched."""

    def __init__(self, function):
        self.py_func = function

    __call__ = __getitem__ = unavailable


def cuda():
    names = "grid gridsize syncthreads to_device device_array device_array_like stream synchronize select_device"
    return {
        **{name: unavailable for name in names.split()},
        "jit": decorators.returning(lambda kernel, *_: Kernel(kernel)),
        "is_available": lambda: False,
        "gpus": [],
        "detect": lambda: False,
    }
