// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { content } from './content';
import { find, freshPage, press } from './page';

describe('the panel page', () => {
  const page = freshPage();
  const texts = (selector: string) => [...document.querySelectorAll(selector)].map((one) => one.textContent);

  it('says that it compiles until something comes', () => {
    expect(find('#body').textContent).toContain('Compiling');
  });

  it('shows function, signature, return type and typed IR', () => {
    page().view.receive({ type: 'show', content: content() });
    expect(find('h1').textContent).toBe('scale');
    expect(texts('option')).toEqual(['(float64,)', '(int64,)']);
    expect(find('.return-type').textContent).toBe('→ float64');
    expect(texts('.code')).toEqual(['func scale(x: f64) -> f64', '  y = mul x 2.0', '  return y']);
    expect(texts('.source')).toEqual(['', '6', '7']);
  });

  it('asks for another signature', () => {
    page().view.receive({ type: 'show', content: content() });
    const select = document.querySelector('select')!;
    select.value = '(int64,)';
    select.dispatchEvent(new Event('change'));
    expect(page().sent).toContainEqual({ type: 'selectSignature', signature: '(int64,)' });
  });

  it('moves between tabs by arrow keys with one tab stop', () => {
    page().view.receive({ type: 'show', content: content() });
    find('#tab-ir').focus();
    press(find('#tab-ir'), 'ArrowRight');
    expect(document.activeElement?.id).toBe('tab-wat');
    expect(texts('.code')[0]).toBe('(module');
    press(find('#tab-wat'), 'End');
    expect(find('#body').textContent).toContain(
      '100 bytes of Wasm, 400 bytes before optimisation (75 % smaller)',
    );
    expect(find('#body').getAttribute('aria-labelledby')).toBe('tab-size');
    press(find('#tab-size'), 'ArrowRight');
    expect(document.activeElement?.id).toBe('tab-ir');
    expect(
      [...document.querySelectorAll<HTMLElement>('[role=tab]')].filter((tab) => tab.tabIndex === 0),
    ).toHaveLength(1);
  });

  it('walks the lines by keyboard and goes to the source on Enter', () => {
    page().view.receive({ type: 'show', content: content() });
    const list = find('[role=listbox]');
    press(list, 'ArrowDown');
    press(list, 'Enter');
    expect(page().sent.filter(({ type }) => type === 'reveal')).toEqual([]);
    press(list, 'ArrowDown');
    press(list, 'Enter');
    expect(page().sent).toContainEqual({ type: 'reveal', sourceLine: 5 });
    expect(list.getAttribute('aria-activedescendant')).toBe('line-1');
    press(list, 'End');
    press(list, 'ArrowDown');
    expect(list.getAttribute('aria-activedescendant')).toBe('line-2');
  });

  it('goes to the source on a click', () => {
    page().view.receive({ type: 'show', content: content() });
    find('#line-2 .code').click();
    expect(page().sent).toContainEqual({ type: 'reveal', sourceLine: 6 });
  });

  it('marks the lines of the cursor, also those that come later', () => {
    page().view.receive({ type: 'highlight', sourceLine: 5 });
    page().view.receive({ type: 'show', content: content() });
    expect(texts('.linked .code')).toEqual(['  y = mul x 2.0']);
    page().view.receive({ type: 'selectTab', tab: 'wat' });
    expect(texts('.linked .code')).toEqual(['  (f64.mul', '  (local.get $x)']);
    page().view.receive({ type: 'highlight', sourceLine: undefined });
    expect(texts('.linked .code')).toEqual([]);
  });

  it('dims what is out of date until the new code comes', () => {
    page().view.receive({ type: 'show', content: content() });
    page().view.receive({ type: 'stale' });
    expect(find('.staleness').textContent).toBe('Out of date');
    page().view.receive({ type: 'show', content: content({ version: 4 }) });
    expect(find('.staleness').textContent).toBe('');
  });

  it('shows why there is no code, as text and not as markup', () => {
    page().view.receive({ type: 'error', message: 'no function <b>f</b>\nhere' });
    expect(texts('.message p')).toEqual(['no function <b>f</b>', 'here']);
    page().view.receive({
      type: 'show',
      content: content({ notCompiled: 'it prints', ir: [], wat: [], watOptimized: [] }),
    });
    expect(find('.message').textContent).toBe('No compiled codeit prints');
  });

  it('remembers the function over a reload', () => {
    page().view.receive({ type: 'show', content: content() });
    page().view.receive({ type: 'selectTab', tab: 'size' });
    expect(page().saved.at(-1)).toEqual({
      tab: 'size',
      uri: 'file:///program.py',
      function: 'scale',
      signature: '(float64,)',
    });
  });
});
