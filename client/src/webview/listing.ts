import type { PanelLine } from '@jitsight/shared/protocol/panel';
import { element } from './dom';
import { tokenize } from './tokens';

/** Lines that are coloured, and laid out, together. */
const blockSize = 100;

export interface Listing {
  readonly root: HTMLElement;
  /** Marks the lines that come from this source line, and brings one of them into view, code before remarks on it. */
  highlight(sourceLine: number | undefined): void;
  linkedTexts(): string[];
}

/**
 * A list of code lines that can be walked by keyboard: arrows, Page Up and Down, Home and End move; Enter or a click
 * goes to the source line.
 */
export function createListing(
  label: string,
  lines: readonly PanelLine[],
  onReveal: (sourceLine: number) => void,
): Listing {
  const root = element('div', { class: 'listing', role: 'listbox', tabindex: 0, 'aria-label': label });
  const rows = lines.map((line, index) => row(line, index, lines[index - 1]?.sourceLine));
  appendInBlocks(root, rows, lines);
  let active = -1;
  const activate = (index: number) => {
    rows[active]?.classList.remove('active');
    rows[active]?.setAttribute('aria-selected', 'false');
    active = Math.max(0, Math.min(rows.length - 1, index));
    const now = rows[active];
    if (!now) return;
    now.classList.add('active');
    now.setAttribute('aria-selected', 'true');
    root.setAttribute('aria-activedescendant', now.id);
    now.scrollIntoView({ block: 'nearest' });
  };
  const reveal = () => {
    const { sourceLine } = lines[active] ?? {};
    if (sourceLine !== undefined) onReveal(sourceLine);
  };
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') reveal();
    else {
      const next = destination(event.key, active, rows.length, pageRows(root, rows[0]));
      if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      activate(next);
    }
    event.preventDefault();
  });
  root.addEventListener('click', (event) => {
    // A click that ends a text selection is not meant as a jump.
    if (document.getSelection()?.isCollapsed === false) return;
    const clicked = (event.target as Element).closest<HTMLElement>('.line');
    if (!clicked) return;
    activate(Number(clicked.dataset.index));
    reveal();
  });
  let linked: HTMLElement[] = [];
  return {
    root,
    highlight: (sourceLine) => {
      for (const one of linked) one.classList.remove('linked');
      linked = sourceLine === undefined ? [] : rows.filter((_, i) => lines[i]!.sourceLine === sourceLine);
      for (const one of linked) one.classList.add('linked');
      const code = linked.filter((one) => !lines[Number(one.dataset.index)]!.isRemark);
      const wanted = code.length > 0 ? code : linked;
      if (!wanted.some((one) => isVisible(one, root))) wanted[0]?.scrollIntoView({ block: 'center' });
    },
    linkedTexts: () => linked.map((one) => one.querySelector('.code')!.textContent ?? ''),
  };
}

function row(line: PanelLine, index: number, previousSource: number | undefined): HTMLElement {
  const { sourceLine } = line;
  const isNew = sourceLine !== undefined && sourceLine !== previousSource;
  return element(
    'div',
    {
      class: sourceLine === undefined ? 'line' : 'line mapped',
      role: 'option',
      id: `line-${index}`,
      'data-index': index,
      'aria-selected': 'false',
      title: sourceLine === undefined ? undefined : `Source line ${sourceLine + 1}`,
    },
    element('span', { class: 'source', 'aria-hidden': 'true' }, isNew ? String(sourceLine + 1) : ''),
    element('span', { class: 'code' }, line.text),
  );
}

/** Colours a block when it comes near the viewport: listings have thousands of lines and few are looked at. */
function appendInBlocks(root: HTMLElement, rows: readonly HTMLElement[], lines: readonly PanelLine[]): void {
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        const start = Number((target as HTMLElement).dataset.start);
        for (let i = start; i < Math.min(start + blockSize, rows.length); i++)
          colour(rows[i]!, lines[i]!.text);
      }
    },
    { root, rootMargin: '600px' },
  );
  for (let start = 0; start < rows.length; start += blockSize) {
    const content = rows.slice(start, start + blockSize);
    const block = element('div', { class: 'block', role: 'presentation', 'data-start': start }, ...content);
    block.style.setProperty('--lines', String(content.length));
    root.append(block);
    watcher.observe(block);
  }
}

function colour(line: HTMLElement, text: string): void {
  const pieces = tokenize(text).map((token) =>
    token.kind ? element('span', { class: `token-${token.kind}` }, token.text) : token.text,
  );
  line.querySelector('.code')!.replaceChildren(...pieces);
}

function destination(key: string, active: number, count: number, page: number): number | undefined {
  if (key === 'ArrowDown') return active + 1;
  if (key === 'ArrowUp') return active - 1;
  if (key === 'PageDown') return active + page;
  if (key === 'PageUp') return active - page;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

function pageRows(root: HTMLElement, first: HTMLElement | undefined): number {
  return Math.max(1, Math.floor(root.clientHeight / (first?.clientHeight || 1)) - 1);
}

function isVisible(line: HTMLElement, root: HTMLElement): boolean {
  const inside = line.getBoundingClientRect();
  const outside = root.getBoundingClientRect();
  return inside.top >= outside.top && inside.bottom <= outside.bottom;
}
