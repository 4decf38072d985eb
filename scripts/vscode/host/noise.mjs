/** What the workbench itself writes to the console on every start of the browser edition, offline. */
const noise = [
  /^Resolv(?:ing|ed) connection token/,
  /^Creating a socket/,
  /^Updating additional builtin extensions cache/,
  /^ChatSessionStore:/,
  /^Creation of workbench contribution/,
  /^\[Service Worker\]/,
  /getaddrinfo (?:ENOTFOUND|EAI_AGAIN)/,
];

/** Whether a console line of the workbench says nothing about the extension under test. */
export function isNoise(line) {
  return noise.some((pattern) => pattern.test(line));
}
