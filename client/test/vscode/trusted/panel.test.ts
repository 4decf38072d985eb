import { strict as assert } from 'node:assert';
import type { PanelDescription, PanelTab } from '@jitsight/shared/protocol/panel';
import {
  commands,
  Position,
  Selection,
  type TextEditor,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { CompiledCodePanel } from '../../../src/compiledCodePanel';
import { testInterface } from '../testInterface';
import { until } from '../until';
import { closeEverything, lineWith, openFile } from '../workspaceFiles';

describe('the panel of compiled code', () => {
  let panel: CompiledCodePanel;
  let editor: TextEditor;

  beforeEach(async () => {
    ({ panel } = await testInterface());
    editor = await openFile('insertion_sort.py');
    putCursor('def insertion_sort');
    await commands.executeCommand('jitsight.showCompiledCode');
    await described('the function', ({ heading }) => heading.includes('insertion_sort'));
  });
  afterEach(closeEverything);

  function putCursor(text: string): void {
    const at = new Position(lineWith(editor.document, text), 4);
    editor.selection = new Selection(at, at);
  }

  async function described(
    what: string,
    fits: (now: PanelDescription) => boolean,
  ): Promise<PanelDescription> {
    let now: PanelDescription | undefined;
    return await until(
      `the panel to show ${what}`,
      async () => {
        now = await panel.describe();
        return now && fits(now) && now;
      },
      { seen: () => now },
    );
  }

  async function select(tab: PanelTab): Promise<PanelDescription> {
    panel.post({ type: 'selectTab', tab });
    return await described(tab, (now) => now.tab === tab);
  }

  it('stands beside the editor and leaves it the focus', () => {
    assert.equal(window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
    const group = window.tabGroups.all.find(({ viewColumn }) => viewColumn === ViewColumn.Two);
    assert.match(group?.activeTab?.label ?? '', /insertion_sort/);
  });

  it('shows signature, typed IR, Wasm before and after optimisation, and sizes', async () => {
    const ir = await select('ir');
    assert.match(ir.heading, /^insertion_sort \(reflected list\(int64\)/);
    assert.match(ir.text, /while|loop/);
    const wat = await select('wat');
    assert.match(wat.text, /\(module[\s\S]*\(func/);
    const optimized = await select('watOptimized');
    assert.match(optimized.text, /\(module[\s\S]*\(func/);
    assert.notEqual(optimized.text, wat.text);
    const size = await select('size');
    assert.match(size.text, /bytes|kB/);
    assert.match(size.text, /code/i);
  });

  it('marks the instructions of the line that the cursor stands on', async () => {
    for (const tab of ['ir', 'wat'] as const) {
      await select(tab);
      putCursor('pos = pos - 1');
      const subtract = await described('the subtraction', ({ linked }) =>
        linked.some((line) => /sub|-/.test(line)),
      );
      putCursor('while pos > 0');
      await described(
        'another line',
        ({ linked }) => linked.length > 0 && linked.join() !== subtract.linked.join(),
      );
    }
  });

  it('selects the source line of an instruction', async () => {
    const line = lineWith(editor.document, 'arr[pos] = cursor');
    await panel.receive({ type: 'reveal', sourceLine: line });
    assert.equal(editor.document.getText(editor.selection).trim(), 'arr[pos] = cursor');
  });

  it('follows an edit', async () => {
    const before = await select('ir');
    const edit = new WorkspaceEdit();
    const at = new Position(lineWith(editor.document, 'return arr'), 0);
    edit.insert(editor.document.uri, at, '    arr[0] = 12345\n');
    await workspace.applyEdit(edit);
    const now = await described('the new line', ({ text, stale }) => !stale && text.includes('12345'));
    assert.notEqual(now.text, before.text);
  });

  it('turns to the function that the cursor goes to', async () => {
    editor = await openFile('add_arrays.py');
    putCursor('return np.square');
    await described('the other function', ({ heading }) => heading.includes('add_squared'));
  });

  it('says in words why there is no code', async () => {
    await panel.show({ uri: editor.document.uri.toString(), function: 'no_such_function' });
    const { text } = await described('a message', ({ heading }) => heading === 'Compiled code');
    assert.match(text, /no_such_function|no function/i);
  });
});
