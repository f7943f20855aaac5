import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, saveFile, type StoredFile } from '@/shared/api';
import { fileSize, Icon, Loaded, Skeleton } from '@/shared/ui';
import { StoredPdf, StoredPicture } from '../../ui/StoredFile';
import css from './Letter.module.css';

/** The authorisation letter, read on the page and saved on demand. */
export function Letter({ file }: { file: StoredFile }) {
  const query = useQuery({
    queryKey: ['files', file.id],
    queryFn: ({ signal }) => api.file('/api/code/files/{id}', { path: { id: file.id }, signal }),
    staleTime: Infinity,
  });
  const [turn, setTurn] = useState(0);
  const [large, setLarge] = useState(false);
  const picture = file.contentType.startsWith('image/');
  return (
    <>
      <div className={css.tools}>
        <p className={css.name}>
          {file.name}
          <small>{fileSize(file.size)}</small>
        </p>
        {picture && (
          <>
            <Button size="small" aria-pressed={large} onClick={() => setLarge(!large)}>
              {large ? '适应宽度' : '放大'}
            </Button>
            <Button size="small" onClick={() => setTurn((turn + 90) % 360)}>
              旋转
            </Button>
          </>
        )}
        <Button
          size="small"
          icon={<Icon name="download" size={14} />}
          disabled={!query.data}
          onClick={() => query.data && saveFile(query.data.blob, file.name)}
        >
          下载
        </Button>
      </div>
      <div className={css.view} tabIndex={0} role="region" aria-label="授权书内容">
        <Loaded query={query} skeleton={<Skeleton lines={8} height={24} />}>
          {({ blob }) =>
            picture ? (
              <StoredPicture
                blob={blob}
                contentType={file.contentType}
                alt={`授权书影像：${file.name}`}
                className={large ? css.large : undefined}
                turn={turn}
              />
            ) : (
              <StoredPdf blob={blob} what="授权书" name={file.name} open={css.open} />
            )
          }
        </Loaded>
      </div>
    </>
  );
}
