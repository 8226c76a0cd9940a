export { listFigures } from './list-figures.ts';
