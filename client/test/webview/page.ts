import { afterEach, beforeEach, vi } from 'vitest';
import type { PanelState, PanelToExtension } from '@jitsight/shared/protocol/panel';
import { PanelView } from '../../src/webview/view';

export interface Page {
  readonly view: PanelView;
  readonly sent: PanelToExtension[];
  readonly saved: PanelState[];
}

/** Gives each test a fresh page. The test environment has no layout, so everything counts as out of view. */
export function freshPage(): () => Page {
  let page: Page;
  beforeEach(() => {
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe() {}
        unobserve() {}
      },
    );
    HTMLElement.prototype.scrollIntoView = vi.fn();
    document.body.innerHTML = '<main id="panel"></main>';
    const sent: PanelToExtension[] = [];
    const saved: PanelState[] = [];
    const host = {
      send: (message: PanelToExtension) => sent.push(message),
      saveState: (state: PanelState) => saved.push(state),
    };
    page = { view: new PanelView(document.getElementById('panel')!, host, 'ir'), sent, saved };
  });
  afterEach(() => vi.unstubAllGlobals());
  return () => page;
}

export function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
