import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { NotificationDetail } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { audienceLines, audienceOf, contentOf, EMPTY, formField, valuesOf } from './content';
import NewNotificationPage from './NewNotificationPage';
import NotificationPage from './NotificationPage';
import { WayProgress } from './WayProgress';

const PATH = '/api/message/notifications';

const detail: NotificationDetail = {
  notification: {
    id: 'n1',
    kind: 'POLICY',
    title: '申报提醒',
    channels: ['IN_SITE', 'SMS'],
    mandatory: false,
    state: 'PENDING_APPROVAL',
    people: 620,
    author: '运营甲',
    createdAt: '2026-11-27T10:00:00+08:00',
    submittedAt: '2026-11-27T10:05:00+08:00',
    version: 1,
  },
  body: '请于本月底前申报。',
  link: '/policies',
  audience: {
    target: 'ENTERPRISES',
    userTypes: [],
    adminsOnly: true,
    towns: ['T1'],
    industries: ['C'],
    certified: true,
    enterprises: ['e1'],
    institutions: [],
    tags: ['t1', 't2'],
    sizes: ['SMALL', 'MICRO'],
    banks: ['b1'],
    applications: 'RUNNING',
  },
  enterprises: [{ id: 'e1', name: '重庆渝巴精密机械有限公司', uscc: '91500113MA' }],
  tags: [
    { id: 't1', name: '园区企业' },
    { id: 't2', name: '研发型企业' },
  ],
  heldUp: false,
  mine: false,
  progress: [],
};

const OTHERS = {
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/user/reference/towns': json([{ code: 'T1', name: '鱼洞街道' }]),
  'GET /api/user/reference/industries': json([{ code: 'C', name: '制造业' }]),
  'GET /api/user/reference/institutions': json([]),
  [`GET ${PATH}/settings`]: json({ approvalAbove: 500, sms: false, longestSmsTitle: 35 }),
};

function open(
  page: React.ReactNode,
  at: string,
  route: string,
  permissions: string[],
  answers: Record<string, Response | Response[]>,
) {
  const sent = answerWith({
    ...OTHERS,
    'GET /api/auth/me': json({ ...someone, permissions: ['self', ...permissions] }),
    ...answers,
  });
  renderAt(
    at,
    <AntdRoot>
      <SignedIn>{page}</SignedIn>
    </AntdRoot>,
    route,
  );
  return sent;
}

const openOne = (
  permissions: string[],
  found: NotificationDetail,
  answers: Record<string, Response | Response[]> = {},
) =>
  open(<NotificationPage />, '/notifications/n1', '/notifications/:id', permissions, {
    [`GET ${PATH}/n1`]: json(found),
    ...answers,
  });

describe('what an operator types', () => {
  it('goes with what belongs to the chosen target alone', () => {
    const typed = {
      ...EMPTY,
      target: 'INSTITUTIONS' as const,
      staffTypes: ['BANK'],
      towns: ['T1'],
      enterprises: ['e1'],
      certified: 'true' as const,
      institutions: ['b1'],
    };
    expect(audienceOf(typed)).toMatchObject({
      target: 'INSTITUTIONS',
      userTypes: ['BANK'],
      towns: [],
      enterprises: [],
      institutions: ['b1'],
    });
    expect(audienceOf(typed).certified).toBeUndefined();
  });

  it('is sent at the clock of Beijing, wherever the browser is', () => {
    const content = contentOf({ ...EMPTY, when: 'at', sendAt: dayjs('2026-12-01T09:30:00') });
    expect(content.sendAt).toBe('2026-12-01T09:30:00+08:00');
    expect(contentOf({ ...EMPTY, when: 'now', sendAt: dayjs() }).sendAt).toBeUndefined();
  });

  it('comes back into the form as it was', () => {
    const values = valuesOf({
      ...detail,
      notification: { ...detail.notification, sendAt: '2026-12-01T09:30:00+08:00' },
    });
    expect(values).toMatchObject({ certified: 'true', adminsOnly: true, when: 'at', towns: ['T1'] });
    expect(contentOf(values)).toMatchObject({
      audience: detail.audience,
      sendAt: '2026-12-01T09:30:00+08:00',
    });
  });

  it('is marked where the server refuses it', () => {
    expect(formField('content.audience.industries[0]')).toBe('industries');
    expect(formField('title')).toBe('title');
  });

  it('is told in words', () => {
    const names = new Map([['T1', '鱼洞街道']]);
    expect(
      audienceLines(detail.audience, {
        towns: names,
        industries: new Map([['C', '制造业']]),
        others: new Map([
          ['e1', '重庆渝巴精密机械有限公司'],
          ['t1', '园区企业'],
          ['t2', '研发型企业'],
          ['b1', '示例银行'],
        ]),
      }),
    ).toEqual([
      ['接收范围', '企业用户'],
      ['企业内角色', '仅企业管理员'],
      ['企业认证', '已认证'],
      ['所属镇街', '鱼洞街道'],
      ['行业门类', '制造业'],
      ['企业标签', '园区企业或研发型企业'],
      ['企业规模', '小型、微型'],
      ['有未办结融资申请的机构', '示例银行'],
      ['指定企业', '重庆渝巴精密机械有限公司'],
    ]);
  });
});

