import { useId, useState } from 'react';
import type { DeclarationFile, Material } from '../api';
import { Icon } from '../ui/Icon';
import type { Filling } from './filling';
import { endingsOf, fileProblem, sizeText } from './form';
import css from './form.module.css';

type Known = Pick<DeclarationFile, 'id' | 'name' | 'contentType' | 'size'>;

/** Files of one field: uploaded now, or chosen from what was uploaded before. */
export function Files({
  id,
  name,
  formats,
  most,
  ids,
  disabled,
  filling,
  path = '/api/policy/declaration-files',
  set,
}: {
  id: string;
  name: string;
  formats: Material['formats'];
  most: number;
  ids: string[];
  disabled: boolean;
  filling: { files: Known[]; earlier?: Known[]; onUpload?: Filling['onUpload'] };
  /** Where its files are read. */
  path?: string;
  set: (ids: string[]) => void;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const select = useId();
  const known = [...filling.files, ...(filling.earlier ?? [])];
  const more = ids.length < most && !disabled;
  const types = formats.map((format) =>
    format === 'PDF' ? 'application/pdf' : `image/${format.toLowerCase()}`,
  );
  const reusable = (filling.earlier ?? []).filter(
    (file) => !ids.includes(file.id) && types.includes(file.contentType),
  );
  const upload = async (file: File | undefined) => {
    if (!file || !filling.onUpload) return;
    const refused = fileProblem(file, formats);
    setProblem(refused);
    if (refused) return;
    setBusy(true);
    try {
      const stored = await filling.onUpload(file);
      set([...ids, stored.id]);
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.files}>
      {ids.map((file) => {
        const it = known.find((one) => one.id === file);
        return (
          <p key={file} className={css.file}>
            <Icon name="file" size={18} />
            <a href={`${path}/${file}`} target="_blank" rel="noreferrer">
              {it?.name ?? '文件'}
            </a>
            {it && <small>{sizeText(it.size)}</small>}
            {!disabled && (
              <button
                type="button"
                className={css.small}
                onClick={() => set(ids.filter((one) => one !== file))}
              >
                移除<span className="zq-hidden">{it?.name}</span>
              </button>
            )}
          </p>
        );
      })}
      {more && (
        <div className={css.adding}>
          <label className={css.upload}>
            <Icon name="upload" size={16} /> {busy ? '正在上传…' : '上传文件'}
            <input
              id={id}
              type="file"
              aria-label={`上传${name}`}
              accept={endingsOf(formats).join(',')}
              disabled={busy || !filling.onUpload}
              onChange={(event) => {
                void upload(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          {reusable.length > 0 && (
            <select
              id={select}
              className={css.control}
              aria-label={`${name}：选用已上传的文件`}
              value=""
              onChange={(event) => event.target.value && set([...ids, event.target.value])}
            >
              <option value="">选用已上传的文件</option>
              {reusable.map((file) => (
                <option key={file.id} value={file.id}>
                  {file.name}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      {!ids.length && disabled && <p className={css.hint}>未上传</p>}
      {problem && (
        <p className={css.flaw} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
