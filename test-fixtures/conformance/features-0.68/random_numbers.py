"""Random numbers"""

import numpy as np
import random


def numpy_random_seed(seed):
    """numpy.random.seed"""
    np.random.seed(seed)
    return np.random.random()


def numpy_random_rand(seed):
    """numpy.random.rand"""
    np.random.seed(seed)
    return np.random.rand(3)


def numpy_random_randint(seed):
    """numpy.random.randint"""
    np.random.seed(seed)
    return np.random.randint(2, 10)


def numpy_random_randn(seed):
    """numpy.random.randn"""
    np.random.seed(seed)
    return np.random.randn(3)


def numpy_random_random(seed):
    """numpy.random.random"""
    np.random.seed(seed)
    return np.random.random()


def numpy_random_random_sample(seed):
    """numpy.random.random_sample"""
    np.random.seed(seed)
    return np.random.random_sample(2)


def numpy_random_ranf(seed):
    """numpy.random.ranf"""
    np.random.seed(seed)
    return np.random.ranf()


def numpy_random_sample(seed):
    """numpy.random.sample"""
    np.random.seed(seed)
    return np.random.sample()


def numpy_random_beta(seed):
    """numpy.random.beta"""
    np.random.seed(seed)
    return np.random.beta(2.0, 3.0)


def numpy_random_binomial(seed):
    """numpy.random.binomial"""
    np.random.seed(seed)
    return np.random.binomial(10, 0.3)


def numpy_random_chisquare(seed):
    """numpy.random.chisquare"""
    np.random.seed(seed)
    return np.random.chisquare(3.0)


def numpy_random_dirichlet(seed):
    """numpy.random.dirichlet"""
    np.random.seed(seed)
    return np.random.dirichlet(np.array([1.0, 2.0, 3.0]))


def numpy_random_exponential(seed):
    """numpy.random.exponential"""
    np.random.seed(seed)
    return np.random.exponential(2.0)


def numpy_random_f(seed):
    """numpy.random.f"""
    np.random.seed(seed)
    return np.random.f(3.0, 4.0)


def numpy_random_gamma(seed):
    """numpy.random.gamma"""
    np.random.seed(seed)
    return np.random.gamma(2.0, 1.5)


def numpy_random_geometric(seed):
    """numpy.random.geometric"""
    np.random.seed(seed)
    return np.random.geometric(0.3)


def numpy_random_gumbel(seed):
    """numpy.random.gumbel"""
    np.random.seed(seed)
    return np.random.gumbel(0.5, 2.0)


def numpy_random_hypergeometric(seed):
    """numpy.random.hypergeometric"""
    np.random.seed(seed)
    return np.random.hypergeometric(10, 5, 6)


def numpy_random_laplace(seed):
    """numpy.random.laplace"""
    np.random.seed(seed)
    return np.random.laplace(0.5, 2.0)


def numpy_random_logistic(seed):
    """numpy.random.logistic"""
    np.random.seed(seed)
    return np.random.logistic(0.5, 2.0)


def numpy_random_lognormal(seed):
    """numpy.random.lognormal"""
    np.random.seed(seed)
    return np.random.lognormal(0.5, 0.4)


def numpy_random_logseries(seed):
    """numpy.random.logseries"""
    np.random.seed(seed)
    return np.random.logseries(0.6)


def numpy_random_multinomial(seed):
    """numpy.random.multinomial"""
    np.random.seed(seed)
    return np.random.multinomial(10, np.array([0.2, 0.3, 0.5]))


def numpy_random_negative_binomial(seed):
    """numpy.random.negative_binomial"""
    np.random.seed(seed)
    return np.random.negative_binomial(5, 0.4)


def numpy_random_noncentral_chisquare(seed):
    """numpy.random.noncentral_chisquare"""
    np.random.seed(seed)
    return np.random.noncentral_chisquare(3.0, 1.5)


