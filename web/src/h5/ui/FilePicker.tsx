import { Icon } from '@/shared/ui';
import css from './FilePicker.module.css';

/** Chooses one file, or takes a picture where the phone offers it. */
export function FilePicker({
  id,
  label,
  accept,
  text,
  chosen = false,
  onChoose,
}: {
  id?: string;
  label: string;
  accept: string;
  /** What stands on it. */
  text: string;
  /** Whether there is a file, which another one takes the place of. */
  chosen?: boolean;
  onChoose: (file: File) => void;
}) {
  return (
    <label className={css.picker}>
      <Icon name={chosen ? 'check' : 'upload'} size={20} />
      {text}
      <input
        id={id}
        type="file"
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onChoose(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
