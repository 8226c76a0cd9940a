/** A whole number as somebody typed it; undefined when it is none. */
export function readNumber(text: string | null): number | undefined {
  const typed = (text ?? '').trim();
  return /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}
