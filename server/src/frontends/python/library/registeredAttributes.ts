import { compareVersions } from './version';

const text = 'center endswith find isascii join ljust lstrip rfind rjust rstrip split startswith strip zfill';

/**
 * Methods and attributes that Numba 0.68 registers for a kind of type, read off its typing registry. What stands here
 * without a library entry is supported by Numba and not yet known to Jitsight, which must not be called a failure.
 */
const registered: Readonly<Record<string, string>> = {
  array:
    'T all allclose any argmax argmin argsort astype clip conj conjugate copy ctypes cumprod cumsum dot ' +
    'dtype fill flags flat flatten imag item itemsize max mean min nbytes ndim nonzero prod ravel real ' +
    'repeat reshape shape size sort std strides sum take tobytes transpose var view',
  int: 'conjugate imag real view',
  float: 'conjugate imag real view',
  bytes: `c_contiguous contiguous f_contiguous itemsize nbytes ndim readonly shape strides ${text}`,
  charseq: `isupper upper ${text}`,
  unicode:
    'capitalize casefold count expandtabs index isalnum isalpha isdecimal isdigit isidentifier islower ' +
    'isnumeric isprintable isspace istitle isupper lower partition replace rindex rpartition rsplit ' +
    `splitlines swapcase title upper ${text}`,
  typedDict: 'clear copy get items keys pop popitem setdefault update values',
  typedList: 'append clear copy count extend index insert pop remove reverse sort',
};

/** Those that older versions lack, by the version that brought them. */
const since: Readonly<Record<string, string>> = { '0.57': 'array.nbytes array.tobytes' };

/** Whether Numba of that version knows the attribute on that kind of type. */
export function isRegisteredAttribute(kind: string, name: string, numba: string): boolean {
  const brought = Object.entries(since).find(([, names]) =>
    names.split(' ').includes(`${kind}.${name}`),
  )?.[0];
  if (brought && compareVersions(numba, brought) < 0) return false;
  return registered[kind]?.split(' ').includes(name) ?? false;
}
