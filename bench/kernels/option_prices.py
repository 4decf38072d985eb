"""Black and Scholes with the error function of the math module."""
import math

import numpy as np
from numba import njit

SIZE = 200_000
SMALL_SIZE = 2_000


@njit
def option_prices(spot, strike, years, rate, volatility):
    out = np.empty(len(spot))
    for i in range(len(spot)):
        spread = volatility * math.sqrt(years[i])
        d1 = (math.log(spot[i] / strike[i]) + (rate + 0.5 * volatility * volatility) * years[i]) / spread
        d2 = d1 - spread
        n1 = 0.5 * (1.0 + math.erf(d1 / math.sqrt(2.0)))
        n2 = 0.5 * (1.0 + math.erf(d2 / math.sqrt(2.0)))
        out[i] = spot[i] * n1 - strike[i] * math.exp(-rate * years[i]) * n2
    return out


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.uniform(10, 50, size), rng.uniform(10, 50, size), rng.uniform(0.1, 2, size), 0.02, 0.3
