import type { PanelContent } from '@jitsight/shared/protocol/panel';

/** A small function's panel content, for tests of the page. */
export function content(overrides: Partial<PanelContent> = {}): PanelContent {
  return {
    uri: 'file:///program.py',
    version: 3,
    function: 'scale',
    signature: '(float64,)',
    returnType: 'float64',
    specializations: ['(float64,)', '(int64,)'],
    sourceLines: [4, 6],
    ir: [
      { text: 'func scale(x: f64) -> f64' },
      { text: '  y = mul x 2.0', sourceLine: 5 },
      { text: '  return y', sourceLine: 6 },
    ],
    wat: [
      { text: '(module' },
      { text: '  (f64.mul', sourceLine: 5 },
      { text: '  (local.get $x)', sourceLine: 5 },
      { text: ')' },
    ],
    watOptimized: [{ text: '(module)' }],
    size: {
      unoptimizedBytes: 400,
      optimizedBytes: 100,
      sections: [
        { name: 'type', bytes: 20 },
        { name: 'code', bytes: 60 },
      ],
      timings: { lower: 0.5, emit: 12.25 },
    },
    ...overrides,
  };
}
