import { type StoredFile } from '@/shared/api';
import { letterFailure, LETTER_TYPES, useLetterUpload } from '@/shared/claims';
import { FilePicker } from '../../ui/FilePicker';

/** The sealed letter of authority (授权书), as a field of the claim. */
export function LetterField({
  id,
  value,
  onChange,
  onRefused,
}: {
  id?: string;
  value?: StoredFile;
  onChange?: (file: StoredFile) => void;
  /** Why a file was not taken; nothing when the next one is tried. */
  onRefused: (why?: string) => void;
}) {
  const upload = useLetterUpload({
    onSuccess: (file) => onChange?.(file),
    onError: (error) => onRefused(letterFailure(error)),
  });
  const failure = letterFailure(upload.error);
  return (
    <>
      <FilePicker
        id={id}
        label="授权书"
        accept={LETTER_TYPES.join(',')}
        text={upload.isPending ? '正在上传' : value ? `${value.name}（点按更换）` : '拍照或选择文件'}
        chosen={Boolean(value)}
        onChoose={(file) => {
          onRefused();
          upload.mutate(file);
        }}
      />
      {/* The field shows it; this says it to those who do not see. */}
      {failure && (
        <p className="zq-hidden" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}
