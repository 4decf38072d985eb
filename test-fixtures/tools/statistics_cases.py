"""Sorting, searching, statistics and sets for `record_numeric_cases.py --cases statistics_cases`."""

from case_families import families

FAMILIES, family = families()

FLOATS = "np.array([3.0, -1.0, np.nan, 2.5, -0.0, 0.0, np.inf, 2.5, np.nan, -np.inf])"
INTEGERS = "np.array([5, 3, 9, 3, -2, 7, 0, 5])"
COMPLEX = "np.array([1 + 2j, 1 - 1j, 0.5j, complex(np.nan, 1.0), 2 + 0j])"
BOOLEANS = "np.array([True, False, True, False])"
MANY = "np.array([(i * 7919) % 31 for i in range(60)])"
MANY_FLOATS = "np.array([((i * 7919) % 31) / 4 for i in range(60)])"
GRID = "np.array([[3.0, 1.0, 2.0], [0.5, np.nan, 4.0]])"
DATES = "np.array(['2021-03-01', '2020-01-15', 'NaT', '2020-02-01'], 'M8[D]')"

for a in (FLOATS, INTEGERS, COMPLEX, BOOLEANS, MANY, MANY_FLOATS, GRID, DATES, "np.array([2, 1], np.uint8)",
          "np.array([2.5, np.nan, 1.5], np.float32)", "np.arange(10.0)[::-2]", "np.zeros(0)", "np.array(3.0)"):
    family("sorting", """
        np.sort(a)
        a.sort(); return a
        np.argsort(a)
        a.argsort(kind='mergesort')
    """, a=a)
family("sorting", """
    np.sort(x)
    np.argsort(x)
    sorted(x)
""", x="[3, 1, 2]")
family("sorting", """
    np.sort(a, 0)
    np.sort(a, kind='quicksort')
    np.argsort(a, kind='quicksort')
    np.argsort(a, kind='stable')
    np.argsort(a, kind='heapsort')
    np.argsort(a, 'mergesort')
    np.argsort(a, axis=0)
    a.argsort()
    a.argsort('mergesort')
    a.sort(kind='mergesort'); return a
    a.sort(kind='stable'); return a
    a.sort(kind=k); return a
    a.sort(0); return a
    a.argsort(kind=k)
    a[::2].sort(); return a
    np.sort(a)[::-1]
    a[np.argsort(a)]
    np.sort(1)
    np.sort((3, 1, 2))
    sorted(a)
    np.msort(a)
    np.lexsort((a, a))
""", a=MANY, k="'quicksort'")
family("sorting", """
    a.sort(kind='mergesort'); return a
    a.argsort()
""", a="np.array([[3, 1, 2], [6, 5, 4]])")
for a in (MANY_FLOATS, MANY, FLOATS, GRID, COMPLEX, BOOLEANS, "[3, 1, 2]", "(3.0, 1.0, 2.0)", "3.0"):
    family("partition", """
        np.partition(a, 1)
        np.argpartition(a, 1)
    """, a=a)
family("partition", """
    np.partition(a, -3)
    np.partition(a, (3, 10))
    np.partition(a, k)
    np.partition(a, [4, 2])
    np.partition(a, 100)
    np.partition(a, 1.0)
    np.partition(a, True)
    np.partition(a, np.array([[1]]))
    np.partition(a, 3, 0)
    np.argpartition(a, (3, 10))
    np.argpartition(a, k)
    np.argpartition(a, -60)
    np.partition(a[:0], 0)
    np.argpartition(a[:0], 0)
    np.partition(a[::-1], 5)
""", a=MANY_FLOATS, k="np.array([7, 30])")

for a in (FLOATS, INTEGERS, COMPLEX, BOOLEANS, MANY, MANY_FLOATS, GRID, DATES, "np.array([2, 1], np.uint8)", "np.zeros(0)",
          "np.array([2.5, np.nan, 1.5], np.float32)", "np.array([2.5, 1.5], np.float32)", "np.array(3.0)", "[3, 1, 2]", "3.0", "np.array([5, 4, 3])"):
    family("medians", """
        np.median(a)
        np.nanmedian(a)
    """, a=a)
for a in (FLOATS, INTEGERS, COMPLEX, BOOLEANS, MANY, MANY_FLOATS, GRID, "np.zeros(0)", "np.array([4.0])", "np.array([np.inf, 1.0])",
          "np.array([np.inf])", "np.array([1.0, np.nan])", "np.array([-np.inf, -np.inf, 1.0])", "[3, 1, 2]", "(1.0, 2)", "3.0", "True",
          "np.array(2.0)"):
    family("percentiles", """
        np.percentile(a, 30)
        np.percentile(a, q)
        np.nanpercentile(a, q)
        np.quantile(a, 0.25)
    """, a=a, q="np.array([0.0, 25.0, 62.5, 100.0])")
