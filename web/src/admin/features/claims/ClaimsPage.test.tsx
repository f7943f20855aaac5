import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ClaimsPage from './ClaimsPage';

const name = '欧阳'.repeat(25);
const claim = {
  id: '1',
  number: 'LM20261130000153',
  kind: 'FIRST',
  enterpriseName: '重庆示例机械有限公司',
  uscc: '91500113MA5TEST42X',
  applicantName: name,
  channel: 'PC',
  status: 'SUBMITTED',
  submittedAt: '2026-11-30T21:03:00+08:00',
  promise: { state: 'RUNNING', dueOn: '2026-12-03', remainingWorkingDays: 3 },
  version: 0,
};

/** The list as a reviewer opens it; what was asked of the server. */
function openWith(items: unknown[]) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'code.claim.review'] }),
    'GET /api/code/claims': json({ items, total: items.length, page: 1, size: 20 }),
  });
  renderAt(
    '/claims',
    <AntdRoot>
      <SignedIn>
        <ClaimsPage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
}

it('the inbox opens on what waits, the earliest promised first; all of it is one click away', async () => {
  const sent = openWith([]);
  const asked = () => {
    const query = sent.findLast((one) => one.url.pathname === '/api/code/claims')?.url.searchParams;
    return [query?.get('status'), query?.get('sort')];
  };

  expect(await screen.findByRole('button', { name: '待审核', pressed: true })).toBeInTheDocument();
  await waitFor(() => expect(asked()).toEqual(['SUBMITTED', 'dueAt,asc']));
  await userEvent.click(screen.getByRole('button', { name: '全部' }));
  await waitFor(() => expect(asked()).toEqual([null, 'submittedAt,desc']));
});

it('what it is ordered by stands beside the enterprise, where no fixed column covers it; a name of fifty letters takes one line', async () => {
  openWith([claim]);
  expect(await screen.findByText('还剩 3 个工作日')).toBeInTheDocument();
  const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
  expect(heads[heads.indexOf('企业') + 1]).toBe('承诺日期');
  expect(screen.getByTitle(name)).toHaveTextContent(name);
});

it('the state of each claim is told where those of several are listed, and not again where all have the chosen one', async () => {
  openWith([claim]);
  expect(await screen.findByText('还剩 3 个工作日')).toBeInTheDocument();
  expect(screen.queryByRole('columnheader', { name: '状态' })).toBeNull();
  expect(screen.getAllByText('待审核')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: '全部' }));
  expect(await screen.findByRole('columnheader', { name: '状态' })).toBeInTheDocument();
});
