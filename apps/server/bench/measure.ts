/** Prints one result as a line of JSON. */
export function report(result: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Runs `jobs` over `clients` at once, each client one after the other. Answers seconds and the time of each job in milliseconds. */
export async function runParallel(
  clients: number,
  jobs: number,
  job: (index: number, client: number) => Promise<void>,
): Promise<{ seconds: number; milliseconds: number[] }> {
  let next = 0;
  const milliseconds: number[] = [];
  const begin = performance.now();
  const work = async (client: number) => {
    for (let index = next++; index < jobs; index = next++) {
      const from = performance.now();
      await job(index, client);
      milliseconds.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return { seconds: (performance.now() - begin) / 1000, milliseconds };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
