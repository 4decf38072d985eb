import { answerRunRequest } from './running/runRequests';
import { serveRequests } from './workers/serveRequests';

serveRequests(answerRunRequest);