def numpy_random_normal(seed):
    """numpy.random.normal"""
    np.random.seed(seed)
    return np.random.normal(1.0, 2.0)


def numpy_random_pareto(seed):
    """numpy.random.pareto"""
    np.random.seed(seed)
    return np.random.pareto(2.0)


def numpy_random_poisson(seed):
    """numpy.random.poisson"""
    np.random.seed(seed)
    return np.random.poisson(4.0)


def numpy_random_power(seed):
    """numpy.random.power"""
    np.random.seed(seed)
    return np.random.power(2.0)


def numpy_random_rayleigh(seed):
    """numpy.random.rayleigh"""
    np.random.seed(seed)
    return np.random.rayleigh(2.0)


def numpy_random_standard_cauchy(seed):
    """numpy.random.standard_cauchy"""
    np.random.seed(seed)
    return np.random.standard_cauchy()


def numpy_random_standard_exponential(seed):
    """numpy.random.standard_exponential"""
    np.random.seed(seed)
    return np.random.standard_exponential()


def numpy_random_standard_gamma(seed):
    """numpy.random.standard_gamma"""
    np.random.seed(seed)
    return np.random.standard_gamma(2.0)


def numpy_random_standard_normal(seed):
    """numpy.random.standard_normal"""
    np.random.seed(seed)
    return np.random.standard_normal(3)


def numpy_random_standard_t(seed):
    """numpy.random.standard_t"""
    np.random.seed(seed)
    return np.random.standard_t(3.0)


def numpy_random_triangular(seed):
    """numpy.random.triangular"""
    np.random.seed(seed)
    return np.random.triangular(0.0, 1.0, 3.0)


def numpy_random_uniform(seed):
    """numpy.random.uniform"""
    np.random.seed(seed)
    return np.random.uniform(1.0, 2.0, 3)


def numpy_random_vonmises(seed):
    """numpy.random.vonmises"""
    np.random.seed(seed)
    return np.random.vonmises(0.5, 2.0)


def numpy_random_wald(seed):
    """numpy.random.wald"""
    np.random.seed(seed)
    return np.random.wald(1.0, 2.0)


def numpy_random_weibull(seed):
    """numpy.random.weibull"""
    np.random.seed(seed)
    return np.random.weibull(2.0)


def numpy_random_zipf(seed):
    """numpy.random.zipf"""
    np.random.seed(seed)
    return np.random.zipf(2.5)


def numpy_random_choice(seed):
    """numpy.random.choice"""
    np.random.seed(seed)
    return np.random.choice(np.array([4, 5, 6]))


def numpy_random_permutation(seed):
    """numpy.random.permutation"""
    np.random.seed(seed)
    return np.random.permutation(5)


def numpy_random_shuffle(a):
    """numpy.random.shuffle"""
    np.random.seed(3)
    np.random.shuffle(a)
    return a


def random_seed(seed):
    """random.seed"""
    random.seed(seed)
    return random.random()


def random_betavariate(seed):
    """random.betavariate"""
    random.seed(seed)
    return random.betavariate(2.0, 3.0)


def random_expovariate(seed):
    """random.expovariate"""
    random.seed(seed)
    return random.expovariate(2.0)


def random_gammavariate(seed):
    """random.gammavariate"""
    random.seed(seed)
    return random.gammavariate(2.0, 1.5)


def random_gauss(seed):
    """random.gauss"""
    random.seed(seed)
    return random.gauss(1.0, 2.0)


def random_getrandbits(seed):
    """random.getrandbits"""
    random.seed(seed)
    return random.getrandbits(20)


def random_lognormvariate(seed):
    """random.lognormvariate"""
    random.seed(seed)
    return random.lognormvariate(0.5, 0.4)


def random_normalvariate(seed):
    """random.normalvariate"""
    random.seed(seed)
    return random.normalvariate(1.0, 2.0)


def random_paretovariate(seed):
    """random.paretovariate"""
    random.seed(seed)
    return random.paretovariate(2.0)


