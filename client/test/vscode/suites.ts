/**
 * The files of each suite. A suite is one start of VS Code: `trusted` and `untrusted` run the extension from this
 * repository, `packaged` the installed `.vsix`.
 */
export const suites: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  trusted: [
    () => import('./trusted/activation.test'),
    () => import('./trusted/diagnostics.test'),
    () => import('./trusted/quickFix.test'),
    () => import('./trusted/codeLens.test'),
    () => import('./trusted/panel.test'),
    () => import('./trusted/stageDocument.test'),
    () => import('./trusted/notebook.test'),
    () => import('./trusted/measure.test'),
    () => import('./trusted/restart.test'),
  ],
  untrusted: [() => import('./untrusted/restricted.test')],
  packaged: [() => import('./packaged/installed.test')],
};
