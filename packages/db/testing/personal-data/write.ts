// `npm run personal-data`: writes docs/personal-data.md from the register.
import { personalData } from '../../src/personal-data.ts';
import { renderPersonalData, writeRendered } from './render.ts';

await writeRendered(renderPersonalData(personalData));
