import { Alert, Button, Input, Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, problemText, type VisitFile } from '@/shared/api';
import { newIdempotencyKey } from '@/shared/api/client';
import { useMedia } from '@/shared/ui';
import { isPhoto, Thumbnail } from './VisitFiles';
import css from './VisitFiles.module.css';

/** As the server takes them. */
const MOST_FILES = 9;
const MOST_BYTES = 10 * 1024 * 1024;

/** Photos and papers of a visit while it is written down. On a phone the camera takes them. */
export function VisitFilesField({
  value = [],
  onChange,
}: {
  value?: VisitFile[];
  onChange?: (files: VisitFile[]) => void;
}) {
  const phone = useMedia('(max-width: 639px)');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const upload = async (chosen: File[]) => {
    setBusy(true);
    const problems: string[] = [];
    for (const file of chosen) {
      if (latest.current.length >= MOST_FILES) {
        problems.push(`${file.name}：最多 ${MOST_FILES} 份，没有上传`);
        continue;
      }
      if (file.size > MOST_BYTES) {
        problems.push(`${file.name}：超过 10 MB，没有上传`);
        continue;
      }
      const body = new FormData();
      body.append('file', file);
      try {
        const stored = await api.post('/api/finance/visit-files', {
          body,
          idempotencyKey: newIdempotencyKey(),
        });
        // What was written or taken away meanwhile stays so.
        onChange?.([...latest.current, stored]);
      } catch (error) {
        problems.push(`${file.name}：${problemText(error)}`);
      }
    }
    setRefused(problems);
    setBusy(false);
  };
  const remove = ({ id }: VisitFile) => {
    onChange?.(value.filter((one) => one.id !== id));
    // No visit has it yet. What is not taken back now is swept away later.
    api.delete('/api/finance/visit-files/{id}', { path: { id } }).catch(() => undefined);
  };
  const more = value.length < MOST_FILES;
  const shared = {
    showUploadList: false,
    disabled: busy,
    beforeUpload: (file: File, all: File[]) => {
      // Called for each of them: they go together, one after the other.
      if (file === all[0]) void upload(all);
      return false;
    },
  };
  return (
    <>
      {more && (
        <div className={css.choose}>
          {phone && (
            <Upload {...shared} accept="image/*" capture="environment">
              <Button loading={busy}>拍照</Button>
            </Upload>
          )}
          <Upload {...shared} accept=".jpg,.jpeg,.png,.pdf" multiple>
            <Button loading={busy}>选择照片或材料</Button>
          </Upload>
        </div>
      )}
      {value.length > 0 && (
        <ul className={css.files}>
          {value.map((file, place) => (
            <li key={file.id}>
              <figure>
                <Thumbnail file={file} alt={`第 ${place + 1} 份：${file.name}`} />
                {isPhoto(file) && (
                  <Input
                    size="small"
                    maxLength={60}
                    value={file.words ?? ''}
                    placeholder="照片说明"
                    aria-label={`第 ${place + 1} 份的照片说明`}
                    onChange={({ target }) =>
                      onChange?.(
                        value.map((one) => (one.id === file.id ? { ...one, words: target.value } : one)),
                      )
                    }
                  />
                )}
                <Button
                  size="small"
                  danger
                  aria-label={`移除第 ${place + 1} 份`}
                  onClick={() => remove(file)}
                >
                  移除
                </Button>
              </figure>
            </li>
          ))}
        </ul>
      )}
      {refused.map((problem) => (
        <Alert key={problem} type="error" showIcon role="alert" title={problem} />
      ))}
    </>
  );
}
