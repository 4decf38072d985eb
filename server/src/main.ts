import { hostService } from './host/serviceHost';
import { startServiceThread } from './host/serviceThread';
import { clientTransport } from './host/transport';

/** The language server's process; its work is done by the language service, in a thread of its own. */
export function main(): void {
  hostService(clientTransport(process.argv.slice(2)), startServiceThread, (code) => process.exit(code));
}

main();
