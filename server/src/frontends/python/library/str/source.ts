import type { PythonSource } from '../libraryFunction';
import change from './change.py?raw';

export const changeSource: PythonSource = { name: 'str/change.py', text: change };