it('an operator sees how many it is for and how it looks, and sends it', async () => {
  const sent = open(
    <NewNotificationPage />,
    '/notifications/new',
    '/notifications/new',
    ['message.notification.manage'],
    {
      [`POST ${PATH}/count`]: json({ people: 12, weChat: 5, phone: 12, needsApproval: false }),
      [`POST ${PATH}/preview`]: json({ inSite: { title: '申报提醒', body: '正文在此' } }),
      [`POST ${PATH}`]: json(
        { ...detail, mine: true, notification: { ...detail.notification, state: 'DRAFT', version: 0 } },
        201,
      ),
      [`POST ${PATH}/n1/submit`]: json({
        ...detail,
        notification: { ...detail.notification, state: 'SCHEDULED' },
      }),
    },
  );

  expect(await screen.findByText('12')).toBeInTheDocument();
  expect(await screen.findByLabelText('短信')).toBeDisabled();
  await userEvent.type(screen.getByLabelText('正文'), '正文在此');
  await userEvent.type(screen.getByLabelText('标题'), '申报提醒{Enter}');
  expect(await screen.findByRole('heading', { name: '站内信' })).toBeInTheDocument();
  expect(sent.some((one) => one.url.pathname === PATH)).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: '提交发送' }));
  await userEvent.click(
    within(await screen.findByRole('dialog', { name: '立即发送给 12 人？' })).getByRole('button', {
      name: '再看看',
    }),
  );
  expect(sent.some((one) => one.url.pathname === PATH)).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: '提交发送' }));
  await userEvent.click(await screen.findByRole('button', { name: '立即发送' }));

  await waitFor(() => expect(sent.some((one) => one.url.pathname === `${PATH}/n1/submit`)).toBe(true));
  expect(sent.find((one) => one.url.pathname === PATH)!.body).toMatchObject({
    title: '申报提醒',
    channels: ['IN_SITE'],
    audience: { target: 'ENTERPRISES' },
  });
});

const TAGS = {
  'GET /api/match/tags': json({
    items: [
      { id: 't1', kind: 'BASIC', name: '园区企业' },
      { id: 't3', kind: 'ADVANCED', name: '研发型企业' },
    ],
    total: 2,
    page: 1,
    size: 100,
  }),
};

const KNOWING = ['message.notification.manage', 'match.tag.read', 'user.enterprise.read'];

