import {
  type CompiledCodeParams,
  commands as ids,
  type MeasureParams,
} from '@jitsight/shared/protocol/requests';
import { commands, Disposable, type ExtensionContext, Uri, ViewColumn, window, workspace } from 'vscode';
import { cursorPlace } from './activeFunction';
import type { CompiledCodePanel } from './compiledCodePanel';
import type { LanguageServer } from './languageServer';
import { measure } from './measure';
import { openRulePage } from './rulePage';
import { selectInterpreter } from './selectInterpreter';
import { openStageDocument, type Stage } from './stageDocuments';

/** Every command that the manifest lists, and those that only links run. */
export function registerCommands(
  context: ExtensionContext,
  server: LanguageServer,
  panel: CompiledCodePanel,
): Disposable {
  const table: Record<string, (...args: never[]) => unknown> = {
    [ids.measure]: (params?: MeasureParams) => measure(server, params),
    [ids.showCompiledCode]: (params?: CompiledCodeParams) => showCompiledCode(panel, params),
    'jitsight.showTypedIR': () => showStage(server, 'ir'),
    'jitsight.showWasmText': () => showStage(server, 'watOptimized'),
    'jitsight.fixAll': fixAll,
    'jitsight.selectInterpreter': selectInterpreter,
    'jitsight.restartServer': () => server.restart(),
    'jitsight.showOutput': () => server.output.show(),
    'jitsight.openWalkthrough': () => openWalkthrough(context),
    'jitsight.openExample': () => openExample(context),
    'jitsight.showMenu': showMenu,
    'jitsight.openRulePage': openRulePage,
  };
  return Disposable.from(...Object.entries(table).map(([id, run]) => commands.registerCommand(id, run)));
}

async function showCompiledCode(panel: CompiledCodePanel, params?: CompiledCodeParams): Promise<void> {
  const target = params ?? cursorPlace();
  if (target) await panel.show(target);
  else void askForCursor();
}

async function showStage(server: LanguageServer, stage: Stage): Promise<void> {
  const target = cursorPlace();
  if (target) await openStageDocument(server, target, stage);
  else void askForCursor();
}

function askForCursor(): Thenable<unknown> {
  return window.showInformationMessage(
    'Open a Python file and put the cursor into a function to see its compiled code.',
  );
}

async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.sourceAction', {
    kind: 'source.fixAll.jitsight',
    apply: 'first',
  });
}

async function openWalkthrough(context: ExtensionContext): Promise<void> {
  await commands.executeCommand(
    'workbench.action.openWalkthrough',
    `${context.extension.id}#jitsight.start`,
    false,
  );
}

/** A program to try things on, in an unsaved document. */
async function openExample(context: ExtensionContext): Promise<void> {
  const file = Uri.joinPath(context.extensionUri, 'client/media/walkthrough/example.py');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  const document = await workspace.openTextDocument({ language: 'python', content });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Active });
}

async function showMenu(): Promise<void> {
  const entries = [
    { label: '$(terminal) Select Python Interpreter...', command: 'jitsight.selectInterpreter' },
    {
      label: '$(gear) Open Settings',
      command: 'workbench.action.openSettings',
      argument: '@ext:jitsight.jitsight',
    },
    { label: '$(output) Show Output', command: 'jitsight.showOutput' },
    { label: '$(debug-restart) Restart Server', command: 'jitsight.restartServer' },
    { label: '$(book) Open Walkthrough', command: 'jitsight.openWalkthrough' },
  ];
  const choice = await window.showQuickPick(entries, { title: 'Jitsight' });
  if (choice) await commands.executeCommand(choice.command, choice.argument);
}
