import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { MessageSettings } from '@/shared/api';
import { answerWith, json, problem, type Sent } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import MessageSettingsPage from './MessageSettingsPage';

const PATH = '/api/message/my/settings';
const settings: MessageSettings = {
  quiet: 'DISTRICT',
  districtQuietFrom: '22:00',
  districtQuietTo: '08:00',
  digestAt: '09:00',
  groups: [
    {
      label: '账号安全',
      kinds: [
        {
          code: 'account.new-device',
          name: '新设备登录',
          offered: ['WECHAT'],
          declined: [],
          fixed: true,
          because: '账号被他人操作时，只有本人能及时发现',
          digestible: false,
          digest: false,
        },
        {
          code: 'account.password',
          name: '密码被修改',
          offered: ['WECHAT'],
          declined: [],
          fixed: true,
          because: '账号被他人操作时，只有本人能及时发现',
          digestible: false,
          digest: false,
        },
      ],
    },
    {
      label: '融资申请',
      kinds: [
        {
          code: 'loan.accepted',
          name: '银行受理融资申请',
          offered: ['WECHAT', 'SMS'],
          declined: [],
          fixed: false,
          digestible: true,
          digest: false,
        },
        {
          code: 'loan.settled',
          name: '贷款结清',
          offered: [],
          declined: [],
          fixed: false,
          digestible: true,
          digest: false,
        },
      ],
    },
  ],
  version: 3,
};

let sent: Sent[];

function open(answers: Parameters<typeof answerWith>[0] = {}) {
  sent = answerWith({
    [`GET ${PATH}`]: json(settings),
    [`PUT ${PATH}`]: json({ ...settings, version: 4 }),
    ...answers,
  });
  renderAt(
    '/center/message-settings',
    <AntdRoot>
      <MessageSettingsPage />
    </AntdRoot>,
  );
}
const put = () => sent.find((one) => one.method === 'PUT');

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('what somebody does not want is sent with what they saw', async () => {
  open();
  await userEvent.click(await screen.findByRole('checkbox', { name: '短信：银行受理融资申请' }));
  await userEvent.click(screen.getByRole('checkbox', { name: '每日汇总：银行受理融资申请' }));
  await userEvent.click(screen.getByRole('button', { name: '保存设置' }));
  await waitFor(() =>
    expect(put()?.body).toEqual({
      version: 3,
      quiet: 'DISTRICT',
      choices: [{ code: 'loan.accepted', declined: ['SMS'], digest: true }],
    }),
  );
  expect(await screen.findByText('消息设置已保存')).toBeInTheDocument();
});

it('what concerns the account cannot be switched off, and says why', async () => {
  open();
  expect(
    await screen.findByText('不能关闭：新设备登录、密码被修改。账号被他人操作时，只有本人能及时发现'),
  ).toBeVisible();
  expect(screen.queryByRole('checkbox', { name: /新设备登录/ })).not.toBeInTheDocument();
  expect(screen.getByText('只发站内信')).toBeVisible();
});

it('where nothing goes out there is nothing to gather', async () => {
  open();
  const digest = await screen.findByRole('checkbox', { name: '每日汇总：银行受理融资申请' });
  await userEvent.click(digest);
  await userEvent.click(screen.getByRole('checkbox', { name: '公众号：银行受理融资申请' }));
  expect(digest).toBeChecked();
  await userEvent.click(screen.getByRole('checkbox', { name: '短信：银行受理融资申请' }));
  expect(digest).not.toBeChecked();
  expect(digest).toBeDisabled();
});

it('quiet hours of ones own have a beginning and another end', async () => {
  open();
  expect(await screen.findByText('按平台默认（22:00 至 次日 08:00）')).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: '自定时段' }));
  const end = screen.getByLabelText('结束时间');
  await userEvent.clear(end);
  await userEvent.type(end, '22:00');
  expect(await screen.findByText('结束时间不能与开始时间相同')).toBeVisible();
  expect(screen.getByRole('button', { name: '保存设置' })).toBeDisabled();
  await userEvent.clear(end);
  await userEvent.type(end, '07:30');
  await userEvent.click(screen.getByRole('button', { name: '保存设置' }));
  await waitFor(() =>
    expect(put()?.body).toEqual({
      version: 3,
      quiet: 'OWN',
      quietFrom: '22:00',
      quietTo: '07:30',
      choices: [],
    }),
  );
});

it('that it was changed on another page meanwhile is said', async () => {
  open({ [`PUT ${PATH}`]: problem(409, 'VERSION_CONFLICT', { detail: '内容已被更新，请刷新后再操作' }) });
  await userEvent.click(await screen.findByRole('radio', { name: '不设免打扰' }));
  await userEvent.click(screen.getByRole('button', { name: '保存设置' }));
  expect(await screen.findByText(/内容已被更新/)).toBeInTheDocument();
});

it('settings that cannot be read can be asked for again', async () => {
  open({ [`GET ${PATH}`]: problem(503, 'UNAVAILABLE', { detail: '服务暂不可用' }) });
  expect(await screen.findByRole('button', { name: /重试|重新加载/ })).toBeVisible();
});

it('a long group is folded until something was chosen in it', async () => {
  const kind = settings.groups[1]!.kinds[0]!;
  const kinds = ['a', 'b', 'c', 'd'].map((code) => ({ ...kind, code, name: `消息${code}` }));
  const changed = kinds.map((one) => ({ ...one, code: `2${one.code}`, declined: ['SMS' as const] }));
  open({
    [`GET ${PATH}`]: json({
      ...settings,
      groups: [
        { label: '政策申报', kinds },
        { label: '政策兑现', kinds: changed },
      ],
    }),
  });
  expect((await screen.findByText('4 种消息可以设置')).closest('details')!.open).toBe(false);
  expect(screen.getByText('4 种消息可以设置，已调整 4 种').closest('details')!.open).toBe(true);
});
