#!/usr/bin/env node
import { existsSync } from 'node:fs';

const cli = new URL('../dist/cli.mjs', import.meta.url);
if (existsSync(cli)) {
  await import(cli.href);
} else {
  console.error('Jitsight is not built: run npm install in its repository.');
  process.exitCode = 1;
}
