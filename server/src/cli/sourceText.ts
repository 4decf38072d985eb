import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';

/** A file's text, or why Python could not read it either: in words, with the line. */
export type SourceText = { readonly text: string } | { readonly problem: string; readonly line: number };

const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** Reads a source file as Python does: UTF-8 unless the first two lines name another encoding (PEP 263). */
export function readSourceText(path: string): SourceText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { problem: readProblem(error as NodeJS.ErrnoException), line: 1 };
  }
  return decodeSource(bytes);
}

export function decodeSource(bytes: Buffer): SourceText {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) {
    return { problem: 'the file is UTF-16, which Python does not read: save it as UTF-8', line: 1 };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return {
      problem:
        'the file contains a null byte, so it is no Python source: remove the byte or leave the file out',
      line: lineAt(bytes, nul),
    };
  }
  const declared = declaredEncoding(bytes);
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (declared && !/^utf-?8(-sig)?$/i.test(declared.name)) return decodeDeclared(bytes, declared, hasBom);
  return decodeUtf8(bytes);
}

function declaredEncoding(bytes: Buffer): { name: string; line: number } | undefined {
  const lines = bytes
    .subarray(0, 1000)
    .toString('latin1')
    .split(/\r\n|\r|\n/, 2);
  for (const [line, text] of lines.entries()) {
    const name = cookie.exec(text.replace(/^\xef\xbb\xbf/, ''))?.[1];
    if (name) return { name: name.replaceAll('_', '-'), line: line + 1 };
    if (text.trim() !== '' && !text.trimStart().startsWith('#')) return undefined;
  }
  return undefined;
}

function decodeDeclared(
  bytes: Buffer,
  { name, line }: { name: string; line: number },
  hasBom: boolean,
): SourceText {
  if (hasBom) {
    return { problem: `the file declares ${name} but starts with UTF-8's byte order mark: remove one`, line };
  }
  if (!iconv.encodingExists(name)) {
    return { problem: `the file declares the encoding ${name}, which is not known: save it as UTF-8`, line };
  }
  return { text: iconv.decode(bytes, name) };
}

function decodeUtf8(bytes: Buffer): SourceText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const line = lineAt(bytes, firstInvalid(bytes));
    return {
      problem: `line ${line} is not UTF-8: save the file as UTF-8, or declare its encoding in the first line, # -*- coding: latin-1 -*-`,
      line,
    };
  }
}

/** Where decoding first fails, found by halving. */
function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      decoder.decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++;
  return line;
}

function readProblem({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'the file does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read: check its permissions';
  if (code === 'EISDIR') return 'it is a folder';
  return `the file cannot be read: ${message}`;
}
