// Runs a file of scheduling vectors: node tooling/vectors.ts FILE. Exit 1 when one fails or the file can't be read.
import { readFileSync } from 'node:fs';
import { checkVector, parseVectors, type Vector } from '../packages/scheduling/src/index.ts';

process.exitCode = main(process.argv[2]);

function main(file: string | undefined): number {
  if (!file) return refuse('no file given. Usage: npm run vectors -- FILE');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(`${file}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  const read = parseVectors(json);
  return 'fault' in read ? refuse(`${file}: ${read.fault}`) : report(read.vectors);
}

function report(vectors: Vector[]): number {
  let failed = 0;
  for (const vector of vectors) {
    const difference = checkVector(vector);
    if (!difference) continue;
    failed++;
    console.log(`FAILED ${vector.name}`);
    for (const at of difference.missing) console.log(`  missing     ${at}`);
    for (const at of difference.unexpected) console.log(`  unexpected  ${at}`);
    if (difference.missing.length + difference.unexpected.length === 0)
      console.log('  order or duplicates differ');
  }
  console.log(`${vectors.length} vectors, ${vectors.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function refuse(message: string): number {
  console.error(`vectors: ${message.replaceAll('\n', ' ')}`);
  return 1;
}
