import { answerCompileRequest } from './compiling/compileRequests';
import { serveRequests } from './workers/serveRequests';

serveRequests(answerCompileRequest);
