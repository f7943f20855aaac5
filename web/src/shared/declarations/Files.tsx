import { useEffect, useId, useRef, useState } from 'react';
import type { DeclarationFile, Material } from '../api';
import { dateText } from '../ui/format';
import { Icon } from '../ui/Icon';
import type { Filling } from './filling';
import { endingsOf, fileProblem, sizeText } from './form';
import css from './form.module.css';
import { MOST_EARLIER, useEarlierFiles } from './queries';

type Known = Pick<DeclarationFile, 'id' | 'name' | 'contentType' | 'size'> &
  Partial<Pick<DeclarationFile, 'uploadedAt'>>;

/** Several may have one name: the day and the size tell them apart. */
const choiceText = ({ name, size, uploadedAt }: Known) =>
  `${name}（${uploadedAt ? `${dateText(uploadedAt)}，` : ''}${sizeText(size)}）`;

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
  described,
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
  /** What is wrong with them, or asked of them, to who does not see that it stands beside. */
  described?: { 'aria-describedby'?: string; 'aria-invalid'?: boolean };
  set: (ids: string[]) => void;
}) {
  /** On their way, the first of them now. */
  const [waiting, setWaiting] = useState<string[]>([]);
  const [problems, setProblems] = useState<string[]>([]);
  // While one is on its way others may be taken away again.
  const now = useRef({ ids, set });
  useEffect(() => {
    now.current = { ids, set };
  });
  const select = useId();
  const [found, setFound] = useState<Known[]>();
  const known = [...filling.files, ...(filling.earlier ?? []), ...(found ?? [])];
  const room = most - ids.length;
  const types = formats.map((format) =>
    format === 'PDF' ? 'application/pdf' : `image/${format.toLowerCase()}`,
  );
  const many = (filling.earlier?.length ?? 0) >= MOST_EARLIER;
  const reusable = (found ?? filling.earlier ?? []).filter(
    (file) => !ids.includes(file.id) && types.includes(file.contentType),
  );
  const upload = async (chosen: File[]) => {
    const { onUpload } = filling;
    if (!chosen.length || !onUpload) return;
    const several = chosen.length > 1;
    const refused = chosen.map((file) => fileProblem(file, formats));
    const fit = chosen.filter((_, at) => !refused[at]);
    const taken = fit.slice(0, room);
    const tell = (file: File, problem: string) =>
      setProblems((told) => [...told, several ? `${file.name}：${problem}` : problem]);
    setProblems([]);
    chosen.forEach((file, at) => refused[at] && tell(file, refused[at]));
    fit.slice(room).forEach((file) => tell(file, `最多上传 ${most} 份，这份没有上传`));
    setWaiting(taken.map((file) => file.name));
    for (const file of taken) {
      try {
        const stored = await onUpload(file);
        now.current.ids = [...now.current.ids, stored.id];
        now.current.set(now.current.ids);
      } catch (failure) {
        tell(file, (failure as Error).message);
      }
      setWaiting((left) => left.slice(1));
    }
  };
  const busy = waiting.length > 0;
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
      {waiting.length > 1 &&
        waiting.map((file, at) => (
          <p key={`${at} ${file}`} className={css.file}>
            <Icon name="file" size={18} /> {file} <small>{at ? '等待上传' : '正在上传…'}</small>
          </p>
        ))}
      {room > 0 && !disabled && (
        <div className={css.adding}>
          <label className={css.upload}>
            <Icon name="upload" size={16} /> {busy ? '正在上传…' : '上传文件'}
            <input
              id={id}
              type="file"
              {...described}
              aria-label={`上传${name}`}
              accept={endingsOf(formats).join(',')}
              multiple={room > 1}
              disabled={busy || !filling.onUpload}
              onChange={(event) => {
                void upload([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </label>
          {many && <Search name={name} onFound={setFound} />}
          {(reusable.length > 0 || many) && (
            <select
              id={select}
              className={css.control}
              aria-label={`${name}：选用已上传的文件`}
              value=""
              onChange={(event) => event.target.value && set([...ids, event.target.value])}
            >
              <option value="">
                {found
                  ? reusable.length
                    ? `找到 ${reusable.length} 个文件，请选用`
                    : '没有这个名称的文件'
                  : '选用已上传的文件'}
              </option>
              {reusable.map((file) => (
                <option key={file.id} value={file.id}>
                  {choiceText(file)}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      {!ids.length && disabled && <p className={css.hint}>未上传</p>}
      {problems.length > 0 && (
        <div role="alert">
          {problems.map((problem, at) => (
            <p key={at} className={css.flaw}>
              {problem}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

/** Among more than are listed, by a part of the name. */
function Search({ name, onFound }: { name: string; onFound: (files: Known[] | undefined) => void }) {
  const [words, setWords] = useState('');
  const asked = useDeferred(words.trim());
  const { data } = useEarlierFiles(asked !== '', asked);
  const tell = useRef(onFound);
  useEffect(() => {
    tell.current = onFound;
  });
  useEffect(() => {
    tell.current(asked ? data : undefined);
  }, [asked, data]);
  return (
    <input
      className={css.control}
      type="search"
      maxLength={100}
      placeholder="按文件名查找"
      aria-label={`${name}：按文件名查找已上传的文件`}
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}

/** What was typed, when one has stopped typing. */
function useDeferred(words: string) {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 300);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
