/** Something wrong in ARGS.json or in recorded arguments: where, what, and what to do. */
export class ArgsError extends Error {
  constructor(
    /** `$[1].v[0]`, in the file's terms. */
    readonly path: string,
    readonly problem: string,
    readonly advice: string,
  ) {
    super(`${path}: ${problem}. ${advice}`);
    this.name = 'ArgsError';
  }
}
