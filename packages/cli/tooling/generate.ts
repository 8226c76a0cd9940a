import { mkdirSync, writeFileSync } from 'node:fs';
import { bodySchemas, generated } from './body-schemas.ts';

mkdirSync(new URL('.', generated), { recursive: true });
writeFileSync(generated, bodySchemas());
