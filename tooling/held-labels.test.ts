import { expect, it } from 'vitest';
import { heldTables } from '../packages/core/src/export/held-tables.ts';
import { personalData } from '../packages/db/src/personal-data.ts';
import { isMessageKey } from '../packages/i18n/src/index.ts';

const keyOf = (name: string): string =>
  `held.${name.replace(/_sealed$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** For programs only: the time with what the counsellor keeps free around it. */
const WORDLESS = ['held.blockedPeriod (appointment)'];

it('has words for every personal column that a person takes along, so that they can read it', () => {
  const wordless = heldTables().flatMap(({ name, columns }) => {
    const personal = columns.filter(
      (column) => personalData.tables[`public.${name}`]?.columns[column]?.class === 'personal',
    );
    const needed = personal.length === 0 ? [] : [name, ...personal];
    return needed
      .map(keyOf)
      .filter((key) => !isMessageKey(key))
      .map((key) => `${key} (${name})`);
  });
  expect(wordless, 'add these messages in packages/i18n/src/messages').toEqual(WORDLESS);
});
