import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** The two ways of a connection with a client. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** How the client asked to be spoken to: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
export function clientTransport(args: readonly string[]): Transport {
  const optionValue = (option: string) => {
    const at = args.findIndex((one) => one === option || one.startsWith(`${option}=`));
    return at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1]);
  };
  const socket = Number(optionValue('--socket'));
  const pipe = optionValue('--pipe');
  if (args.includes('--stdio'))
    return made(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
  if (args.includes('--node-ipc')) return made(new IPCMessageReader(process), new IPCMessageWriter(process));
  if (socket) return made(...createServerSocketTransport(socket));
  if (pipe) return made(...createServerPipeTransport(pipe));
  throw new Error('Say how to speak with the client: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.');
}

function made(reader: MessageReader, writer: MessageWriter): Transport {
  return { reader, writer };
}
