const PRIVATE =
  /private|confidential|undisclosed|unlisted|donotpublish|dontpublish|notforpublication|nonpublic|hide(the)?address|address(is)?hidden|suppressaddress/;
const PUBLIC =
  /^(is)?(public|publish(able|ed)?|show)(address|location)$|^(is)?(address|location)(is)?(public|publish(able|ed)?|shown|visible)$/;
/** Flags about something else than the place. */
const ELSEWHERE =
  /phone|fax|email|website|url|contact|note|comment|policy|statement|agreement|sector|practice|insurance|school/;

const NO = /^(|0|no|n|false|f|off|none|null|public|not? (private|confidential)|n\/a)$/i;
const NOT_PUBLIC = /^(0|no|n|false|f|off|not? public|private|hidden|confidential)$/i;

/**
 * The field of a record that says its place must not be shown, as in HSDS extensions, iCarol, VisionLink, WellSky and
 * AIRS exports (`PhysicalAddressIsPrivate`). Whatever is not a plain "no" counts as yes.
 */
export function privateFlagOf(record: Record<string, unknown>): string | undefined {
  return Object.keys(record).find((name) => {
    const word = name.toLowerCase().replace(/[^a-z]/g, '');
    const value = record[name];
    if (typeof value === 'object' && value !== null) return false;
    const said = String(value ?? '').trim();
    if (ELSEWHERE.test(word)) return false;
    if (PRIVATE.test(word)) return !NO.test(said);
    return PUBLIC.test(word) && NOT_PUBLIC.test(said);
  });
}
