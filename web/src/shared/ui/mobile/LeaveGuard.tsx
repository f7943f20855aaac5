import { useLeaveBlocker } from '../useLeaveBlocker';
import { BareQuestion } from './Question';

/** Asks before unsaved input is left behind, inside the app and when the page closes. */
export function LeaveGuard({ when }: { when: boolean }) {
  const blocker = useLeaveBlocker(when);
  return (
    blocker.state === 'blocked' && (
      <BareQuestion
        title="离开此页面？"
        cancelText="继续填写"
        confirmText="离开"
        danger
        onConfirm={() => blocker.proceed()}
        onClose={() => blocker.reset()}
      >
        已填写的内容尚未提交。草稿已保存在本机，下次打开可继续填写。
      </BareQuestion>
    )
  );
}
