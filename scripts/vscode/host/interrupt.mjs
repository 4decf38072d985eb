const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parentCheckMs = 2000;

/**
 * Cleans up before an interrupted process ends, also when its parent is gone: `@vscode/test-electron` does not end what
 * it started when it is killed. Gives back a function that calls all this off.
 *
 * @param {() => Promise<void>} cleanUp
 */
export function onInterrupt(cleanUp) {
  const interrupted = () => cleanUp().finally(() => process.exit(130));
  for (const signal of signals) process.once(signal, interrupted);
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    interrupted();
  }, parentCheckMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    for (const signal of signals) process.removeListener(signal, interrupted);
  };
}
