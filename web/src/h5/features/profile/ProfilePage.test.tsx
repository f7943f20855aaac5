import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Profile } from '@/shared/api';
import { draftKey } from '@/shared/api/drafts';
import { answerWith, json, problem } from '@/shared/test/http';
import { member, renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import ProfilePage from './ProfilePage';

const profile = (version: number, employees: number, rdStaff = 10): Profile => ({
  enterpriseId: 'e1',
  enterpriseName: '重庆橙泓软件科技有限公司',
  completeness: 60,
  version,
  taxAuthorization: { granted: false, covers: ['年度应纳税所得额', '查账征收'] },
  groups: [
    {
      name: '人员',
      facts: [
        {
          name: 'employees',
          label: '职工总数',
          unit: '人',
          kind: 'INTEGER',
          editable: true,
          value: employees,
        },
        { name: 'rdStaff', label: '研发人员数', unit: '人', kind: 'INTEGER', editable: true, value: rdStaff },
      ],
    },
  ],
});
const PROFILE = '/api/match/my/profile';
const noTags = { 'GET /api/match/my/tags': json([]) };
const page = (
  <MobileRoot>
    <ProfilePage />
  </MobileRoot>
);

const open = () => renderAt('/my/profile?fact=employees', page);
async function change(text: string) {
  const field = await screen.findByRole('textbox', { name: '职工总数' });
  await userEvent.clear(field);
  await userEvent.type(field, text);
  await save();
}
const save = () => userEvent.click(screen.getByRole('button', { name: /保存$/ }));
const puts = (sent: ReturnType<typeof answerWith>) =>
  sent.filter((one) => one.method === 'PUT').map((one) => one.body);

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
  localStorage.clear();
});

it('what a colleague saved meanwhile is shown before it is overwritten', async () => {
  const sent = answerWith({
    ...noTags,
    [`GET ${PROFILE}`]: [json(profile(1, 42)), json(profile(2, 50))],
    [`PUT ${PROFILE}/facts`]: [problem(409, 'VERSION_CONFLICT'), json(profile(3, 44))],
  });
  open();
  await change('44');
  expect(await screen.findByRole('alert')).toHaveTextContent('已在别处改为 50 人');
  expect(screen.getByRole('textbox', { name: '职工总数' })).toHaveValue('44');
  await save();
  await waitFor(() =>
    expect(puts(sent)).toEqual([
      { facts: { employees: 44 }, version: 1 },
      { facts: { employees: 44 }, version: 2 },
    ]),
  );
});

it('and can be taken instead', async () => {
  const sent = answerWith({
    ...noTags,
    [`GET ${PROFILE}`]: [json(profile(1, 42)), json(profile(2, 50))],
    [`PUT ${PROFILE}/facts`]: problem(409, 'VERSION_CONFLICT'),
  });
  open();
  await change('44');
  await userEvent.click(await screen.findByRole('button', { name: '改用已保存的' }));
  expect(screen.getByRole('textbox', { name: '职工总数' })).toHaveValue('50');
  await save();
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(puts(sent)).toHaveLength(1);
});

it('a saved figure makes the results of matching stale', async () => {
  answerWith({
    ...noTags,
    [`GET ${PROFILE}`]: json(profile(1, 42)),
    [`PUT ${PROFILE}/facts`]: json(profile(2, 44)),
  });
  const view = open();
  view.queries.setQueryData(['match', 'latest'], null);
  await change('44');
  await waitFor(() => expect(view.queries.getQueryState(['match', 'latest'])?.isInvalidated).toBe(true));
});

it('a plain member is told who authorizes the platform to fetch tax data', async () => {
  answerWith({ ...signedInAs(member), ...noTags, [`GET ${PROFILE}`]: json(profile(1, 42)) });
  renderAt('/my/profile', <SignedIn>{page}</SignedIn>);
  expect(await screen.findByText(/授权、调整和收回由企业管理员办理/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '去授权' })).toBeNull();
});

it('who authorizes the platform to fetch tax data reads all that it fetches', async () => {
  answerWith({ ...signedInAs(someone), ...noTags, [`GET ${PROFILE}`]: json(profile(1, 42)) });
  renderAt('/my/profile', <SignedIn>{page}</SignedIn>);
  await userEvent.click(await screen.findByRole('button', { name: '去授权' }));
  expect(await screen.findByText(/以下数据：年度应纳税所得额、查账征收。/)).toBeInTheDocument();
});

const withTax = (tax: Partial<Profile['taxAuthorization']>) => {
  const one = profile(1, 42);
  return json({ ...one, taxAuthorization: { ...one.taxAuthorization, ...tax } });
};

it('the data is said to stay as long as it does, not as long as the consent', async () => {
  answerWith({
    ...signedInAs(someone),
    ...noTags,
    [`GET ${PROFILE}`]: withTax({ granted: true, at: '2026-11-30T10:00:00+08:00', until: '2027-11-30' }),
    'GET /api/code/my/consents': json([{ category: 'TAX', granted: true, validUntil: '2029-11-30' }]),
  });
  renderAt('/my/profile', <SignedIn>{page}</SignedIn>);
  expect(await screen.findByText('有效期至 2027-11-30')).toBeInTheDocument();
});

