import { Icon } from '@/shared/ui';
import { useCopy } from '@/shared/ui/useCopy';

/** Gives the page's address to somebody: by the phone's own ways where it has them, by the clipboard otherwise. */
export function ShareButton({ title, className }: { title: string; className?: string }) {
  const { copied, copy } = useCopy(location.href);
  const share =
    'share' in navigator ? () => void navigator.share({ title, url: location.href }).catch(closed) : copy;
  if (!share) return null;
  return (
    <button type="button" className={className} onClick={share}>
      <Icon name="external" size={18} /> <span aria-live="polite">{copied ? '已复制链接' : '分享'}</span>
    </button>
  );
}

/** Who closes the phone's sheet has shared nothing, which is no fault. */
function closed() {}