it('who may read tags and profiles chooses by both, and is counted and sent so', async () => {
  const sent = open(<NewNotificationPage />, '/notifications/new', '/notifications/new', KNOWING, {
    ...TAGS,
    [`POST ${PATH}/count`]: json({ people: 3, needsApproval: false }),
    [`POST ${PATH}`]: json({ ...detail, notification: { ...detail.notification, state: 'DRAFT' } }, 201),
  });
  await userEvent.click(await screen.findByLabelText(/企业标签/));
  expect(await screen.findByText('进阶标签')).toBeInTheDocument();
  await userEvent.click(await screen.findByTitle('园区企业'));
  await userEvent.click(screen.getByLabelText(/企业规模/));
  await userEvent.click(await screen.findByTitle('微型'));
  await userEvent.type(screen.getByLabelText('正文'), '正文在此');
  await userEvent.type(screen.getByLabelText('标题'), '申报提醒');

  await waitFor(() =>
    expect(sent.filter((one) => one.url.pathname === `${PATH}/count`).at(-1)!.body).toMatchObject({
      tags: ['t1'],
      sizes: ['MICRO'],
    }),
  );
  await userEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  await waitFor(() => expect(sent.some((one) => one.url.pathname === PATH)).toBe(true));
  expect(sent.find((one) => one.url.pathname === PATH)!.body).toMatchObject({
    audience: { tags: ['t1'], sizes: ['MICRO'] },
  });
  expect(sent.find((one) => one.url.pathname === '/api/match/tags')!.url.search).toContain('retired=false');
});

it('who may read applications chooses by the bank, and by what still runs there', async () => {
  const sent = open(
    <NewNotificationPage />,
    '/notifications/new',
    '/notifications/new',
    ['message.notification.manage', 'finance.application.read-all'],
    {
      'GET /api/user/reference/institutions': json([
        { id: 'b1', name: '示例银行', type: 'BANK' },
        { id: 'd1', name: '示例局', type: 'DEPARTMENT' },
      ]),
      [`POST ${PATH}/count`]: json({ people: 3, needsApproval: false }),
    },
  );
  await userEvent.click(await screen.findByLabelText(/申请贷款的机构/));
  await userEvent.click(await screen.findByTitle('示例银行'));
  expect(screen.queryByTitle('示例局')).not.toBeInTheDocument();
  await userEvent.click(screen.getByLabelText(/^融资申请/));
  await userEvent.click(await screen.findByTitle('有未办结的申请'));
  await waitFor(() =>
    expect(sent.filter((one) => one.url.pathname === `${PATH}/count`).at(-1)!.body).toMatchObject({
      banks: ['b1'],
      applications: 'RUNNING',
    }),
  );
});

it('a page that there is not is refused, and one for computers alone is told so', async () => {
  const sent = open(
    <NewNotificationPage />,
    '/notifications/new',
    '/notifications/new',
    ['message.notification.manage'],
    { [`POST ${PATH}/count`]: json({ people: 3, needsApproval: false }) },
  );
  const link = await screen.findByLabelText(/查看页面/);
  fireEvent.change(link, { target: { value: '/center/nothing-here' } });
  fireEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  expect((await screen.findAllByText('平台没有这个页面，请检查地址或从列表中选择')).length).toBeGreaterThan(
    0,
  );
  expect(sent.some((one) => one.url.pathname === PATH)).toBe(false);

  fireEvent.change(link, { target: { value: '/center/openapi' } });
  expect(await screen.findByText('手机端没有这个页面，接收人会看到“请在电脑上打开”')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText(/^平台没有这个页面/)).not.toBeInTheDocument());
});

it('who may read neither is offered neither', async () => {
  open(<NewNotificationPage />, '/notifications/new', '/notifications/new', ['message.notification.manage'], {
    [`POST ${PATH}/count`]: json({ people: 3, needsApproval: false }),
  });
  expect(await screen.findByLabelText(/行业门类/)).toBeInTheDocument();
  expect(screen.queryByLabelText(/企业标签/)).not.toBeInTheDocument();
  expect(screen.queryByLabelText(/企业规模/)).not.toBeInTheDocument();
  expect(screen.queryByLabelText(/申请贷款的机构/)).not.toBeInTheDocument();
});

