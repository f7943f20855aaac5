import { Upload } from 'antd';
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
    <Upload.Dragger
      className={css.drop}
      accept={accept}
      maxCount={1}
      showUploadList={false}
      disabled={busy}
      aria-label={label}
      beforeUpload={(file) => {
        onChoose(file);
        return false;
      }}
    >
      <Icon name="upload" size={32} />
      <p>
        <b>{busy ? '正在上传' : '点击选择，或把文件拖到这里'}</b>
      </p>
      {hint && <p className={css.hint}>{hint}</p>}
    </Upload.Dragger>
  );
}
