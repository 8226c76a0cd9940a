import type { Modality, WeeklyRule } from '@homeward/contracts/counsellor';
import type { InputIssue } from '@homeward/contracts/error-code';

/** What is wrong with a set of weekly hours; empty when nothing is. */
export function faultsOfWeeklyHours(
  rules: readonly WeeklyRule[],
  offered: readonly Modality[],
): InputIssue[] {
  return rules.flatMap((rule, index) => {
    const at = (member: string, code: string, message: string): InputIssue => ({
      pointer: `/rules/${index}/${member}`,
      code,
      message,
    });
    const faults: InputIssue[] = [];
    if (rule.to <= rule.from) faults.push(at('to', 'ends-too-early', 'must be after from'));
    if (rule.validFrom && rule.validUntil && rule.validUntil < rule.validFrom) {
      faults.push(at('validUntil', 'ends-too-early', 'must not be before validFrom'));
    }
    if (rule.modalities.some((modality) => !offered.includes(modality))) {
      faults.push(at('modalities', 'not-offered', 'must be ways to meet that you offer'));
    }
    if (rules.slice(0, index).some((earlier) => overlap(earlier, rule))) {
      faults.push(at('from', 'overlap', 'must not overlap other hours of the same day'));
    }
    return faults;
  });
}

function overlap(a: WeeklyRule, b: WeeklyRule): boolean {
  return (
    a.days.some((day) => b.days.includes(day)) &&
    a.from < b.to &&
    b.from < a.to &&
    (a.validFrom ?? '') <= (b.validUntil ?? '9999-12-31') &&
    (b.validFrom ?? '') <= (a.validUntil ?? '9999-12-31')
  );
}
