import type { DeclarationFile, FormDesign, Material } from '../api';
import type { Answers, Papers } from './form';

export interface Filling {
  form: FormDesign;
  materials: Material[];
  answers: Answers;
  papers: Papers;
  /** What the ids of files stand for. */
  files: DeclarationFile[];
  /** What was uploaded before and may be handed in again. */
  earlier?: DeclarationFile[];
  prefilled?: Record<string, { label: string; value?: unknown; source?: string; asOf?: string }>;
  /** What is wrong, by the key of the field. */
  flaws?: Record<string, string>;
  /** What the department wrote at a field that has to be supplemented. */
  marks?: Record<string, string>;
  /** Whether a field may be changed; all may where it is left out. */
  mayChange?: (key: string) => boolean;
  onAnswer: (key: string, value: unknown) => void;
  onPapers: (key: string, ids: string[]) => void;
  /** Answers the file as it was stored; absent in a preview, where nothing is stored. */
  onUpload?: (file: File) => Promise<{ id: string }>;
}

/** The id under which a field is found on its page, to be brought into view. */
export const fieldId = (key: string) => `field-${key}`;