family("percentiles", """
    np.percentile(a, [10, 20])
    np.percentile(a, (10.0, 90.0))
    np.percentile(a, (10, 90.0))
    np.percentile(a, True)
    np.percentile(a, 101)
    np.percentile(a, -0.5)
    np.percentile(a, np.nan)
    np.percentile(a, np.array(40.0))
    np.percentile(a, np.array([[10, 20], [30, 40]]))
    np.percentile(a, 50, 0)
    np.percentile(a, q=50)
    np.quantile(a, [0.5, 1])
    np.quantile(a, 1.5)
    np.nanquantile(a, 0.5)
    np.nanquantile(a, np.array([0.1, 0.9]))
    np.nanpercentile(a, 50)
    np.nanpercentile(a, 50.0)
    np.percentile(a, np.linspace(0, 100, 12))
    np.percentile(a, 1j)
    np.percentile(a, '1')
""", a=MANY_FLOATS)

for a in ("np.array([0.0, 1.0, 2.0, 2.0, 3.0, np.nan])", "np.array([0, 1, 2, 2, 3])", "[0, 1, 2, 2, 3]", "(0, 1, 2, 2, 3)",
          "np.array([0.0, 1.0, 2.0, 2.0, 3.0], np.float32)", "np.array([False, True])", "np.zeros(0)",
          "np.array([1 + 1j, 1 + 2j, 2 - 1j])"):
    family("searchsorted", """
        np.searchsorted(a, 2)
        np.searchsorted(a, 2, side='right')
        np.searchsorted(a, 2.5)
        np.searchsorted(a, np.nan)
        np.searchsorted(a, v)
        np.searchsorted(a, v, 'right')
        np.searchsorted(a, [1, 5])
    """, a=a, v="np.array([[2.0, 0.0], [np.nan, 7.0], [2.0, -1.0]])")
family("searchsorted", """
    np.searchsorted(a, v)
    np.searchsorted(a, v, side='right')
    np.searchsorted(a, v[::-1])
    np.searchsorted(a, (1, 2))
    np.searchsorted(a, 3, side='middle')
    np.searchsorted(a, 3, s)
    np.searchsorted(a, 3, sorter=v)
    np.searchsorted(a, v[:0])
    np.searchsorted(a, 1j)
    np.searchsorted(a, True)
    np.searchsorted(a, np.array(3))
    np.searchsorted(g, 3)
    a.searchsorted(3)
    np.searchsorted(4, 3)
""", a="np.array([1, 3, 5, 7, 9])", v="np.array([0, 1, 4, 9, 10])", s="'left'", g="np.arange(6).reshape(2, 3)")
for bins in ("np.array([0.0, 1.0, 2.5, 4.0])", "np.array([4.0, 2.5, 1.0, 0.0])", "np.array([0, 1, 2, 4])", "[0.0, 1.0, 2.5, 4.0]",
             "np.array([1.0, 3.0, 2.0])", "np.array([1.0, 1.0])", "np.array([2.0])", "np.zeros(0)"):
    family("digitize", """
        np.digitize(x, b)
        np.digitize(x, b, True)
        np.digitize(2.5, b)
        np.digitize(1, b, right=True)
        np.digitize([1.0, 3.0], b)
    """, x="np.array([0.2, 6.4, 3.0, 1.0, np.nan, -1.0])", b=bins)
family("digitize", """
    np.digitize(g, b)
    np.digitize(c, b)
    np.digitize(i, b)
    np.digitize((1.0, 2.0), b)
    np.digitize(i, b, 1)
""", g="np.arange(6.0).reshape(2, 3)", b="np.array([0.0, 1.0, 2.5, 4.0])", c=COMPLEX, i="np.array([3, 1, 2])")

for a in (FLOATS, INTEGERS, COMPLEX, BOOLEANS, GRID, "np.array([[0, 1], [2, 0]]).T", "np.arange(6).reshape(2, 3)[:, ::2]", "np.zeros(0)",
          "np.array(3.0)", "np.array(0)", "[0, 1, 2]", "(0, 1.5)", "3.0", "0", "True", "None", "'x'", "np.arange(8).reshape(2, 2, 2)"):
    family("nonzero", """
        np.nonzero(a)
        a.nonzero()
        np.flatnonzero(a)
        np.argwhere(a)
        np.where(a)
        np.count_nonzero(a)
    """, a=a)
