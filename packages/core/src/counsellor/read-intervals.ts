import { DayHours } from '@homeward/contracts/availability';
import { z } from 'zod';

// What more there is in the column is nobody's concern here.
const Stored = z.array(DayHours.strip());

/** The hours of an override as they stand in the database. Throws when they were never written by us. */
export const readDayHours = (stored: unknown): DayHours[] => Stored.parse(stored);

/** The same, for the engine. */
export const readIntervals = (stored: unknown) =>
  readDayHours(stored).map(({ modalities: modality, ...hours }) => ({ ...hours, modality }));
