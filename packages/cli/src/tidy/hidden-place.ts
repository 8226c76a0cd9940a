// In a name one word is enough. What is hidden by mistake can still be reached by phone; what is shown by mistake can be found.
const IN_NAMES =
  /(?<!animal |tax |bus )\bshelters?\b|\bsafe[- ]?(house|home|housing)s?\b|\brefuges?\b|\btransition(al)? (house|housing|home)|\bemergency (accommodation|housing)\b|\bcrisis (house|accommodation|centre|center)\b|\b(domestic|family|intimate partner) (violence|abuse) (shelter|hous|program|residen|refuge|accommodation)|\bwomen'?s? (home|house)\b|rumah (aman|perlindungan|singgah)|บ้านพัก|สถานคุ้มครอง|nhà tạm lánh|nhà an toàn|bahay (kanlungan|silungan)|庇护|庇護|收容|安置所|安全屋|ဂေဟာ/iu;

// In a description it takes more: many services only speak of shelters.
const IN_TEXTS =
  /\b(confidential|undisclosed|secret|hidden|unlisted) (location|address|site|place)|\b(emergency|domestic violence|women'?s?|confidential|our|safe) shelters?\b|\bsafe house|\bprovid\w+ (safe )?(emergency )?shelter\b|\b(location|address) (is|are) (kept )?(confidential|undisclosed|secret|not disclosed)/i;

/** Why a place should not be found from a listing, in words; undefined when nothing says so. */
export function whyHidden(names: string[], texts: string[]): string | undefined {
  const said =
    names.map((name) => IN_NAMES.exec(name)?.[0]).find(Boolean) ??
    texts.map((text) => IN_TEXTS.exec(text)?.[0]).find(Boolean);
  return said === undefined ? undefined : `“${said.trim()}”`;
}
