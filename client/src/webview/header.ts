import type { PanelContent } from '@jitsight/shared/protocol/panel';
import { element } from './dom';

export interface Header {
  readonly root: HTMLElement;
  show(content: PanelContent): void;
  clear(): void;
  /** What it says, in one line. */
  text(): string;
}

/** Function, signature (to choose, where there are several) and return type of what is shown. */
export function createHeader(onSelectSignature: (signature: string) => void): Header {
  const heading = element('h1');
  const signature = element('select', { 'aria-label': 'Signature', title: 'Signature' });
  const returnType = element('span', { class: 'return-type' });
  signature.addEventListener('change', () => onSelectSignature(signature.value));
  const clear = () => {
    heading.textContent = 'Compiled code';
    signature.hidden = true;
    signature.replaceChildren();
    returnType.textContent = '';
  };
  clear();
  return {
    root: element('header', {}, heading, signature, returnType),
    clear,
    show: (content) => {
      heading.textContent = content.function;
      const offered = signaturesOf(content);
      signature.replaceChildren(...offered.map((one) => element('option', { value: one }, one)));
      signature.value = content.signature;
      signature.disabled = offered.length < 2;
      signature.hidden = false;
      returnType.textContent = content.returnType ? `→ ${content.returnType}` : '';
    },
    text: () => [heading.textContent, signature.value, returnType.textContent].filter(Boolean).join(' '),
  };
}

function signaturesOf({ signature, specializations }: PanelContent): readonly string[] {
  return specializations.includes(signature) ? specializations : [signature, ...specializations];
}
