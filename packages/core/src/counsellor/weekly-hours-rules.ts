import type { Modality, WeeklyRule } from '@homeward/contracts/counsellor';
import type { InputIssue } from '@homeward/contracts/error-code';

/** What a counsellor may name in hours: their own ways to meet, and open places of their organisation. */
interface Offered {
  modalities: readonly Modality[];
  placeIds: ReadonlySet<string>;
}

type Hours = Pick<WeeklyRule, 'from' | 'to' | 'modalities' | 'placeId'>;

/** What is wrong with a set of weekly hours; empty when nothing is. */
export function faultsOfWeeklyHours(rules: readonly WeeklyRule[], offered: Offered): InputIssue[] {
  return rules.flatMap((rule, index) => {
    const faults = faultsOfHours(rule, offered, `/rules/${index}`);
    if (rule.validFrom && rule.validUntil && rule.validUntil < rule.validFrom) {
      const pointer = `/rules/${index}/validUntil`;
      faults.push({ pointer, code: 'ends-too-early', message: 'must not be before validFrom' });
    }
    if (rules.slice(0, index).some((earlier) => overlap(earlier, rule)))
      faults.push(overlapAt(`/rules/${index}`));
    return faults;
  });
}

/** The same for the hours of one date. */
export function faultsOfDay(hours: readonly Hours[], offered: Offered): InputIssue[] {
  return hours.flatMap((one, index) => {
    const faults = faultsOfHours(one, offered, `/hours/${index}`);
    const overlaps = hours.slice(0, index).some((earlier) => one.from < earlier.to && earlier.from < one.to);
    return overlaps ? [...faults, overlapAt(`/hours/${index}`)] : faults;
  });
}

function faultsOfHours({ from, to, modalities, placeId }: Hours, offered: Offered, at: string): InputIssue[] {
  const faults: InputIssue[] = [];
  if (to <= from) faults.push({ pointer: `${at}/to`, code: 'ends-too-early', message: 'must be after from' });
  if (modalities.some((modality) => !offered.modalities.includes(modality))) {
    const message = 'must be ways to meet that you offer';
    faults.push({ pointer: `${at}/modalities`, code: 'not-offered', message });
  }
  if (placeId !== undefined && !offered.placeIds.has(placeId)) {
    const message = 'must be an open place of your organisation';
    faults.push({ pointer: `${at}/placeId`, code: 'no-such-place', message });
  }
  return faults;
}

const overlapAt = (at: string): InputIssue => ({
  pointer: `${at}/from`,
  code: 'overlap',
  message: 'must not overlap other hours of the same day',
});

function overlap(a: WeeklyRule, b: WeeklyRule): boolean {
  return (
    a.days.some((day) => b.days.includes(day)) &&
    a.from < b.to &&
    b.from < a.to &&
    (a.validFrom ?? '') <= (b.validUntil ?? '9999-12-31') &&
    (b.validFrom ?? '') <= (a.validUntil ?? '9999-12-31')
  );
}