family("nonzero", """
    np.where(a > 2)[0]
    np.nonzero(a > 2)[0][1:]
    np.argwhere(a > 2)[:, 0]
    np.flatnonzero(a > 2).sum()
    np.where(a)[0].size
    a[np.nonzero(a)]
    a[np.where(a > 2)]
    np.where(a == 3)[0][0]
    np.extract(a > 2, a)
    np.extract([True, False, True], a)
    np.extract(c, a)
    np.extract(c, 5)
    np.extract(a, c)
    np.extract(a > 100, a)
    np.extract(c, [7, 8, 9])
    np.extract((1, 0), (4.5, 5.5))
    np.extract(np.ones(20), a)
    np.extract(True, a)
    np.extract(c, a[:0])
""", a=INTEGERS, c="np.array([0, 1, 0, 1])")
family("nonzero", """
    np.extract(a > 2, a)
    np.extract(a.T > 2, a)
""", a="np.arange(6).reshape(2, 3)")

family("counting", """
    np.bincount(a)
    np.bincount(a, w)
    np.bincount(a, weights=w)
    np.bincount(a, minlength=12)
    np.bincount(a, w, 12)
    np.bincount(a, None, 3)
    np.bincount(a, minlength=-1)
    np.bincount(a, minlength=2.0)
    np.bincount(a, w[1:])
    np.bincount(a, a)
    np.bincount(a, [1, 2, 3, 4, 5])
    np.bincount(a, w * 1j)
    np.bincount(a, w > 2)
    np.bincount(a, np.float32(w))
    np.bincount(-a)
    np.bincount(a[:0])
    np.bincount(a[:0], minlength=4)
    np.bincount(w)
    np.bincount([1, 2, 1])
    np.bincount((1, 2, 1))
    np.bincount(a.reshape(1, 5))
    np.bincount(np.array([2, 1], np.uint8))
    np.bincount(np.array([2, 1], np.int32), minlength=np.int32(5))
    np.bincount(a > 1)
""", a="np.array([1, 4, 2, 1, 7])", w="np.array([0.5, 1.5, -2.0, 4.25, 1e-3])")
family("counting", """
    np.histogram(a)
    np.histogram(a, 4)
    np.histogram(a, bins=4)
    np.histogram(a, 4, (0.0, 10.0))
    np.histogram(a, 4, (0, 10))
    np.histogram(a, 4, (2, 2))
    np.histogram(a, 4, (3, 2))
    np.histogram(a, 0)
    np.histogram(a, 0, (0.0, 1.0))
    np.histogram(a, 4, None)
    np.histogram(a, b)
    np.histogram(a, bins=b)
    np.histogram(a, b[::-1])
    np.histogram(a, [0, 2, 5])
    np.histogram(a, (0.0, 2.0, 5.0))
    np.histogram(a, i)
    np.histogram(a, 4, (0, 10), density=True)
    np.histogram(a, b[:1])
    np.histogram(a, 2.5)
    np.histogram(a, 'auto')
    h, e = np.histogram(a, 3); return h[0] + e[-1]
""", a="np.array([0.5, 1.5, 2.0, 2.0, 7.25, 9.0, -3.0])", b="np.array([0.0, 1.0, 2.0, 4.0])", i="np.array([0, 2, 9])")
family("counting", """
    np.histogram(a)
    np.histogram(a, 3)
    np.histogram(a, 3, (1, 7))
    np.histogram(a, np.array([1.0, 2.0, 8.0]))
""", a="np.arange(12).reshape(3, 4)[:, ::2]")
family("counting", """
    np.histogram(a)
    np.histogram(a, 3, (-1.0, 3.0))
    np.histogram(a, np.array([-1.0, 2.0, 3.0]))
""", a=FLOATS)
family("counting", "np.histogram(a, 3)", a="[1.0, 2.0, 4.0]")
family("counting", "np.histogram(a, 3)", a="np.array([True, False])")

for a in (FLOATS, INTEGERS, COMPLEX, BOOLEANS, MANY, GRID, DATES, "np.zeros(0)", "[3, 1, 3]", "(3, 1)", "3", "np.array([2, 1, 2], np.uint8)",
          "np.array([2.5, np.nan, 1.5, np.nan], np.float32)", "np.arange(6)[::2]"):
    family("sets", """
        np.unique(a)
        np.union1d(a, a)
        np.intersect1d(a, a[::-1])
        np.setdiff1d(a, a[:2])
        np.isin(a, a[:2])
    """, a=a)
