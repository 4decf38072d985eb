import { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { Connection } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import type { FileAnalysis, Frontend } from '../../src/frontends/frontend';
import { Session } from '../../src/lsp/session';
import { documentSource } from '../../src/lsp/textSource';

const uri = 'file:///f.py';

/** A session whose first analysis is interrupted half-way by `interrupt`. */
function interrupted(interrupt: (session: Session) => void): { session: Session; runs: () => number } {
  let runs = 0;
  const frontend: Partial<Frontend> = {
    *analyze(file) {
      runs++;
      if (runs === 1) interrupt(session);
      yield;
      return { uri: file.uri, version: file.version } as FileAnalysis;
    },
  };
  const session = new Session({} as Connection, frontend as Frontend);
  session.open(documentSource(new SourceFile(uri, 'old', 1)));
  session.becomeReady();
  return { session, runs: () => runs };
}

it('starts again when the settings change under a waiting request', async () => {
  const { session, runs } = interrupted((one) => one.invalidate());
  expect((await session.analyzed(uri))?.analysis.version).toBe(1);
  expect(runs()).toBe(2);
});

it('gives up when a newer text arrives under a waiting request', async () => {
  const { session, runs } = interrupted((one) => one.open(documentSource(new SourceFile(uri, 'new', 2))));
  expect(await session.analyzed(uri)).toBeUndefined();
  expect(runs()).toBe(1);
});
