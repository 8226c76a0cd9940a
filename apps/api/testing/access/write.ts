// `npm run access`: writes docs/access.md from the matrix.
import { readMatrix } from './matrix.ts';
import { renderMatrix, writeRendered } from './render.ts';

await writeRendered(renderMatrix(readMatrix()));
