/** How long the editor waits: `npm run bench:latency [-- EDITS]`. Compile times are part of `npm run bench`. */
import { analysisTimes } from './analysis';
import { editorTimes } from './editor';
import { program } from './program';
import { describeTimes } from './times';

const edits = Number(process.argv[2] ?? 100);
for (const lines of [300, 1000]) {
  const { whole, longestHold } = await analysisTimes(program(lines), 40);
  console.log(`${lines} lines, analysis and typing (processor time): ${describeTimes(whole)}`);
  console.log(`${lines} lines, longest hold of the event loop: ${describeTimes(longestHold)}`);
}
console.log(`1000 lines, edit to diagnostics over stdio: ${describeTimes(await editorTimes(1000, edits))}`);
