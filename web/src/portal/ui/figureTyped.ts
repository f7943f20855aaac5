/** What the parser of a number field makes of its text: an input method may write digits in full width. */
export const figureTyped = (text: string | undefined) =>
  (text ?? '').normalize('NFKC').replaceAll(',', '') as unknown as number;
