import type { PythonSource } from '../libraryFunction';
import text from './methods.py?raw';

export const listSource: PythonSource = { name: 'list/methods.py', text };
