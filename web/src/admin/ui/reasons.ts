/** What is decided about somebody, or looked at of theirs, is explained in words: a letter or two are none. The services ask for as many. */
export const LEAST_WORDS = 5;

/** Rule of a field; an empty one is another rule's. */
export const enoughWords = (label: string) => ({
  validator: (_rule: unknown, typed: string = '') =>
    !typed.trim() || typed.trim().length >= LEAST_WORDS
      ? Promise.resolve()
      : Promise.reject(new Error(`${label}不少于 ${LEAST_WORDS} 字`)),
});
