import type { PythonSource } from '../libraryFunction';
import text from './table.py?raw';

export const setSource: PythonSource = { name: 'set/table.py', text };
