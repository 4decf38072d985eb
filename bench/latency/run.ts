/** How long the editor waits: `npm run bench:latency [-- EDITS]`. Compile times are part of `npm run bench`. */
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { analysisTimes } from './analysis';
import { editorTimes } from './editor';
import { program } from './program';
import { describeTimes } from './times';

const rounds = 40;
const edits = Number(process.argv[2] ?? 100);

/** A text that is opened, and what a person types, as the text's versions. */
const fromScratch = 'opening it';
const typing: Readonly<Record<string, (text: string) => (round: number) => string>> = {
  [fromScratch]: (text) => (round) => `${text}\nversion = ${round}\n`,
  'an edit in one function': (text) => (round) => text.replace('scale = 1', `scale = ${round + 1}`),
  'an edit in a comment': (text) => (round) => text.replace('\n\n\n', `\n\n\n# ${round}\n`),
};

for (const lines of [300, 1000]) {
  for (const [name, versions] of Object.entries(typing)) {
    const { whole, longestHold } = await analysisTimes(versions(program(lines)), rounds, {
      fromScratch: name === fromScratch,
    });
    console.log(
      `${lines} lines, analysis and typing after ${name} (processor time): ${describeTimes(whole)}`,
    );
    console.log(`${lines} lines, its longest hold of the service thread: ${describeTimes(longestHold)}`);
  }
}
const neighbours = Array.from(
  { length: 100 },
  (_, i) => new SourceFile(`file:///bench/neighbour_${i}.py`, program(300), 0),
);
const edited = typing['an edit in one function']!(program(300));
const among = await analysisTimes(edited, rounds, { neighbours });
console.log(
  `300 lines, beside 100 files as long, after an edit in one function: ${describeTimes(among.whole)}`,
);
for (const lines of [300, 1000]) {
  console.log(
    `${lines} lines, edit to diagnostics over stdio: ${describeTimes(await editorTimes(lines, edits))}`,
  );
}
