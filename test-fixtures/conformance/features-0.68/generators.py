"""numpy.random.Generator"""

import numpy as np


def numpy_random_generator_beta(rng):
    """numpy.random.Generator.beta"""
    return rng.beta(2.0, 3.0)


def numpy_random_generator_chisquare(rng):
    """numpy.random.Generator.chisquare"""
    return rng.chisquare(3.0)


def numpy_random_generator_exponential(rng):
    """numpy.random.Generator.exponential"""
    return rng.exponential(2.0)


def numpy_random_generator_f(rng):
    """numpy.random.Generator.f"""
    return rng.f(3.0, 4.0)


def numpy_random_generator_gamma(rng):
    """numpy.random.Generator.gamma"""
    return rng.gamma(2.0, 1.5)


def numpy_random_generator_geometric(rng):
    """numpy.random.Generator.geometric"""
    return rng.geometric(0.3)


def numpy_random_generator_integers(rng):
    """numpy.random.Generator.integers"""
    return rng.integers(2, 10)


def numpy_random_generator_laplace(rng):
    """numpy.random.Generator.laplace"""
    return rng.laplace(0.5, 2.0)


def numpy_random_generator_logistic(rng):
    """numpy.random.Generator.logistic"""
    return rng.logistic(0.5, 2.0)


def numpy_random_generator_lognormal(rng):
    """numpy.random.Generator.lognormal"""
    return rng.lognormal(0.5, 0.4)


def numpy_random_generator_logseries(rng):
    """numpy.random.Generator.logseries"""
    return rng.logseries(0.6)


def numpy_random_generator_negative_binomial(rng):
    """numpy.random.Generator.negative_binomial"""
    return rng.negative_binomial(5, 0.4)


def numpy_random_generator_noncentral_chisquare(rng):
    """numpy.random.Generator.noncentral_chisquare"""
    return rng.noncentral_chisquare(3.0, 1.5)


def numpy_random_generator_noncentral_f(rng):
    """numpy.random.Generator.noncentral_f"""
    return rng.noncentral_f(3.0, 4.0, 1.5)


def numpy_random_generator_normal(rng):
    """numpy.random.Generator.normal"""
    return rng.normal(1.0, 2.0)


def numpy_random_generator_pareto(rng):
    """numpy.random.Generator.pareto"""
    return rng.pareto(2.0)


def numpy_random_generator_permutation(rng):
    """numpy.random.Generator.permutation"""
    return rng.permutation(5)


def numpy_random_generator_poisson(rng):
    """numpy.random.Generator.poisson"""
    return rng.poisson(4.0)


def numpy_random_generator_power(rng):
    """numpy.random.Generator.power"""
    return rng.power(2.0)


def numpy_random_generator_random(rng):
    """numpy.random.Generator.random"""
    return rng.random()


def numpy_random_generator_rayleigh(rng):
    """numpy.random.Generator.rayleigh"""
    return rng.rayleigh(2.0)


def numpy_random_generator_standard_cauchy(rng):
    """numpy.random.Generator.standard_cauchy"""
    return rng.standard_cauchy()


def numpy_random_generator_standard_exponential(rng):
    """numpy.random.Generator.standard_exponential"""
    return rng.standard_exponential()


def numpy_random_generator_standard_gamma(rng):
    """numpy.random.Generator.standard_gamma"""
    return rng.standard_gamma(2.0)


def numpy_random_generator_standard_normal(rng):
    """numpy.random.Generator.standard_normal"""
    return rng.standard_normal()


def numpy_random_generator_standard_t(rng):
    """numpy.random.Generator.standard_t"""
    return rng.standard_t(3.0)


def numpy_random_generator_triangular(rng):
    """numpy.random.Generator.triangular"""
    return rng.triangular(0.0, 1.0, 3.0)


def numpy_random_generator_uniform(rng):
    """numpy.random.Generator.uniform"""
    return rng.uniform(1.0, 2.0)


def numpy_random_generator_wald(rng):
    """numpy.random.Generator.wald"""
    return rng.wald(1.0, 2.0)


def numpy_random_generator_weibull(rng):
    """numpy.random.Generator.weibull"""
    return rng.weibull(2.0)


def numpy_random_generator_zipf(rng):
    """numpy.random.Generator.zipf"""
    return rng.zipf(2.5)


def numpy_random_generator_shuffle(rng, a):
    """numpy.random.Generator.shuffle"""
    rng.shuffle(a)
    return a


CASES = {
    "numpy_random_generator_beta": [(np.random.default_rng(7),)],
    "numpy_random_generator_chisquare": [(np.random.default_rng(7),)],
    "numpy_random_generator_exponential": [(np.random.default_rng(7),)],
    "numpy_random_generator_f": [(np.random.default_rng(7),)],
    "numpy_random_generator_gamma": [(np.random.default_rng(7),)],
    "numpy_random_generator_geometric": [(np.random.default_rng(7),)],
    "numpy_random_generator_integers": [(np.random.default_rng(7),)],
    "numpy_random_generator_laplace": [(np.random.default_rng(7),)],
    "numpy_random_generator_logistic": [(np.random.default_rng(7),)],
    "numpy_random_generator_lognormal": [(np.random.default_rng(7),)],
    "numpy_random_generator_logseries": [(np.random.default_rng(7),)],
    "numpy_random_generator_negative_binomial": [(np.random.default_rng(7),)],
    "numpy_random_generator_noncentral_chisquare": [(np.random.default_rng(7),)],
    "numpy_random_generator_noncentral_f": [(np.random.default_rng(7),)],
    "numpy_random_generator_normal": [(np.random.default_rng(7),)],
    "numpy_random_generator_pareto": [(np.random.default_rng(7),)],
    "numpy_random_generator_permutation": [(np.random.default_rng(7),)],
    "numpy_random_generator_poisson": [(np.random.default_rng(7),)],
    "numpy_random_generator_power": [(np.random.default_rng(7),)],
    "numpy_random_generator_random": [(np.random.default_rng(7),)],
    "numpy_random_generator_rayleigh": [(np.random.default_rng(7),)],
    "numpy_random_generator_standard_cauchy": [(np.random.default_rng(7),)],
    "numpy_random_generator_standard_exponential": [(np.random.default_rng(7),)],
    "numpy_random_generator_standard_gamma": [(np.random.default_rng(7),)],
    "numpy_random_generator_standard_normal": [(np.random.default_rng(7),)],
    "numpy_random_generator_standard_t": [(np.random.default_rng(7),)],
    "numpy_random_generator_triangular": [(np.random.default_rng(7),)],
    "numpy_random_generator_uniform": [(np.random.default_rng(7),)],
    "numpy_random_generator_wald": [(np.random.default_rng(7),)],
    "numpy_random_generator_weibull": [(np.random.default_rng(7),)],
    "numpy_random_generator_zipf": [(np.random.default_rng(7),)],
    "numpy_random_generator_shuffle": [(np.random.default_rng(7), np.array([3.5, -1.25, 2.0, 0.5]),)],
}
