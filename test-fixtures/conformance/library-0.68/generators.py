"""numpy.random.Generator passed in: what its methods draw, and the state that they leave behind."""

import numpy as np


def many_normals(rng, n):
    # Enough draws to reach the ziggurat's wedges and its tail.
    total = 0.0
    largest = 0.0
    for _ in range(n):
        x = rng.standard_normal()
        total += x
        largest = max(largest, abs(x))
    return total, largest, rng.random()


def many_exponentials(rng, n):
    total = 0.0
    largest = 0.0
    for _ in range(n):
        x = rng.standard_exponential()
        total += x
        largest = max(largest, x)
    return total, largest, rng.random()


def single_precision(rng, n):
    normals = rng.standard_normal(n, np.float32)
    exponentials = rng.standard_exponential(n, np.float32)
    return normals.max(), exponentials.max(), rng.random((2, 3), np.float32), rng.random()


def single_gammas(rng):
    return (
        rng.standard_gamma(2.5, 4, np.float32),
        rng.standard_gamma(0.4, 4, dtype=np.float32),
        rng.standard_gamma(1, dtype=np.float32),
    )


def location_and_scale(rng):
    return (
        rng.normal(1.5, 2.0),
        rng.normal(size=3),
        rng.uniform(-1.0, 3.0, (2, 2)),
        rng.uniform(),
        rng.laplace(0.5, 2.0, 3),
        rng.logistic(0.5, 2.0, 3),
        rng.lognormal(0.5, 0.4, 3),
        rng.triangular(-1, 0.5, 2, 3),
    )


def one_parameter(rng):
    return (
        rng.exponential(2.0, 3),
        rng.rayleigh(2.0, 3),
        rng.pareto(3.0, 3),
        rng.weibull(1.5, 3),
        rng.power(2.5, 3),
        rng.chisquare(3.0, 3),
        rng.standard_t(4, 3),
        rng.standard_cauchy(3),
        rng.standard_exponential(3, method="inv"),
    )


def shapes(rng):
    return (
        rng.gamma(2.0, 1.5, 3),
        rng.gamma(0.5, 1.5, 3),
        rng.standard_gamma(1.0, 2),
        rng.beta(2.0, 3.0, 3),
        rng.beta(0.5, 0.75, 3),
        rng.f(3.0, 4.0, 3),
        rng.wald(2.0, 1.5, 3),
        rng.noncentral_chisquare(3.0, 0.5, 3),
        rng.noncentral_chisquare(0.5, 1.5, 3),
        rng.noncentral_f(3.0, 4.0, 0.5, 3),
    )


def counts(rng):
    return (
        rng.poisson(3.5, 5),
        rng.poisson(80.0, 20),
        rng.geometric(0.6, 4),
        rng.geometric(0.05, 4),
        rng.zipf(2.5, 5),
        rng.logseries(0.7, 6),
        rng.negative_binomial(5, 0.3, 4),
        rng.binomial(10, 0.3, 5),
        rng.binomial(1000, 0.7, 20),
        rng.binomial(5000, 0.4),
    )


def integers_of_every_width(rng):
    return (
        rng.integers(-5, 5, 4, np.int8),
        rng.integers(0, 256, 5, dtype=np.uint8),
        rng.integers(-300, 300, 5, np.int16),
        rng.integers(0, 2**16, 5, np.uint16),
        rng.integers(-7, 7, (2, 2), np.int32),
        rng.integers(0, 2**32, 3, np.uint32),
        rng.integers(0, 2**40, 3, np.uint64),
        rng.integers(-(2**50), 2**50, 3),
        rng.integers(0, 2, 40, np.bool_),
        rng.random(),
    )


def drawn_one_by_one(rng, n):
    total = 0
    for i in range(n):
        total += rng.integers(0, i + 1) * rng.integers(-3, 3, endpoint=True)
    return total, rng.integers(0, 200, dtype=np.uint8), rng.integers(0, 2**33), rng.random()


def integers_out_of_range(rng, low, high):
    return rng.integers(low, high, dtype=np.int8)


def shuffled(rng, x):
    rng.shuffle(x)
    return x


def shuffled_along(rng, x, axis):
    rng.shuffle(x, axis)
    return rng.random()


def permuted(rng, x, n):
    return rng.permutation(x), rng.permutation(x, 1), rng.permutation(n), x


def walk(rng, steps):
    position = np.zeros(2)
    for _ in range(steps):
        position += rng.normal(0.0, 1.0, 2)
    return position


def passed_through(rng):
    rng.random()
    return rng


def in_a_tuple(pair):
    rng, scale = pair
    return rng.exponential(scale)


def without_numbers(rng):
    return rng.normal("a")


def one_bound(rng):
    return rng.integers(10)


def unknown_method(rng):
    return rng.choice(5)


def list_shuffled(rng):
    x = [1, 2, 3]
    rng.shuffle(x)
    return x


GENERATOR = np.random.default_rng(3)


def of_the_module(n):
    return GENERATOR.random(n)


def made_inside(seed):
    return np.random.default_rng(seed).random()


CASES = {
    "many_normals": [(np.random.default_rng(1), 20_000)],
    "many_exponentials": [(np.random.default_rng(2), 20_000)],
    "single_precision": [(np.random.default_rng(3), 40_000)],
    "single_gammas": [(np.random.default_rng(4),)],
    "location_and_scale": [(np.random.default_rng(5),)],
    "one_parameter": [(np.random.default_rng(6),)],
    "shapes": [(np.random.default_rng(7),)],
    "counts": [(np.random.default_rng(8),)],
    "integers_of_every_width": [(np.random.default_rng(9),)],
    "drawn_one_by_one": [
        (np.random.default_rng(10), 100),
        (np.random.Generator(np.random.PCG64DXSM(10)), 10),
        (np.random.Generator(np.random.SFC64(10)), 10),
        (np.random.Generator(np.random.Philox(10)), 10),
        (np.random.Generator(np.random.MT19937(10)), 10),
    ],
    "integers_out_of_range": [(np.random.default_rng(11), low, high) for low, high in [(-200, 1), (1, 300), (5, 5), (0, 0)]],
    "shuffled": [(np.random.default_rng(12), np.arange(10.0))],
    "shuffled_along": [(np.random.default_rng(13), np.arange(12).reshape(3, 4), axis) for axis in (0, -1, 2)],
    "permuted": [(np.random.default_rng(14), np.arange(12).reshape(3, 4), 6)],
    "walk": [
        (np.random.default_rng(15), 20),
        (np.random.Generator(np.random.MT19937(15)), 20),
        (np.random.Generator(np.random.Philox(15)), 20),
        (np.random.Generator(np.random.SFC64(15)), 20),
        (np.random.Generator(np.random.PCG64DXSM(15)), 20),
    ],
    "passed_through": [(np.random.default_rng(16),)],
    "in_a_tuple": [((np.random.default_rng(17), 2.0),)],
    "without_numbers": [(np.random.default_rng(18),)],
    "one_bound": [(np.random.default_rng(19),)],
    "unknown_method": [(np.random.default_rng(20),)],
    "list_shuffled": [(np.random.default_rng(21),)],
    "of_the_module": [(3,)],
    "made_inside": [(3,)],
}

TOLERANCE = {"in_a_tuple": 4, "many_exponentials": 4, "one_parameter": 4, "shapes": 4, "single_gammas": 4}
