import type {
  ExtensionToPanel,
  PanelContent,
  PanelDescription,
  PanelState,
  PanelTab,
  PanelToExtension,
} from '@jitsight/shared/protocol/panel';
import { element } from './dom';
import { createHeader } from './header';
import { createListing, type Listing } from './listing';
import { createSizeTable } from './sizeTable';
import { createTabs, tabId } from './tabs';

/** Short: all four must stand side by side in a narrow panel. */
const titles: Record<PanelTab, string> = {
  ir: 'Typed IR',
  wat: 'Wasm',
  watOptimized: 'Optimised',
  size: 'Size',
};

/** What the page needs of the webview around it. */
export interface PanelHost {
  send(message: PanelToExtension): void;
  saveState(state: PanelState): void;
}

/** The panel's page. It keeps no truth of its own: the extension sends what to show. */
export class PanelView {
  private content: PanelContent | undefined;
  private problem: string | undefined;
  private cursor: number | undefined;
  private listing: Listing | undefined;
  private stale = false;
  private readonly header = createHeader((signature) =>
    this.host.send({ type: 'selectSignature', signature }),
  );
  private readonly staleness = element('div', { class: 'staleness', role: 'status' });
  private readonly body = element('section', { id: 'body', role: 'tabpanel' });
  private readonly copy = actionButton('Copy', 'Copy this tab');
  private readonly open = actionButton('Open', 'Open this tab as a document');
  private readonly tabs = createTabs('Stages of the compiled function', titles, 'body', (selected) => {
    this.tab = selected;
    this.render();
  });

  constructor(
    private readonly root: HTMLElement,
    private readonly host: PanelHost,
    private tab: PanelTab,
  ) {
    const stage = element('div', { class: 'stage' }, this.staleness, this.body);
    root.replaceChildren(this.header.root, this.tabs.root, stage);
    this.header.root.append(element('div', { class: 'actions' }, this.copy, this.open));
    this.open.addEventListener('click', () => host.send({ type: 'openDocument', tab: this.tab }));
    this.copy.addEventListener('click', () => this.copyTab());
    this.tabs.select(tab);
  }

  receive(message: ExtensionToPanel): void {
    if (message.type === 'show') this.show(message.content);
    else if (message.type === 'error') this.fail(message.message);
    else if (message.type === 'stale') this.setStale(this.content !== undefined);
    else if (message.type === 'selectTab') this.tabs.select(message.tab);
    else if (message.type === 'describe') this.host.send({ type: 'described', description: this.describe() });
    else {
      this.cursor = message.sourceLine;
      this.highlight();
    }
  }

  private show(next: PanelContent): void {
    const place = keepPlace(this.body);
    const isSameFunction = this.content?.uri === next.uri && this.content.function === next.function;
    this.content = next;
    this.problem = undefined;
    this.header.show(next);
    this.setStale(false);
    this.render();
    if (isSameFunction) place();
    this.highlight();
  }

  private fail(message: string): void {
    this.content = undefined;
    this.problem = message;
    this.header.clear();
    this.setStale(false);
    this.render();
  }

  private setStale(stale: boolean): void {
    this.stale = stale;
    this.root.classList.toggle('stale', stale);
    this.staleness.textContent = stale ? 'Out of date' : '';
  }

  private render(): void {
    const { content, tab } = this;
    this.listing = undefined;
    this.body.setAttribute('aria-labelledby', tabId(tab));
    this.body.replaceChildren(...this.stage());
    this.copy.hidden = this.open.hidden = this.text() === '';
    this.highlight();
    this.host.saveState({
      tab,
      uri: content?.uri,
      function: content?.function,
      signature: content?.signature,
    });
  }

  private highlight(): void {
    this.listing?.highlight(this.cursor);
  }

  private stage(): HTMLElement[] {
    const { content, tab } = this;
    if (this.problem !== undefined) return [messageBox(this.problem)];
    if (!content) return [messageBox('Compiling…')];
    const note = content.notCompiled ? [messageBox(content.notCompiled, 'No compiled code')] : [];
    if (tab === 'size') return content.notCompiled ? note : [createSizeTable(content)];
    if (content[tab].length === 0) return note;
    const listing = createListing(titles[tab], content[tab], (sourceLine) =>
      this.host.send({ type: 'reveal', sourceLine }),
    );
    this.listing = listing;
    return [...note, listing.root];
  }

  /** The selected tab's code, nothing where it has none. */
  private text(): string {
    if (!this.content || this.tab === 'size') return '';
    return this.content[this.tab].map((line) => line.text).join('\n');
  }

  private async copyTab(): Promise<void> {
    await navigator.clipboard.writeText(this.text());
    this.host.send({ type: 'copied' });
  }

  private describe(): PanelDescription {
    return {
      tab: this.tab,
      heading: this.header.text(),
      // Not the element's text where there is code: that has no line breaks.
      text: this.text() || (this.body.textContent ?? ''),
      linked: this.listing?.linkedTexts() ?? [],
      stale: this.stale,
    };
  }
}

/** Remembers how far the present list is scrolled, and whether it has the focus; the result puts a new list there. */
function keepPlace(body: HTMLElement): () => void {
  const before = body.querySelector('.listing');
  const { scrollTop = 0, scrollLeft = 0 } = before ?? {};
  const hadFocus = before !== null && before === document.activeElement;
  return () => {
    const now = body.querySelector<HTMLElement>('.listing');
    now?.scrollTo(scrollLeft, scrollTop);
    if (hadFocus) now?.focus();
  };
}

function actionButton(text: string, title: string): HTMLButtonElement {
  return element('button', { type: 'button', class: 'action', title, 'aria-label': title }, text);
}

function messageBox(text: string, title?: string): HTMLElement {
  const lines = text.split('\n').map((line) => element('p', {}, line));
  return element('div', { class: 'message' }, ...(title ? [element('strong', {}, title)] : []), ...lines);
}
