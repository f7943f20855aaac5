import { App } from 'antd';
import type { OneTimeLink } from '@/shared/api';
import { dateTimeText } from '@/shared/ui';
import { ShownOnce } from '@/shared/ui/antd';

/** The address at which the owner of an account sets the password. In the part that no server hears of. */
const linkAddress = (link: OneTimeLink) => `${location.origin}/set-password#${link.token}`;

/** Says where a one-time link went: to the phone of its owner, or, where no text message goes out, into these hands and never again. */
export function useLinkDialog() {
  const { modal } = App.useApp();
  return (name: string, link: OneTimeLink) => {
    if (!link.token) {
      return modal.success({
        title: `链接已通过短信发送给${name}`,
        okText: '知道了',
        content: `本人打开短信中的链接设置密码后才能登录。链接只能使用一次，${dateTimeText(link.expiresAt)} 前有效。没有收到可以再次发送，以最后一条为准。`,
      });
    }
    return modal.success({
      title: `请把链接交给${name}`,
      width: 560,
      okText: '已保存',
      keyboard: false,
      content: (
        <>
          <p>
            对方打开链接设置密码后才能登录。链接只显示这一次，只能使用一次，
            {dateTimeText(link.expiresAt)} 前有效。
          </p>
          <ShownOnce name="一次性链接" value={linkAddress(link)} />
        </>
      ),
    });
  };
}
