/**
 * Takes the pictures of `docs/pictures/` from the running extension, in the browser edition of VS Code.
 * `node scripts/vscode/pictures.mjs [NAME...]`
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from './host/workbench.mjs';
import { installPackage, makePackage } from './package.mjs';
import { copyPrograms } from './prepareTests.mjs';
import { scenes, themed } from './scenes.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/pictures');
const wanted = process.argv.slice(2);

const tidySettings = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'right',
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'window.title': 'Jitsight',
  'workbench.editor.editorActionsLocation': 'hidden',
};

mkdirSync(folder, { recursive: true });
const installed = mkdtempSync(join(tmpdir(), 'jitsight-installed-'));
const extensions = join(installed, 'extensions');
try {
  await installPackage(await makePackage(join(installed, 'jitsight.vsix')), extensions);
  for (const [name, scene] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const file = join(folder, `${name}.png`);
    await take(scene, file);
    console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`);
  }
} finally {
  rmSync(installed, { recursive: true, force: true });
}

/** Each picture starts a window of its own, so that none shows traces of another. */
async function take(scene, file) {
  const scratch = mkdtempSync(join(tmpdir(), 'jitsight-pictures-'));
  const programs = join(scratch, 'tutorial');
  copyPrograms(programs);
  scene.prepare?.(programs);
  const workbench = await openWorkbench({
    folder: programs,
    openFile: join(programs, scene.program),
    extensionsDir: extensions,
    viewport: scene.viewport,
    deviceScaleFactor: 1.5,
    settings: { ...tidySettings, 'workbench.colorTheme': scene.theme ?? 'Default Dark Modern' },
  });
  try {
    await themed(workbench.page);
    await scene.play(workbench.page);
    await workbench.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  } catch (error) {
    await workbench.page.screenshot({ path: join(root, '.cache/failed-picture.png') });
    throw error;
  } finally {
    await workbench.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
