import { Dialog } from 'antd-mobile';
import { useLeaveBlocker } from '../useLeaveBlocker';

/** Asks before unsaved input is left behind, inside the app and when the page closes. */
export function LeaveGuard({ when }: { when: boolean }) {
  const blocker = useLeaveBlocker(when);
  return (
    <Dialog
      visible={blocker.state === 'blocked'}
      title="离开此页面？"
      content="已填写的内容尚未提交。草稿已保存在本机，下次打开可继续填写。"
      closeOnAction
      actions={[
        [
          { key: 'stay', text: '继续填写', onClick: () => blocker.reset?.() },
          { key: 'leave', text: '离开', danger: true, onClick: () => blocker.proceed?.() },
        ],
      ]}
    />
  );
}
