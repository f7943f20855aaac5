import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { NoticeTemplate } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import TemplatePage from './TemplatePage';

const PATH = '/api/message/templates/loan.settled';

const shipped: NoticeTemplate['content'] = {
  title: '贷款已结清',
  body: '“${产品名称}”已结清。',
  link: '/my/applications/${申请标识}',
  ways: ['IN_SITE'],
  conditions: [],
  others: [],
};

const detail: NoticeTemplate = {
  template: {
    code: 'loan.settled',
    group: 'LOAN',
    name: '贷款结清',
    receivers: '申请企业',
    title: '贷款已还清',
    body: shipped.body,
    ways: ['IN_SITE', 'WECHAT'],
    enabled: true,
    number: 2,
    changedBy: '运营甲',
    changedAt: '2026-11-28T10:00:00+08:00',
    version: 3,
  },
  content: { ...shipped, title: '贷款已还清', ways: ['IN_SITE', 'WECHAT'], weChat: '${产品名称}已还清' },
  shipped,
  sms: false,
  conditional: true,
  others: true,
  held: true,
  variables: [
    {
      name: '产品名称',
      meaning: '所申请的贷款产品',
      example: '云税贷',
      required: true,
      optional: false,
      link: false,
      comparable: true,
    },
    {
      name: '申请金额',
      meaning: '申请的贷款金额',
      example: '50 万元',
      required: false,
      optional: false,
      link: false,
      comparable: true,
      unit: '元',
    },
    {
      name: '申请标识',
      meaning: '融资申请',
      example: '0199',
      required: false,
      optional: false,
      link: true,
      comparable: false,
    },
  ],
  versions: [
    {
      number: 2,
      content: { ...shipped, title: '贷款已还清' },
      author: '运营甲',
      writtenAt: '2026-11-28T10:00:00+08:00',
    },
    {
      number: 1,
      content: { ...shipped, title: '旧的标题' },
      author: '运营乙',
      writtenAt: '2026-11-27T10:00:00+08:00',
    },
  ],
};

function open(
  found: NoticeTemplate = detail,
  answers: Record<string, Response | Response[]> = {},
  permissions = ['message.template.read', 'message.template.manage'],
) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', ...permissions] }),
    [`GET ${PATH}`]: json(found),
    [`POST ${PATH}/preview`]: json({
      inSite: { title: '贷款已还清', body: '“云税贷”已结清。' },
      told: true,
      others: [],
    }),
    'GET /api/message/templates/receiver-roles': json([
      { place: 'OPERATOR', code: 'OPERATOR', name: '运营人员' },
      { place: 'CASE', code: 'BANK_MANAGER', name: '银行负责人' },
    ]),
    ...answers,
  });
  renderAt(
    '/templates/loan.settled',
    <AntdRoot>
      <SignedIn>
        <TemplatePage />
      </SignedIn>
    </AntdRoot>,
    '/templates/:code',
  );
  return sent;
}

it('a variable is put where the cursor was, and the words are shown as they will be', async () => {
  const sent = open();
  const title = await screen.findByLabelText('标题');
  fireEvent.change(title, { target: { value: '已还清：' } });
  fireEvent.focus(title);
  // What can be said stands with the words, not below the rules.
  const words = within(screen.getByRole('region', { name: '消息内容' }));
  fireEvent.click(words.getByLabelText('插入变量 产品名称'));

  expect(title).toHaveValue('已还清：${产品名称}');
  expect(await screen.findByText('“云税贷”已结清。')).toBeInTheDocument();
  await waitFor(() =>
    expect(sent.findLast((one) => one.url.pathname === `${PATH}/preview`)?.body).toMatchObject({
      content: { title: '已还清：${产品名称}' },
      recent: false,
    }),
  );
});

it('an operator saves by the version that was seen', async () => {
  const sent = open(detail, {
    [`PUT ${PATH}`]: json({ ...detail, template: { ...detail.template, version: 4 } }),
  });
  fireEvent.change(await screen.findByLabelText('标题'), { target: { value: '已还清' } });
  fireEvent.click(screen.getByText('保存'));

  expect(await screen.findByText('已保存，此后发生的事件用新的文字')).toBeInTheDocument();
  expect(sent.find((one) => one.url.pathname === PATH && one.body)!.body).toEqual({
    version: 3,
    content: { ...shipped, title: '已还清', ways: ['IN_SITE', 'WECHAT'], weChat: '${产品名称}已还清' },
  });
});

it('a second click on saving sends nothing: it is no change by somebody else', async () => {
  const sent = open(detail, {
    [`PUT ${PATH}`]: json({ ...detail, template: { ...detail.template, version: 4 } }),
  });
  fireEvent.change(await screen.findByLabelText('标题'), { target: { value: '已还清' } });
  fireEvent.click(screen.getByText('保存'));
  fireEvent.click(screen.getByText('保存'));

  expect(await screen.findByText('已保存，此后发生的事件用新的文字')).toBeInTheDocument();
  expect(sent.filter((one) => one.url.pathname === PATH && one.body)).toHaveLength(1);
});

it('what the server refuses stands at its field, and what was typed stays', async () => {
  open(detail, {
    [`PUT ${PATH}`]: problem(422, 'VALIDATION_FAILED', {
      errors: [{ field: 'content.title', code: 'UNKNOWN_VARIABLE', message: '没有变量“企业”' }],
    }),
  });
  const title = await screen.findByLabelText('标题');
  fireEvent.change(title, { target: { value: '${企业}' } });
  fireEvent.click(screen.getByText('保存'));

  expect((await screen.findAllByText('没有变量“企业”')).length).toBeGreaterThan(0);
  expect(title).toHaveValue('${企业}');
});

