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
      label: '办理时限',
      kinds: [
        {
          code: 'promise.due-soon',
          name: '事项即将到期',
          offered: ['WECHAT', 'SMS'],
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
    '/message-settings',
    <AntdRoot>
      <MessageSettingsPage />
    </AntdRoot>,
  );
}

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('staff say by which ways they are told, at which hours not, and what is gathered', async () => {
  open();
  expect(screen.getByRole('heading', { level: 1, name: '消息设置' })).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('checkbox', { name: '短信：事项即将到期' }));
  await userEvent.click(screen.getByRole('checkbox', { name: '每日汇总：事项即将到期' }));
  await userEvent.click(screen.getByRole('radio', { name: '不设免打扰' }));
  await userEvent.click(screen.getByRole('button', { name: '保存设置' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      version: 3,
      quiet: 'NONE',
      choices: [{ code: 'promise.due-soon', declined: ['SMS'], digest: true }],
    }),
  );
  expect(await screen.findByText('消息设置已保存')).toBeInTheDocument();
});

it('topics of policies are not asked of staff', async () => {
  open();
  await screen.findByRole('region', { name: '免打扰时段' });
  expect(screen.queryByText('政策主题订阅')).not.toBeInTheDocument();
  expect(sent.map(({ url }) => url.pathname)).toEqual([PATH]);
});

it('without an answer it says so and asks again', async () => {
  open({ [`GET ${PATH}`]: [problem(500, 'INTERNAL_ERROR'), json(settings)] });
  await userEvent.click(await screen.findByRole('button', { name: /重试/ }));
  expect(await screen.findByRole('region', { name: '办理时限' })).toBeInTheDocument();
});

it('who is told of nothing has nothing to set but the hours', async () => {
  open({ [`GET ${PATH}`]: json({ ...settings, groups: [] }) });
  expect(await screen.findByText('没有可以设置的消息')).toBeInTheDocument();
});
