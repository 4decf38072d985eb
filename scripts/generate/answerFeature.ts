import { pathToFileURL } from 'node:url';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { RecordedCase } from '../../server/src/cli/conform/records';
import type { Specialization } from '../../server/src/frontends/frontend';
import { pythonFrontend } from '../../server/src/frontends/python/pythonFrontend';
import type { Feature, FeatureModule } from './features';

/** How a feature stands. */
export interface Answer {
  readonly feature: string;
  /** Real Numba's verdict, with its error class where it failed. */
  readonly recorded: string;
  /** Our verdict is that one, for each recorded signature. */
  readonly typed: boolean;
  /** There is code, or why not; undefined where there is nothing to compile. */
  readonly code: true | string | undefined;
}

export async function answerFeature(module: FeatureModule, { name, records }: Feature): Promise<Answer> {
  await pythonFrontend.start();
  const file = fileOf(module);
  const found = records.map((record) => ({ record, specialization: specialize(file, module, record) }));
  return {
    feature: name,
    recorded: [...new Set(records.map(recordedText))].join(', '),
    typed: found.every(
      ({ record, specialization }) =>
        !('problem' in specialization) && specialization.verdict === record.verdict,
    ),
    code:
      found.map(({ specialization }) => codeOf(specialization)).find((code) => code !== true) ??
      codeOf(found[0]!.specialization),
  };
}

const files = new Map<string, SourceFile>();

/** One frozen file per module, so that the front end parses it once. */
function fileOf({ path, text }: FeatureModule): SourceFile {
  const known = files.get(path);
  if (known) return known;
  const file = new SourceFile(pathToFileURL(path).href, text);
  files.set(path, file);
  return file;
}

function specialize(file: SourceFile, { numba }: FeatureModule, record: RecordedCase) {
  const settings = { numba, numbaSource: 'option', rules: {} } as const;
  return pythonFrontend.specialize(file, settings, { files: [file] }, record.function, record.signature);
}

function codeOf(specialization: Specialization | { readonly problem: string }): Answer['code'] {
  if ('problem' in specialization || specialization.verdict === 'fails') return undefined;
  const lowered = specialization.lower();
  return 'ir' in lowered ? true : lowered.reason;
}

function recordedText({ verdict, error }: RecordedCase): string {
  return verdict === 'fails' ? (error?.class ?? verdict) : verdict;
}
