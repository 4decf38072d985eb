import { type Disposable, type Extension, extensions, type Uri, workspace } from 'vscode';

/** The parts of two Python extensions' interfaces that matter here; neither is a dependency. */
interface EnvironmentsApi {
  getEnvironment(
    scope: Uri | undefined,
  ): Promise<{ execInfo?: { run?: { executable?: string } } } | undefined>;
  onDidChangeEnvironment?(listener: () => void): Disposable;
}
interface PythonApi {
  environments?: {
    getActiveEnvironmentPath(resource?: Uri): { path: string };
    resolveEnvironment(path: unknown): Promise<{ executable?: { uri?: Uri } } | undefined>;
    onDidChangeActiveEnvironmentPath(listener: () => void): Disposable;
  };
}

/**
 * The interpreter chosen in the editor's Python extension, if there is one that is running. The newer environments
 * extension goes first, as it owns the choice where both are installed.
 */
export async function editorInterpreter(): Promise<string | undefined> {
  const scope = workspace.workspaceFolders?.[0]?.uri;
  try {
    const environments = active<EnvironmentsApi>('ms-python.vscode-python-envs');
    const environment = await environments?.getEnvironment?.(scope);
    if (environment?.execInfo?.run?.executable) return environment.execInfo.run.executable;
    const python = active<PythonApi>('ms-python.python')?.environments;
    if (!python) return undefined;
    const resolved = await python.resolveEnvironment(python.getActiveEnvironmentPath(scope));
    return resolved?.executable?.uri?.fsPath;
  } catch {
    // Another version of that interface: the server finds an interpreter itself.
    return undefined;
  }
}

/** Calls back when another interpreter is chosen there, and when such an extension appears. */
export function onEditorInterpreterChange(listener: () => void): Disposable {
  let subscriptions: Disposable[] = [];
  const subscribe = () => {
    for (const one of subscriptions) one.dispose();
    const environments = active<EnvironmentsApi>('ms-python.vscode-python-envs');
    const python = active<PythonApi>('ms-python.python')?.environments;
    subscriptions = [
      environments?.onDidChangeEnvironment?.(listener),
      python?.onDidChangeActiveEnvironmentPath?.(listener),
    ].filter((one) => one !== undefined);
  };
  subscribe();
  const installed = extensions.onDidChange(() => {
    subscribe();
    listener();
  });
  return {
    dispose: () => {
      installed.dispose();
      for (const one of subscriptions) one.dispose();
    },
  };
}

function active<Api>(id: string): Api | undefined {
  const extension: Extension<Api> | undefined = extensions.getExtension<Api>(id);
  return extension?.isActive ? extension.exports : undefined;
}
