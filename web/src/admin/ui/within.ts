import { numberText } from '@/shared/ui';

const DECIMALS = 4;

/** A figure out of range stays as it was typed, with the reason under its field: bounds of the field itself would change it without a word. */
export const within = (least: number, most: number) => ({
  type: 'number' as const,
  min: least,
  max: most,
  message: `应在 ${numberText(least, DECIMALS)} 到 ${numberText(most, DECIMALS)} 之间`,
});
