"""Prices of options: log, exp, sqrt and a polynomial for the normal distribution per element."""
import math

import numpy as np
from numba import njit

SIZE = 200_000
SMALL_SIZE = 5000


@njit
def cumulative_normal(d):
    k = 1.0 / (1.0 + 0.2316419 * abs(d))
    tail = 0.3989422804014327 * math.exp(-0.5 * d * d) * (
        k * (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))))
    )
    if d > 0:
        return 1.0 - tail
    return tail


@njit
def black_scholes(prices, strikes, years, rate, volatility, calls, puts):
    for i in range(len(prices)):
        root = math.sqrt(years[i])
        d1 = (math.log(prices[i] / strikes[i]) + (rate + 0.5 * volatility * volatility) * years[i]) / (
            volatility * root
        )
        d2 = d1 - volatility * root
        discounted = strikes[i] * math.exp(-rate * years[i])
        n1 = cumulative_normal(d1)
        n2 = cumulative_normal(d2)
        calls[i] = prices[i] * n1 - discounted * n2
        puts[i] = discounted * (1.0 - n2) - prices[i] * (1.0 - n1)


def make_arguments(size):
    rng = np.random.default_rng(1)
    prices = rng.uniform(5.0, 30.0, size)
    return (
        prices,
        rng.uniform(1.0, 100.0, size),
        rng.uniform(0.25, 10.0, size),
        0.02,
        0.3,
        np.zeros(size),
        np.zeros(size),
    )
