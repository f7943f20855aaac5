import { useEffect, useRef, type ReactNode } from 'react';
import { api, type ApplicationFile } from '../api';
import { newIdempotencyKey } from '../api/client';
import { Files } from '../declarations/Files';
import css from './MaterialFiles.module.css';

const FILES = '/api/finance/application-files';

/** As many as the server takes at once. */
const MOST = 20;

/** Files for the bank: each is uploaded as soon as it is chosen, and handed in with what is sent then. */
export function MaterialFiles({
  id = 'files',
  value = [],
  onChange,
  onBusy,
}: {
  id?: string;
  value?: ApplicationFile[];
  onChange?: (files: ApplicationFile[]) => void;
  /** While one is under way: what is sent now would leave without it. */
  onBusy?: (busy: boolean) => void;
}) {
  const known = useRef(value);
  useEffect(() => {
    known.current = value;
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
    value
      .filter((file) => !ids.includes(file.id))
      // No application has it yet. What is not taken back now is swept away later.
      .forEach((file) => void api.delete(`${FILES}/{id}`, { path: { id: file.id } }).catch(() => undefined));
    onChange?.(known.current.filter((file) => ids.includes(file.id)));
  };
  return (
    <Files
      id={id}
      name="给银行的文件"
      path={FILES}
      formats={['PDF', 'JPEG', 'PNG']}
      most={MOST}
      ids={value.map((file) => file.id)}
      disabled={false}
      filling={{ files: value, onUpload: upload }}
      set={set}
    />
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
