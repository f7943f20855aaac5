import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import DraftsPage from './DraftsPage';

it('what was published and taken down since says both', async () => {
  const draft = (id: string, withdrawn: boolean) => ({
    id,
    policyId: `p-${id}`,
    code: id,
    edition: 1,
    state: 'PUBLISHED',
    title: `关于${id}的通知`,
    authorName: '王工',
    withdrawn,
    updatedAt: '2026-11-27T10:00:00+08:00',
  });
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'policy.manage'] }),
    'GET /api/policy/manage/drafts': json({
      items: [draft('D01', true), draft('D02', false)],
      total: 2,
      page: 1,
      size: 20,
    }),
  });
  renderAt(
    '/',
    <AntdRoot>
      <SignedIn>
        <DraftsPage />
      </SignedIn>
    </AntdRoot>,
  );
  expect(await screen.findByRole('row', { name: /关于D01的通知/ })).toHaveTextContent('已发布，后已撤下');
  expect(screen.getByRole('row', { name: /关于D02的通知/ })).not.toHaveTextContent('撤下');
});
