"""Expressions over numbers and arrays for `record_numeric_cases.py`: per family, a body and the arguments' sources."""

from case_families import families

A1 = "np.arange(5.0)"
A2 = "np.arange(12.0).reshape(3, 4)"
A3 = "np.arange(24.0).reshape(2, 3, 4)"
F2 = "np.asfortranarray(np.arange(12.0).reshape(3, 4))"
S2 = "np.arange(24.0).reshape(4, 6)[::2, ::2]"
I1 = "np.array([0, 2, 1])"
I2 = "np.array([[0, 1], [2, 1]])"
M1 = "np.array([True, False, True])"

FAMILIES, family = families()

family("getitem", """
    a[0]
    a[-1]
    a[1:]
    a[:-1]
    a[1:4]
    a[::2]
    a[::-1]
    a[3:1]
    a[-3:-1]
    a[1:4:1]
    a[4:0:-2]
    a[10:20]
    a[-10:2]
    a[(1,)]
    a[True]
    a[1.0]
    a[np.uint8(3)]
    a[i]
    a[i:]
    a[None]
    a[:, None]
    a[None, :]
    a[...]
    a[..., 0]
    a[i[0]]
    a[[0, 1]]
    a[a > 2]
    a[a > 20]
    a[1:3][0]
    a[slice(1, 3)]
    a[0, 0]
    a[:, None, None]
    a[None, 0]
""", a=A1, i="2")
family("getitem", """
    a[0]
    a[:1]
    a[1:]
    a[0, 1]
    a[-1, -1]
    a[0, :]
    a[:, 0]
    a[1:, :]
    a[:, 1:]
    a[0, 1:]
    a[1:, 0]
    a[...]
    a[..., 0]
    a[0, ...]
    a[..., 1:]
    a[1:, ...]
    a[:, ::-1]
    a[::-1]
    a[::2, 1]
    a[0][1]
    a[i]
    a[:, i]
    a[m]
    a[:, i][0]
    a[i, 0]
    a[0, i]
    a[i, 1:]
    a[m, 0]
    a[m, 1:]
    a[i, i]
    a[j]
    a[:, j]
    a[a > 5]
    a[None, 1]
    a[..., None]
    a[i, None]
    a[0, 0, 0]
""", a=A2, i=I1, m=M1, j=I2)
family("getitem", """
    a[0]
    a[1, 2]
    a[1, 2, 3]
    a[0, :, 1:]
    a[0, 1:]
    a[:, 0]
    a[:, 0, :]
    a[..., 0]
    a[0, ..., 0]
    a[1:, 1:, 1:]
    a[:, i, 1]
    a[0, :, i]
    a[..., i]
    a[1, i]
    a[1, i, 0]
""", a=A3, i=I1)
family("getitem of other orders", """
    a[0]
    a[:, 0]
    a[1:, 0]
    a[:, 1:]
    a[1:]
    a[..., 0]
    a[0, ...]
    a[1, 2]
    a[::-1, ::-1]
    b[0]
    b[:, 0]
    b[1:]
    b[1, 1]
    b[b > 3]
    b.T[0]
""", a=F2, b="np.arange(24.0)[::2]")
family("getitem of other orders", """
    b[0]
    b[:, 1]
    b[0, 1:]
    b[1, 2]
    z[()]
    z[...]
    c[1]
    c[1:]
    d[0]
    d[:2]
""", b=S2, z="np.array(3.0)", c="np.array([1 + 2j, 3j])", d="np.array([1, 2, 3], np.uint8)")
SET1 = """
    a[0] = 7
    a[-1] = 7.5
    a[1:3] = 1
    a[:] = 2
    a[::2] = v[:3]
    a[::-1] = v
    a[1:] = a[:-1]
    a[:-1] = a[1:]
    a[:] = v[::-1]
    a[1:3] = (8.0, 9.0)
    a[1:3] = (8, 9)
    a[1:3] = [8.0, 9.0]
    a[1:3] = (8.0, 9)
    a[...] = 1
    a[1:4] = v
    a[0] = v
    a[0] = 1j
    a[0] = True
    a[1:2] = True
    a[a > 2] = 0
    a[a > 2] = v[:2]
    a[i] = 9
    a[i] = v[:3]
    a[i] = i
    a[0] = 'x'
    a[0] = None
    a[:] = np.array(4.0)
    a[0] = np.array(4.0)
    a[None] = 3
    a[:, None] = 3
    a[1:3] += 10
    a[i] += 1
    a[2] *= 3
    a[:0] = 5
    a[:] = v.reshape(1, 5)
"""
family("setitem", "\n".join(f"{line.strip()}; return a" for line in SET1.strip().splitlines()),
       a=A1, v="np.arange(10.0, 15.0)", i=I1)
