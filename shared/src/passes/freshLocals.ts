import { localExpression } from '../ir/expressions';
import type { FunctionIR, LocalExpression, LocalIR } from '../ir/nodes';
import type { ScalarType } from '../ir/scalarType';

/** Locals that a pass adds to a function. */
export class FreshLocals {
  private readonly added: LocalIR[] = [];
  private readonly taken: Set<string>;
  /** The number to try next, by hint. */
  private readonly next = new Map<string, number>();

  constructor(private readonly fn: FunctionIR) {
    this.taken = new Set(fn.locals.map(({ name }) => name));
  }

  /** A new local called `hint`, with a number behind it. */
  make(hint: string, type: ScalarType): LocalExpression {
    let i = this.next.get(hint) ?? 0;
    while (this.taken.has(`${hint}${i}`)) i++;
    this.next.set(hint, i + 1);
    const name = `${hint}${i}`;
    this.taken.add(name);
    this.added.push({ name, type });
    return localExpression(name, type);
  }

  /** The function with another body and these locals; itself where the body is its own. */
  finish(body: FunctionIR['body']): FunctionIR {
    if (body === this.fn.body) return this.fn;
    return { ...this.fn, body, locals: [...this.fn.locals, ...this.added] };
  }
}
