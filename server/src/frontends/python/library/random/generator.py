"""The Mersenne Twister and the distributions that Numba draws from it, in Numba's order of draws.

`key` holds 624 words, the position of the next and whether it was seeded; `spare` a normal deviate that is left over and
whether there is one.
"""
import math


def seed(key, spare, value):
    word = value & 0xFFFFFFFF
    key[0] = word
    for i in range(1, 624):
        word = (1812433253 * (word ^ (word >> 30)) + i) & 0xFFFFFFFF
        key[i] = word
    key[624] = 624
    key[625] = 1
    spare[1] = 0.0


def refill(key):
    for i in range(624):
        mixed = (key[i] & 0x80000000) | (key[(i + 1) % 624] & 0x7FFFFFFF)
        word = key[(i + 397) % 624] ^ (mixed >> 1)
        if mixed & 1:
            word ^= 0x9908B0DF
        key[i] = word
    key[624] = 0


def next_word(key, spare):
    if key[625] == 0:
        seed(key, spare, 5489)
    if key[624] >= 624:
        refill(key)
    i = key[624]
    key[624] = i + 1
    word = key[i]
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C5680
    word ^= (word << 15) & 0xEFC60000
    return word ^ (word >> 18)


def random(key, spare):
    a = next_word(key, spare) >> 5
    b = next_word(key, spare) >> 6
    return (a * 67108864.0 + b) / 9007199254740992.0


def last_bits(key, spare, bits):
    """NumPy keeps a word's lowest bits and draws the higher word first."""
    if bits <= 32:
        return next_word(key, spare) & (0xFFFFFFFF >> (32 - bits))
    high = next_word(key, spare) & (0xFFFFFFFF >> (64 - bits))
    return next_word(key, spare) + (high << 32)


def first_bits(key, spare, bits):
    """Python's `random` keeps a word's highest bits and draws the lower word first."""
    if bits <= 32:
        return next_word(key, spare) >> (32 - bits)
    low = next_word(key, spare)
    return low + ((next_word(key, spare) >> (64 - bits)) << 32)


def getrandbits(key, spare, bits):
    if bits < 1 or bits > 64:
        raise OverflowError("getrandbits() limited to 64 bits")
    return first_bits(key, spare, bits)


def bit_length(value):
    bits = 0
    while value > 0:
        value >>= 1
        bits += 1
    return bits


