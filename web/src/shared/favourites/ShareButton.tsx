import { Icon } from '@/shared/ui';
import { useCopy } from '@/shared/ui/useCopy';
import { isInWeChat, useWeChatShare } from '@/shared/wechat';

/**
 * Gives the page's address to somebody: by the phone's own ways where it has them, by the clipboard otherwise. Inside WeChat no page can pass itself on: it says where
 * WeChat does, which knows by what title, text and picture.
 */
export function ShareButton({
  title,
  text,
  className,
}: {
  title: string;
  /** What the page is about, in a line. */
  text: string;
  className?: string;
}) {
  const { copied, copy, byHand } = useCopy(location.href);
  const byWeChat = useWeChatShare(title, text);
  const share =
    'share' in navigator && !isInWeChat()
      ? () => void navigator.share({ title, url: location.href }).catch(closed)
      : copy;
  if (!share) return null;
  const done = byWeChat ? '已复制链接，也可点右上角“···”转发' : '已复制链接';
  return (
    <>
      <button type="button" className={className} onClick={share}>
        <Icon name="external" size={18} /> <span aria-live="polite">{copied ? done : '分享'}</span>
      </button>
      {byHand}
    </>
  );
}

/** Who closes the phone's sheet has shared nothing, which is no fault. */
function closed() {}
