import type { Modality } from '@homeward/contracts/counsellor';
import type { Translate } from '@homeward/i18n';

/** Ways to meet inside a sentence: "by video", "in person". */
export const waysToMeet = (modalities: readonly Modality[], t: Translate): string[] =>
  modalities.map((modality) => t(`way.${modality}`));

/** Ways to meet on their own: "Video", "In person". */
export const wayName = (modality: Modality, t: Translate): string => t(`modality.${modality}`);
