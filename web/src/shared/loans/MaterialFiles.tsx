import { useEffect, useRef, useState, type ReactNode } from 'react';
import { api, type ApplicationFile } from '../api';
import { newIdempotencyKey } from '../api/client';
import { Files } from '../declarations/Files';
import { sizeText } from '../declarations/form';
import { Icon } from '../ui/Icon';
import css from './MaterialFiles.module.css';
import { useTakeBack, useUnusedFiles } from './queries';

const FILES = '/api/finance/application-files';

/** As many as the server takes at once. */
const MOST = 20;

/** Files for the bank: each is uploaded as soon as it is chosen, and handed in with what is sent then. What was uploaded before and not handed in is offered, or taken back. */
export function MaterialFiles({
  id = 'files',
  value = [],
  disabled = false,
  onChange,
  onBusy,
}: {
  id?: string;
  value?: ApplicationFile[];
  /** While they are being handed in. */
  disabled?: boolean;
  onChange?: (files: ApplicationFile[]) => void;
  /** While one is under way: what is sent now would leave without it. */
  onBusy?: (busy: boolean) => void;
}) {
  const known = useRef(value);
  useEffect(() => {
    known.current = value;
  });
  const unused = useUnusedFiles();
  const takeBack = useTakeBack();
  // A draft outlives its files, which are kept for some days: what it names is looked for once, when the form opens.
  const [drafted] = useState(value);
  const [there, setThere] = useState<string[]>();
  if (!there && unused.isSuccess && unused.isFetchedAfterMount) setThere(unused.data.map((file) => file.id));
  const gone = there ? drafted.filter((file) => !there.includes(file.id)) : [];
  const isGone = (file: ApplicationFile) => gone.some((one) => one.id === file.id);
  useEffect(() => {
    if (value.some(isGone)) onChange?.(value.filter((file) => !isGone(file)));
  });
  const upload = async (file: File) => {
    const body = new FormData();
    body.append('file', file);
    onBusy?.(true);
    try {
      const stored = await api.post(FILES, { body: body as never, idempotencyKey: newIdempotencyKey() });
      known.current = [...known.current, stored];
      return stored;
    } finally {
      onBusy?.(false);
    }
  };
  const set = (ids: string[]) => {
    value.filter((file) => !ids.includes(file.id)).forEach((file) => takeBack(file.id));
    onChange?.(known.current.filter((file) => ids.includes(file.id)));
  };
  const earlier = (unused.data ?? []).filter((file) => !value.some((one) => one.id === file.id));
  return (
    <div className={css.field}>
      {gone.length > 0 && (
        <p className={css.gone} role="status">
          上次选的文件已提交、已移除或已过期，需要的请重新上传：{gone.map((file) => file.name).join('、')}
        </p>
      )}
      <Files
        id={id}
        name="给银行的文件"
        path={FILES}
        formats={['PDF', 'JPEG', 'PNG']}
        most={MOST}
        ids={value.map((file) => file.id)}
        disabled={disabled}
        filling={{ files: value, onUpload: upload }}
        set={set}
      />
      {!disabled && earlier.length > 0 && (
        <div className={css.earlier} role="group" aria-label="您上传过、还没有提交的文件">
          <small>您上传过、还没有提交的文件，保留 7 天：</small>
          {earlier.map((file) => (
            <p key={file.id}>
              <Icon name="file" size={18} />
              <a href={`${FILES}/${file.id}`} target="_blank" rel="noreferrer">
                {file.name}
              </a>
              <small>{sizeText(file.size)}</small>
              {value.length < MOST && (
                <button type="button" onClick={() => onChange?.([...value, file])}>
                  选用<span className="zq-hidden">{file.name}</span>
                </button>
              )}
              <button type="button" onClick={() => takeBack(file.id)}>
                删除<span className="zq-hidden">{file.name}</span>
              </button>
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

/** What is said of files, the field and what sends them, each with room of its own. */
export const HandIn = ({ children }: { children: ReactNode }) => <div className={css.handIn}>{children}</div>;

/** Beside the field. */
export const FILES_HINT = 'PDF、JPG 或 PNG，每份不超过 10 MB，一次最多 20 份';

type Fields = { getFieldValue: (name: 'files') => ApplicationFile[] | undefined };

/** Rule of the words that go with files: without any, they are wanted. */
export const wordsOrFiles = ({ getFieldValue }: Fields) => ({
  validator: (_rule: unknown, words?: string) =>
    words?.trim() || getFieldValue('files')?.length
      ? Promise.resolve()
      : Promise.reject(new Error('请填写补充说明，或上传文件')),
});
