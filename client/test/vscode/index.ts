import Mocha from 'mocha';
import { suites } from './suites';

/** What VS Code calls in its extension host: runs the suite named in the environment and rejects when a test fails. */
export async function run(): Promise<void> {
  const name = process.env.JITSIGHT_VSCODE_SUITE ?? 'trusted';
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'spec', color: true });
  const only = process.env.JITSIGHT_VSCODE_GREP;
  if (only) mocha.grep(only);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of suites[name]!) await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the ${name} tests failed`);
}
