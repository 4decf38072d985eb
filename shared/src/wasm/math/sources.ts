import { divisionSource } from './division';

/** Functions written in IR text, by file. */
export const mathSources: readonly string[] = [divisionSource];
