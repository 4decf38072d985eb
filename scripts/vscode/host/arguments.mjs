/**
 * Reads the options that VS Code and its tests share, `--name=value`; the first other argument is the folder to open.
 * Options without a meaning here (`--no-sandbox`) are kept and ignored, as VS Code ignores them.
 */
export function readArguments(argv) {
  const options = { extensionDevelopmentPath: [], flags: new Set() };
  for (const argument of argv) {
    const match = /^--([^=]+)(?:=(.*))?$/.exec(argument);
    if (!match) options.folder ??= argument;
    else if (match[2] === undefined) options.flags.add(match[1]);
    else if (match[1] === 'extensionDevelopmentPath') options.extensionDevelopmentPath.push(match[2]);
    else options[match[1]] = match[2];
  }
  return options;
}
