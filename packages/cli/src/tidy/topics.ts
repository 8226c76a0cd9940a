import type { Topic } from '@homeward/sdk';

/** Words of a name or a taxonomy term that leave no doubt. */
const WORDS: [Topic, RegExp][] = [
  [
    'counselling',
    /\b(?<!legal |credit |debt )counsell?ing\b|\bpsycho(social|therapy|log)|\btherapy\b|\bmental health\b|\btrauma\b|konseling/i,
  ],
  ['housing', /\bhousing\b|\bshelters?\b|\baccommodation\b|\btenan(ts?|cy)\b|\bevictions?\b|\bhomeless/i],
  [
    'documents',
    /\bbirth certificates?\b|\bpassports?\b|\bidentity (cards?|documents?)\b|\btravel documents?\b|\bcivil registration\b/i,
  ],
  ['health', /\bhealth\b|\bmedical\b|\bhospital\b|\bnursing\b|\bdental\b|\bhiv\b/i],
  [
    'money',
    /\bpublic benefits\b|\bcash assistance\b|\bsocial security\b|\bssi\b|\btax(payers?|es)?\b|\bfinancial (aid|assistance|help)\b/i,
  ],
  ['debt', /\bdebts?\b|\bbankruptcy\b|\bforeclosures?\b/i],
  ['legal', /\blegal\b|\blaw(yers?)?\b|\battorneys?\b|\bimmigration\b|\basylum\b|\bcitizenship\b/i],
  [
    'family',
    /\bfamil(y|ies)\b|\bchild(ren)?('s)?\b|\bdomestic violence\b|\bdivorce\b|\bcustody\b|\bpaternity\b|\bmarriage\b/i,
  ],
  ['training', /\btraining\b|\bvocational\b|\bliteracy\b|\bcourses?\b|\bapprenticeships?\b/i],
  ['work', /\bemployment\b|\bjobs?\b|\bwages?\b|\bcareers?\b/i],
];

/** The topics that the given names and terms speak of; none rather than a guess. */
export function guessTopics(terms: string[]): Topic[] {
  return WORDS.filter(([, words]) => terms.some((term) => words.test(term))).map(([topic]) => topic);
}
