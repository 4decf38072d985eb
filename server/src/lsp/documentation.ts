import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Rule pages travel with the server, so that they can be read without a network. */
const pages = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'rules');

export function ruleDocumentation(code: string): string {
  return pathToFileURL(join(pages, `${code}.md`)).href;
}