it('who has consented is told that the data is on its way, and is not asked again', async () => {
  answerWith({ ...signedInAs(someone), ...noTags, [`GET ${PROFILE}`]: withTax({ due: 'FETCHING' }) });
  renderAt('/my/profile', <SignedIn>{page}</SignedIn>);
  expect(await screen.findByText(/已同意，正在取得涉税数据/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '去授权' })).toBeNull();
  expect(screen.queryByRole('button', { name: '重新取得' })).toBeNull();
  expect(screen.getByRole('button', { name: '收回授权' })).toBeInTheDocument();
});

it('where the data did not come, it can be asked for again without consenting again', async () => {
  const sent = answerWith({
    ...signedInAs(someone),
    ...noTags,
    [`GET ${PROFILE}`]: withTax({ due: 'FAILED' }),
    'POST /api/match/my/tax-authorization': json(profile(1, 42)),
  });
  renderAt('/my/profile', <SignedIn>{page}</SignedIn>);
  expect(await screen.findByText(/数据源连续 3 天没有返回数据/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '去授权' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '重新取得' }));
  await waitFor(() => expect(sent.filter((one) => one.method === 'POST')).toHaveLength(1));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('the enterprise sees its tags, who set them and why, and what would decide the others', async () => {
  answerWith({
    ...signedInAs(someone),
    [`GET ${PROFILE}`]: json(profile(1, 42)),
    'GET /api/match/my/tags': json([
      {
        tagId: 't1',
        name: '重点企业',
        category: '园区',
        kind: 'BASIC',
        derived: false,
        state: 'HAS',
        reasons: [],
        setBy: '区经信委',
        setAt: '2026-11-20T10:00:00+08:00',
        note: '实地走访',
      },
      {
        tagId: 't2',
        name: '研发型企业',
        category: '经营',
        kind: 'ADVANCED',
        derived: true,
        state: 'UNKNOWN',
        reasons: ['待补充：研发人员数'],
      },
    ]),
  });
  renderAt('/my/profile', <SignedIn>{page}</SignedIn>);
  expect(await screen.findByText('重点企业')).toBeInTheDocument();
  expect(screen.getByText(/基础标签 · 园区：区经信委设置，.*，实地走访/)).toBeInTheDocument();
  await userEvent.click(screen.getByText('补充数据后可判定的标签（1）'));
  expect(screen.getByText('待补充：研发人员数')).toBeVisible();
});

const back = () => act(() => void history.back());
const fact = () => screen.queryByRole('dialog', { name: '职工总数（人）' });

it('the phone’s way back closes the sheet, and what was typed is there when it is opened again, even after a reload', async () => {
  answerWith({ ...signedInAs(someone), ...noTags, [`GET ${PROFILE}`]: json(profile(1, 42)) });
  const there = <SignedIn>{page}</SignedIn>;
  const first = renderAt('/my/profile?fact=employees', there);
  const field = await screen.findByRole('textbox', { name: '职工总数' });
  await userEvent.clear(field);
  await userEvent.type(field, '44');
  await back();
  await waitFor(() => expect(fact()).toBeNull());
  expect(first.router.state.location.pathname + first.router.state.location.search).toBe('/my/profile');
  const row = () => screen.getByRole('button', { name: /^职工总数/ });
  expect(row()).toHaveTextContent('有草稿');

  first.unmount();
  renderAt('/my/profile', there);
  await screen.findByText('职工总数');
  await userEvent.click(row());
  expect(await screen.findByRole('textbox', { name: '职工总数' })).toHaveValue('44');
  expect(screen.getByText('已恢复上次未保存的填写。')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(fact()).toBeNull());
  expect(row()).not.toHaveTextContent('有草稿');
});

it('what was typed before somebody else saved another value is told so', async () => {
  answerWith({ ...signedInAs(someone), ...noTags, [`GET ${PROFILE}`]: json(profile(2, 50)) });
  localStorage.setItem(
    draftKey(someone.accountId, 'm.fact.e1.employees'),
    JSON.stringify({ typed: ['44'], base: 42 }),
  );
  renderAt('/my/profile?fact=employees', <SignedIn>{page}</SignedIn>);
  expect(await screen.findByRole('textbox', { name: '职工总数' })).toHaveValue('44');
  expect(screen.getByRole('alert')).toHaveTextContent('已在别处改为 50 人');
});

it('what is saved is kept no longer', async () => {
  answerWith({
    ...signedInAs(someone),
    ...noTags,
    [`GET ${PROFILE}`]: json(profile(1, 42)),
    [`PUT ${PROFILE}/facts`]: json(profile(2, 44)),
  });
  renderAt('/my/profile?fact=employees', <SignedIn>{page}</SignedIn>);
  await change('44');
  await waitFor(() => expect(fact()).toBeNull());
  expect(Object.keys(localStorage)).toEqual([]);
});
