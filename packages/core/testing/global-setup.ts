import { startTestPostgres } from '@homeward/db/testing';
import type { TestProject } from 'vitest/node';
import { installOutbox } from '../src/kernel/index.ts';

/** Starts one PostgreSQL for the whole run; each test file makes its own database from it (`createWorld`). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...postgres } = await startTestPostgres();
  try {
    await installOutbox(postgres.owner);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgres', postgres);
  return stop;
}