SET2 = """
    a[0] = 7
    a[0] = v
    a[0, :] = v
    a[:, 0] = v[:3]
    a[:, 0] = 1
    a[1:, 1:] = 0
    a[1:, 1:] = v[:3]
    a[1:, 1:] = a[:-1, :-1]
    a[:] = v
    a[:, :] = w
    a[0, 1] = 2
    a[i] = v
    a[:, i] = 1
    a[m] = 0
    a[m, 0] = 5
    a[i, 0] = v[:3]
    a[0, i] = v[:3]
    a[i, i] = 100
    a[..., 0] = 4
    a[a > 5] = 1
    a[:, ::-1] = a
    a[::2] = v
    a[0] += v
    a[:, 1] -= 1
    a[1] = w
    a[:2] = w[:2, :1]
    a[:2] = [1.0, 2.0]
"""
family("setitem", "\n".join(f"{line.strip()}; return a" for line in SET2.strip().splitlines()),
       a=A2, v="np.arange(10.0, 14.0)", w="np.arange(100.0, 112.0).reshape(3, 4)", i=I1, m=M1)
family("setitem", """
    a[0] = 300; return a
    a[0] = 2.9; return a
    a[0] = -1; return a
    a[:] = v; return a
    a[1:] = 5.5; return a
    b[0] = 3; return b
    b[1:] = 2.5; return b
    b[:] = v; return b
    c[0] = 2; return c
    c[1] = 0.0; return c
    c[:] = v; return c
""", a="np.array([1, 2, 3], np.uint8)", b="np.array([1 + 2j, 3j])", c="np.array([True, False])", v="np.array([1.5, 300.0])")
family("attributes", """
    a.shape
    a.ndim
    a.size
    a.itemsize
    a.nbytes
    a.strides
    a.T
    a.real
    a.imag
    a.dtype
    a.flat[2]
    a.shape[0] * a.shape[1]
    len(a)
    len(a.shape)
    a.T.shape
    a.foo
    c.real
    c.imag
    c[0].real
    c[0].imag
    c[0].conjugate()
    c.conj()
    z.real
    z.imag
    x.real
    x.imag
    n.imag
    n.conjugate()
    a.item()
    a[:1, :1].item()
    a.T.copy()
    a.dtype.type(3)
    a.dtype == np.float64
    np.zeros(2, a.dtype)
    np.zeros(2, dtype=a.dtype)
    a.flags.c_contiguous
    x.dtype
    x.shape
    n.item()
""", a=A2, c="np.array([1 + 2j, 3j])", z="2 + 3j", x="1.5", n="np.int8(3)")
family("creation", """
    np.zeros(n)
    np.zeros((n, 2))
    np.zeros(n, np.int64)
    np.zeros(n, dtype=np.int32)
    np.zeros((2, n), dtype=np.complex128)
    np.zeros(n, dtype=int)
    np.zeros(n, dtype=float)
    np.zeros(n, dtype=bool)
    np.zeros(n, dtype=complex)
    np.zeros(n, np.bool_)
    np.zeros(n, 'float32')
    np.zeros(n, dtype='int64')
    np.zeros(n, dtype='f4')
    np.zeros(n, dtype='i')
    np.zeros(n, dtype=np.dtype('int16'))
    np.zeros(x)
    np.zeros([n, n])
    np.zeros((n, x))
    np.zeros(())
    np.zeros((n,))
    np.zeros(a.shape)
    np.zeros(a.shape[0], a.dtype)
    np.zeros((n, n), order='F')
    np.zeros(-1)
    np.zeros(n, None)
    np.ones(n)
    np.ones((n, 2), np.int8)
    np.ones(n, dtype=bool)
    np.ones(n, dtype=np.bool_)
    np.full(n, 7)
    np.full(n, 7.5)
    np.full((n, 2), 1j)
    np.full(n, 7, np.float32)
    np.full(n, True)
    np.full(n, x)
    np.full(n, np.int8(3))
    np.full((n,), fill_value=2.5)
    np.full(n, 7, dtype=float)
    np.empty(n).shape
    np.empty((n, 3), np.uint8).shape
    np.empty_like(a).shape
    np.zeros_like(a)
    np.zeros_like(a, np.int64)
    np.zeros_like(a, dtype=np.int64)
    np.zeros_like(f)
    np.zeros_like(s)
    np.zeros_like(n)
    np.zeros_like(a, dtype=bool)
    np.ones_like(a)
    np.ones_like(f, dtype=np.int32)
    np.full_like(a, 3)
    np.full_like(a, 3, np.int64)
    np.full_like(a, 3, dtype=np.complex64)
    np.eye(n)
    np.eye(n, 2)
    np.eye(n, 4, 1)
    np.eye(n, k=-1)
    np.eye(n, dtype=np.int64)
    np.eye(n, M=4, k=-1, dtype=np.float32)
    np.identity(n)
    np.identity(n, np.int8)
    np.identity(n, dtype=np.complex64)
""", n="3", x="2.5", a=A2, f=F2, s=S2)
family("creation", """
    np.arange(n)
    np.arange(2, n)
    np.arange(0, n, 2)
    np.arange(n, 0, -1)
    np.arange(x)
    np.arange(0, x, 0.5)
    np.arange(0.0, 1.0, 0.1)
    np.arange(n, dtype=np.float32)
    np.arange(0, n, 1, np.int8)
    np.arange(n, dtype=np.int8)
    np.arange(start=1, stop=n)
    np.arange(1, stop=n)
    np.arange(1, n, step=2)
    np.arange(n, dtype=float)
    np.arange(np.int8(3))
    np.arange(np.uint8(3))
    np.arange(np.uint64(3))
    np.arange(np.float32(3))
    np.arange(0, n, 0)
    np.arange(5, 2)
    np.arange(n, dtype=np.complex128)
    np.linspace(0, 1, n)
    np.linspace(0, 1)
    np.linspace(0.0, x, 4)
    np.linspace(0, 1, num=n)
    np.linspace(0, 1, 1)
    np.linspace(0, 1, 0)
    np.linspace(0, 1j, 3)
    np.linspace(0, 1, n, endpoint=False)
    np.linspace(np.float32(0), np.float32(1), n)
    np.linspace(0, 1, x)
    np.array([1, 2, 3])
    np.array([1.5, n])
    np.array((1, 2.5))
    np.array([[1, 2], [3, 4]])
    np.array(((1, 2), (3.5, 4)))
    np.array([(1, 2), (3, 4)])
    np.array([1, 2], np.float32)
    np.array([1.7, 2], dtype=np.int64)
    np.array([1, 2], dtype=float)
    np.array([1, 2], dtype='f8')
    np.array([True, False])
    np.array([1j, 2])
    np.array([n, x])
    np.array(n)
    np.array(x)
    np.array([])
    np.array([[1], [2, 3]])
    np.array([[1.0, 2.0], [3.0]])
    np.array(())
    np.array([n * i for i in range(3)])
    np.array([[i + j for j in range(2)] for i in range(3)])
    np.array(a)
    np.array([a, a])
    np.array([None])
    np.array('x')
    np.asarray([1, 2, n])
    np.asarray((1, 2.5))
    np.asarray(a)
    np.asarray(a, dtype=np.float64)
    np.asarray(a, np.int64)
    np.asarray(n)
    np.asarray([1, 2], dtype=np.float32)
    np.ascontiguousarray(a)
    np.ascontiguousarray(f)
    np.ascontiguousarray(s)
    np.ascontiguousarray(n)
    np.asfortranarray(a)
    np.asfortranarray(f)
    np.asfortranarray(s)
    np.copy(a)
    np.copy(f)
    np.copy(s)
    np.copy(n)
    np.frombuffer(b)
    np.frombuffer(b, np.uint8)
    np.frombuffer(b, dtype=np.int32)
    np.int8([1, 2])
    np.float64((1, 2))
    np.float32([[1, 2], [3, 4]])
""", n="5", x="2.5", a=A2, f=F2, s=S2, b="np.arange(2.0)")
family("methods", """
    a.copy()
    f.copy()
    s.copy()
    a.reshape(4, 3)
    a.reshape((4, 3))
    a.reshape(12)
    a.reshape(-1)
    a.reshape(2, -1)
    a.reshape((-1, 6))
    a.reshape(-1, -1)
    a.reshape(5, 2)
    a.reshape(2.0)
    f.reshape(4, 3)
    s.reshape(6)
    a[:, 1:].reshape(9)
    np.reshape(a, (4, 3))
    np.reshape(a, 12)
    np.reshape(a, -1)
    np.reshape(s, 6)
    a.ravel()
    f.ravel()
    s.ravel()
    np.ravel(a)
    np.ravel(f)
    a.flatten()
    f.flatten()
    s.flatten()
    a.transpose()
    a.transpose(1, 0)
    a.transpose((1, 0))
    np.transpose(a)
    np.transpose(a, (1, 0))
    np.transpose(f)
    a.astype(np.int64)
    a.astype(np.float32)
    a.astype(np.complex128)
    a.astype(np.bool_)
    a.astype(np.uint8)
    a.astype(int)
    a.astype(float)
    a.astype('int32')
    a.astype('f4')
    a.astype(dtype=np.int64)
    f.astype(np.int64)
    s.astype(np.int64)
    a.astype(a.dtype)
    a.view(np.int64)
    a.view(np.float64)
    a.view(np.int32)
    a.view(np.complex128)
    i.view(np.float64)
    u.view(np.int8)
    a.fill(3); return a
    f.fill(3); return f
    s.fill(3); return s
    i.fill(2.7); return i
    a.flat[5]
    a.flat[1] = 9; return a
    len(a.flat)
    s.flat[2]
    a.T.flat[1]
    a.item(0)
    np.expand_dims(a, 0)
    np.expand_dims(a, 1)
    np.expand_dims(a, -1)
    np.expand_dims(i, 0)
    np.expand_dims(i, axis=1)
    np.expand_dims(s, 1)
    np.expand_dims(a, 5)
    np.atleast_1d(a)
    np.atleast_1d(np.array(3.0))
    np.atleast_2d(i)
    np.atleast_3d(i)
    np.atleast_2d(a)
    np.atleast_3d(a)
    np.atleast_1d(3.0)
    np.atleast_2d(i, a)
    np.broadcast_to(i, (2, 3))
    np.broadcast_to(2.5, (2, 3))
    np.broadcast_to(i, 3)
    np.broadcast_to(i, (3, 2))
    np.broadcast_to(i, shape=(2, 3))
    np.swapaxes(a, 0, 1)
    np.swapaxes(a, 0, -1)
    np.moveaxis(a, 0, 1)
    a.squeeze()
    np.squeeze(a)
    a.swapaxes(0, 1)
    a.resize(3)
    np.shape(a)
    np.shape([1, 2])
    np.size(a)
    np.size(3.0)
    np.ndim(a)
    np.ndim(3)
    np.real(c)
    np.imag(c)
    np.real(2 + 3j)
    np.imag(a)
    np.isscalar(3)
    np.isscalar(a)
    np.iscomplexobj(c)
    np.isrealobj(a)
    np.iscomplex(c)
    np.isreal(c)
    np.angle(1j)
    np.angle(c)
    np.sinc(0.5)
    np.sinc(a)
""", a=A2, f=F2, s=S2, i=I1, u="np.array([1, 200], np.uint8)", c="np.array([1 + 2j, 3j])")
family("where and clip", """
    np.where(a > 5, a, 0)
    np.where(a > 5, a, -a)
    np.where(a > 5, 1, 0)
    np.where(a > 5, 1, 2.5)
    np.where(True, 1, 2)
    np.where(x > 1, x, 0.0)
    np.where(i > 0, i, 2.5)
    np.where(i > 0, i, i + 1)
    np.where(a > 5, a, a[0])
    np.where(f > 5, f, f)
    np.where(a > 5, np.float32(1), np.float32(2))
    np.where(i, 1, 0)
    np.where([True, False], 1, 0)
    np.clip(a, 2, 5)
    np.clip(a, 2.5, 5.5)
    np.clip(i, 1, 1)
    np.clip(i, 0.5, 1.5)
    np.clip(x, 0, 1)
    np.clip(3, 0, 1)
    np.clip(a, None, 5)
    np.clip(a, 2, None)
    np.clip(a, None, None)
    np.clip(a, a_min=2, a_max=5)
    np.clip(a, a * 0 + 1, 5)
    np.clip(a, 2, 5, a)
    a.clip(2, 5)
    i.clip(1, 2)
    np.round(x)
    np.round(a, 1)
    np.round_(a)
    np.around(a * 0.37, 1)
    np.round(a / 3)
    np.round(i)
    np.round(x, 1)
    np.fix(x)
    np.fix(a)
    np.iinfo(np.int32).max
    np.iinfo(np.int64).min
    np.finfo(np.float64).eps
    np.finfo(np.float32).max
    np.finfo(a.dtype).tiny
    np.iinfo(i.dtype).bits
    np.finfo(np.float64).dtype
    np.sign(x)
    np.sign(a)
    np.abs(i)
    np.real_if_close(c)
    np.conj(c)
    np.conjugate(x)
""", a=A2, f=F2, i=I1, x="2.5", c="np.array([1 + 2j, 3j])")
family("iteration", """
    s = 0.0\\n    for x in i: s += x\\n    return s
    s = 0.0\\n    for r in a: s += r[0]\\n    return s
    s = 0.0\\n    for x in a.flat: s += x\\n    return s
    s = 0.0\\n    for k, x in np.ndenumerate(a): s += k[0] * 10 + k[1] + x\\n    return s
    s = 0\\n    for k in np.ndindex(2, 3): s += k[0] * 10 + k[1]\\n    return s
    s = 0\\n    for k in np.ndindex((2, 3)): s += k[0] * 10 + k[1]\\n    return s
    s = 0\\n    for k in np.ndindex(a.shape): s += k[0] * 10 + k[1]\\n    return s
    s = 0.0\\n    for x in np.nditer(a): s += x.item()\\n    return s
    s = 0.0\\n    for x, y in np.nditer((i, i)): s += x.item() * y.item()\\n    return s
    s = 0.0\\n    for x in f.flat: s = s * 2 + x\\n    return s
    s = 0.0\\n    for k, x in enumerate(i): s += k * x\\n    return s
    s = 0.0\\n    for x, y in zip(i, a[0]): s += x * y\\n    return s
    r = a[0]\\n    for r in a: r[0] = 9\\n    return a
    [x for x in i]
    [x * 2 for x in a[0]]
    list(i)
    2 in i
    5 in i
    sum(i)
    max(i)
    min(a[0])
    x, y, z = i; return x + y * 10 + z * 100
    x, y = a[:2]; return x + y
    len(i)
    i == i
    for k in range(len(i)): i[k] += k\\n    return i
""", a=A2, f=F2, i=I1)
family("array operators", """
    a + 1
    a - b
    a * b
    a / 2
    a // 2
    a % 3
    a ** 2
    a ** 0.5
    a ** i[0]
    2 ** i
    i ** 2
    i ** -1
    -a
    +a
    ~i
    -i
    a > b
    a == 3
    a != b
    i & 1
    i | 1
    i ^ 3
    i << 2
    i >> 1
    a + i
    a + r
    a + r.reshape(4, 1)
    r + f
    f + f
    f + a
    s + 1
    s + s
    u + 1
    u + u
    u * 2.5
    u + u + u > 400
    (u + u) // 2
    u - 10
    -u
    ~u
    u ** 2
    u / u
    u // 0
    i // 0
    i % 0
    i / 0
    h + 1
    h + 1.5
    h * h
    h + i[:2]
    t & t
    t | True
    ~t
    t + t
    t * 2.5
    t - t
    -t
    c + 1
    c * c
    c / 2
    c ** 2
    abs(c[0])
    c == 3j
    a < 3
    (a > 2) & (a < 8)
    a + np.ones(3)
    a and b
    not a
    a + None
    a + (1, 2, 3, 4)
    a + [1, 2, 3, 4]
    1 + a
    2.5 * a - b / 3 + a * b
    np.sqrt(a) * np.sin(b) + 1
    w + 1
    w + np.int64(1)
""", a=A2, b="np.linspace(1.0, 2.0, 12).reshape(3, 4)", i="np.array([1, 2, 3, 40])", r="np.array([1.0, 2.0, 3.0, 4.0])", f=F2, s=S2, u="np.array([1, 200, 255], np.uint8)", h="np.array([1.5, 2.5], np.float32)", t="np.array([True, False])", c="np.array([1 + 2j, 3j])", w="np.array([1, 2**63], np.uint64)")
family("in-place operators", """
    a += 1; return a
    a -= b; return a
    a *= 2; return a
    a /= 3; return a
    a //= 2; return a
    a **= 2; return a
    a %= 3; return a
    a += i; return a
    a += 1j; return a
    i += 1; return i
    i += 1.5; return i
    i /= 2; return i
    i //= 2; return i
    i *= i; return i
    i <<= 1; return i
    i &= 3; return i
    u += 1; return u
    u += u; return u
    u -= np.uint8(5); return u
    h += 1.5; return h
    h *= h; return h
    h += 2; return h
    t |= True; return t
    t &= t; return t
    a[0] += b[1]; return a
    a[1:] *= 2; return a
    a += a[0]; return a
    x += a[0, 0]; return x
    x += a; return x
    a = a + 1; return a
""", a=A2, b="np.linspace(1.0, 2.0, 12).reshape(3, 4)", i="np.array([1, 2, 3, 40])", u="np.array([1, 200, 255], np.uint8)", h="np.array([1.5, 2.5], np.float32)", t="np.array([True, False])", x="1.5")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % ** < <= == != >".split()), x="7", y="2")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % ** < <= == != > & | ^ << >>".split()), x="-7", y="2")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % ** < <= == != >".split()), x="-7.5", y="2.0")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % ** < == &".split()), x="-7", y="0")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % ** <".split()), x="-7.5", y="0.0")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / ** == !=".split()), x="1.5 + 2j", y="0.5 - 1j")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % ** < <= == > & | ^ << >>".split()), x="np.uint64(2**63 + 5)", y="np.int64(-3)")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % ** < == & | ^ << >>".split()), x="np.int8(-100)", y="np.int8(100)")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % **".split()), x="np.float32(1.1)", y="3")
family("scalar operators", "\n".join(f"x {op} y" for op in "+ - * / // % ** < == & | ^ << >>".split()), x="True", y="True")
family("scalar operators", """
    x ** 0
    x ** 1
    x ** 2
    x ** 3
    x ** 7
    x ** -1
    x ** -2
    x ** 0.5
    y ** 2
    y ** -3
    y ** 0.5
    y ** x
    u ** 2
    -x
    -u
    ~u
    ~x
    +u
    not x
    not y
    x if y else u
    divmod(x, 3)
    divmod(-x, 3)
    divmod(y, 0.7)
    divmod(x, 0)
    pow(x, 2)
    pow(y, 2)
    pow(y, 0.5)
    abs(-x)
    abs(-y)
    abs(3 - 4j)
    abs(u)
    round(y)
    round(y, 2)
    round(2.5)
    round(-2.5)
    round(1234.5678, -2)
    round(x)
    int(y)
    int(-y)
    int(u)
    float(x)
    float(u)
    complex(x)
    complex(x, y)
    bool(x)
    bool(0.0)
    int(True)
    float(True)
    np.int8(x * 100)
    np.uint8(-1)
    np.float32(y)
    np.int64(y)
    np.complex64(y)
    np.bool_(x)
    x is None
    x is x
    x == None
    x != None
    x is y
    True is True
    5 // 2
    -5 // 2
    5 % -3
    5.5 % -2.0
    -0.0 // 3.0
    1e300 // 1e-300
    x // y
    u // 7
    1 << 62
    -1 >> 1
    x << u
    u << 8
    x ** 40
    3 ** x
    x < y < 10
    x == 3.0
    u == 200
    u > -1
""", x="3", y="2.7182", u="np.uint8(200)")
for x, y in [("0.0", "-3.0"), ("-0.0", "3.0"), ("5.0", "np.inf"), ("-5.0", "np.inf"), ("1e300", "1e-300"), ("np.nan", "2.0"), ("7.25", "-0.5")]:
    family("scalar operators", "x // y\nx % y\ndivmod(x, y)", x=x, y=y)
