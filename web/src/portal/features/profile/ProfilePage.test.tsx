import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Profile } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { member, renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ProfilePage from './ProfilePage';

const profile: Profile = {
  enterpriseId: 'e1',
  enterpriseName: '重庆渝巴精密机械有限公司',
  completeness: 60,
  version: 1,
  taxAuthorization: { granted: false, covers: ['年度应纳税所得额', '增值税纳税人类型', '查账征收'] },
  groups: [
    {
      name: '基本信息',
      facts: [
        {
          name: 'industryCode',
          label: '行业',
          kind: 'TEXT',
          editable: false,
          value: 'G5821',
          valueName: '货物运输代理（G5821）',
          source: 'REGISTER',
        },
        { name: 'insured', label: '参保人数', kind: 'INTEGER', editable: true, value: 390, source: 'DEMO' },
      ],
    },
  ],
};
const open = (me = someone, tax: Partial<Profile['taxAuthorization']> = {}) => {
  const sent = answerWith({
    ...signedInAs(me),
    'GET /api/match/my/profile': json({
      ...profile,
      taxAuthorization: { ...profile.taxAuthorization, ...tax },
    }),
    'GET /api/code/my/consents': json([{ category: 'TAX', granted: true, validUntil: '2029-11-30' }]),
    'POST /api/match/my/tax-authorization': json({
      ...profile,
      taxAuthorization: { ...profile.taxAuthorization, granted: true },
    }),
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
  renderAt(
    '/center/profile',
    <AntdRoot>
      <SignedIn>
        <ProfilePage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
};

it('who authorizes the platform to fetch tax data reads all that it fetches', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: '去授权' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('取得内容：年度应纳税所得额、增值税纳税人类型、查账征收。')).toBeInTheDocument();
});

it('a plain member is told who authorizes it', async () => {
  open(member);
  expect(await screen.findByText(/授权、调整和收回由企业管理员办理/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '去授权' })).toBeNull();
});

it('who has consented is told that the data is on its way, and is not asked again', async () => {
  open(someone, { due: 'FETCHING' });
  expect(await screen.findByText(/已同意，正在取得涉税数据/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '去授权' })).toBeNull();
  expect(screen.queryByRole('button', { name: '重新取得' })).toBeNull();
  expect(screen.getByRole('button', { name: '收回授权' })).toBeInTheDocument();
});

it('the data is said to stay as long as it does, not as long as the consent', async () => {
  open(someone, { granted: true, at: '2026-11-30T10:00:00+08:00', until: '2027-11-30' });
  expect(await screen.findByText('有效期至 2027-11-30')).toBeInTheDocument();
});

it('where the data did not come, it can be asked for again without consenting again', async () => {
  const sent = open(someone, { due: 'FAILED' });
  expect(await screen.findByText(/数据源连续 3 天没有返回数据/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '去授权' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '重新取得' }));
  await waitFor(() => expect(sent.filter((one) => one.method === 'POST')).toHaveLength(1));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('codes are named at once, and what nobody filled in says that it is demo data', async () => {
  open();
  expect(await screen.findByText('货物运输代理（G5821）')).toBeInTheDocument();
  expect(screen.getByText('演示数据')).toBeInTheDocument();
  expect(screen.queryByText('企业填报')).not.toBeInTheDocument();
});

it('the enterprise sees its tags, who set them and why, and what would decide the others', async () => {
  open();
  expect(await screen.findByText('重点企业')).toBeInTheDocument();
  expect(screen.getByText(/园区：区经信委设置，.*，实地走访/)).toBeInTheDocument();
  await userEvent.click(screen.getByText('补充数据后可判定的标签（1）'));
  expect(screen.getByText('待补充：研发人员数')).toBeVisible();
});
