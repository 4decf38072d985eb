import { compareVersions } from './version';

/**
 * Functions that Numba 0.68 registers for compiled code, read off its typing registry. What stands here without a
 * library entry is supported by Numba and not yet known to Jitsight, which must not be called a failure.
 */
const registered: Readonly<Record<string, string>> = {
  builtins:
    'abs bool bytes chr complex dict filter float getattr hasattr hash int isinstance iter len map ' +
    'max min next ord repr set sorted str sum',
  functools: 'reduce',
  cmath: 'acosh cosh log10 phase polar rect sinh tanh',
  numpy:
    'abs absolute acos acosh add all allclose amax amin angle any append arange arccos arccosh ' +
    'arcsin arcsinh arctan arctan2 arctanh argmax argmin argpartition argsort argwhere around array ' +
    'array_equal array_split asarray asarray_chkfinite ascontiguousarray asfortranarray asin asinh atan atan2 atanh ' +
    'atleast_1d atleast_2d atleast_3d average bartlett blackman bincount bitwise_and bitwise_invert bitwise_left_shift ' +
    'bitwise_not bitwise_or bitwise_right_shift bitwise_xor broadcast_arrays broadcast_shapes broadcast_to cbrt ceil ' +
    'clip column_stack concat concatenate conj conjugate convolve copy copysign corrcoef correlate ' +
    'cos cosh count_nonzero cov cross cumprod cumsum deg2rad degrees delete diag diagflat diff ' +
    'digitize divide divmod dot dsplit dstack dtype ediff1d empty empty_like equal exp exp2 ' +
    'expand_dims expm1 extract fabs fill_diagonal finfo flatnonzero flip fliplr flipud float_power ' +
    'floor floor_divide fmax fmin fmod frombuffer full_like gcd geomspace greater greater_equal ' +
    'hamming hanning histogram hsplit hstack hypot iinfo imag indices insert interp intersect1d invert isclose ' +
    'iscomplex iscomplexobj isfinite isin isinf isnan isnat isneginf isposinf isreal isrealobj kaiser kron ' +
    'lcm ldexp left_shift less less_equal linspace log log10 log1p log2 logaddexp logaddexp2 ' +
    'logical_and logical_not logical_or logical_xor logspace max maximum mean median min minimum mod ' +
    'moveaxis multiply nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean nanmedian ' +
    'nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar negative nextafter nonzero ' +
    'not_equal ones_like outer partition percentile permute_dims positive pow power prod ptp ' +
    'quantile rad2deg radians ravel real reciprocal remainder repeat reshape resize right_shift rint ' +
    'roll roots rot90 round row_stack searchsorted select setdiff1d setxor1d shape sign signbit sin ' +
    'sinc sinh size sort spacing split sqrt square stack std subtract sum swapaxes take ' +
    'take_along_axis tan tanh trace transpose trapezoid tril tril_indices_from trim_zeros triu ' +
    'triu_indices_from true_divide trunc union1d unique unwrap vander var vdot vsplit vstack where ' +
    'zeros zeros_like',
  'numpy.lib.stride_tricks': 'as_strided sliding_window_view',
  'numpy.polynomial': 'Polynomial',
  'numpy.polynomial.polynomial': 'Polynomial polyadd polydiv polyint polymul polysub polyval',
  'numpy.polynomial.polyutils': 'as_series trimseq',
  'numpy.linalg':
    'cholesky cond det eig eigh eigvals eigvalsh inv lstsq matrix_power matrix_rank norm pinv qr ' +
    'slogdet solve svd',
  'numpy.random':
    'beta binomial chisquare choice dirichlet exponential f gamma geometric gumbel hypergeometric ' +
    'laplace logistic lognormal logseries multinomial negative_binomial noncentral_chisquare normal ' +
    'pareto permutation poisson power rand randint randn random random_sample ranf rayleigh sample ' +
    'seed shuffle standard_cauchy standard_exponential standard_gamma standard_normal standard_t ' +
    'triangular uniform vonmises wald weibull zipf',
  random:
    'betavariate expovariate gammavariate gauss getrandbits lognormvariate normalvariate ' +
    'paretovariate randint random randrange seed shuffle triangular uniform vonmisesvariate ' +
    'weibullvariate',
};

/** Those that older versions lack, by the version that brought them. */
const since: Readonly<Record<string, string>> = {
  '0.57':
    'numpy.isclose numpy.nan_to_num numpy.argpartition numpy.union1d numpy.nanargmax numpy.nanargmin ' +
    'builtins.getattr builtins.hasattr builtins.repr',
  '0.58':
    'numpy.geomspace numpy.vsplit numpy.hsplit numpy.dsplit numpy.row_stack numpy.diagflat ' +
    'numpy.resize numpy.trim_zeros ' +
    'numpy.polynomial.polynomial.Polynomial numpy.polynomial.polynomial.polyadd numpy.polynomial.polynomial.polydiv ' +
    'numpy.polynomial.polynomial.polyint numpy.polynomial.polynomial.polymul numpy.polynomial.polynomial.polysub ' +
    'numpy.polynomial.polynomial.polyval numpy.polynomial.polyutils.as_series numpy.polynomial.polyutils.trimcoef ' +
    'numpy.polynomial.polyutils.trimseq',
  '0.59': 'numpy.indices numpy.unwrap',
  '0.60':
    'numpy.size numpy.acos numpy.acosh numpy.asin numpy.asinh numpy.atan numpy.atan2 numpy.atanh ' +
    'numpy.concat numpy.permute_dims numpy.pow numpy.bitwise_invert numpy.bitwise_left_shift ' +
    'numpy.bitwise_right_shift math.log2 math.nextafter',
  '0.61': 'numpy.setdiff1d numpy.setxor1d numpy.isin numpy.trapezoid',
  '0.63': 'math.exp2',
  '0.64': 'numpy.moveaxis',
  '0.67': 'numpy.insert',
};

/** Whether Numba of that version compiles calls of the function. */
export function isRegistered(qualifiedName: string, numba: string): boolean {
  const dot = qualifiedName.lastIndexOf('.');
  const known =
    registered[qualifiedName.slice(0, dot)]?.split(' ').includes(qualifiedName.slice(dot + 1)) ?? false;
  const brought = Object.entries(since).find(([, names]) => names.split(' ').includes(qualifiedName))?.[0];
  return known && (!brought || compareVersions(numba, brought) >= 0);
}
