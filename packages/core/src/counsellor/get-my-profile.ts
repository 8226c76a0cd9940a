import { z } from 'zod';
import { query } from '../kernel/index.ts';
import { readMyProfile } from './read-my-profile.ts';

/** The signed-in counsellor's own settings. */
export const getMyProfile = query({
  action: 'counsellor.get-my-profile',
  scope: 'availability:own',
  input: z.undefined(),
  run: readMyProfile,
});
