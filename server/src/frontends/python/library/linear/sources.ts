import type { PythonSource } from '../libraryFunction';
import checksText from './checks.py?raw';
import complexSchurText from './complexSchur.py?raw';
import decompositionsText from './decompositions.py?raw';
import deflationText from './deflation.py?raw';
import eigenvaluesText from './eigenvalues.py?raw';
import householderText from './householder.py?raw';
import normsText from './norms.py?raw';
import realSchurText from './realSchur.py?raw';
import rotationsText from './rotations.py?raw';
import singularText from './singular.py?raw';
import triangularText from './triangular.py?raw';

export const checkSource: PythonSource = { name: 'linear/checks.py', text: checksText };

export const triangularSource: PythonSource = { name: 'linear/triangular.py', text: triangularText };

export const householderSource: PythonSource = { name: 'linear/householder.py', text: householderText };

export const normSource: PythonSource = { name: 'linear/norms.py', text: normsText };

/** A decomposition calls the reductions and iterations before it. */
export const decompositionSource: PythonSource = {
  name: 'linear/decompositions.py',
  text: [householderText, rotationsText, singularText, decompositionsText].join('\n\n'),
};

export const realEigenSource: PythonSource = {
  name: 'linear/realEigenvalues.py',
  text: [householderText, deflationText, realSchurText, eigenvaluesText].join('\n\n'),
};

export const complexEigenSource: PythonSource = {
  name: 'linear/complexEigenvalues.py',
  text: [householderText, deflationText, complexSchurText, eigenvaluesText].join('\n\n'),
};
