import type { Frontend } from '../../frontends/frontend';
import type { CaseAnswer } from './answer';
import { answerCase } from './answerCase';
import type { RecordedCase, RecordedModule } from './records';

export interface CaseRequest {
  readonly module: Omit<RecordedModule, 'records'>;
  readonly record: RecordedCase;
}

export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress' | 'done'; readonly answer: CaseAnswer }
  | { readonly kind: 'error'; readonly message: string };

/** The side of `conform` that a case may hang or crash: a process that answers cases one by one. */
export async function serveCases(frontend: Frontend): Promise<void> {
  const send = (message: ChildMessage) => process.send?.(message);
  await frontend.start();
  process.on('disconnect', () => process.exit());
  process.on('message', async ({ module, record }: CaseRequest) => {
    try {
      const answer = await answerCase(frontend, module, record, (partial) =>
        send({ kind: 'progress', answer: partial }),
      );
      send({ kind: 'done', answer });
    } catch (error) {
      send({
        kind: 'error',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  send({ kind: 'ready' });
}
