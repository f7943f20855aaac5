import { App } from 'antd';
import type { OneTimeLink } from '@/shared/api';
import { label } from '@/shared/i18n';
import { useProblems } from '@/shared/ui/antd';
import { useLinkDialog } from './useLinkDialog';

interface Row {
  accountId: string;
  displayName: string;
}

/** What is done to any account, each asked for before: enabling, disabling, a new password, a lost second factor. */
export function useAccountActions({
  switchTo,
  newPassword,
  removeFactor,
}: {
  switchTo: (enabled: boolean, id: string) => Promise<unknown>;
  newPassword: (id: string) => Promise<OneTimeLink>;
  removeFactor: (id: string) => Promise<unknown>;
}) {
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const showLink = useLinkDialog();
  const cancelText = label('common', 'cancel');

  return {
    setEnabled: ({ accountId, displayName }: Row, enabled: boolean) =>
      modal.confirm({
        title: enabled ? `启用 ${displayName} 的账号？` : `停用 ${displayName} 的账号？`,
        content: enabled ? '启用后可以用原密码登录。' : '停用后立即退出登录，不能再登录。',
        okText: enabled ? '启用' : '停用',
        okButtonProps: { danger: !enabled },
        cancelText,
        onOk: () =>
          switchTo(enabled, accountId).then(
            () => void message.success(enabled ? '账号已启用' : '账号已停用'),
            problems,
          ),
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
