import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { serveParts } from '@jitsight/shared/wasm/host/serveParts';

serveParts(workerData, () => receiveMessageOnPort(parentPort!)?.message);
