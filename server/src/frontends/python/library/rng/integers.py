"""Bounded integers by Lemire's method, drawn as wide as the dtype asks, and what is shuffled with them.

`low` and `high` are int64, of a uint64 draw uint64; `least` and `most` are what the dtype holds. `reach` is how far the
highest lies above `low`.
"""


def last_of(low, high, is_closed, least, most):
    """The highest integer that is drawn. As in Numba, an empty range that ends at zero or below passes."""
    if low < least:
        raise ValueError("low is out of bounds")
    last = high if is_closed else high - 1
    if high > 0:
        if last > most:
            raise ValueError("high is out of bounds")
        if low > last:
            raise ValueError("low is greater than high in given interval")
    elif low > high:
        raise ValueError("low is greater than high in given interval")
    return last


def last_unsigned(low, high, is_closed):
    if low > high or (low == high and high != np.uint64(0) and not is_closed):
        raise ValueError("low is greater than high in given interval")
    return high if is_closed else high - np.uint64(1)


def to_unsigned(value):
    if value < 0:
        raise ValueError("low is out of bounds")
    return np.uint64(value)


def to_signed(value):
    if value > np.uint64(9223372036854775807):
        raise ValueError("high is out of bounds")
    return np.int64(value)


def reach_of(low, last):
    """Numba takes 32 bits of a range that is too wide for an int64."""
    reach = last - low
    return np.uint64(reach) if reach >= 0 else np.uint64(reach & 0xFFFFFFFF)


def draw64(bits, low, high, is_closed, least, most):
    last = last_of(low, high, is_closed, least, most)
    return low + np.int64(next_below64(bits, reach_of(low, last)))


def fill64(bits, out, low, high, is_closed, least, most):
    reach = reach_of(low, last_of(low, high, is_closed, least, most))
    for i in range(out.shape[0]):
        out[i] = low + np.int64(next_below64(bits, reach))


def draw_unsigned(bits, low, high, is_closed):
    return low + next_below64(bits, last_unsigned(low, high, is_closed) - low)


def fill_unsigned(bits, out, low, high, is_closed):
    reach = last_unsigned(low, high, is_closed) - low
    for i in range(out.shape[0]):
        out[i] = low + next_below64(bits, reach)


def draw32(bits, low, high, is_closed, least, most):
    reach = np.uint64((last_of(low, high, is_closed, least, most) - low) & 0xFFFFFFFF)
    return low + np.int64(next_below32(bits, reach))


def fill32(bits, out, low, high, is_closed, least, most):
    reach = np.uint64((last_of(low, high, is_closed, least, most) - low) & 0xFFFFFFFF)
    for i in range(out.shape[0]):
        out[i] = low + np.int64(next_below32(bits, reach))


def fill8(bits, out, low, high, is_closed, least, most):
    fill_small(bits, out, low, last_of(low, high, is_closed, least, most) - low, 8)


def fill16(bits, out, low, high, is_closed, least, most):
    fill_small(bits, out, low, last_of(low, high, is_closed, least, most) - low, 16)


def next_below64(bits, reach):
    if reach == np.uint64(0):
        return np.uint64(0)
    if reach <= np.uint64(0xFFFFFFFF):
        return next_below32(bits, reach)
    if reach == np.uint64(0xFFFFFFFFFFFFFFFF):
        return next64(bits)
    count = reach + np.uint64(1)
    word = next64(bits)
    rest = word * count
    if rest < count:
        threshold = (np.uint64(0xFFFFFFFFFFFFFFFF) - reach) % count
        while rest < threshold:
            word = next64(bits)
            rest = word * count
    return high_product(word, count)


def next_below32(bits, reach):
    if reach == np.uint64(0):
        return np.uint64(0)
    if reach == np.uint64(0xFFFFFFFF):
        return next32(bits)
    count = reach + np.uint64(1)
    product = next32(bits) * count
    rest = product & np.uint64(0xFFFFFFFF)
    if rest < count:
        threshold = (np.uint64(0xFFFFFFFF) - reach) % count
        while rest < threshold:
            product = next32(bits) * count
            rest = product & np.uint64(0xFFFFFFFF)
    return product >> np.uint64(32)


def fill_small(bits, out, low, wanted, width):
    """Integers of 8 or 16 bits: several are taken from each word of 32."""
    most = (1 << width) - 1
    reach = wanted & most
    count = reach + 1
    threshold = (most - reach) % count
    left = 0
    word = 0
    for i in range(out.shape[0]):
        drawn = 0
        is_taken = reach == 0
        while not is_taken:
            if left == 0:
                word = np.int64(next32(bits))
                left = 32 // width
            left -= 1
            part = word & most
            word >>= width
            product = part * count
            drawn = part if reach == most else product >> width
            is_taken = reach == most or (product & most) >= threshold
        out[i] = low + drawn


def fill_bool(bits, out, low, high, is_closed, least, most):
    last = last_of(low, high, is_closed, least, most)
    is_fixed = (low != 0) == (last != 0)
    left = 0
    word = 0
    for i in range(out.shape[0]):
        if is_fixed:
            out[i] = low != 0
            continue
        if left == 0:
            word = np.int64(next32(bits))
            left = 32
        out[i] = (word & 1) != 0
        word >>= 1
        left -= 1


def next_up_to(bits, most):
    """An integer from 0 to `most`, by masking and rejection."""
    mask = most
    for shift in (1, 2, 4, 8, 16, 32):
        mask |= mask >> shift
    if most <= 0xFFFFFFFF:
        drawn = np.int64(next32(bits)) & mask
        while drawn > most:
            drawn = np.int64(next32(bits)) & mask
        return drawn
    drawn = np.int64(next64(bits) & np.uint64(mask))
    while drawn > most:
        drawn = np.int64(next64(bits) & np.uint64(mask))
    return drawn


def place_of_axis(x, axis):
    place = axis + x.ndim if axis < 0 else axis
    if place > x.ndim - 1 or place < 0:
        raise IndexError("Axis is out of bounds for the given array")
    return place


def shuffle(bits, x, axis):
    place_of_axis(x, axis)
    for i in range(x.shape[0] - 1, 0, -1):
        j = next_up_to(bits, i)
        held = x[i]
        x[i] = x[j]
        x[j] = held


def shuffle_rows(bits, x, axis):
    rows = np.swapaxes(x, 0, place_of_axis(x, axis))
    for i in range(rows.shape[0] - 1, 0, -1):
        j = next_up_to(bits, i)
        if i != j:
            held = rows[j].copy()
            rows[j] = rows[i]
            rows[i] = held
