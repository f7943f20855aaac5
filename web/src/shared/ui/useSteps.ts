import { useEffect, useEffectEvent } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

/**
 * The step of a form that has several, in the address: the browser's back leads to the step before, not out of the form. Which
 * of them can be shown is for the form to say: what an address asks for may not be there any more.
 *
 * @param start where it begins while the address says nothing
 */
export function useSteps<Step extends string>(start: Step) {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { from?: string } | null };
  const [params] = useSearchParams();
  const asked = (params.get('step') ?? start) as Step;
  const go = (step: Step, replace = false) => {
    const search = new URLSearchParams(params);
    search.set('step', step);
    void navigate({ search: search.toString() }, { replace, state: { from: asked } });
  };
  return {
    asked,
    /** On to a step. */
    go,
    /** Back to an earlier one, by the same way as the browser's own button where that leads there. */
    back: (step: Step) => (state?.from === step ? void navigate(-1) : go(step, true)),
  };
}

/** Brings the address to the step that is shown, where what it asks for is not there any more. */
export function useShownStep<Step extends string>(
  shown: Step,
  { asked, go }: Pick<ReturnType<typeof useSteps<Step>>, 'asked' | 'go'>,
): void {
  const bring = useEffectEvent(() => {
    if (shown !== asked) go(shown, true);
  });
  useEffect(() => bring(), [shown, asked]);
}
