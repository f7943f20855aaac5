import { Modal } from 'antd';
import { useLeaveBlocker } from '../useLeaveBlocker';

/** Asks before unsaved input is left behind, inside the app and when the tab closes. */
export function LeaveGuard({
  when,
  text = '已填写的内容尚未提交',
  kept = '草稿已保存在本机，下次打开可继续填写。',
}: {
  when: boolean;
  text?: string;
  /** What becomes of it. */
  kept?: string;
}) {
  const blocker = useLeaveBlocker(when);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title="离开此页面？"
      okText="离开"
      cancelText="继续填写"
      // What was typed is worth more than going on: staying is the way that is offered first.
      okButtonProps={{ type: 'default' }}
      cancelButtonProps={{ type: 'primary' }}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {text}。{kept}
    </Modal>
  );
}