family("sets", """
    np.unique(a, return_counts=True)
    np.unique(a).size
    len(np.unique(a))
    np.union1d(a, b)
    np.union1d(a, f)
    np.union1d([1, 2], b)
    np.union1d((1, 2), b)
    np.union1d(3, b)
    np.intersect1d(a, b)
    np.intersect1d(a, f)
    np.intersect1d(a, [3, 5])
    np.intersect1d(a, b, True)
    np.intersect1d(a, b, assume_unique=True)
    np.intersect1d(a, b, assume_unique=1)
    np.intersect1d(a.reshape(4, 2), b)
    np.setdiff1d(a, b)
    np.setdiff1d(a, f)
    np.setdiff1d(b, a)
    np.setdiff1d(a, b, assume_unique=True)
    np.setdiff1d(a, [3])
    np.setdiff1d(a.reshape(4, 2), b)
    np.setxor1d(a, b)
    np.setxor1d(a, f)
    np.setxor1d(a, b, True)
    np.setxor1d(a, [3])
    np.in1d(a, b)
    np.isin(a, b)
    np.isin(a, f)
    np.isin(a, b, invert=True)
    np.isin(a, b, assume_unique=True)
    np.isin(a, b, True, True)
    np.isin(a.reshape(4, 2), b)
    np.isin(a, [3, 5])
    np.isin(a, (3, 5))
    np.isin(a, 3)
    np.isin(3, b)
    np.isin([1, 2, 3], b)
    np.isin(f, f)
    np.isin(m, a)
    np.isin(a, m)
    np.isin(m, m[:20], invert=True)
    np.isin(m, m[:20], assume_unique=True)
    np.isin(a[:0], b)
    np.isin(a, b[:0])
    np.setdiff1d(m, m[10:40])
    np.isin(a, b, invert=1)
    a in b
    3 in a
""", a=INTEGERS, b="np.array([3, 4, 5])", f="np.array([3.0, np.nan, 5.5])", m=MANY)

for a in (FLOATS, INTEGERS, COMPLEX, BOOLEANS, GRID, DATES, "np.array([2, 1], np.uint8)", "np.arange(8.0).reshape(2, 4)[:, ::2]",
          "np.array([2.5, 1.5], np.float32)", "np.zeros(0)", "np.array([4])", "[3, 1, 2]", "(3, 1.5)", "np.array(3.0)", "3.0"):
    family("differences", """
        np.diff(a)
        np.diff(a, 2)
        np.ediff1d(a)
    """, a=a)
family("differences", """
    np.diff(a, n=0)
    np.diff(a, n=-1)
    np.diff(a, 20)
    np.diff(a, n)
    np.diff(a, 1, 0)
    np.diff(a, axis=0)
    np.diff(a, 1.0)
    np.ediff1d(a, 5)
    np.ediff1d(a, to_begin=1)
    np.ediff1d(a, to_end=[1, 2])
    np.ediff1d(a, to_end=(1, 2), to_begin=b)
    np.ediff1d(a, to_begin=1.5)
    np.ediff1d(b, to_begin=1, to_end=a)
    np.ediff1d(b, 2.5)
    np.ediff1d(a[:0], 1, 2)
    np.ediff1d(a, None)
    np.ediff1d(a.reshape(4, 2))
    np.trapz(a)
    np.trapz(b, a[:3])
    np.trapz(b, dx=0.5)
    np.trapezoid(a)
    np.trapezoid(b, a[:3])
    np.trapezoid(b, dx=2)
    np.trapezoid(a.reshape(4, 2))
    np.trapezoid(b, a[:2])
    np.trapezoid([1, 2, 4])
    np.trapezoid(3.0)
    np.unwrap(b)
    np.unwrap(b * 9)
    np.unwrap(b * 9, 2.0)
    np.unwrap(a, period=4)
    np.unwrap(b * 9, axis=0)
    np.unwrap(b.reshape(1, 3) * 9)
""", a=INTEGERS, b="np.array([0.5, 2.5, -1.25])", n="2")
for x in ("2.5", "2", "np.array([-1.0, 0.0, 1.25, 3.5, 4.0, 9.0, np.nan])", "np.array([[1, 2], [3, 4]])", "[0.5, 1.5]", "(0.5, 1.5)", "1j",
          "True", "np.array(1.5)", "np.array([0.5, 1.5], np.float32)"):
    family("interp", """
        np.interp(x, p, f)
        np.interp(x, p, z)
        np.interp(x, p[:1], f[:1])
        np.interp(x, p.astype(np.int64), f)
    """, x=x, p="np.array([0.0, 1.0, 2.0, 3.0, 4.0, 6.0])", f="np.array([1.0, -2.0, np.inf, 0.1, 7.0, 7.5])",
           z="np.array([1j, 2.0, -1 + 1j, 0.1, 4.5, 3 - 7j])")
