import type { DataSegment } from '../../ir/nodes';
import { arctangentSource } from './arctangent';
import { cubeRootSource } from './cubeRoot';
import { divisionSource } from './division';
import { errorFunctionSource } from './errorFunction';
import { errorTable } from './errorTable';
import { exponentialSource } from './exponential';
import { gammaSource } from './gamma';
import { hyperbolicSource } from './hyperbolic';
import { inverseSource } from './inverseFunctions';
import { logarithmSource } from './logarithm';
import { largeAngleSource, twoOverPiTable } from './largeAngle';
import { powerSource } from './power';
import { arctangentTable, exp2Table, logTable, sinCosTable } from './tables';
import { trigonometrySource } from './trigonometry';

/** A file of functions written in IR text. */
export const mathSources: readonly string[] = [
  divisionSource,
  exponentialSource,
  logarithmSource,
  powerSource,
  errorFunctionSource,
  gammaSource,
  trigonometrySource,
  largeAngleSource,
  arctangentSource,
  hyperbolicSource,
  inverseSource,
  cubeRootSource,
];

/** Makers of the data that the functions read, by the name they use. */
export const mathTables: Readonly<Record<string, () => DataSegment>> = {
  'math.arctangent': arctangentTable,
  'math.erf': errorTable,
  'math.exp2': exp2Table,
  'math.log': logTable,
  'math.sinCos': sinCosTable,
  'math.twoOverPi': twoOverPiTable,
};
