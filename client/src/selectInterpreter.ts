import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ConfigurationTarget, type QuickPickItem, window, workspace } from 'vscode';
import { editorInterpreter } from './pythonExtension';

interface Choice extends QuickPickItem {
  readonly path?: string;
  readonly action?: 'browse' | 'automatic';
}

/** Asks which Python measures, and keeps the answer in the settings. */
export async function selectInterpreter(): Promise<void> {
  const settings = workspace.getConfiguration('jitsight');
  const current = settings.get<string>('python.interpreter') ?? '';
  const choice = await window.showQuickPick(choices(current, await editorInterpreter()), {
    title: 'Jitsight: Select Python Interpreter',
    placeHolder: 'The Python that measures; its Numba version decides the rules',
    matchOnDetail: true,
  });
  if (!choice) return;
  const path = choice.action === 'browse' ? await browse() : (choice.path ?? '');
  if (path === undefined) return;
  // Restricted mode ignores this setting in the workspace.
  const inWorkspace = workspace.workspaceFolders !== undefined && workspace.isTrusted;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('python.interpreter', path || undefined, target);
}

function choices(current: string, fromEditor: string | undefined): Choice[] {
  const automatic: Choice = {
    label: '$(sparkle) Choose automatically',
    detail: fromEditor
      ? `The Python extension's: ${fromEditor}`
      : 'The first on PATH that has NumPy, else the first',
    description: current ? undefined : 'current',
    action: 'automatic',
  };
  const found = interpretersNearby(current).map((path) => ({
    label: `$(terminal) ${path}`,
    description: path === current ? 'current' : undefined,
    path,
  }));
  return [automatic, ...found, { label: '$(folder-opened) Browse...', action: 'browse' }];
}

/** The current one, virtual environments of the open folders, and what PATH holds. */
function interpretersNearby(current: string): string[] {
  const windows = process.platform === 'win32';
  const names = windows ? ['python.exe'] : ['python3', 'python'];
  const inEnvironment = windows ? 'Scripts/python.exe' : 'bin/python';
  const folders = workspace.workspaceFolders ?? [];
  const candidates = [
    current,
    ...folders.flatMap(({ uri }) =>
      ['.venv', 'venv', 'env'].map((name) => join(uri.fsPath, name, inEnvironment)),
    ),
    ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  return [...new Set(candidates.filter((path) => path && existsSync(path)))];
}

async function browse(): Promise<string | undefined> {
  const picked = await window.showOpenDialog({ title: 'Select a Python interpreter', openLabel: 'Select' });
  return picked?.[0]?.fsPath;
}
