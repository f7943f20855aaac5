import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { api, saveFile, type DeclarationFile } from '@/shared/api';
import { Icon, Loaded, Skeleton } from '@/shared/ui';
import css from './Evidence.module.css';
import { pageCss, Panel } from './page';
import { StoredPdf } from './StoredFile';

type Place = '/api/policy/declaration-files' | '/api/policy/redemption/files';

/** The file that was chosen, beside what it is to prove. */
export function Evidence({
  file,
  at,
  hint,
}: {
  file: DeclarationFile | undefined;
  /** Where files of this kind are read. */
  at: Place;
  /** Said while none was chosen. */
  hint: string;
}) {
  const address = file && `${at}/${file.id}`;
  const place = useRef<HTMLDivElement>(null);
  const shown = file?.id;
  // Wherever on the page its name was clicked, it is seen.
  useEffect(() => {
    if (shown) place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [shown]);
  return (
    <div ref={place} className={css.place}>
      <Panel
        title="佐证材料"
        extra={
          address && (
            <a href={address} target="_blank" rel="noreferrer">
              在新窗口打开
            </a>
          )
        }
      >
        {!file ? (
          <p className={pageCss.sub}>{hint}</p>
        ) : file.contentType.startsWith('image/') ? (
          <img className={css.picture} src={address} alt={file.name} />
        ) : (
          <Pdf key={file.id} file={file} at={at} />
        )}
      </Panel>
    </div>
  );
}

/** The platform's answers open in no frame: the file is loaded, and the browser's viewer has it from here. */
function Pdf({ file, at }: { file: DeclarationFile; at: Place }) {
  const query = useQuery({
    queryKey: [at, file.id],
    queryFn: ({ signal }) => api.file(`${at}/{id}`, { path: { id: file.id }, signal }),
    staleTime: Infinity,
  });
  return (
    <div className={css.pdf}>
      <p className={css.name}>
        {file.name}
        <Button
          size="small"
          icon={<Icon name="download" size={14} />}
          disabled={!query.data}
          onClick={() => query.data && saveFile(query.data.blob, file.name)}
        >
          下载
        </Button>
      </p>
      <Loaded query={query} skeleton={<Skeleton lines={8} height={24} />}>
        {({ blob }) => <StoredPdf blob={blob} what="佐证材料" name={file.name} />}
      </Loaded>
    </div>
  );
}