for x, y in [("-2**63", "-1"), ("-7", "-2"), ("7", "-2"), ("2**62", "3")]:
    family("scalar operators", "x // y\nx % y\ndivmod(x, y)\nx / y\nx ** y", x=x, y=y)
family("math", "\n".join(f"    math.{n}(x)" for n in
       "sqrt exp expm1 log log1p log10 log2 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc gamma lgamma "
       "floor ceil trunc fabs degrees radians isnan isinf isfinite frexp modf factorial cbrt exp2".split()), x="0.73")
family("math", "\n".join(f"    math.{n}(x)" for n in "sqrt exp log floor ceil trunc fabs degrees isnan frexp gamma lgamma acosh atanh".split()), x="3")
family("math", "\n".join(f"    math.{n}(x)" for n in "sqrt log floor ceil acos acosh gamma lgamma fabs".split()), x="-2.5")
family("math", "\n".join(f"    math.{n}(x)" for n in "sqrt exp sin log floor fabs".split()), x="np.float32(0.73)")
family("math", """
    math.atan2(x, y)
    math.atan2(n, 2)
    math.hypot(x, y)
    math.hypot(3, 4)
    math.copysign(x, -1.0)
    math.fmod(x, y)
    math.pow(x, y)
    math.pow(x, 3)
    math.pow(2, n)
    math.ldexp(x, 3)
    math.ldexp(x, -1080)
    math.gcd(12, 18)
    math.gcd(n, 0)
    math.gcd(-4, 6)
    math.log(x, 2)
    math.isclose(x, y)
    math.pi * x
    math.e
    math.inf
    math.nan
    math.tau
    math.nextafter(x, y)
    math.dist((1, 2), (3, 4))
    math.fsum([1.0, 2.0])
    math.prod((1, 2, 3))
    math.comb(5, 2)
    math.floor(x) + 1
    cmath.sqrt(z)
    cmath.exp(z)
    cmath.log(z)
    cmath.log10(z)
    cmath.sin(z)
    cmath.cos(z)
    cmath.tan(z)
    cmath.sinh(z)
    cmath.cosh(z)
    cmath.tanh(z)
    cmath.asin(z)
    cmath.acos(z)
    cmath.atan(z)
    cmath.asinh(z)
    cmath.acosh(z)
    cmath.atanh(z)
    cmath.phase(z)
    cmath.polar(z)
    cmath.rect(x, y)
    cmath.isnan(z)
    cmath.isinf(z)
    cmath.sqrt(-1)
    cmath.sqrt(-1.0 + 0j)
    cmath.pi
""", x="0.73", y="1.9", n="12", z="0.3 - 1.2j")
UNARY = ("absolute negative positive sign square reciprocal sqrt cbrt exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan "
         "sinh cosh tanh arcsinh arccosh arctanh deg2rad rad2deg degrees radians floor ceil trunc rint fabs isnan isinf isfinite signbit spacing "
         "logical_not conjugate").split()