family("interp", """
    np.interp(x, p, f[1:])
    np.interp(x, p[:0], f[:0])
    np.interp(x, p, f, 0.0)
    np.interp(x, p, f, left=0.0)
    np.interp(x, [0.0, 1.0], [5.0, 6.0])
    np.interp(x, (0, 1), (5, 6))
    np.interp(x, p, p > 1)
    np.interp(x, p.reshape(2, 2), f)
    np.interp(x, p, p * 1j)
    np.interp(x, p * 1j, f)
    np.interp(x, p, np.float32(f))
    np.interp(2, p, f)
""", x="np.linspace(-0.5, 3.5, 9)", p="np.array([0.0, 1.0, 2.0, 3.0])", f="np.array([1.0, 2.5, 2.5, -4.0])")

for a in ("np.array([1.0, 2.5, -1.0, 4.0])", "np.array([1, 2, -3])", "np.array([[1.0, 2.0, 4.0], [3.0, -1.0, 0.5]])",
          "np.array([[1, 2, 4], [3, -1, 0]])", "np.array([1 + 1j, 2.0, -1j])", "np.array([[1 + 1j, 2.0], [3.0, -1j]])", "[1.0, 2.0, 4.0]",
          "(1.0, 2.0, 4)", "3.0", "np.array([[1.0, 2.0]])", "np.zeros(0)", "np.zeros((2, 0))", "np.array([1.0, 2.5], np.float32)",
          "np.array([[1.0, 2.5], [0.1, 4.0]], np.float32)", "np.zeros((2, 2, 2))", "np.array(3.0)", "((1.0, 2.0), (3.0, 5.0))",
          "np.arange(12.0).reshape(3, 4)[:, ::2]"):
    family("covariance", """
        np.cov(a)
        np.corrcoef(a)
    """, a=a)
family("covariance", """
    np.cov(a, b)
    np.cov(a, b, True)
    np.cov(m, rowvar=False)
    np.cov(m, bias=True)
    np.cov(m, ddof=0)
    np.cov(m, ddof=1.0)
    np.cov(m, ddof=1.5)
    np.cov(m, ddof=None)
    np.cov(m, ddof=5)
    np.cov(m, m)
    np.cov(m, a[:3])
    np.cov(m, a)
    np.cov(m, m, False)
    np.cov(a, bias=True)
    np.cov(a, ddof=0)
    np.cov(a, b * 1j)
    np.cov(a, ddof='1')
    np.cov(a, aweights=b)
    np.corrcoef(a, b)
    np.corrcoef(m, rowvar=False)
    np.corrcoef(m, m)
    np.corrcoef(a, b)[0, 1]
    np.cov(a, b)[0, 1]
    np.corrcoef(m, None, False)
    np.average(a)
    np.average(a, weights=b)
    np.average(m, weights=m)
    np.average(m, axis=0)
    np.average(a, None, b)
    np.average([1, 2, 4])
    np.average([1, 2, 4], weights=[1, 0, 3])
    np.average(a, weights=b * 0)
""", a="np.array([1.0, 2.5, -1.0, 4.0])", b="np.array([0.5, 2.0, 3.0, 7.0])", m="np.array([[1.0, 2.0, 4.0], [3.0, -1.0, 0.5]])")
for a, v in (("np.array([1.0, 2.0, 3.5])", "np.array([0.0, 1.0, 0.5])"), ("np.array([1, 2, 3])", "np.array([0, 1])"),
             ("np.array([1, 2])", "np.array([0.5, 1.0, 4.0])"), ("np.array([1 + 1j, 2.0])", "np.array([1j, 3.0, 2.0])"),
             ("np.array([1.0, 2.0])", "np.array([1j, 3.0])"), ("np.array([1 + 1j, 2.0])", "np.array([1.0, 3.0])"), ("[1, 2, 3]", "[0.5, 1.0]"),
             ("(1, 2, 3)", "(0.5, 1.0)"), ("np.zeros(0)", "np.array([1.0])"), ("np.array([1, 2], np.float32)", "np.array([2, 3, 4], np.int32)"),
             ("np.array([True, False])", "np.array([True, True])"), ("np.ones((2, 2))", "np.array([1.0])"),
             ("np.arange(6.0)[::2]", "np.array([1.0, 2.0])"), ("np.array([1, 2], np.uint8)", "np.array([2, 3], np.uint8)")):
    family("convolution", """
        np.convolve(a, v)
        np.correlate(a, v)
    """, a=a, v=v)
