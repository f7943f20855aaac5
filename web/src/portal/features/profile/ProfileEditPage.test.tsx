import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Profile } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ProfileEditPage from './ProfileEditPage';

const profile = (version: number, values: { legalRepAge: number; employees: number }): Profile => ({
  enterpriseId: 'e1',
  enterpriseName: '重庆渝巴精密机械有限公司',
  completeness: 60,
  version,
  taxAuthorization: { granted: false, covers: [] },
  groups: [
    {
      name: '基本情况',
      facts: [['legalRepAge', '法定代表人年龄', '岁'] as const, ['employees', '职工总数', '人'] as const].map(
        ([name, label, unit]) => ({
          name,
          label,
          unit,
          kind: 'INTEGER',
          editable: true,
          value: values[name],
        }),
      ),
    },
  ],
});
const opened = profile(1, { legalRepAge: 40, employees: 42 });
const PROFILE = '/api/match/my/profile';
const session = { 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) };
const page = (
  <AntdRoot>
    <SignedIn>
      <ProfileEditPage />
    </SignedIn>
  </AntdRoot>
);

async function open() {
  const view = renderAt('/center/profile/edit', page);
  await screen.findByLabelText('职工总数（人）');
  return view;
}
const age = () => screen.getByLabelText('法定代表人年龄（岁）');
const staff = () => screen.getByLabelText('职工总数（人）');
async function type(field: HTMLElement, text: string) {
  await userEvent.clear(field);
  await userEvent.type(field, text);
}
const save = () => userEvent.click(screen.getByRole('button', { name: /保\s*存$/ }));
const puts = (sent: ReturnType<typeof answerWith>) =>
  sent.filter((one) => one.method === 'PUT').map((one) => one.body);

beforeEach(() => {
  localStorage.clear();
  document.cookie = 'XSRF-TOKEN=abc';
});

it('what a colleague saved meanwhile is taken over and told, and the next save leaves it alone', async () => {
  const sent = answerWith({
    ...session,
    [`GET ${PROFILE}`]: [json(opened), json(profile(2, { legalRepAge: 43, employees: 42 }))],
    [`PUT ${PROFILE}/facts`]: [
      problem(409, 'VERSION_CONFLICT'),
      json(profile(3, { legalRepAge: 43, employees: 44 })),
    ],
  });
  const { router } = await open();
  await type(staff(), '44');
  await save();
  expect(await screen.findByText(/已换成最新内容：法定代表人年龄 43 岁/)).toBeInTheDocument();
  expect(age()).toHaveValue('43');
  expect(staff()).toHaveValue('44');
  await save();
  await waitFor(() => expect(router.state.location.pathname).toBe('/center/profile'));
  expect(puts(sent)).toEqual([
    { facts: { employees: 44 }, version: 1 },
    { facts: { employees: 44 }, version: 2 },
  ]);
});

it('half a person is refused and not rounded', async () => {
  const sent = answerWith({ ...session, [`GET ${PROFILE}`]: json(opened) });
  await open();
  await type(staff(), '3.5');
  await save();
  expect(await screen.findByRole('button', { name: '职工总数须填写整数' })).toBeVisible();
  expect(staff()).toHaveValue('3.5');
  expect(puts(sent)).toEqual([]);
});

it('what is no number stays as it was typed and is refused, and does not become the former number again', async () => {
  const sent = answerWith({ ...session, [`GET ${PROFILE}`]: json(opened) });
  await open();
  await type(staff(), 'abc');
  await userEvent.click(age());
  expect(staff()).toHaveValue('abc');
  expect(await screen.findByText('请填写数字')).toBeInTheDocument();
  await userEvent.type(staff(), '{Enter}');
  await save();
  expect(staff()).toHaveValue('abc');
  expect(puts(sent)).toEqual([]);

  // The list of what is wrong takes the cursor when it comes.
  await waitFor(() => expect(screen.getByText(/处需要修改/).parentElement).toHaveFocus());
  await type(staff(), '44');
  await waitFor(() => expect(screen.queryByText('请填写数字')).toBeNull());
});

it('what is no number is not sent by the Enter key either', async () => {
  const sent = answerWith({ ...session, [`GET ${PROFILE}`]: json(opened) });
  await open();
  await type(age(), '45');
  await type(staff(), '四十{Enter}');
  expect((await screen.findAllByText('请填写数字')).length).toBeGreaterThan(0);
  expect(staff()).toHaveValue('四十');
  expect(puts(sent)).toEqual([]);
});