BINARY = ("add subtract multiply divide true_divide floor_divide remainder mod fmod power float_power maximum minimum fmax fmin logaddexp "
          "logaddexp2 arctan2 hypot copysign nextafter greater less_equal equal logical_and logical_or logical_xor").split()
family("ufuncs", "\n".join(f"np.{n}(a)" for n in UNARY), a="np.array([0.25, 0.5, -0.75, 1.5])")
family("ufuncs", "\n".join(f"np.{n}(a)" for n in UNARY), a="np.array([0.25, -0.75, 2.5], np.float32)")
family("ufuncs", "\n".join(f"np.{n}(a)" for n in UNARY), a="np.array([1, -2, 3])")
family("ufuncs", "\n".join(f"np.{n}(a)" for n in UNARY), a="np.array([0.25 + 1j, -0.75 - 2j])")
family("ufuncs", "\n".join(f"np.{n}(a)" for n in UNARY if n not in ("negative",)), a="np.float64(0.3)")
family("ufuncs", "\n".join(f"np.{n}(a, b)" for n in BINARY), a="np.array([0.25, 0.5, -0.75, 1.5])", b="np.array([2.0, -0.5, 3.0, np.nan])")
family("ufuncs", "\n".join(f"np.{n}(a, b)" for n in [*BINARY, "gcd", "lcm", "bitwise_and", "left_shift", "right_shift", "bitwise_xor"]), a="np.array([5, -7, 12])", b="np.array([2, 3, 5])")
family("ufuncs", "\n".join(f"np.{n}(a, b)" for n in ["add", "multiply", "maximum", "floor_divide", "power", "less"]), a="np.int8(100)", b="np.int8(27)")
family("ufuncs", """
    np.add(a, b, b)
    np.sqrt(a, b)
    np.add(a, 1, i)
    np.divmod(i, 2)
    np.ldexp(a, i)
    np.invert(i)
    np.bitwise_not(i)
    np.abs(a)
    np.sin(a, out=b)
    np.add.reduce(a)
    np.maximum(a, 0)
    np.minimum(a, b[:1])
    np.acos(a)
    np.pow(a, 2)
    np.sqrt(-1)
    np.sqrt(4)
    np.power(2, 3)
    np.power(2, -1)
    np.power(2.0, -1)
    np.floor(2.5)
    np.floor(i)
    np.isnan(3)
    np.sin(True)
    np.exp('x')
    np.exp(None)
    np.exp([1.0, 2.0])
    np.heaviside(a, 0.5)
    np.modf(a)
    np.isneginf(a)
    np.fabs(i)
    np.true_divide(i, 2)
    np.mod(i, 2)
""", a="np.array([0.25, 0.5, 0.75])", b="np.array([2.0, 0.5, 3.0])", i="np.array([1, 2, 3])")
family("more arrays", """
    a[0, 1:3] * b[1:3]
    a[:, 1] + a[:, 2]
    (a[1:] + a[:-1]) / 2
    a[1:-1, 1:-1] + a[:-2, 1:-1] + a[2:, 1:-1]
    a[1:, 1:] -= a[:-1, :-1]; return a
    a[1:-1] = (a[:-2] + a[2:]) * 0.5; return a
    b[1:] = b[:-1] + 1; return b
    b[:] = b[::-1]; return b
    b[1:] += b[:-1]; return b
    a[:, 0] = b[:3] * 2; return a
    a[0] = b; a[0] += 1; return b
    c = a; c[0, 0] = 100; return a
    c = a[0]; c[:] = 7; return a
    c = a.copy(); c[0] = 7; return a
    c = a.reshape(12); c[0] = 7; return a
    c = a.ravel(); c[0] = 7; return a
    c = a.flatten(); c[0] = 7; return a
    c = a.T; c[0] = 7; return a
    c = np.asarray(a); c[0] = 7; return a
    c = np.ascontiguousarray(a); c[0] = 7; return a
    a.T @ a if False else a.T + 1
    (a > 3) & (a < 8) | (a == 11)
    a[a > 3] *= 2; return a
    a[(a > 3) & (a < 8)] = 0.0 if False else 1.0; return a
    b[b > 1] = b[b > 1] * 10; return b
    b[i] += 1; return b
    a[i, 1] += 1; return a
    np.sqrt(a[:, ::2])
    np.add(a, b, a); return a
    np.multiply(a, 2, a); return a
    np.exp(-b ** 2 / 2) / np.sqrt(2 * np.pi)
    1 / (1 + np.exp(-b))
    np.maximum(a, b) - np.minimum(a, b)
    np.where(b > 1, b, 0.0).sum() if False else np.where(b > 1, b, 0.0)
    b.reshape(2, 2) + b.reshape(2, 2).T
    np.zeros((2, 3)) + np.arange(3)
    np.zeros((2, 3), np.int32) + np.int8(1)
    np.ones(3, np.float32) * 0.5
    np.arange(3) / 2
    np.arange(3) ** 2
    np.arange(3) // 2
    np.arange(3) % 2
    np.arange(3) * 1j
    -np.arange(3)
    np.arange(3) > 1
    np.array([1, 2, 3])[::-1]
    np.array([[1, 2], [3, 4]])[:, 1]
    np.array([[1, 2], [3, 4]]).T
    np.full((2, 2), 3)[0, 1]
    np.empty(0)
    np.zeros(3)[1:1]
    np.zeros((0, 3)) + 1
    x = np.zeros(3); x[0] += 5; x[1] -= 2; x[2] /= 4; return x
    x = np.zeros(3, np.int64); x[0] += 5; x[1] |= 2; x[2] <<= 4; return x
    x = np.ones(3, np.int32); x[0] += 2**40; return x
    x = np.ones(3, np.float32); x[0] += 0.1; return x
    x = np.ones(3, np.uint8); x[0] -= 2; return x
    x = np.ones(2, np.bool_); x[0] = 0; return x
    x = np.ones(2, np.complex128); x[0] += 2; return x
    a.shape[0] + a.shape[-1]
    n, m = a.shape; return n * 10 + m
    a.size // a.ndim
    a[-1][-1]
    a[len(a) - 1, 0]
    a[np.int32(1), np.uint8(2)]
    b[int(b[2])]
    a[i[0], i[1]]
    a[i[1:]]
    b[::2][1]
    b[-2:][0]
    a[1:][0, 0]
    a[::2, ::3]
    a[2:0:-1]
    a[:, [0]]
    a[:, np.array([0, 2])]
    a[np.array([True, False, True])]
    a[np.array([True, False, True]), 1:]
    a[..., 1]
    a[1, ...]
""", a=A2, b="np.arange(4.0)", i=I1)
family("random", """
    np.random.seed(42); return np.random.random()
    np.random.seed(42); return np.random.rand()
    np.random.seed(42); return np.random.rand(3)
    np.random.seed(42); return np.random.random(3)
    np.random.seed(42); return np.random.random_sample((2, 2))
    np.random.seed(42); return np.random.rand(2, 2)
    np.random.seed(42); return np.random.randn()
    np.random.seed(42); return np.random.randn(3)
    np.random.seed(42); return np.random.normal()
    np.random.seed(42); return np.random.normal(1.0, 2.0)
    np.random.seed(42); return np.random.normal(1.0, 2.0, 3)
    np.random.seed(42); return np.random.standard_normal(4)
    np.random.seed(42); return np.random.uniform(1.0, 2.0)
    np.random.seed(42); return np.random.uniform(1.0, 2.0, 3)
    np.random.seed(42); return np.random.randint(10)
    np.random.seed(42); return np.random.randint(5, 10)
    np.random.seed(42); return np.random.randint(0, 100, 5)
    np.random.seed(42); return np.random.randint(0, 100, size=5)
    np.random.seed(42); return np.random.exponential()
    np.random.seed(42); return np.random.exponential(2.0, 3)
    np.random.seed(42); return np.random.poisson(3.0)
    np.random.seed(42); return np.random.binomial(10, 0.5)
    np.random.seed(42); return np.random.gamma(2.0)
    np.random.seed(42); return np.random.beta(2.0, 3.0)
    np.random.seed(42); return np.random.choice(a)
    np.random.seed(42); return np.random.choice(a, 3)
    np.random.seed(42); return np.random.choice(10)
    np.random.seed(42); return np.random.permutation(5)
    np.random.seed(42); return np.random.permutation(a)
    np.random.seed(42); np.random.shuffle(a); return a
    random.seed(42); return random.random()
    random.seed(42); return random.randint(1, 6)
    random.seed(42); return random.randrange(10)
    random.seed(42); return random.randrange(2, 10, 2)
    random.seed(42); return random.uniform(1.0, 2.0)
    random.seed(42); return random.gauss(0.0, 1.0)
    random.seed(42); return random.normalvariate(0.0, 1.0)
    random.seed(42); return random.choice([1, 2, 3])
    random.seed(42); random.shuffle(a); return a
    random.seed(42); return random.getrandbits(20)
    random.seed(42); return random.expovariate(2.0)
    random.seed(42); return random.triangular(0.0, 1.0, 0.5)
    random.seed(42); return random.betavariate(2.0, 3.0)
    np.random.seed(1); np.random.random(); return np.random.get_state()
    np.random.default_rng(1)
""", a="np.arange(6.0)")
family("datetimes", """
    d + t
    d - t
    d - e
    t + t
    t - t
    t * 2
    t / 2
    t / t
    t // 2
    t * 2.5
    -t
    abs(t)
    d < e
    d == e
    t == t
    t > t
    d + s
    t + s
    t < s
    d == n
    n == n
    n != n
    np.isnat(d)
    np.isnat(n)
    np.isnan(n)
    a + t
    a[0]
    a[1:] - a[:-1]
    a == d
    a < e
    np.isnat(a)
    m - y
    y + t
    int(t)
    np.int64(d)
    a.dtype
    d.astype(np.int64)
    a.view(np.int64)
    a.astype(np.int64)
    np.datetime64('2020-01-01')
    np.timedelta64(5, 'D')
""", d="np.datetime64('2020-01-15')", e="np.datetime64('2021-03-01')", t="np.timedelta64(10, 'D')", s="np.timedelta64(90, 's')",
    n="np.datetime64('NaT', 'D')", a="np.array(['2020-01-01', '2020-02-01'], 'M8[D]')", m="np.datetime64('2020-03', 'M')", y="np.datetime64('2019', 'Y')")
