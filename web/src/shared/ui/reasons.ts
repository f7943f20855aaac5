/** What a step is explained by, as somebody else reads it: a letter or two explain nothing. The services ask for as many, and count no blanks around them. */
export const LEAST_WORDS = 5;

/** Said in the field before anything is typed. */
export const LEAST_HINT = `不少于 ${LEAST_WORDS} 字`;

/** What is wrong with a reason that is too short; an empty one is told another way. */
export const tooFewWords = (label: string, typed: string = '') =>
  typed.trim() && typed.trim().length < LEAST_WORDS ? `${label}不少于 ${LEAST_WORDS} 字` : undefined;

/** Rule of a field, which tells {@link tooFewWords}. */
export const enoughWords = (label: string) => ({
  validator: (_rule: unknown, typed?: string) => {
    const problem = tooFewWords(label, typed);
    return problem ? Promise.reject(new Error(problem)) : Promise.resolve();
  },
});
