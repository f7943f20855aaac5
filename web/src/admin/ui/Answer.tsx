import { pageCss } from './page';

/**
 * What the services add to a provider's words: a last word with figures or capitals in it ("空号 MK:0001", "send success Ok"). A last
 * word of the sentence itself is no code.
 */
const CODE = /^(.*\S)\s+((?=\S*[A-Z0-9])[\w.:-]+)$/s;

/** A provider's words, and its code, which is for who asks the provider about it. */
export function answerParts(answer: string | undefined): { words?: string; code?: string } {
  const [, words, code] = CODE.exec(answer ?? '') ?? [];
  return words === undefined ? { words: answer } : { words, code };
}

/** Codes of a provider on a line of their own: beside its words they would be read as part of them, and widen the column. */
export function Codes({ of }: { of: (string | undefined)[] }) {
  const codes = of.filter(Boolean);
  return codes.length > 0 && <span className={pageCss.sub}>{codes.join('、')}</span>;
}

/** What a provider answered, with its code below; `small` under a state. */
export function Answer({ text, small = false }: { text: string; small?: boolean }) {
  const { words, code } = answerParts(text);
  return (
    <>
      {small ? <span className={pageCss.sub}>{words}</span> : words}
      <Codes of={[code]} />
    </>
  );
}
