import { App } from 'antd';
import { useState } from 'react';
import type { OneTimeLink } from '@/shared/api';
import { label } from '@/shared/i18n';
import { useProblems } from '@/shared/ui/antd';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { useLinkDialog } from './useLinkDialog';

interface Row {
  accountId: string;
  displayName: string;
}

/** What is done to any account, each asked for before: enabling, disabling, a new password, a lost second factor. */
export function useAccountActions({
  enable,
  disable,
  newPassword,
  removeFactor,
}: {
  enable: (id: string) => Promise<unknown>;
  disable: (id: string, reason: string) => Promise<unknown>;
  newPassword: (id: string) => Promise<OneTimeLink>;
  removeFactor: (id: string) => Promise<unknown>;
}) {
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const showLink = useLinkDialog();
  const cancelText = label('common', 'cancel');
  const [disabling, setDisabling] = useState<Row>();

  return {
    /** Where the reason is asked for: it stands on the page. */
    disableDrawer: (
      <ReasonDrawer
        open={!!disabling}
        title={`停用 ${disabling?.displayName ?? ''} 的账号`}
        intro="停用后立即退出登录，不能再登录。本人登录时会看到账号已停用和联系谁，看不到原因；原因记入账号详情和操作日志。"
        label="停用原因"
        submitText="停用"
        danger
        onClose={() => setDisabling(undefined)}
        onSubmit={async (reason) => {
          if (!disabling) return;
          await disable(disabling.accountId, reason);
          void message.success('账号已停用');
        }}
      />
    ),
    askToDisable: ({ accountId, displayName }: Row) => setDisabling({ accountId, displayName }),
    askToEnable: ({ accountId, displayName }: Row) =>
      modal.confirm({
        title: `启用 ${displayName} 的账号？`,
        content: '启用后可以用原密码登录。',
        okText: '启用',
        cancelText,
        onOk: () => enable(accountId).then(() => void message.success('账号已启用'), problems),
      }),
    resetFactor: ({ accountId, displayName }: Row) =>
      modal.confirm({
        title: `解除 ${displayName} 的两步验证？`,
        content:
          '用于手机和恢复码都已丢失的情况，请先核实是本人。已登录的设备会退出；须使用两步验证的账号下次登录时重新设置。',
        okText: '解除两步验证',
        okButtonProps: { danger: true },
        cancelText,
        onOk: () => removeFactor(accountId).then(() => void message.success('两步验证已解除'), problems),
      }),
    reset: ({ accountId, displayName }: Row) =>
      modal.confirm({
        title: `重置 ${displayName} 的密码？`,
        content:
          '原密码立即失效，已登录的设备会退出。设置新密码的一次性链接通过短信发送到本人手机，本人会收到提醒。',
        okText: '重置密码',
        cancelText,
        onOk: () => newPassword(accountId).then((link) => void showLink(displayName, link), problems),
      }),
  };
}
