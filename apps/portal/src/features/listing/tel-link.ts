/** A `tel:` address of what somebody wrote as a phone number; nothing when there is no number in it. */
export function telLink(phone: string): string | undefined {
  const dialled = phone
    .normalize('NFKC')
    .replaceAll(/[^\d+*#]/g, '')
    .replaceAll(/(?!^)\+/g, '');
  return /\d{2}/.test(dialled) ? `tel:${dialled}` : undefined;
}
