import { mkdirSync, writeFileSync } from 'node:fs';
import { generated, typesOfOpenapi } from './types-of-openapi.ts';

mkdirSync(new URL('.', generated), { recursive: true });
writeFileSync(generated, await typesOfOpenapi());
