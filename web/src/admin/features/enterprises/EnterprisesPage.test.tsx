import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FieldRule } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import EnterprisesPage from './EnterprisesPage';
import { RegisterFacts } from './RegisterFacts';

function open(fieldRules: Record<string, FieldRule>) {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'user.enterprise.read'], fieldRules }),
    'GET /api/user/reference/towns': json([]),
    'GET /api/user/reference/industries': json([]),
    'GET /api/user/enterprises': json({ items: [], total: 0, page: 1, size: 20 }),
  });
  renderAt(
    '/enterprises',
    <AntdRoot>
      <SignedIn>
        <EnterprisesPage />
      </SignedIn>
    </AntdRoot>,
  );
}

it('who sees the representative has their column and can search by their name', async () => {
  open({});
  expect(await screen.findByRole('columnheader', { name: '法定代表人' })).toBeVisible();
  expect(screen.getByLabelText('法定代表人')).toBeVisible();
});

it('from whom the representative is hidden, there is neither column nor filter', async () => {
  open({ 'user.enterprise.legal-rep': 'HIDDEN' });
  expect(await screen.findByRole('columnheader', { name: '所属镇街' })).toBeVisible();
  expect(screen.queryByText('法定代表人')).toBeNull();
});

it('who sees the representative covered has the column and cannot search by their name', async () => {
  open({ 'user.enterprise.legal-rep': 'MASKED' });
  expect(await screen.findByRole('columnheader', { name: '法定代表人' })).toBeVisible();
  expect(screen.queryByLabelText('法定代表人')).toBeNull();
});

it('a hidden fact is left out of the details, and an absent one that anybody may see is not', () => {
  renderAt(
    '/',
    <RegisterFacts
      enterprise={{
        id: 'e1',
        uscc: '91500113MAX5XQ4WX4',
        name: '重庆示例机械有限公司',
        registeredCapital: 2000,
        establishedOn: '2012-06-18',
        industryCode: 'C3484',
        industryName: '机械零部件加工',
        townCode: '500113103',
        townName: '界石镇',
        regionCode: '500113',
        status: 'ACTIVE',
        entityType: '',
        demo: false,
        certified: true,
        registeredAt: '2026-03-01T10:00:00+08:00',
      }}
    />,
  );
  expect(screen.queryByText('法定代表人')).toBeNull();
  expect(screen.queryByText('住所')).toBeNull();
  expect(screen.getByText('主体类型')).toBeVisible();
});
