"""vectorize and guvectorize without the compiler."""
import functools
import re

from . import types


class UFunc:
    """The function over whole arrays where its body allows that, else one element at a time."""

    def __init__(self, function, signatures):
        self.py_func = function
        functools.update_wrapper(self, function)
        self._dtype = result_dtype(signatures)
        self._elementwise = None

    def __call__(self, *args, out=None, **_):
        import numpy as np

        arrays = [np.asarray(arg) for arg in args]
        if all(array.ndim == 0 for array in arrays):
            result = self.py_func(*args)
        else:
            result = self._over_arrays(arrays)
        if self._dtype is not None:
            result = np.asarray(result).astype(self._dtype)[()]
        if out is not None:
            out[...] = result
            return out
        return result

    def __getattr__(self, name):
        return getattr(self._frompyfunc(), name)

    def whole_arrays(self, *args):
        """The body applied to whole arrays; raises where it has branches, loops or scalar functions."""
        import numpy as np

        shape = np.broadcast(*args).shape
        result = np.asarray(self.py_func(*(arg.copy() for arg in args)))
        return result if result.shape == shape else np.broadcast_to(result, shape).copy()

    def one_by_one(self, *args):
        import numpy as np

        result = self._frompyfunc()(*args)
        return np.array(result.tolist()) if self._dtype is None else result.astype(self._dtype)

    def _over_arrays(self, arrays):
        try:
            return self.whole_arrays(*arrays)
        except (TypeError, ValueError, AttributeError):
            return self.one_by_one(*arrays)

    def _frompyfunc(self):
        import numpy as np

        if self._elementwise is None:
            self._elementwise = np.frompyfunc(self.py_func, self.py_func.__code__.co_argcount, 1)
        return self._elementwise


class GUFunc:
    """Broadcasts a kernel over the leading axes, as its layout `(n),()->(n)` says."""

    def __init__(self, function, layout, signatures):
        self.py_func = function
        functools.update_wrapper(self, function)
        self.signature = layout
        inputs, outputs = layout.replace(" ", "").split("->")
        self._inputs = core_dimensions(inputs)
        self._outputs = core_dimensions(outputs)
        self._dtypes = output_dtypes(signatures, len(self._inputs))

    def __call__(self, *args):
        import numpy as np

        count = len(self._inputs)
        arrays = [np.asarray(arg) for arg in args[:count]]
        loop, sizes = self._dimensions(arrays)
        outputs = list(args[count:]) or self._allocate(loop, sizes, arrays)
        views = []
        for array, core in zip(arrays, self._inputs):
            views.append(np.broadcast_to(array, loop + array.shape[array.ndim - len(core) :]))
        for index in np.ndindex(*loop):
            self.py_func(*(view[index] for view in views), *(self._writable(out, index) for out in outputs))
        results = [out if out.ndim else out[()] for out in outputs]
        return results[0] if len(results) == 1 else tuple(results)

    def _dimensions(self, arrays):
        import numpy as np

        sizes = {}
        loops = []
        for array, core in zip(arrays, self._inputs):
            split = array.ndim - len(core)
            if split < 0:
                raise ValueError("%s: an argument has too few dimensions for %s" % (self.__name__, self.signature))
            loops.append(np.empty(array.shape[:split], np.uint8))
            for name, extent in zip(core, array.shape[split:]):
                if sizes.setdefault(name, extent) != extent:
                    raise ValueError("%s: sizes of dimension %s differ" % (self.__name__, name))
        return np.broadcast(*loops).shape if len(loops) > 1 else loops[0].shape, sizes

    def _allocate(self, loop, sizes, arrays):
        import numpy as np

        dtypes = self._dtypes or [arrays[0].dtype] * len(self._outputs)
        shapes = [loop + tuple(sizes[name] for name in core) for core in self._outputs]
        return [np.empty(shape, dtype) for shape, dtype in zip(shapes, dtypes)]

    @staticmethod
    def _writable(out, index):
        """A scalar output is written as `res[0] = value`: it arrives as an array of length 1."""
        part = out[index + (Ellipsis,)]
        return part if part.ndim else part.reshape(1)


def core_dimensions(text):
    return [[name for name in group.split(",") if name] for group in re.findall(r"\(([^)]*)\)", text)]


def first_signature(signatures):
    first = signatures
    while isinstance(first, (list, tuple)) and first:
        first = first[0]
    return first


def result_dtype(signatures):
    """The dtype that the only signature names; with several, the arguments decide."""
    while isinstance(signatures, (list, tuple)) and len(signatures) == 1:
        signatures = signatures[0]
    if isinstance(signatures, types.Signature):
        return numpy_dtype(signatures.return_type)
    if isinstance(signatures, str) and "(" in signatures:
        return numpy_dtype(types.names().get(signatures.partition("(")[0].strip()))
    return None


def output_dtypes(signatures, input_count):
    first = first_signature(signatures)
    if isinstance(first, str):
        parts = re.findall(r"(\w+)\s*(?:\[[^\]]*\])?", first[first.index("(") + 1 :])
        parts = [types.names().get(part) for part in parts]
    else:
        parts = getattr(first, "args", ())
    return [numpy_dtype(getattr(part, "dtype", part)) for part in parts[input_count:]]


def numpy_dtype(numba_type):
    if isinstance(numba_type, types.Boolean):
        return "bool"
    return numba_type.name if isinstance(numba_type, types.Number) else None
