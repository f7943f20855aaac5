import { Upload } from 'antd';
import type { KeyboardEvent } from 'react';
import { Icon } from '@/shared/ui';
import css from './FileDrop.module.css';

/** Chooses one file, or takes the one that is dropped on it. */
export function FileDrop({
  label,
  accept,
  hint,
  busy = false,
  onChoose,
}: {
  /** Names it where no label stands before it. */
  label?: string;
  accept: string;
  hint?: string;
  /** While the file is on its way. */
  busy?: boolean;
  onChoose: (file: File) => void;
}) {
  return (
    <div role="presentation" onKeyDown={openBySpace}>
      <Upload.Dragger
        className={css.drop}
        accept={accept}
        maxCount={1}
        showUploadList={false}
        // Disabled it would lose the focus, and whoever has no mouse their place.
        openFileDialogOnClick={!busy}
        aria-label={label}
        beforeUpload={(file) => {
          if (!busy) onChoose(file);
          return false;
        }}
      >
        <Icon name="upload" size={32} />
        <p>
          <b>{busy ? '正在上传' : '点击选择，或把文件拖到这里'}</b>
        </p>
        {hint && <p className={css.hint}>{hint}</p>}
      </Upload.Dragger>
    </div>
  );
}

/** It says that it is a button, and by itself hears of Enter alone. */
function openBySpace(event: KeyboardEvent) {
  const button = event.target as HTMLElement;
  if (event.key !== ' ' || event.repeat || button.getAttribute('role') !== 'button') return;
  event.preventDefault();
  button.click();
}
