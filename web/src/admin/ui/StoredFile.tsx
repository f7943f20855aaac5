import { useCallback } from 'react';
import { Empty, Icon, useMedia } from '@/shared/ui';

const PDF = 'application/pdf';

/** An address of the file while it is on the page. Its type is the one that was checked at upload, not what the answer happens to say: the browser must not guess. */
function useAddress<E extends HTMLElement>(
  blob: Blob,
  contentType: string,
  set: (element: E, url: string) => void,
) {
  return useCallback(
    (element: E | null) => {
      if (!element) return;
      const url = URL.createObjectURL(new Blob([blob], { type: contentType }));
      set(element, url);
      return () => URL.revokeObjectURL(url);
    },
    [blob, contentType, set],
  );
}

const setSource = (element: HTMLImageElement | HTMLIFrameElement, url: string) => {
  element.src = url;
};

const setAddress = (element: HTMLAnchorElement, url: string) => {
  element.href = url;
};

/** A picture that somebody brought, turned by so many degrees. */
export function StoredPicture({
  blob,
  contentType,
  alt,
  className,
  turn,
}: {
  blob: Blob;
  contentType: string;
  alt: string;
  className?: string;
  turn: number;
}) {
  const show = useAddress(blob, contentType, setSource);
  return (
    <img
      ref={show}
      alt={alt}
      className={className}
      style={{ transform: turn ? `rotate(${turn}deg)` : undefined }}
    />
  );
}

/** A PDF that somebody brought, in the browser's own viewer; phones show one on a page of its own only. */
export function StoredPdf({
  blob,
  what,
  name,
  open,
}: {
  blob: Blob;
  /** What it is called on the page, such as 授权书. */
  what: string;
  name: string;
  /** Class of the link on a phone. */
  open?: string;
}) {
  const phone = useMedia('(max-width: 767px)');
  const show = useAddress(blob, PDF, setSource);
  const link = useAddress(blob, PDF, setAddress);
  if (phone)
    return (
      // oxlint-disable-next-line jsx-a11y/anchor-is-valid -- its address is made from the loaded file
      <a ref={link} target="_blank" rel="noopener" className={open}>
        <Icon name="external" size={18} /> 打开{what}
      </a>
    );
  if (navigator.pdfViewerEnabled === false)
    return <Empty compact title="此浏览器不能在页面内显示 PDF" hint={`请点击“下载”查看${what}`} />;
  return <iframe ref={show} title={`${what}：${name}`} />;
}
