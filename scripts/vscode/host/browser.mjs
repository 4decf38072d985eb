import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/** Starts a browser without a profile of its own; nothing in it talks to the network. */
export async function launchBrowser({ headless = true } = {}) {
  return await chromium.launch({
    executablePath: findChromium(),
    headless,
    // The caller has a server to stop and files to remove as well, and must not be overtaken.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Timers of a window that nobody looks at would otherwise be slowed down.
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
  });
}