def random_randint(seed):
    """random.randint"""
    random.seed(seed)
    return random.randint(2, 10)


def random_random(seed):
    """random.random"""
    random.seed(seed)
    return random.random()


def random_randrange(seed):
    """random.randrange"""
    random.seed(seed)
    return random.randrange(2, 20, 3)


def random_uniform(seed):
    """random.uniform"""
    random.seed(seed)
    return random.uniform(1.0, 2.0)


def random_triangular(seed):
    """random.triangular"""
    random.seed(seed)
    return random.triangular(0.0, 3.0, 1.0)


def random_vonmisesvariate(seed):
    """random.vonmisesvariate"""
    random.seed(seed)
    return random.vonmisesvariate(0.5, 2.0)


def random_weibullvariate(seed):
    """random.weibullvariate"""
    random.seed(seed)
    return random.weibullvariate(1.0, 2.0)


def random_shuffle(a):
    """random.shuffle"""
    random.seed(3)
    random.shuffle(a)
    return a


CASES = {
    "numpy_random_seed": [(1,)],
    "numpy_random_rand": [(12345,)],
    "numpy_random_randint": [(12345,)],
    "numpy_random_randn": [(12345,)],
    "numpy_random_random": [(12345,)],
    "numpy_random_random_sample": [(12345,)],
    "numpy_random_ranf": [(12345,)],
    "numpy_random_sample": [(12345,)],
    "numpy_random_beta": [(12345,)],
    "numpy_random_binomial": [(12345,)],
    "numpy_random_chisquare": [(12345,)],
    "numpy_random_dirichlet": [(12345,)],
    "numpy_random_exponential": [(12345,)],
    "numpy_random_f": [(12345,)],
    "numpy_random_gamma": [(12345,)],
    "numpy_random_geometric": [(12345,)],
    "numpy_random_gumbel": [(12345,)],
    "numpy_random_hypergeometric": [(12345,)],
    "numpy_random_laplace": [(12345,)],
    "numpy_random_logistic": [(12345,)],
    "numpy_random_lognormal": [(12345,)],
    "numpy_random_logseries": [(12345,)],
    "numpy_random_multinomial": [(12345,)],
    "numpy_random_negative_binomial": [(12345,)],
    "numpy_random_noncentral_chisquare": [(12345,)],
    "numpy_random_normal": [(12345,)],
    "numpy_random_pareto": [(12345,)],
    "numpy_random_poisson": [(12345,)],
    "numpy_random_power": [(12345,)],
    "numpy_random_rayleigh": [(12345,)],
    "numpy_random_standard_cauchy": [(12345,)],
    "numpy_random_standard_exponential": [(12345,)],
    "numpy_random_standard_gamma": [(12345,)],
    "numpy_random_standard_normal": [(12345,)],
    "numpy_random_standard_t": [(12345,)],
    "numpy_random_triangular": [(12345,)],
    "numpy_random_uniform": [(12345,)],
    "numpy_random_vonmises": [(12345,)],
    "numpy_random_wald": [(12345,)],
    "numpy_random_weibull": [(12345,)],
    "numpy_random_zipf": [(12345,)],
    "numpy_random_choice": [(12345,)],
    "numpy_random_permutation": [(12345,)],
    "numpy_random_shuffle": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "random_seed": [(1,)],
    "random_betavariate": [(12345,)],
    "random_expovariate": [(12345,)],
    "random_gammavariate": [(12345,)],
    "random_gauss": [(12345,)],
    "random_getrandbits": [(12345,)],
    "random_lognormvariate": [(12345,)],
    "random_normalvariate": [(12345,)],
    "random_paretovariate": [(12345,)],
    "random_randint": [(12345,)],
    "random_random": [(12345,)],
    "random_randrange": [(12345,)],
    "random_uniform": [(12345,)],
    "random_triangular": [(12345,)],
    "random_vonmisesvariate": [(12345,)],
    "random_weibullvariate": [(12345,)],
    "random_shuffle": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
}
