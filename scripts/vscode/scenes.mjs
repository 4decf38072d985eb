import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './host/workbench.mjs';

const deadline = { timeout: 60_000 };

/**
 * What each picture shows: the program that is open, and what a person does in the window before it is taken.
 *
 * @type {Record<string, { program: string, viewport: { width: number, height: number }, theme?: string,
 *                         prepare?: (folder: string) => void, play: (page: import('playwright-core').Page) => Promise<void> }>}
 */
export const scenes = {
  panel: {
    program: 'insertion_sort.py',
    viewport: { width: 1240, height: 620 },
    async play(page) {
      await analysed(page);
      await closeSideBar(page);
      await openPanel(page);
      await selectTab(page, 'Optimised');
      await putCursor(page, 'arr[pos] = arr[pos - 1]');
      await panel(page).locator('.line.linked').first().waitFor(deadline);
    },
  },
  'panel-light': {
    program: 'insertion_sort.py',
    viewport: { width: 1240, height: 620 },
    theme: 'Default Light Modern',
    async play(page) {
      await analysed(page);
      await closeSideBar(page);
      await openPanel(page);
      await putCursor(page, 'pos = pos - 1');
      await panel(page).locator('.line.linked').first().waitFor(deadline);
    },
  },
  'quick-fix': {
    program: 'insertion_sort.py',
    viewport: { width: 900, height: 640 },
    async play(page) {
      await analysed(page);
      await closeSideBar(page);
      await putCursor(page, 'insertion_sort(numbers)', 'numbers');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row').first().waitFor(deadline);
    },
  },
  hover: {
    program: 'insertion_sort.py',
    viewport: { width: 900, height: 640 },
    async play(page) {
      await analysed(page);
      await closeSideBar(page);
      await putCursor(page, 'def insertion_sort', 'insertion');
      await runCommand(page, 'Show or Focus Hover');
      await page
        .locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: 'nopython' })
        .first()
        .waitFor(deadline);
    },
  },
  measured: {
    program: 'insertion_sort.py',
    viewport: { width: 900, height: 640 },
    prepare: (folder) => shorten(join(folder, 'insertion_sort.py')),
    async play(page) {
      await analysed(page);
      await closeSideBar(page);
      await page.locator('.codelens-decoration a', { hasText: 'Measure' }).first().click();
      await page
        .locator('.codelens-decoration a', { hasText: 'faster than' })
        .first()
        .waitFor({ timeout: 180_000 });
      await page
        .locator('.notification-toast')
        .first()
        .waitFor({ state: 'hidden', ...deadline });
    },
  },
};

/** The tutorial's size sorts for minutes under CPython. */
function shorten(file) {
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('range(100000)', 'range(2000)').replace('range(50)', 'range(5)'),
  );
}

/** Colour theme and file icons are extensions too, and come late. */
export async function themed(page) {
  await page
    .locator('.monaco-workbench.file-icons-enabled[class*="vscode-theme-defaults"]')
    .waitFor(deadline);
}

async function analysed(page) {
  await page.locator('.codelens-decoration a', { hasText: 'Show compiled code' }).first().waitFor(deadline);
  await page
    .locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint')
    .first()
    .waitFor(deadline);
}

async function closeSideBar(page) {
  await page.locator('.part.sidebar:visible').first().waitFor(deadline);
  await page.keyboard.press('Control+B');
  await page
    .locator('.part.sidebar')
    .first()
    .waitFor({ state: 'hidden', ...deadline });
}

async function openPanel(page) {
  await page.locator('.codelens-decoration a', { hasText: 'Show compiled code' }).first().click();
  await panel(page).locator('.line').first().waitFor(deadline);
}

async function selectTab(page, name) {
  await panel(page).getByRole('tab', { name, exact: true }).click();
}

/** Clicks into a line of the editor, at a word of it where one is given. */
async function putCursor(page, lineText, word = lineText) {
  const line = page.locator('.view-line', { hasText: lineText.replaceAll(' ', '\u00a0') }).first();
  await line
    .getByText(word.replaceAll(' ', '\u00a0'))
    .first()
    .click({ position: { x: 4, y: 8 } })
    .catch(() => line.click());
}

function panel(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}