it('what both changed is shown before it is overwritten, and can be given up', async () => {
  const sent = answerWith({
    ...session,
    [`GET ${PROFILE}`]: [json(opened), json(profile(2, { legalRepAge: 40, employees: 50 }))],
    [`PUT ${PROFILE}/facts`]: [
      problem(409, 'VERSION_CONFLICT'),
      json(profile(3, { legalRepAge: 41, employees: 50 })),
    ],
  });
  await open();
  await type(staff(), '44');
  await type(age(), '41');
  await save();
  expect(await screen.findByText(/职工总数：您填写 44 人，已保存的是 50 人/)).toBeInTheDocument();
  expect(staff()).toHaveValue('44');
  await userEvent.click(screen.getByRole('button', { name: '职工总数改用已保存的' }));
  expect(staff()).toHaveValue('50');
  await save();
  await waitFor(() => expect(puts(sent)).toHaveLength(2));
  expect(puts(sent)[1]).toEqual({ facts: { legalRepAge: 41 }, version: 2 });
});

it('a profile that is fetched anew while one types changes nothing of what is sent', async () => {
  const sent = answerWith({
    ...session,
    [`GET ${PROFILE}`]: [json(opened), json(profile(2, { legalRepAge: 43, employees: 42 }))],
    [`PUT ${PROFILE}/facts`]: problem(422, 'OTHER'),
  });
  const { queries } = await open();
  await queries.refetchQueries();
  await type(staff(), '44');
  await save();
  await waitFor(() => expect(puts(sent)).toEqual([{ facts: { employees: 44 }, version: 1 }]));
});

it('a restored draft knows what it was typed over', async () => {
  const draft = () =>
    JSON.parse(localStorage.getItem(`zq.draft.${someone.accountId}.profile.e1`) ?? 'null') as unknown;
  answerWith({ ...session, [`GET ${PROFILE}`]: json(opened) });
  const { unmount } = await open();
  await type(staff(), '44');
  await waitFor(() => expect(draft()).toEqual({ typed: { employees: 44 }, base: { employees: 42 } }));
  unmount();

  const later = json(profile(2, { legalRepAge: 43, employees: 50 }));
  answerWith({ ...session, [`GET ${PROFILE}`]: later });
  await open();
  expect(screen.getByText('这里是上次没有保存的草稿，保存后才生效。', { exact: false })).toBeInTheDocument();
  expect(screen.getByText(/职工总数：您填写 44 人，已保存的是 50 人/)).toBeInTheDocument();
  expect(age()).toHaveValue('43');
});

it('digits in full width are digits', async () => {
  const sent = answerWith({
    ...session,
    [`GET ${PROFILE}`]: json(opened),
    [`PUT ${PROFILE}/facts`]: problem(422, 'OTHER'),
  });
  await open();
  await type(staff(), '４４');
  await save();
  await waitFor(() => expect(puts(sent)).toEqual([{ facts: { employees: 44 }, version: 1 }]));
});

it('a restored draft can be given up', async () => {
  localStorage.setItem(
    `zq.draft.${someone.accountId}.profile.e1`,
    JSON.stringify({ typed: { employees: 44 }, base: { employees: 42 } }),
  );
  answerWith({ ...session, [`GET ${PROFILE}`]: json(opened) });
  await open();
  expect(staff()).toHaveValue('44');
  expect(screen.getByText('保存时包括上次的草稿：职工总数')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '放弃草稿' }));
  expect(staff()).toHaveValue('42');
  expect(screen.queryByText(/没有保存的草稿/)).not.toBeInTheDocument();
});

it('what the server refuses is summed up above the form like what the form refuses', async () => {
  answerWith({
    ...session,
    [`GET ${PROFILE}`]: json(opened),
    [`PUT ${PROFILE}/facts`]: problem(400, 'VALIDATION_FAILED', {
      errors: [
        { field: 'employees', code: 'FACT_INCONSISTENT', message: '职工总数与参保人数不符' },
        { field: 'legalRepAge', code: 'FACT_OUT_OF_RANGE', message: '年龄应在 16 到 120 岁之间' },
      ],
    }),
  });
  await open();
  await type(staff(), '44');
  await save();
  const summary = (await screen.findByText('有 2 处需要修改')).parentElement;
  await waitFor(() => expect(summary).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: '职工总数与参保人数不符' }));
  await waitFor(() => expect(staff()).toHaveFocus());
  await type(staff(), '45');
  expect(await screen.findByText('有 1 处需要修改')).toBeInTheDocument();
});

it('a double click saves once', async () => {
  const sent = answerWith({
    ...session,
    [`GET ${PROFILE}`]: json(opened),
    [`PUT ${PROFILE}/facts`]: json(profile(2, { legalRepAge: 40, employees: 44 })),
  });
  const { router } = await open();
  await type(staff(), '44');
  await userEvent.dblClick(screen.getByRole('button', { name: /保\s*存$/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/center/profile'));
  expect(puts(sent)).toHaveLength(1);
});
