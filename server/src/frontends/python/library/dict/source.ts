import type { PythonSource } from '../libraryFunction';
import text from './table.py?raw';

export const dictSource: PythonSource = { name: 'dict/table.py', text };