def count_of(start, stop, step):
    count = stop - start
    if step < 0:
        count = -((count + step + 1) // -step)
    elif step > 1:
        count = (count + step - 1) // step
    if count <= 0:
        raise ValueError("empty range for randrange()")
    return count


def randint(key, spare, start, stop):
    count = count_of(start, stop, 1)
    if count == 1:
        return start
    bits = bit_length(count - 1)
    value = last_bits(key, spare, bits)
    while value >= count:
        value = last_bits(key, spare, bits)
    return start + value


def randrange(key, spare, start, stop, step):
    count = count_of(start, stop, step)
    bits = bit_length(count)
    value = first_bits(key, spare, bits)
    while value >= count:
        value = first_bits(key, spare, bits)
    return start + value * step


def uniform(key, spare, low, high):
    return low + (high - low) * random(key, spare)


def normal(key, spare, mean, deviation):
    if spare[1] != 0.0:
        spare[1] = 0.0
        return mean + deviation * spare[0]
    x = 2.0 * random(key, spare) - 1.0
    y = 2.0 * random(key, spare) - 1.0
    r = x * x + y * y
    while r >= 1.0 or r == 0.0:
        x = 2.0 * random(key, spare) - 1.0
        y = 2.0 * random(key, spare) - 1.0
        r = x * x + y * y
    f = math.sqrt(-2.0 * math.log(r) / r)
    spare[0] = f * x
    spare[1] = 1.0
    return mean + deviation * (f * y)


def lognormal(key, spare, mean, deviation):
    return math.exp(normal(key, spare, mean, deviation))


def exponential(key, spare, scale):
    return -math.log(1.0 - random(key, spare)) * scale


def expovariate(key, spare, rate):
    return -math.log(1.0 - random(key, spare)) / rate


def triangular(key, spare, low, mode, high):
    if high == low:
        return low
    u = random(key, spare)
    c = (mode - low) / (high - low)
    if u > c:
        return high + (low - high) * math.sqrt((1.0 - u) * (1.0 - c))
    return low + (high - low) * math.sqrt(u * c)


def triangular_even(key, spare, low, high):
    u = random(key, spare)
    if u > 0.5:
        return high + (low - high) * math.sqrt((1.0 - u) * 0.5)
    return low + (high - low) * math.sqrt(u * 0.5)


def gamma(key, spare, shape, scale):
    if shape <= 0.0 or scale <= 0.0:
        raise ValueError("gammavariate: alpha and beta must be > 0.0")
    if shape == 1.0:
        return -math.log(1.0 - random(key, spare)) * scale
    if shape > 1.0:
        return gamma_large(key, spare, shape) * scale
    return gamma_small(key, spare, shape) * scale


def gamma_large(key, spare, shape):
    """Cheng's algorithm, for shapes above one."""
    a = math.sqrt(2.0 * shape - 1.0)
    b = shape - math.log(4.0)
    c = shape + a
    while True:
        u = random(key, spare)
        if not 1e-7 < u < 0.9999999:
            continue
        w = 1.0 - random(key, spare)
        v = math.log(u / (1.0 - u)) / a
        x = shape * math.exp(v)
        z = u * u * w
        r = b + c * v - x
        if r + (1.0 + math.log(4.5)) - 4.5 * z >= 0.0 or r >= math.log(z):
            return x


def gamma_small(key, spare, shape):
    """Algorithm GS of Kennedy and Gentle, for shapes below one."""
    while True:
        b = (math.e + shape) / math.e
        p = b * random(key, spare)
        if p <= 1.0:
            x = p ** (1.0 / shape)
        else:
            x = -math.log((b - p) / shape)
        u = random(key, spare)
        if p > 1.0:
            if u <= x ** (shape - 1.0):
                return x
        elif u <= math.exp(-x):
            return x


def beta(key, spare, a, b):
    y = gamma(key, spare, a, 1.0)
    if y == 0.0:
        return 0.0
    return y / (y + gamma(key, spare, b, 1.0))


def poisson(key, spare, mean):
    if mean >= 10.0:
        return poisson_large(key, spare, mean)
    if mean < 0.0:
        raise ValueError("poisson(): lambda < 0")
    if mean == 0.0:
        return 0
    least = math.exp(-mean)
    count = 0
    product = random(key, spare)
    while product > least:
        count += 1
        product *= random(key, spare)
    return count


def poisson_large(key, spare, mean):
    """Hoermann's transformed rejection."""
    log_mean = math.log(mean)
    b = 0.931 + 2.53 * math.sqrt(mean)
    a = -0.059 + 0.02483 * b
    inverse = 1.1239 + 1.1328 / (b - 3.4)
    limit = 0.9277 - 3.6224 / (b - 2)
    while True:
        u = random(key, spare) - 0.5
        v = random(key, spare)
        us = 0.5 - abs(u)
        k = int(math.floor((2 * a / us + b) * u + mean + 0.43))
        if us >= 0.07 and v <= limit:
            return k
        if k < 0 or (us < 0.013 and v > us):
            continue
        if math.log(v) + math.log(inverse) - math.log(a / (us * us) + b) <= -mean + k * log_mean - math.lgamma(k + 1):
            return k


def binomial_by_inversion(key, spare, trials, chance):
    if trials < 0:
        raise ValueError("binomial(): n <= 0")
    if not (0.0 <= chance <= 1.0):
        raise ValueError("binomial(): p outside of [0, 1]")
    if chance == 0.0:
        return 0
    if chance == 1.0:
        return trials
    p = chance
    flipped = p > 0.5
    if flipped:
        p = 1.0 - p
    q = 1.0 - p
    n = trials
    rounds = 1
    none = q**n
    while none <= 1e-308:
        rounds <<= 2
        n >>= 2
        none = q**n
    mean = n * p
    bound = min(float(n), mean + 10.0 * math.sqrt(mean * q + 1))
    total = 0
    while rounds > 0:
        count = 0
        u = random(key, spare)
        likely = none
        while count <= bound:
            if u <= likely:
                total += n - count if flipped else count
                rounds -= 1
                break
            u -= likely
            count += 1
            likely = ((n - count + 1) * p * likely) / (count * q)
    return total


def shuffle(key, spare, x, numpy):
    i = x.shape[0] - 1
    while i > 0:
        j = randint(key, spare, 0, i + 1) if numpy else randrange(key, spare, 0, i + 1, 1)
        held = x[i]
        x[i] = x[j]
        x[j] = held
        i -= 1


def shuffle_rows(key, spare, x, numpy):
    i = x.shape[0] - 1
    while i > 0:
        j = randint(key, spare, 0, i + 1) if numpy else randrange(key, spare, 0, i + 1, 1)
        held = x[i].copy()
        x[i] = x[j].copy()
        x[j] = held
        i -= 1
