import { NotebookCellData, NotebookCellKind, NotebookData, window, workspace } from 'vscode';
import { closeEverything, problemWith } from '../workspaceFiles';

const cell = (source: string) => new NotebookCellData(NotebookCellKind.Code, source, 'python');

describe('a notebook', () => {
  afterEach(closeEverything);

  it('is analysed as one program, with problems in their cells', async () => {
    const data = new NotebookData([
      cell('from numba import njit'),
      cell('@njit\ndef scale(x):\n    return x * factr\n'),
      cell('scale(2.0)'),
    ]);
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', data);
    await window.showNotebookDocument(notebook);
    await problemWith(notebook.cellAt(1).document.uri, 'undefined-name');
  });
});
