import type { Declaration } from '../api';
import { ErrorSummary } from '../ui/ErrorSummary';
import { ContactFields } from './Contact';
import { fieldId } from './filling';
import type { Flaw } from './form';
import { FormRenderer } from './FormRenderer';
import type { useFilling } from './useFilling';

/** Brings a field into view and puts the cursor into it. */
function go(key: string) {
  const field = document.getElementById(fieldId(key));
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

const textsOf = (flaws: Flaw[]) => Object.fromEntries(flaws.map((flaw) => [flaw.key, flaw.text]));

/** The form with what was filled in, and above it what is wrong with that. */
export function FilledForm({
  declaration,
  filling,
  found = [],
  marks,
  mayChange,
}: {
  declaration: Declaration;
  filling: ReturnType<typeof useFilling>;
  /** What was found wrong while it was being filled in: told at the fields alone. */
  found?: Flaw[];
  marks?: Record<string, string>;
  mayChange?: (key: string) => boolean;
}) {
  const flaws = { ...textsOf(found), ...textsOf(filling.flaws) };
  return (
    <>
      <ErrorSummary
        attempt={filling.attempt}
        mistakes={filling.flaws.map((flaw, index) => ({
          key: `${flaw.key}-${index}`,
          text: flaw.text,
          go: () => go(flaw.key),
        }))}
      />
      <FormRenderer
        form={declaration.form}
        materials={declaration.materials}
        answers={filling.answers}
        papers={filling.papers}
        files={declaration.files}
        earlier={filling.earlier}
        prefilled={declaration.prefilled}
        flaws={flaws}
        marks={marks}
        mayChange={mayChange}
        onAnswer={filling.onAnswer}
        onPapers={filling.onPapers}
        onUpload={filling.onUpload}
      />
      <ContactFields contact={filling.contact} flaws={flaws} onContact={filling.onContact} />
    </>
  );
}
