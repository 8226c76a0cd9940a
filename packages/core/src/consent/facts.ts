import { LanguageTag } from '@homeward/contracts/language';
import { z } from 'zod';
import type { Tx } from '../kernel/index.ts';
import { findPersonKeys, getPersonKey, seal, unseal } from '../vault/index.ts';

/** What a person may say of themselves, by its name in the table. */
const FACTS = {
  alias: z.string(),
  languages: z.array(LanguageTag),
} as const;
export type FactName = keyof typeof FACTS;
export type Facts = { [Name in FactName]?: z.infer<(typeof FACTS)[Name]> };

const placeOf = (personId: string, fact: FactName) => ({
  table: 'person_fact',
  column: 'value_sealed',
  row: `${personId}/${fact}`,
});

/** What a person said of themselves, as far as the actor may read it. */
export async function readFacts(tx: Tx, personId: string): Promise<Facts> {
  const rows = await tx.db
    .selectFrom('person_fact')
    .select(['fact', 'value_sealed'])
    .where('person_id', '=', personId)
    .execute();
  if (rows.length === 0) return {};
  const key = await getPersonKey(tx, personId);
  const facts: Facts = {};
  for (const { fact, value_sealed } of rows) {
    const value: unknown = JSON.parse(unseal(key, placeOf(personId, fact), value_sealed).toString());
    if (fact === 'alias') facts.alias = FACTS.alias.parse(value);
    else facts.languages = FACTS.languages.parse(value);
  }
  return facts;
}

/** What these people want to be called, of those who said so, as far as the actor may read it. */
export async function findAliases(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('person_fact')
    .select(['person_id', 'value_sealed'])
    .where('person_id', 'in', [...new Set(personIds)])
    .where('fact', '=', 'alias')
    .execute();
  const keys = await findPersonKeys(
    tx,
    rows.map((row) => row.person_id),
  );
  return new Map(
    rows.flatMap(({ person_id: id, value_sealed }) => {
      const key = keys.get(id);
      if (key === undefined) return [];
      const text = unseal(key, placeOf(id, 'alias'), value_sealed).toString();
      return [[id, FACTS.alias.parse(JSON.parse(text))] as const];
    }),
  );
}

/** Keeps one fact of the acting person, or takes it away. */
export async function keepFact<Name extends FactName>(
  tx: Tx,
  personId: string,
  { fact, value }: { fact: Name; value: Facts[Name] | null },
): Promise<void> {
  if (value === null || value === undefined || value.length === 0) {
    await tx.db
      .deleteFrom('person_fact')
      .where('person_id', '=', personId)
      .where('fact', '=', fact)
      .execute();
    return;
  }
  const key = await getPersonKey(tx, personId);
  const value_sealed = seal(tx.random, key, placeOf(personId, fact), JSON.stringify(value));
  await tx.db
    .insertInto('person_fact')
    .values({ person_id: personId, fact, value_sealed })
    .onConflict((conflict) => conflict.columns(['person_id', 'fact']).doUpdateSet({ value_sealed }))
    .execute();
}
