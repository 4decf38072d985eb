import { extensions } from 'vscode';
import type { TestInterface } from '../../src/extension';

export const extensionId = 'jitsight.jitsight';

/** Activates the extension under test and gives its inside. */
export async function testInterface(): Promise<TestInterface> {
  const made = await extensions.getExtension<TestInterface>(extensionId)!.activate();
  if (!made) throw new Error('the extension does not run in test mode');
  return made;
}
