import { describe, expect, it } from 'vitest';
import { notebookSource } from '../../src/lsp/notebookSource';

const cells = [
  { uri: 'cell:1', version: 1, text: '%matplotlib inline\nimport numpy as np' },
  { uri: 'cell:2', version: 3, text: '%%bash\necho hello' },
  { uri: 'cell:3', version: 2, text: 'x = np.ones(3)\n' },
];

describe('a notebook as one module', () => {
  const source = notebookSource('notebook:1', 7, cells);

  it('keeps lengths while it masks what is not Python', () => {
    expect(source.file.text).toBe(
      '#matplotlib inline\nimport numpy as np\n######\n##########\nx = np.ones(3)\n\n',
    );
  });

  it('places offsets in their cells and back', () => {
    const start = source.file.text.indexOf('np.ones');
    const location = source.toLocation({ start, end: start + 2 });
    expect(location).toEqual({
      uri: 'cell:3',
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 6 } },
    });
    expect(source.toOffset('cell:3', { line: 0, character: 4 })).toBe(start);
  });

  it('masks the first line alone of a timed cell', () => {
    const timed = notebookSource('n', 1, [{ uri: 'c', version: 1, text: '%%time\nx = 1' }]);
    expect(timed.file.text).toBe('#%time\nx = 1\n');
  });
});
