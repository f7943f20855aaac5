import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { MessageSettings } from '@/shared/api';
import { answerWith, json, type Sent } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import MessageSettingsPage from './MessageSettingsPage';

const PATH = '/api/message/my/settings';
const settings: MessageSettings = {
  quiet: 'NONE',
  districtQuietFrom: '22:00',
  districtQuietTo: '08:00',
  digestAt: '09:00',
  groups: [
    {
      label: '融资申请',
      kinds: [
        {
          code: 'loan.accepted',
          name: '银行受理融资申请',
          offered: ['WECHAT', 'SMS'],
          declined: ['SMS'],
          fixed: false,
          digestible: true,
          digest: false,
        },
        {
          code: 'loan.disbursed',
          name: '贷款放款',
          offered: ['WECHAT'],
          declined: [],
          fixed: true,
          because: '资金核定和支付情况必须告知企业',
          digestible: false,
          digest: false,
        },
      ],
    },
  ],
  version: 1,
};

let sent: Sent[];

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
  sent = answerWith({
    [`GET ${PATH}`]: json(settings),
    [`PUT ${PATH}`]: json({ ...settings, version: 2 }),
  });
  renderAt(
    '/message-settings',
    <MobileRoot>
      <MessageSettingsPage />
    </MobileRoot>,
  );
});

it('the ways of a kind are chosen on the phone', async () => {
  const kind = within(await screen.findByRole('listitem', { name: '银行受理融资申请' }));
  expect(kind.getByRole('checkbox', { name: '短信' })).not.toBeChecked();
  fireEvent.click(kind.getByRole('checkbox', { name: '短信' }));
  fireEvent.click(kind.getByRole('checkbox', { name: '每日汇总' }));
  fireEvent.click(screen.getByRole('button', { name: '保存设置' }));
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'PUT')?.body).toEqual({
      version: 1,
      quiet: 'NONE',
      choices: [{ code: 'loan.accepted', declined: [], digest: true }],
    }),
  );
});

it('what concerns money cannot be switched off, and says why', async () => {
  const kind = within(await screen.findByRole('listitem', { name: '贷款放款' }));
  expect(kind.getByRole('checkbox', { name: '公众号' })).toBeDisabled();
  expect(kind.getByText('不能关闭')).toBeInTheDocument();
  expect(screen.getByText(/不能关闭.*资金核定/)).toBeInTheDocument();
});

it('outside of WeChat nobody is asked for subscription messages', async () => {
  await screen.findByRole('listitem', { name: '贷款放款' });
  expect(screen.queryByText('微信订阅消息')).not.toBeInTheDocument();
});
