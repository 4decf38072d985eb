/** Why a kernel stays behind Numba, and what would close the gap; shown below the table. */
export const knownReasons: Readonly<Record<string, string>> = {};
