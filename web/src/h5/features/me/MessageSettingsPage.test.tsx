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
settings.groups.push({
  label: '融资协调',
  kinds: [1, 2, 3, 4].map((number) => ({
    ...settings.groups[0]!.kinds[0]!,
    code: `case.${number}`,
    name: `核查消息${number}`,
    offered: number === 2 ? ['SMS'] : ['WECHAT'],
    declined: [],
  })),
});

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

it('what concerns money cannot be switched off, and says why in one sentence without boxes', async () => {
  expect(await screen.findByText('不能关闭：贷款放款。资金核定和支付情况必须告知企业')).toBeInTheDocument();
  expect(screen.queryByRole('listitem', { name: '贷款放款' })).not.toBeInTheDocument();
});

it('a long group is folded until something was chosen in it, and each way keeps its column', async () => {
  expect((await screen.findByText('4 种消息可以设置')).closest('details')!.open).toBe(false);
  expect(screen.getByText('1 种消息可以设置，已调整 1 种').closest('details')!.open).toBe(true);
  const place = (kind: string, way: string) => {
    const cell = within(screen.getByLabelText(kind)).getByText(way).closest('div')!;
    return [...cell.parentElement!.children].indexOf(cell);
  };
  expect(place('核查消息1', '每日汇总')).toBe(2);
  expect(place('核查消息2', '每日汇总')).toBe(2);
});

it('outside of WeChat nobody is asked for subscription messages', async () => {
  await screen.findByText(/贷款放款/);
  expect(screen.queryByText('微信订阅消息')).not.toBeInTheDocument();
});
