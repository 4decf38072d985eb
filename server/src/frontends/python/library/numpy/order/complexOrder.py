"""The order of complex numbers in sorting: by the real and then the imaginary part, those with a NaN last."""


def complex_before(a, b):
    a_has_nan = a.real != a.real
    b_has_nan = b.real != b.real
    if a_has_nan or b_has_nan:
        if a_has_nan and b_has_nan:
            return a.imag < b.imag or (b.imag != b.imag and a.imag == a.imag)
        return b_has_nan
    if a.imag != a.imag or b.imag != b.imag:
        if a.imag != a.imag and b.imag != b.imag:
            return a.real < b.real
        return b.imag != b.imag
    return a.real < b.real or (a.real == b.real and a.imag < b.imag)


def complex_not_after(a, b):
    a_has_nan = a.real != a.real
    b_has_nan = b.real != b.real
    if a_has_nan or b_has_nan:
        if a_has_nan and b_has_nan:
            return a.imag <= b.imag or b.imag != b.imag
        return b_has_nan
    if a.imag != a.imag or b.imag != b.imag:
        if a.imag != a.imag and b.imag != b.imag:
            return a.real <= b.real
        return b.imag != b.imag
    return a.real < b.real or (a.real == b.real and a.imag <= b.imag)
