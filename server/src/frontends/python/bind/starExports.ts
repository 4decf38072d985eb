/**
 * What `from module import *` brings in, from the modules' own `__all__`: Numba 0.56 to 0.68 and the NumPy versions
 * they came with. For any other module a name that nothing else binds is taken to come from the last star import.
 */
export const starExports: Readonly<Record<string, ReadonlySet<string>>> = {
  numba: words(`
    ByteCodeSupportError CompilerError ConstantInferenceError DeprecationError ForbiddenConstruct
    ForceLiteralArg IRError InternalError InternalTargetMismatchError LiteralTypingError LoweringError
    NonexistentTargetError NotDefinedError NumbaAssertionError NumbaAttributeError NumbaDebugInfoWarning
    NumbaDeprecationWarning NumbaError NumbaExperimentalFeatureWarning NumbaIRAssumptionWarning
    NumbaIndexError NumbaInvalidConfigWarning NumbaKeyError NumbaNotImplementedError
    NumbaParallelSafetyWarning NumbaPedanticWarning NumbaPendingDeprecationWarning
    NumbaPerformanceWarning NumbaRuntimeError NumbaSystemWarning NumbaTypeError NumbaTypeSafetyWarning
    NumbaValueError NumbaWarning RedefinedError RequireLiteralValue TypingError UnsupportedBytecodeError
    UnsupportedError UnsupportedParforsError UnsupportedRewriteError UntypedAttributeError
    VerificationError b1 bool_ boolean byte c16 c8 cfunc char complex128 complex64 deferred_type
    double experimental f4 f8 ffi ffi_forced_object float32 float64 float_ from_dtype gdb gdb_breakpoint
    gdb_init get_num_threads get_parallel_chunksize guvectorize i1 i2 i4 i8 int16 int32 int64 int8 int_
    intc intp jit jit_module literal_unroll long_ longlong njit none objmode optional parallel_chunksize
    prange set_num_threads set_parallel_chunksize short size_t ssize_t stencil typeof u1 u2 u4 u8 uchar
    uint uint16 uint32 uint64 uint8 uintc uintp ulong ulonglong ushort vectorize void
  `),
  numpy: words(`
    ALLOW_THREADS AxisError BUFSIZE CLIP ComplexWarning DataSource ERR_CALL ERR_DEFAULT ERR_IGNORE
    ERR_LOG ERR_PRINT ERR_RAISE ERR_WARN FLOATING_POINT_SUPPORT FPE_DIVIDEBYZERO FPE_INVALID
    FPE_OVERFLOW FPE_UNDERFLOW False_ Inf Infinity MAXDIMS MAY_SHARE_BOUNDS MAY_SHARE_EXACT
    ModuleDeprecationWarning NAN NINF NZERO NaN PINF PZERO RAISE RankWarning SHIFT_DIVIDEBYZERO
    SHIFT_INVALID SHIFT_OVERFLOW SHIFT_UNDERFLOW ScalarType TooHardError True_ UFUNC_BUFSIZE_DEFAULT
    UFUNC_PYVALS_NAME VisibleDeprecationWarning WRAP absolute acos acosh add add_docstring add_newdoc
    add_newdoc_ufunc all allclose alltrue amax amin angle any append apply_along_axis apply_over_axes
    arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin argpartition argsort
    argwhere around array array2string array_equal array_equiv array_repr array_split array_str
    asanyarray asarray asarray_chkfinite ascontiguousarray asfarray asfortranarray asin asinh asmatrix
    astype atan atan2 atanh atleast_1d atleast_2d atleast_3d average bartlett base_repr binary_repr
    bincount bitwise_and bitwise_count bitwise_invert bitwise_left_shift bitwise_not bitwise_or
    bitwise_right_shift bitwise_xor blackman block bmat bool_ broadcast broadcast_arrays
    broadcast_shapes broadcast_to busday_count busday_offset busdaycalendar byte byte_bounds bytes_ c_
    can_cast cast cbrt cdouble ceil cfloat char character chararray choose clip clongdouble clongfloat
    column_stack common_type compare_chararrays complex128 complex256 complex64 complex_ complexfloating
    compress concat concatenate conj conjugate convolve copy copysign copyto core corrcoef correlate cos
    cosh count_nonzero cov cross csingle ctypeslib cumprod cumproduct cumsum cumulative_prod
    cumulative_sum datetime64 datetime_as_string datetime_data deg2rad degrees delete deprecate
    deprecate_with_doc diag diag_indices diag_indices_from diagflat diagonal diff digitize disp divide
    divmod dot double dsplit dstack dtype dtypes e ediff1d einsum einsum_path emath empty empty_like
    equal errstate euler_gamma exceptions exp exp2 expand_dims expm1 extract eye f2py fabs
    fastCopyAndTranspose fft fill_diagonal find_common_type finfo fix flatiter flatnonzero flexible flip
    fliplr flipud float128 float16 float32 float64 float_ float_power floating floor floor_divide fmax
    fmin fmod format_float_positional format_float_scientific format_parser frexp from_dlpack frombuffer
    fromfile fromfunction fromiter frompyfunc fromregex fromstring full full_like gcd generic genfromtxt
    geomspace get_array_wrap get_include get_printoptions getbufsize geterr geterrcall geterrobj
    gradient greater greater_equal half hamming hanning heaviside histogram histogram2d
    histogram_bin_edges histogramdd hsplit hstack hypot i0 identity iinfo imag in1d index_exp indices
    inexact inf info infty inner insert int16 int32 int64 int8 int_ intc integer interp intersect1d intp
    invert is_busday isclose iscomplex iscomplexobj isdtype isfinite isfortran isin isinf isnan isnat
    isneginf isposinf isreal isrealobj isscalar issctype issubclass_ issubdtype issubsctype iterable ix_
    kaiser kron lcm ldexp left_shift less less_equal lexsort lib linalg linspace little_endian load
    loadtxt log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor
    logspace long longcomplex longdouble longfloat longlong lookfor ma mask_indices mat math matmul
    matrix matrix_transpose matvec maximum maximum_sctype may_share_memory mean median memmap meshgrid
    mgrid min_scalar_type minimum mintypecode mod modf moveaxis msort multiply nan nan_to_num nanargmax
    nanargmin nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile
    nanstd nansum nanvar nbytes ndarray ndenumerate ndim ndindex nditer negative nested_iters newaxis
    nextafter nonzero not_equal number obj2sctype object_ ogrid ones ones_like outer packbits pad
    partition percentile permute_dims pi piecewise place poly poly1d polyadd polyder polydiv polyfit
    polyint polymul polynomial polysub polyval positive power printoptions prod product promote_types
    ptp put put_along_axis putmask quantile r_ rad2deg radians random ravel ravel_multi_index real
    real_if_close rec recarray recfromcsv recfromtxt reciprocal record remainder repeat require reshape
    resize result_type right_shift rint roll rollaxis roots rot90 round_ row_stack s_ safe_eval save
    savetxt savez savez_compressed sctype2char sctypeDict sctypes searchsorted select set_numeric_ops
    set_printoptions set_string_function setbufsize setdiff1d seterr seterrcall seterrobj setxor1d shape
    shares_memory short show_config show_runtime sign signbit signedinteger sin sinc single
    singlecomplex sinh size sometrue sort sort_complex source spacing split sqrt square squeeze stack
    std str_ string_ strings subtract sum swapaxes take take_along_axis tan tanh tensordot test testing
    tile timedelta64 trace tracemalloc_domain transpose trapezoid trapz tri tril tril_indices
    tril_indices_from trim_zeros triu triu_indices triu_indices_from true_divide trunc typecodes
    typename typing ubyte ufunc uint uint16 uint32 uint64 uint8 uintc uintp ulong ulonglong unicode_
    union1d unique unique_all unique_counts unique_inverse unique_values unpackbits unravel_index
    unsignedinteger unstack unwrap ushort vander var vdot vecdot vecmat vectorize void vsplit vstack
    where who zeros zeros_like
  `),
  math: words(`
    acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp
    exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan
    isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder
    sin sinh sqrt tan tanh tau trunc ulp
  `),
  cmath: words(`
    acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan log log10 nan
    nanj phase pi polar rect sin sinh sqrt tan tanh tau
  `),
  random: words(`
    Random SystemRandom betavariate choice choices expovariate gammavariate gauss getrandbits getstate
    lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate
    shuffle triangular uniform vonmisesvariate weibullvariate
  `),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
