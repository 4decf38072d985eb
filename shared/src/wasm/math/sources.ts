import type { DataSegment } from '../../ir/nodes';
import { divisionSource } from './division';
import { errorFunctionSource } from './errorFunction';
import { exponentialSource } from './exponential';
import { gammaSource } from './gamma';
import { logarithmSource } from './logarithm';
import { powerSource } from './power';
import { exp2Table, logTable, sinCosTable } from './tables';
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
];

/** Makers of the data that the functions read, by the name they use. */
export const mathTables: Readonly<Record<string, () => DataSegment>> = {
  'math.exp2': exp2Table,
  'math.log': logTable,
  'math.sinCos': sinCosTable,
};
