import { App, Input } from 'antd';
import type { OneTimeLink } from '@/shared/api';
import { dateTimeText } from '@/shared/ui';

/** The address at which the owner of an account sets the password. In the part that no server hears of. */
export const linkAddress = (link: OneTimeLink) => `${location.origin}/set-password#${link.token}`;

/** Shows a one-time link, which nobody can see again. */
export function useLinkDialog() {
  const { modal } = App.useApp();
  return (name: string, link: OneTimeLink) =>
    modal.success({
      title: `请把链接交给${name}`,
      width: 560,
      okText: '已复制',
      content: (
        <>
          <p>
            对方打开链接设置密码后才能登录。链接只显示这一次，只能使用一次，
            {dateTimeText(link.expiresAt)} 前有效。
          </p>
          <Input.TextArea readOnly autoSize aria-label="一次性链接" value={linkAddress(link)} />
        </>
      ),
    });
}
