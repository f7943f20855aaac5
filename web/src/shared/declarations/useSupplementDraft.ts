import { useEffect, useRef } from 'react';
import type { Declaration } from '../api';
import { useDraft } from '../ui/useDraft';
import type { Answers, Contact, Papers } from './form';

interface Typed {
  answers: Answers;
  papers: Papers;
  contact: Contact;
}

/** What is marked as it was typed, what is not as it was handed in. */
const mixed = <V>(handedIn: Record<string, V>, typed: Record<string, V>, may: Set<string>) =>
  Object.fromEntries([
    ...Object.entries(handedIn).filter(([key]) => !may.has(key)),
    ...Object.entries(typed).filter(([key]) => may.has(key)),
  ]);

/**
 * What was typed of a supplement stays on this machine until it is handed in: the department has it all at once or not at
 * all. Sent back once more, it begins anew.
 *
 * @param may what can be changed
 */
export function useSupplementDraft(declaration: Declaration, may: Set<string>) {
  const back = declaration.timeline.findLast(({ kind }) => kind === 'SENT_BACK');
  const { found, saveNow, clear } = useDraft<Typed>(`supplement-${declaration.id}-${back?.at ?? ''}`);
  const begun: Declaration = found
    ? {
        ...declaration,
        answers: mixed(declaration.answers, found.answers, may),
        papers: mixed(declaration.papers, found.papers, may),
        contactName: found.contact.name,
        contactPhone: found.contact.phone,
      }
    : declaration;
  return { begun, found: !!found, save: saveNow, clear };
}

/** Keeps it as it is typed, from the first change on. */
export function useKeptAs(typed: Typed, save: (typed: Typed) => void) {
  const text = JSON.stringify(typed);
  const last = useRef(text);
  useEffect(() => {
    if (text === last.current) return;
    last.current = text;
    save(JSON.parse(text) as Typed);
  }, [text, save]);
}
