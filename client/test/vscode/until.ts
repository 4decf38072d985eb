const stepMs = 50;

/**
 * Polls until `probe` gives something true, and returns that. Fails after the deadline with what was waited for, and
 * with `seen` where that is given: what was there instead.
 */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  { deadlineMs = 30_000, seen }: { deadlineMs?: number; seen?: () => unknown } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const value = await probe();
    if (value) return value as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) {
      // VS Code drops long lines of a test's output altogether.
      const instead = seen ? `; there is ${JSON.stringify(await seen())?.slice(0, 1000)}` : '';
      throw new Error(`waited ${deadlineMs / 1000} s for ${what}${instead}`);
    }
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
}
