/**
 * Cleans up before an interrupted process ends. Gives back a function that takes the promise to do so back.
 *
 * @param {() => Promise<void>} cleanUp
 */
export function onInterrupt(cleanUp) {
  const interrupted = () => cleanUp().finally(() => process.exit(130));
  for (const signal of signals) process.once(signal, interrupted);
  return () => {
    for (const signal of signals) process.removeListener(signal, interrupted);
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
