import type { PanelContent } from '@jitsight/shared/protocol/panel';
import { element } from './dom';

/** Bytes before and after optimisation, per section, and where the compile time went. */
export function createSizeTable({ size }: PanelContent): HTMLElement {
  const { unoptimizedBytes, optimizedBytes, sections, timings } = size;
  const saved = unoptimizedBytes > 0 ? 1 - optimizedBytes / unoptimizedBytes : 0;
  return element(
    'div',
    { class: 'size', tabindex: 0 },
    element(
      'p',
      { class: 'total' },
      element('strong', {}, formatBytes(optimizedBytes)),
      ` of Wasm, ${formatBytes(unoptimizedBytes)} before optimisation`,
      saved > 0.005 ? ` (${Math.round(saved * 100)} % smaller)` : '',
    ),
    barTable('Sections of the module', 'Section', 'Size', entriesOf(sections), formatBytes),
    barTable('Compile time', 'Stage', 'Time', Object.entries(timings), formatMilliseconds),
  );
}

function entriesOf(sections: PanelContent['size']['sections']): [string, number][] {
  return sections.map(({ name, bytes }) => [name, bytes]);
}

function barTable(
  caption: string,
  nameHeading: string,
  valueHeading: string,
  entries: readonly (readonly [string, number])[],
  format: (value: number) => string,
): HTMLElement {
  const largest = Math.max(...entries.map(([, value]) => value), Number.MIN_VALUE);
  const rows = entries.map(([name, value]) => {
    const bar = element('span', { class: 'bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', `${(100 * value) / largest}%`);
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      element('td', { class: 'value' }, format(value)),
      element('td', { class: 'graph' }, bar),
    );
  });
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, nameHeading),
        element('th', { scope: 'col', class: 'value' }, valueHeading),
        element('td', {}),
      ),
    ),
    element('tbody', {}, ...rows),
  );
}

export function formatBytes(bytes: number): string {
  return bytes < 10_000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
}

export function formatMilliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
}
