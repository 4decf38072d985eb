"""Numba's type objects, as far as programs use them at run time: to cast, to spell signatures, to choose by type."""


class Type:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __eq__(self, other):
        return isinstance(other, Type) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __call__(self, *args):
        if len(args) == 1 and not isinstance(args[0], (Type, type(None), tuple)):
            return self.cast_python_value(args[0])
        return Signature(self, args)

    def __getitem__(self, index):
        parts = index if isinstance(index, tuple) else (index,)
        last_is_unit = parts[-1].step == 1
        first_is_unit = parts[0].step == 1
        layout = "C" if last_is_unit else "F" if first_is_unit else "A"
        return Array(self, len(parts), layout)

    def cast_python_value(self, value):
        raise NotImplementedError("%s cannot convert a Python value" % self.name)


class Signature:
    def __init__(self, return_type, args):
        self.return_type = return_type
        self.args = args

    def __repr__(self):
        return "(%s) -> %s" % (", ".join(map(repr, self.args)), self.return_type)


class Number(Type):
    def cast_python_value(self, value):
        return convert(self.name, value)


class Integer(Number):
    def __init__(self, name):
        super().__init__(name)
        self.signed = not name.startswith("u")
        self.bitwidth = int(name.lstrip("uint"))


class IntegerLiteral(Integer):
    pass


class Float(Number):
    def __init__(self, name):
        super().__init__(name)
        self.bitwidth = int(name[5:])


class Complex(Number):
    def __init__(self, name):
        super().__init__(name)
        self.bitwidth = int(name[7:])


class Boolean(Type):
    def cast_python_value(self, value):
        return bool(value)


class _NPDatetimeBase(Type):
    kind = ""

    def __init__(self, unit=""):
        super().__init__("%s[%s]" % (self.kind, unit))
        self.unit = unit

    def cast_python_value(self, value):
        import numpy as np

        make = getattr(np, self.kind)
        return make(value, self.unit) if self.unit else make(value)


class NPDatetime(_NPDatetimeBase):
    kind = "datetime64"


class NPTimedelta(_NPDatetimeBase):
    kind = "timedelta64"


class UnicodeType(Type):
    pass


class NoneType(Type):
    pass


class Opaque(Type):
    pass


class Function(Type):
    pass


class Buffer(Type):
    pass


class Array(Buffer):
    def __init__(self, dtype, ndim, layout, readonly=False, **_):
        super().__init__("array(%s, %dd, %s)" % (dtype, ndim, layout))
        self.dtype = dtype
        self.ndim = ndim
        self.layout = layout
        self.mutable = not readonly


class BaseTuple(Type):
    pass


class Tuple(BaseTuple):
    def __init__(self, types):
        super().__init__("Tuple(%s)" % ", ".join(map(repr, types)))
        self.types = tuple(types)

    def __len__(self):
        return len(self.types)

    def __getitem__(self, index):
        return self.types[index]

    def __iter__(self):
        return iter(self.types)


class UniTuple(Tuple):
    def __init__(self, dtype, count):
        super().__init__((dtype,) * count)
        self.name = "UniTuple(%s x %d)" % (dtype, count)
        self.dtype = dtype
        self.count = count


class Container(Type):
    pattern = "%s"

    def __init__(self, dtype, *_, **__):
        super().__init__(self.pattern % (dtype,))
        self.dtype = self.item_type = dtype


class List(Container):
    pattern = "reflected list(%s)"


class Set(Container):
    pattern = "reflected set(%s)"


class ListType(Container):
    pattern = "ListType[%s]"


class Optional(Container):
    pattern = "Optional(%s)"


class DictType(Type):
    def __init__(self, key_type, value_type, *_):
        super().__init__("DictType[%s,%s]" % (key_type, value_type))
        self.key_type = key_type
        self.value_type = value_type


class FunctionType(Type):
    def __init__(self, signature):
        super().__init__("FunctionType[%s]" % (signature,))


class Omitted(Opaque):
    def __init__(self, value):
        super().__init__("omitted(default=%r)" % (value,))
        self.value = value


def convert(name, value):
    """A NumPy scalar of that type, or the Python number nearest to it where there is no NumPy. Integers wrap."""
    number = value
    if "int" in name:
        bits = int(name.lstrip("uint"))
        number = int(value) % 2**bits
        if not name.startswith("u") and number >= 2 ** (bits - 1):
            number -= 2**bits
    try:
        import numpy as np
    except ImportError:
        return complex(number) if "complex" in name else float(number) if "float" in name else number
    return getattr(np, name)(number)


def typeof(value):
    """Numba's type of a value; a program that chooses by type asks for it."""
    if value is None:
        return none
    for kind, numba_type in ((bool, boolean), (int, int64), (float, float64), (complex, complex128)):
        if type(value) is kind:
            return numba_type
    if isinstance(value, str):
        return unicode_type
    if isinstance(value, tuple):
        types = [typeof(item) for item in value]
        uniform = types and all(one == types[0] for one in types)
        return UniTuple(types[0], len(types)) if uniform else Tuple(types)
    if isinstance(value, list):
        return (List if type(value) is list else ListType)(typeof(value[0]))
    if hasattr(value, "dtype"):
        return type_of_array(value)
    return Opaque("pyobject")


def type_of_array(value):
    element = from_dtype(value.dtype)
    if not hasattr(value, "flags") or not hasattr(value, "__array_finalize__"):
        return element
    layout = "C" if value.flags.c_contiguous else "F" if value.flags.f_contiguous else "A"
    return Array(element, value.ndim, layout, not value.flags.writeable)


def from_dtype(dtype):
    if dtype.kind in "mM":
        unit = dtype.name.partition("[")[2].rstrip("]")
        return (NPDatetime if dtype.kind == "M" else NPTimedelta)(unit)
    if dtype.kind == "b":
        return boolean
    return scalars.get(dtype.name, Opaque("pyobject"))


none = NoneType("none")
boolean = Boolean("bool")
unicode_type = UnicodeType("unicode_type")
pyobject = Opaque("pyobject")
scalars = {}
for _bits in (8, 16, 32, 64):
    scalars["int%d" % _bits] = Integer("int%d" % _bits)
    scalars["uint%d" % _bits] = Integer("uint%d" % _bits)
for _name in ("float16", "float32", "float64"):
    scalars[_name] = Float(_name)
for _name in ("complex64", "complex128"):
    scalars[_name] = Complex(_name)
int64 = scalars["int64"]
float64 = scalars["float64"]
complex128 = scalars["complex128"]

ALIASES = {
    "int8": "i1 char",
    "uint8": "u1 byte uchar",
    "int16": "i2 short",
    "uint16": "u2 ushort",
    "int32": "i4 intc",
    "uint32": "u4 uintc",
    "int64": "i8 intp int_ long_ longlong ssize_t",
    "uint64": "u8 uintp uint ulong ulonglong size_t",
    "float32": "f4 float_",
    "float64": "f8 double",
    "complex64": "c8",
    "complex128": "c16",
}


def names():
    """All scalar types under all the names Numba exports."""
    table = dict(scalars)
    for name, aliases in ALIASES.items():
        table.update((alias, scalars[name]) for alias in aliases.split())
    table.update(boolean=boolean, bool_=boolean, b1=boolean, none=none, void=none)
    return table
