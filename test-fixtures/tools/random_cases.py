"""Draws from seeded generators for `record_numeric_cases.py --cases random_cases`."""

from case_families import families

FAMILIES, family = families()


def draws(name, *calls, module="np.random"):
    lines = [f"{module}.seed(42); return {module}.{call}" for call in calls]
    family(name, "\n".join(lines), a="np.arange(6.0)", p="np.array([0.2, 0.3, 0.5])", f="np.float32(2.5)", i="np.int32(7)", b="True")


draws("two parameters",
      "normal(loc=1.0)", "normal(1.0, scale=2.0)", "normal(size=3)", "normal(1.0, size=3)", "normal(0.0, 1.0, None)", "normal(0.0, 1.0, (2, 2))",
      "normal(0.0, 1.0, ())", "normal(1, 2)", "normal(f)", "normal(scale=2.0)", "normal(0.0, 1.0, size=2)", "standard_normal(size=2)",
      "standard_normal()", "lognormal()", "lognormal(1.0)", "lognormal(1.0, 0.5)", "lognormal(1.0, 0.5, 3)", "lognormal(mean=1.0, sigma=0.5)",
      "laplace()", "laplace(1.0)", "laplace(1.0, 2.0)", "laplace(1.0, 2.0, 4)", "laplace(scale=2.0)", "logistic()", "logistic(1.0)",
      "logistic(1.0, 2.0)", "logistic(1.0, 2.0, 4)", "gumbel(0.0, 1.0)", "gumbel(0.5, 2.0, 4)", "gumbel()", "gamma(0.5)", "gamma(1.0, 2.0)",
      "gamma(2.5, 2.0, 4)", "gamma(0.5, size=3)", "standard_gamma(2.5)", "standard_gamma(0.7, 3)", "beta(0.5, 2.0)", "beta(2, 3, 4)",
      "uniform()", "uniform(2.0)", "uniform(low=1.0, high=2.0)", "uniform(size=2)", "uniform(1, 2, size=(2, 3))", "wald(1.0, 2.0)",
      "wald(1.5, 0.5, 4)", "wald(1, 2)", "vonmises(1.0, 2.0)", "vonmises(1.0, 2.0, 5)", "vonmises(0.5, 1e-7)", "vonmises(1, 2)", "f(3.0, 4.0)",
      "f(3, 4, 4)", "noncentral_chisquare(3.0, 1.5)", "noncentral_chisquare(0.5, 1.5, 4)", "noncentral_chisquare(-1.0, 1.0)",
      "noncentral_chisquare(3, 1, size=3)")
draws("one parameter",
      "exponential()", "exponential(2.0)", "exponential(scale=2.0, size=3)", "exponential(size=3)", "standard_exponential(3)", "rayleigh()",
      "rayleigh(2.0)", "rayleigh(2.0, 4)", "rayleigh(-1.0)", "chisquare(3.0)", "chisquare(1, 4)", "pareto(2.0)", "pareto(2)", "pareto(3.0, 4)",
      "power(2.0)", "power(3, 4)", "power(-1.0)", "weibull(2.0)", "weibull(2, 4)", "standard_t(3.0)", "standard_t(2, 4)", "standard_cauchy()",
      "standard_cauchy(4)", "random(())", "random(2)", "random(size=(2, 2))", "random(2.0)", "random_sample()", "sample(3)", "ranf(3)",
      "triangular(0.0, 0.5, 1.0)", "triangular(1, 2, 4, 4)", "triangular(0.0, 0.0, 0.0)", "rand(2, 3)", "rand(i)", "randn()", "randn(2)")
