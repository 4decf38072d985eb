/** A module of that many lines: functions that are compiled, and calls that say their types. */
export function program(lines: number): string {
  const parts = ['import numpy as np', 'from numba import njit', '', ''];
  for (let i = 0; ; i++) {
    const kernel = [
      '@njit',
      `def kernel_${i}(values, weight):`,
      `    scale = 1`,
      '    total = 0.0',
      '    for k in range(len(values)):',
      '        total += values[k] * weight * scale',
      '        if total > 1e6:',
      '            total = np.sqrt(total)',
      '    return total',
      '',
      '',
      `kernel_${i}(np.ones(10), ${i}.5)`,
      '',
      '',
    ];
    if (parts.length + kernel.length > lines) break;
    parts.push(...kernel);
  }
  while (parts.length < lines) parts.push('# the end');
  return parts.join('\n');
}
