import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { Fact } from '@/shared/api';

/** Brings the field of the fact that the address asks for, as links to a missing fact do, into view and focus. */
export function useWantedField(facts: Fact[]) {
  const [params] = useSearchParams();
  const wanted = facts.find((fact) => fact.name === params.get('fact'));
  // A figure of several years begins with the newest.
  const id = wanted && (wanted.kind === 'YEARS' ? `${wanted.name}_0` : wanted.name);

  useEffect(() => {
    const field = id && document.getElementById(id);
    if (!field) return;
    field.scrollIntoView({ behavior: 'instant', block: 'center' });
    // A group of choices cannot have the focus itself: its first choice takes it.
    const first =
      field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>('input');
    (first ?? field).focus({ preventScroll: true });
  }, [id]);
}
