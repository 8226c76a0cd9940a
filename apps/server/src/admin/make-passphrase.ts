import type { Random } from '@homeward/core/kernel';

// Without letters and digits that look alike when written by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A passphrase to hand over in person: five groups of four, about 99 bits. */
export function makePassphrase(random: Random): string {
  const group = () => Array.from({ length: 4 }, () => letters[random.integer(letters.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}
