import { compareVersions } from '../../library/version';

/** The class of what Numba's bytecode analysis refuses: no NumbaError any more from 0.61 on. */
export function bytecodeError(numba: string): string {
  return compareVersions(numba, '0.61') >= 0 ? 'UnsupportedBytecodeError' : 'UnsupportedError';
}
