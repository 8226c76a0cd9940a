import { Failure } from '../kernel/index.ts';

/** Where a page ends: the last listing on it. */
export interface ListingPosition {
  updatedAt: Date;
  id: string;
}

const FORM = /^(\d{1,15})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** Opaque to whoever carries it. */
export const toCursor = ({ updatedAt, id }: ListingPosition): string =>
  Buffer.from(`${updatedAt.getTime()}.${id}`).toString('base64url');

/** Throws `invalid-input` for what `toCursor` did not make. */
export function parseCursor(cursor: string): ListingPosition {
  const [, milliseconds, id] = FORM.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (milliseconds !== undefined && id !== undefined) {
    const position = { updatedAt: new Date(Number(milliseconds)), id };
    if (toCursor(position) === cursor) return position;
  }
  throw new Failure('invalid-input', 'the cursor is not one that a list here gave', [
    { pointer: '/cursor', code: 'invalid-cursor', message: 'is not one that a list here gave' },
  ]);
}
