import type { ExtensionToPanel, PanelState, PanelToExtension } from '@jitsight/shared/protocol/panel';
import { PanelView } from './view';

interface WebviewApi {
  postMessage(message: PanelToExtension): void;
  getState(): PanelState | undefined;
  setState(state: PanelState): void;
}
declare function acquireVsCodeApi(): WebviewApi;

const api = acquireVsCodeApi();
const view = new PanelView(
  document.getElementById('panel')!,
  {
    send: (message) => api.postMessage(message),
    // A function that failed just now may compile after the reload: an error does not forget it.
    saveState: (state) => api.setState(state.uri ? state : { ...api.getState(), tab: state.tab }),
  },
  api.getState()?.tab ?? 'ir',
);
window.addEventListener('message', (event: MessageEvent<ExtensionToPanel>) => view.receive(event.data));
api.postMessage({ type: 'ready' });
