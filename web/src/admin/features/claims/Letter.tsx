import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { api, saveFile, type StoredFile } from '@/shared/api';
import { Empty, fileSize, Icon, Loaded, Skeleton, useMedia } from '@/shared/ui';
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
          {({ blob }) => <Content blob={blob} file={file} turn={turn} large={large} />}
        </Loaded>
      </div>
    </>
  );
}

function Content({
  blob,
  file,
  turn,
  large,
}: {
  blob: Blob;
  file: StoredFile;
  turn: number;
  large: boolean;
}) {
  const { contentType } = file;
  const phone = useMedia('(max-width: 767px)');
  const open = useCallback(
    (element: HTMLAnchorElement | null) => {
      if (!element) return;
      const url = URL.createObjectURL(new Blob([blob], { type: contentType }));
      element.href = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob, contentType],
  );
  const show = useCallback(
    (element: HTMLImageElement | HTMLIFrameElement | null) => {
      if (!element) return;
      // The type that was checked at upload, not what this answer happens to say: the browser must not guess.
      const url = URL.createObjectURL(new Blob([blob], { type: contentType }));
      element.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [blob, contentType],
  );
  if (contentType.startsWith('image/')) {
    return (
      <img
        ref={show}
        alt={`授权书影像：${file.name}`}
        className={large ? css.large : undefined}
        style={{ transform: turn ? `rotate(${turn}deg)` : undefined }}
      />
    );
  }
  // Phones show a PDF on a page of its own only.
  if (phone)
    return (
      // oxlint-disable-next-line jsx-a11y/anchor-is-valid -- its address is made from the loaded file
      <a ref={open} target="_blank" rel="noopener" className={css.open}>
        <Icon name="external" size={18} /> 打开授权书
      </a>
    );
  if (navigator.pdfViewerEnabled === false)
    return <Empty compact title="此浏览器不能在页面内显示 PDF" hint="请点击“下载”查看授权书" />;
  return <iframe ref={show} title={`授权书：${file.name}`} />;
}