it('a tag that was chosen before keeps its name, and what is wrong with it stands at its field', async () => {
  openOne(
    KNOWING,
    { ...detail, mine: true, notification: { ...detail.notification, state: 'DRAFT' } },
    {
      ...TAGS,
      [`POST ${PATH}/count`]: json({ people: 3, needsApproval: false }),
      [`POST ${PATH}/preview`]: json({}),
      [`PUT ${PATH}/n1`]: problem(400, 'VALIDATION_FAILED', {
        errors: [
          {
            field: 'content.audience.tags',
            code: 'TAG_RETIRED',
            message: '标签“研发型企业”已停用，请改选其他标签',
          },
        ],
      }),
    },
  );
  expect(await screen.findByTitle('研发型企业')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  expect((await screen.findAllByText(/已停用，请改选其他标签/)).length).toBeGreaterThan(0);
});

it('while nobody says who has a tag the count says so, and is asked again', async () => {
  const sent = open(<NewNotificationPage />, '/notifications/new', '/notifications/new', KNOWING, {
    ...TAGS,
    [`POST ${PATH}/count`]: [
      problem(503, 'TAGS_UNANSWERED', { detail: '暂时查询不到企业标签和规模，不能确定接收人，请稍后再试' }),
      json({ people: 7, needsApproval: false }),
    ],
  });
  expect(await screen.findByText(/暂时查询不到企业标签和规模/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '重新统计' }));
  expect(await screen.findByText('7')).toBeInTheDocument();
  expect(sent.filter((one) => one.url.pathname === `${PATH}/count`)).toHaveLength(2);
});

it('one that waits for its tags says why it has not gone out', async () => {
  openOne(['message.notification.read'], {
    ...detail,
    heldUp: true,
    notification: { ...detail.notification, state: 'SCHEDULED', sendAt: '2026-11-27T11:00:00+08:00' },
  });
  expect(await screen.findByText(/还没有发送；查到后自动发送/)).toBeInTheDocument();
  expect(screen.getByText('园区企业或研发型企业')).toBeInTheDocument();
});

it('what was not taken is not left without a question', async () => {
  const leaves = () => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return !leaving.defaultPrevented;
  };
  open(<NewNotificationPage />, '/notifications/new', '/notifications/new', ['message.notification.manage'], {
    [`POST ${PATH}/count`]: json({ people: 12, needsApproval: false }),
    [`POST ${PATH}/preview`]: json({}),
    [`POST ${PATH}`]: problem(503, 'SERVICE_UNAVAILABLE', { title: '服务暂时不可用' }),
  });
  await screen.findByText('12');
  expect(leaves()).toBe(true);
  await userEvent.type(screen.getByLabelText('正文'), '正文在此');
  await userEvent.type(screen.getByLabelText('标题'), '申报提醒');
  await userEvent.click(screen.getByRole('button', { name: '保存草稿' }));
  await screen.findByText(/服务暂时不可用/);
  await waitFor(() => expect(leaves()).toBe(false));
});

it('who approves what goes out later is not told that it is sent by that', async () => {
  openOne(['message.notification.approve'], {
    ...detail,
    notification: { ...detail.notification, sendAt: new Date(Date.now() + 3_600_000).toISOString() },
  });

  await userEvent.click(await screen.findByRole('button', { name: '审批通过' }));
  expect(await screen.findByRole('button', { name: /^通\s*过$/ })).toBeInTheDocument();
  expect(screen.getByText(/^将于 .* 发送。$/)).toBeInTheDocument();
});

it('a second person reads whom it is for and approves it as they saw it', async () => {
  const sent = openOne(['message.notification.approve'], detail, {
    [`POST ${PATH}/n1/approve`]: json({
      ...detail,
      notification: { ...detail.notification, state: 'SCHEDULED', version: 2 },
    }),
  });

  expect(await screen.findByText('鱼洞街道')).toBeInTheDocument();
  expect(screen.getByText('620')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '审批通过' }));
  await userEvent.click(await screen.findByRole('button', { name: '通过并发送' }));

  expect(await screen.findByText('已审批通过')).toBeInTheDocument();
  expect(sent.find((one) => one.url.pathname.endsWith('/approve'))!.body).toEqual({ version: 1 });
});

it('who approves sees how it looks by each way, and whoever it is for without a condition', async () => {
  const { audience } = detail;
  openOne(['message.notification.approve'], {
    ...detail,
    audience: {
      ...audience,
      adminsOnly: false,
      certified: undefined,
      towns: [],
      industries: [],
      enterprises: [],
      tags: [],
      sizes: [],
      banks: [],
    },
  });
  expect(await screen.findByRole('heading', { name: '站内信' })).toBeInTheDocument();
  expect(screen.getByText('查看详情：惠企政策')).toBeInTheDocument();
  expect(screen.getByText('短信只发送标题，正文在平台内查看')).toBeInTheDocument();
  expect(screen.getByText('企业用户，不限条件')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '返回列表' })).toBeInTheDocument();
});