draws("integers",
      "poisson()", "poisson(3.0)", "poisson(30.0)", "poisson(3, 5)", "poisson(15.5, 5)", "poisson(-1.0)", "poisson(size=3)", "binomial(10, 0.5)",
      "binomial(10, 0.9, 6)", "binomial(100, 0.45, 8)", "binomial(1000, 0.7, 8)", "binomial(5000, 0.02, 8)", "binomial(-1, 0.5)",
      "binomial(10, 1.5)", "binomial(10.0, 0.5)", "binomial(10, 0)", "negative_binomial(5, 0.5)", "negative_binomial(5.5, 0.3)",
      "negative_binomial(5, 0.5, 3)", "geometric(0.5)", "geometric(0.1)", "geometric(0.05, 5)", "geometric(0.4, 5)", "geometric(1.5)",
      "logseries(0.5)", "logseries(0.9, 8)", "logseries(2.0)", "zipf(2.0)", "zipf(1.5, 6)", "zipf(3)", "zipf(0.5)", "hypergeometric(10, 5, 6)",
      "hypergeometric(5, 10, 4, 6)", "hypergeometric(5.0, 10.0, 4.0)", "randint(5)", "randint(3, 9)", "randint(0, 2**40)", "randint(low=3, high=9)",
      "randint(0, 9, (2, 2))", "randint(9, size=3)", "randint(5, 5)", "randint(i)", "randint(i, 9)", "randint(0, i, 3)", "randint(0.5)",
      "randint(3, None)", "randint(-5, 5, 6)", "multinomial(20, p)", "multinomial(20, p, 3)", "multinomial(200, p, 2)",
      "multinomial(20, [0.25, 0.75])", "multinomial(20, (0.25, 0.75), size=(2, 1))", "multinomial(2.0, p)", "multinomial(20, p, ())")
draws("populations",
      "dirichlet(p)", "dirichlet(a)", "dirichlet([1.0, 2.0], 3)", "dirichlet((1, 2), (2, 2))", "choice(10)", "choice(a)", "choice(a, 4)",
      "choice(a, (2, 2))", "choice(a, 4, True)", "choice(a, 4, False)", "choice(a, 4, replace=False)", "choice(a, size=3, replace=b)",
      "choice(10, 4, replace=False)", "choice(10, replace=False)", "choice(a, 10, replace=False)", "choice([1, 2, 3])", "choice(a, p=p)",
      "choice(a.reshape(2, 3))", "choice(i)", "choice(i, 3)", "permutation(5)", "permutation(a)", "permutation(a.reshape(3, 2))",
      "permutation(i)", "permutation([1, 2, 3])")
family("populations", """
    np.random.seed(7); np.random.shuffle(a); return a
    np.random.seed(7); np.random.shuffle(g); return g
    np.random.seed(7); np.random.shuffle(n); return n
    np.random.seed(7); x = np.random.random(); np.random.seed(7); return x == np.random.random()
    np.random.seed(2**33 + 7); return np.random.random()
    np.random.seed(-1); return np.random.random()
    np.random.seed(1.5); return np.random.random()
    np.random.seed(); return 0
    np.random.seed(seed=3); return np.random.random()
    np.random.seed(3); random.seed(3); return np.random.random(), random.random(), np.random.random()
""", a="np.arange(9)", g="np.arange(12).reshape(4, 3)", n="[1, 2, 3]")
draws("python",
      "paretovariate(2.0)", "paretovariate(2)", "weibullvariate(2.0, 3.0)", "weibullvariate(2, 3)", "vonmisesvariate(1.0, 2.0)",
      "vonmisesvariate(1, 2)", "lognormvariate(1.0, 0.5)", "lognormvariate(1, 2)", "expovariate(2.0)", "expovariate(2)", "gauss(0, 1)",
      "gauss(mu=1.0, sigma=2.0)", "normalvariate(1.0, 2.0)", "gammavariate(2.5, 1.5)", "gammavariate(0.5, 1)", "betavariate(2, 3)",
      "triangular(1.0, 3.0)", "triangular(1, 3, 2)", "triangular(low=1.0, high=2.0, mode=1.5)", "triangular()", "uniform(1, 3)",
      "uniform(a=1.0, b=2.0)", "randint(1, 6)", "randint(1.0, 6.0)", "randrange(i)", "randrange(2, i)", "randrange(10, 0, -3)", "randrange(0)",
      "randint(i, 9)", "getrandbits(5)", "getrandbits(64)", "getrandbits(33)", "getrandbits(0)", "getrandbits(65)", "choice(a)", "sample([1, 2], 1)",
      "random()", "random(3)", module="random")
