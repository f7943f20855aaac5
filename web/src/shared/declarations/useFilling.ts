import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { isProblem, type Declaration } from '../api';
import {
  asNumbered,
  contactOf,
  fieldsOf,
  handedIn,
  keyOfMistake,
  oneOfEach,
  stillWrong,
  type Answers,
  type Flaw,
  type Papers,
} from './form';
import { uploadFile, useEarlierFiles } from './queries';

interface Said {
  field: string;
  message: string;
}

/** Answers, papers and mistakes of a form that is filled in. */
export function useFilling(declaration: Declaration) {
  const [answers, setAnswers] = useState<Answers>(declaration.answers);
  const [papers, setPapers] = useState<Papers>(declaration.papers);
  const [contact, setContact] = useState(() => contactOf(declaration));
  const [flaws, setFlaws] = useState<Flaw[]>([]);
  const [attempt, setAttempt] = useState(0);
  const queries = useQueryClient();
  const earlier = useEarlierFiles(
    declaration.materials.length > 0 || fieldsOf(declaration.form).some(({ type }) => type === 'FILE'),
  );
  const { form } = declaration;
  const filled = useMemo(
    () => ({ contact, answers: handedIn(answers, form), papers }),
    [contact, answers, papers, form],
  );
  /** What the service says of it, at the fields. */
  const flawsAt = (said: Said[]): Flaw[] =>
    oneOfEach(
      asNumbered(
        said.map(({ field, message }) => ({ key: keyOfMistake(field), text: message })),
        answers,
      ),
    );
  const mend = (key: string) => setFlaws((now) => now.filter((flaw) => flaw.key !== key));
  return {
    answers,
    papers,
    contact,
    filled,
    flaws,
    attempt,
    earlier: earlier.data ?? [],
    flawsAt,
    /** What the service refused, at the fields; what is about no field stands by itself. */
    flawsOf: (error: Error): Flaw[] => (isProblem(error) ? flawsAt(error.fields) : []),
    refuse: (found: Flaw[]) => {
      setFlaws(found);
      setAttempt((now) => now + 1);
    },
    onAnswer: (key: string, value: unknown) => {
      setAnswers((now) => ({ ...now, [key]: value }));
      setFlaws((now) => stillWrong(now, key, answers[key], value));
    },
    onPapers: (key: string, ids: string[]) => {
      setPapers((now) => ({ ...now, [key]: ids }));
      mend(key);
    },
    onContact: (part: 'name' | 'phone', value: string) => {
      setContact((now) => ({ ...now, [part]: value }));
      mend(`contact.${part}`);
    },
    onUpload: async (file: File) => {
      const stored = await uploadFile(file);
      await queries.invalidateQueries({ queryKey: ['declaration-files'] });
      return stored;
    },
  };
}
