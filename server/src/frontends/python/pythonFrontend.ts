import type { Frontend } from '../frontend';
import { analyzeModule } from './analyzeModule';
import { loadGrammar } from './parse/grammar';
import { specialize } from './specialize';

/** Python with Numba: the front end that the rest of the program knows. */
export const pythonFrontend: Frontend = {
  languageIds: ['python'],
  fileExtensions: ['.py', '.pyw'],
  start: loadGrammar,
  analyze: analyzeModule,
  specialize,
};
