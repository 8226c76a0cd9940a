export { makeDigits, parseDigits } from './digits.ts';
