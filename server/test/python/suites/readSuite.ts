/**
 * A suite is a Markdown file: headings name the cases, the Python block under a heading is the program, and
 * expectations are comments at the end of the line they are about:
 *
 * - `# error: [code] "part of the message"`, also warning, information, hint: exactly these diagnostics, no more.
 * - `# infers: name type`: Numba's type of the variable, in the function around the line.
 * - `# fix: id`: on a line with a diagnostic or function; the next block, tagged `python fixed`, is the whole text after.
 * - `# runs: expression == value`: evaluated by compiled code and compared with CPython's answer in the value.
 *
 * A `numba: 0.56` line in the prose sets the version.
 */
export interface SuiteCase {
  readonly title: string;
  readonly numba: string;
  readonly text: string;
  /** Expected program after the fix that the case names. */
  readonly fixed?: string;
  readonly expectations: readonly Expectation[];
}

export type Expectation =
  | {
      readonly kind: 'diagnostic';
      readonly line: number;
      readonly severity: string;
      readonly code: string;
      readonly part?: string;
    }
  | { readonly kind: 'infers'; readonly line: number; readonly name: string; readonly type: string }
  | { readonly kind: 'fix'; readonly line: number; readonly id: string }
  | { readonly kind: 'runs'; readonly line: number; readonly expression: string; readonly value: string };

export function readSuite(markdown: string): readonly SuiteCase[] {
  const cases: SuiteCase[] = [];
  const headings: string[] = [];
  let numba = '0.68';
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const heading = /^(#+) (.*)$/.exec(lines[i]!);
    if (heading) {
      headings.splice(heading[1]!.length - 1, headings.length, heading[2]!);
      numba = '0.68';
      continue;
    }
    numba = /^numba: (\d+\.\d+)$/.exec(lines[i]!)?.[1] ?? numba;
    const fence = /^```python( fixed)?$/.exec(lines[i]!);
    if (!fence) continue;
    const end = lines.indexOf('```', i + 1);
    const text = `${lines.slice(i + 1, end).join('\n')}\n`;
    i = end;
    const last = cases.at(-1);
    if (fence[1] && last) cases[cases.length - 1] = { ...last, fixed: text };
    else
      cases.push({
        title: headings.filter(Boolean).join(' › '),
        numba,
        text,
        expectations: readExpectations(text),
      });
  }
  return cases;
}

/** Also used for the whole programs of `test-fixtures`. */
export function readExpectations(text: string): readonly Expectation[] {
  return text.split('\n').flatMap((content, line) => {
    const comment = /#\s*((?:error|warning|information|hint|infers|fix|runs): .*)$/.exec(content);
    if (!comment) return [];
    return comment[1]!.split(/ # (?=\w+: )/).flatMap((part) => {
      const separator = part.indexOf(': ');
      return readOne(part.slice(0, separator), part.slice(separator + 2).trim(), line);
    });
  });
}

function readOne(kind: string, body: string, line: number): Expectation[] {
  if (kind === 'infers') {
    const [, name, type] = /^(\S+) (.*)$/.exec(body)!;
    return [{ kind, line, name: name!, type: type! }];
  }
  if (kind === 'fix') return [{ kind, line, id: body }];
  if (kind === 'runs') {
    const [, expression, value] = /^(.*) == (.*)$/.exec(body)!;
    return [{ kind, line, expression: expression!, value: value! }];
  }
  const [, code, part] = /^\[([\w-]+)\](?: "(.*)")?$/.exec(body) ?? [];
  if (!code) throw new Error(`line ${line + 1}: '${kind}: ${body}' is not an expectation`);
  return [{ kind: 'diagnostic', line, severity: kind, code, part }];
}
