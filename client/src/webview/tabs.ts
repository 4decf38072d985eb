import { element } from './dom';

export interface Tabs<Name extends string> {
  readonly root: HTMLElement;
  select(name: Name): void;
}

/** A tab list in the ARIA pattern: one tab stop, arrows move and select, Home and End jump. */
export function createTabs<Name extends string>(
  label: string,
  titles: Readonly<Record<Name, string>>,
  panelId: string,
  onSelect: (name: Name) => void,
): Tabs<Name> {
  const names = Object.keys(titles) as Name[];
  const buttons = names.map((name) =>
    element(
      'button',
      { role: 'tab', id: tabId(name), type: 'button', 'aria-controls': panelId, tabindex: -1 },
      titles[name],
    ),
  );
  const root = element('div', { role: 'tablist', 'aria-label': label, class: 'tabs' }, ...buttons);
  const select = (selected: Name) => {
    for (const [i, button] of buttons.entries()) {
      const isSelected = names[i] === selected;
      button.setAttribute('aria-selected', String(isSelected));
      button.tabIndex = isSelected ? 0 : -1;
    }
    onSelect(selected);
  };
  for (const [i, button] of buttons.entries()) button.addEventListener('click', () => select(names[i]!));
  root.addEventListener('keydown', (event) => {
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = nextTab(event.key, now, buttons.length);
    if (now < 0 || next === undefined) return;
    event.preventDefault();
    select(names[next]!);
    buttons[next]!.focus();
  });
  return { root, select };
}

export function tabId(name: string): string {
  return `tab-${name}`;
}

function nextTab(key: string, now: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (now + 1) % count;
  if (key === 'ArrowLeft') return (now + count - 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
