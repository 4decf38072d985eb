"""Normal and exponential deviates by the ziggurat of Marsaglia and Tsang, with NumPy's tables of 256 layers."""


def standard_normal(bits):
    widths = ziggurat("normal.widths")
    bounds = ziggurat("normal.bounds")
    heights = ziggurat("normal.heights")
    while True:
        word = next64(bits)
        layer = np.int64(word & np.uint64(0xFF))
        is_negative = (word & np.uint64(0x100)) != np.uint64(0)
        distance = np.int64((word >> np.uint64(9)) & np.uint64(0xFFFFFFFFFFFFF))
        x = distance * widths[layer]
        if is_negative:
            x = -x
        if distance < bounds[layer]:
            return x
        if layer == 0:
            return normal_tail(bits, (distance >> 8) & 1)
        height = (heights[layer - 1] - heights[layer]) * next_double(bits) + heights[layer]
        if height < np.exp(-0.5 * x * x):
            return x


def normal_tail(bits, is_negative):
    while True:
        x = -0.27366123732975828 * np.log1p(-next_double(bits))
        y = -np.log1p(-next_double(bits))
        if y + y > x * x:
            return -(3.6541528853610088 + x) if is_negative else 3.6541528853610088 + x


def standard_normal_single(bits):
    widths = ziggurat("normal.widths32")
    bounds = ziggurat("normal.bounds32")
    heights = ziggurat("normal.heights32")
    while True:
        word = np.int64(next32(bits))
        layer = word & 0xFF
        distance = (word >> 9) & 0x7FFFFF
        x = np.float32(distance) * widths[layer]
        if word & 0x100:
            x = -x
        if distance < bounds[layer]:
            return x
        if layer == 0:
            return normal_tail_single(bits, (distance >> 8) & 1)
        height = (heights[layer - 1] - heights[layer]) * next_float(bits) + heights[layer]
        if height < np.exp(np.float32(-0.5) * x * x):
            return x


def normal_tail_single(bits, is_negative):
    start = np.float32(3.6541528853610088)
    while True:
        x = np.float32(-0.27366123732975828) * np.log1p(-next_float(bits))
        y = -np.log1p(-next_float(bits))
        if y + y > x * x:
            return -(start + x) if is_negative else start + x


def standard_exponential(bits):
    widths = ziggurat("exponential.widths")
    bounds = ziggurat("exponential.bounds")
    heights = ziggurat("exponential.heights")
    while True:
        word = next64(bits) >> np.uint64(3)
        layer = np.int64(word & np.uint64(0xFF))
        distance = np.int64(word >> np.uint64(8))
        x = distance * widths[layer]
        if distance < bounds[layer]:
            return x
        if layer == 0:
            return 7.6971174701310497 - np.log1p(-next_double(bits))
        height = (heights[layer - 1] - heights[layer]) * next_double(bits) + heights[layer]
        if height < np.exp(-x):
            return x


def standard_exponential_single(bits):
    widths = ziggurat("exponential.widths32")
    bounds = ziggurat("exponential.bounds32")
    heights = ziggurat("exponential.heights32")
    while True:
        word = np.int64(next32(bits)) >> 1
        layer = word & 0xFF
        distance = word >> 8
        x = np.float32(distance) * widths[layer]
        if distance < bounds[layer]:
            return x
        if layer == 0:
            return np.float32(7.6971174701310497) - np.log1p(-next_float(bits))
        height = (heights[layer - 1] - heights[layer]) * next_float(bits) + heights[layer]
        if height < np.exp(-x):
            return x


def inverse_exponential(bits):
    return -np.log1p(-next_double(bits))


def inverse_exponential_single(bits):
    return -np.log(np.float32(1.0) - next_float(bits))


def exponential_by(bits, method):
    if method == "zig":
        return standard_exponential(bits)
    if method == "inv":
        return inverse_exponential(bits)
    raise ValueError("Method must be either 'zig' or 'inv'")


def exponential_by_single(bits, method):
    if method == "zig":
        return standard_exponential_single(bits)
    if method == "inv":
        return inverse_exponential_single(bits)
    raise ValueError("Method must be either 'zig' or 'inv'")