it('an older version is gone back to after a question', async () => {
  const sent = open(detail, { [`POST ${PATH}/restore`]: json(detail) });
  await userEvent.click(await screen.findByRole('button', { name: '恢复第 1 版' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: '恢复' }));
  await waitFor(() =>
    expect(sent.find((one) => one.url.pathname === `${PATH}/restore`)?.body).toEqual({
      version: 3,
      number: 1,
    }),
  );
});

it('what everybody has to know is not offered to be switched off, and it says why', async () => {
  open({ ...detail, template: { ...detail.template, mandatory: '办理结果必须告知申请人' } });
  expect(await screen.findByText('此类消息不能停用。办理结果必须告知申请人。')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '停用' })).not.toBeInTheDocument();
});

it('who may only read sees the words and changes nothing', async () => {
  open(detail, {}, ['message.template.read']);
  expect(await screen.findByText('${产品名称}已还清')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '保存' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /恢复/ })).not.toBeInTheDocument();
});

const LARGE = { variable: '申请金额', comparison: 'AT_LEAST', value: '5000000' } as const;
const withRules: NoticeTemplate = {
  ...detail,
  content: {
    ...detail.content,
    conditions: [LARGE],
    others: [{ place: 'CASE', role: 'BANK_MANAGER', conditions: [], title: '大额结清', body: '${产品名称}' }],
  },
};

it('rules are said in plain words while they are typed', async () => {
  open(withRules);
  expect(await screen.findByText('申请金额不小于“5000000”时通知申请企业')).toBeInTheDocument();
  expect(await screen.findByText('另行通知办理机构的银行负责人，另写文字')).toBeInTheDocument();

  fireEvent.change(screen.getByLabelText('数值（元）'), { target: { value: '8000000' } });
  expect(await screen.findByText('申请金额不小于“8000000”时通知申请企业')).toBeInTheDocument();
});

it('rules go with what is saved', async () => {
  const sent = open(withRules, { [`PUT ${PATH}`]: json(withRules) });
  fireEvent.change(await screen.findByLabelText('数值（元）'), { target: { value: '8000000' } });
  fireEvent.click(screen.getByText('保存'));

  await waitFor(() =>
    expect(sent.find((one) => one.url.pathname === PATH && one.body)?.body).toMatchObject({
      content: {
        conditions: [{ ...LARGE, value: '8000000' }],
        others: [
          {
            place: 'CASE',
            role: 'BANK_MANAGER',
            conditions: [],
            title: '大额结清',
            body: '${产品名称}',
          },
        ],
      },
    }),
  );
});

it('a rule that is taken away is gone', async () => {
  const sent = open(withRules, { [`PUT ${PATH}`]: json(detail) });
  fireEvent.click(await screen.findByLabelText('删除另行通知 1'));
  fireEvent.click(screen.getByLabelText('删除通知条件 1'));
  expect(await screen.findByText('每次都通知申请企业')).toBeInTheDocument();
  fireEvent.click(screen.getByText('保存'));
  await waitFor(() =>
    expect(sent.find((one) => one.url.pathname === PATH && one.body)?.body).toMatchObject({
      content: { conditions: [], others: [] },
    }),
  );
});

it('what the server refuses of a rule stands at its field', async () => {
  open(withRules, {
    [`PUT ${PATH}`]: problem(422, 'VALIDATION_FAILED', {
      errors: [
        { field: 'content.others[0].role', code: 'UNKNOWN_ROLE', message: '没有这个角色，请重新选择' },
      ],
    }),
  });
  await screen.findByText('另行通知办理机构的银行负责人，另写文字');
  fireEvent.click(screen.getByText('保存'));
  expect((await screen.findAllByText('没有这个角色，请重新选择')).length).toBeGreaterThan(0);
});

it('the preview says whom the recent event would have told', async () => {
  open(withRules, {
    [`POST ${PATH}/preview`]: json({
      inSite: { title: '贷款已还清', body: '“云税贷”已结清。' },
      told: false,
      others: [
        {
          place: 'CASE',
          role: 'BANK_MANAGER',
          roleName: '银行负责人',
          told: true,
          people: 2,
          inSite: { title: '大额结清', body: '云税贷' },
        },
      ],
    }),
  });
  expect(await screen.findByText('按示例，条件不满足，不通知申请企业')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '办理机构的银行负责人' })).toBeInTheDocument();
  expect(screen.getByText('现有 2 人')).toBeInTheDocument();
});

it('what goes as a subscription message alone is previewed as one', async () => {
  open(
    { ...detail, content: { ...detail.content, ways: ['IN_SITE', 'SUBSCRIPTION'] } },
    {
      [`POST ${PATH}/preview`]: json({
        inSite: { title: '贷款已还清', body: '“云税贷”已结清。' },
        weChat: { title: '云税贷已还清' },
        told: true,
        others: [],
      }),
    },
  );
  expect(await screen.findByRole('heading', { name: '订阅消息' })).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: '公众号' })).not.toBeInTheDocument();
});

it('of a condition that wants the very words it is said that they have to be in full', async () => {
  open({
    ...detail,
    content: { ...detail.content, conditions: [{ variable: '产品名称', comparison: 'IS', value: '云税' }] },
  });
  expect(await screen.findByText(/须与事件中的写法一字不差，如“云税贷”/)).toBeInTheDocument();
});

it('what everybody has to know gets no condition', async () => {
  open({ ...detail, conditional: false, others: false });
  expect(await screen.findByText('此类消息每次都通知申请企业，不能设条件。')).toBeInTheDocument();
  expect(screen.getByText('此类消息不能另行通知他人。')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /添加/ })).not.toBeInTheDocument();
});
