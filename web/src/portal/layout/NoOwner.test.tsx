import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import NoOwner from './NoOwner';

it('a chamber that is not let in yet reads what it waits for, and finds the way to it', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      userType: 'CHAMBER',
      enterprise: undefined,
      permissions: ['self'],
    }),
  });
  renderAt(
    '/center/openapi',
    <AntdRoot>
      <SignedIn>
        <NoOwner />
      </SignedIn>
    </AntdRoot>,
  );
  expect(await screen.findByText('入驻审核通过后可以使用')).toBeInTheDocument();
  expect(screen.queryByText(/供企业用户使用/)).toBeNull();
  expect(screen.getByRole('link', { name: '查看入驻申请' })).toHaveAttribute('href', '/center/admission');
});