family("convolution", """
    np.convolve(a, v, 'same')
    np.convolve(a, v, mode='valid')
    np.convolve(v, a, mode='same')
    np.convolve(a, v, m)
    np.convolve(a, v, 'half')
    np.correlate(a, v, 'full')
    np.correlate(v, a, mode='full')
    np.correlate(v, a, mode='same')
    np.correlate(a, v, m)
    np.correlate(a, v, 1)
""", a="np.array([1.0, 2.0, 3.5, -1.25, 0.5])", v="np.array([0.0, 1.0, 0.5])", m="'full'")

for a in (FLOATS, "np.array([5, 3, 9, 0], np.int32)", COMPLEX, GRID, "np.zeros(0)", "[3, 1, 2]", "3.0"):
    family("reductions", "\n".join(f"np.{n}(a)" for n in
           "min amax argmin nanargmin nanargmax nanmin ptp all any cumsum cumprod sum prod mean std nansum nanmean nanstd nancumsum nancumprod size".split()), a=a)
family("reductions", """
    np.sum(a, axis=0)
    np.sum(a, 1)
    np.sum(a, axis=-1)
    np.sum(a, axis=2)
    np.sum(a, axis=i)
    np.sum(a, axis=None)
    np.sum(a, axis=(0, 1))
    np.sum(a, dtype=np.float32)
    np.sum(a, axis=0, dtype=np.int64)
    np.sum(a, keepdims=True)
    np.sum(a, 0, np.float32)
    a.sum(0)
    a.sum(axis=1)
    a.sum(dtype=np.float32)
    a.sum(axis=1, dtype=np.int64)
    np.mean(a, axis=0)
    a.mean(0)
    a.mean(1)
    np.max(a, axis=0)
    a.max(axis=1)
    np.min(a, 0)
    np.argmax(a, axis=0)
    np.argmax(a, 1)
    a.argmax(axis=1)
    a.argmin(0)
    np.argmin(a, axis=-1)
    np.argmin(a, axis=5)
    np.nanargmax(a, axis=1)
    np.any(a, axis=0)
    np.all(a > 0, axis=0)
    np.cumsum(a, axis=0)
    a.cumsum(1)
    np.cumsum(a, dtype=np.int64)
    np.cumprod(a, axis=1)
    np.prod(a, axis=0)
    np.prod(a, dtype=np.int64)
    np.std(a, axis=0)
    np.var(a, ddof=1)
    np.std(a, ddof=1)
    a.var(ddof=1)
    np.median(a, axis=0)
    np.nanmean(a, axis=0)
    np.nansum(a, axis=0)
    np.count_nonzero(a, axis=0)
    np.count_nonzero(a, axis=1)
    np.count_nonzero(a, 0)
    np.ptp(a, axis=0)
    np.array_equal(a, a)
    np.array_equiv(a, a)
    np.allclose(a, a)
    np.allclose(a, a + 1e-9)
    np.allclose(a, a + 1e-3, atol=0.1)
    np.allclose(a, a, equal_nan=True)
    np.isclose(a, a + 1e-9)
    np.isclose(a, a + 1e-3, atol=0.01)
    np.isclose(a[0, 0], 1.0)
    np.isclose(a, 2.0)
    np.isclose(n, n, equal_nan=True)
    np.allclose(n, n)
    np.allclose(n, n, equal_nan=True)
    np.allclose(a, a[0])
    np.allclose(1.0, 1.0 + 1e-9)
    np.allclose([1, 2], (1, 2))
    np.array_equal(a, a[0])
    np.array_equal([1, 2], (1, 2))
    np.array_equal(1, 1.0)
    np.array_equal(n, n)
    np.nan_to_num(n)
    np.nan_to_num(n, nan=7.0)
    np.nan_to_num(n, copy=False); return n
    np.nan_to_num(n[1])
""", a="np.array([[1.5, 2.5, -4.0], [3.0, 0.0, 0.5]])", i="1", n="np.array([1.0, np.nan, np.inf, -np.inf])")
