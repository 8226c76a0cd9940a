import { writeFile } from 'node:fs/promises';
import { OPENAPI_FILE, openApiText } from './openapi-text.ts';

// `npm run openapi`: after a change to /v1, on purpose.
await writeFile(OPENAPI_FILE, openApiText());