it('one that was cancelled is not said to be counted again when it is sent', async () => {
  openOne(['message.notification.manage'], {
    ...detail,
    notification: { ...detail.notification, state: 'CANCELLED', endedAt: '2026-11-27T11:00:00+08:00' },
  });
  expect(await screen.findByText('人（提交时统计）')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: '预览' })).toBeNull();
});

it('its author is not offered to approve it, but to cancel it', async () => {
  openOne(['message.notification.manage', 'message.notification.approve'], { ...detail, mine: true });

  expect(await screen.findByRole('button', { name: '取消发送' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '审批通过' })).not.toBeInTheDocument();
  expect(screen.getByText(/编写人不能审批自己的通知/)).toBeInTheDocument();
});

it('while it is sent it shows how far it has come and what became of each', async () => {
  openOne(
    ['message.notification.read'],
    {
      ...detail,
      notification: {
        ...detail.notification,
        state: 'SENDING',
        people: 4,
        startedAt: '2026-11-27T11:00:00+08:00',
      },
      progress: [
        { channel: 'IN_SITE', result: 'DELIVERED', count: 3 },
        { channel: 'IN_SITE', result: 'WAITING', count: 1 },
        { channel: 'SMS', result: 'UNCERTAIN', count: 4 },
      ],
    },
    {
      [`GET ${PATH}/n1/receivers`]: json({
        items: [
          {
            accountId: 'a1',
            receiver: '张三',
            channel: 'IN_SITE',
            result: 'DELIVERED',
            at: '2026-11-27T11:00:01+08:00',
          },
          {
            accountId: 'a2',
            receiver: '李四',
            channel: 'SMS',
            result: 'WAITING',
            heldUntil: '2026-11-28T08:00:00+08:00',
          },
        ],
        total: 2,
        page: 1,
        size: 20,
      }),
    },
  );

  expect(await screen.findByText('已送达 3')).toBeInTheDocument();
  expect(screen.getByText('已处理 3 / 4')).toBeInTheDocument();
  expect(screen.getByText('结果不明 4')).toBeInTheDocument();
  expect(await screen.findByText('张三')).toBeInTheDocument();
  expect(screen.getByText('免打扰至 2026-11-28 08:00')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '取消发送' })).not.toBeInTheDocument();
});

it('a way by which some were not reached does not look as if all had been', () => {
  const { container } = render(
    <ul>
      <WayProgress
        way="短信"
        results={[
          { channel: 'SMS', result: 'UNDELIVERED', count: 1 },
          { channel: 'SMS', result: 'DELIVERED', count: 4 },
          { channel: 'SMS', result: 'WAITING', count: 2 },
          { channel: 'SMS', result: 'UNCERTAIN', count: 1 },
        ]}
      />
    </ul>,
  );
  const bar = screen.getByRole('progressbar', { name: '短信发送进度' });
  expect(bar).toHaveAttribute('aria-valuenow', '6');
  expect(bar).toHaveAttribute('aria-valuemax', '8');
  expect([...bar.children].map((part) => [part.className, (part as HTMLElement).style.flexGrow])).toEqual([
    [expect.stringContaining('good'), '4'],
    [expect.stringContaining('wait'), '1'],
    [expect.stringContaining('bad'), '1'],
    ['', '2'],
  ]);
  expect(container).toHaveTextContent('已送达 4结果不明 1未送达 1待发送 2');
});

it('what was rejected shows why, and is mended in the form', async () => {
  openOne(
    ['message.notification.manage'],
    {
      ...detail,
      mine: true,
      notification: { ...detail.notification, state: 'REJECTED', rejectReason: '请写明截止日期' },
    },
    {
      [`POST ${PATH}/count`]: problem(503, 'SERVICE_BUSY'),
      [`POST ${PATH}/preview`]: json({}),
    },
  );

  expect(await screen.findByText('请写明截止日期')).toBeInTheDocument();
  expect(screen.getByLabelText('标题')).toHaveValue('申报提醒');
  expect(await screen.findByText('暂时不能统计人数，不影响保存')).toBeInTheDocument();
});
