import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from './http';
import { renderAt } from './render';

const LIST = 'GET /api/finance/my/loan-drafts';

/** What the list of loan drafts does, in portal and H5 alike. */
export function listsLoanDrafts(list: ReactElement): void {
  const open = (answer: Response | Response[]) => {
    const sent = answerWith({ [LIST]: answer });
    renderAt('/', list);
    return sent;
  };

  it('what was begun leads back to its form, with who saved it and whether the product still takes it', async () => {
    open(
      json({
        items: [
          {
            productId: 'p1',
            productCode: 'L01',
            productTitle: '信用快贷',
            bankName: '建设银行',
            productSuspended: true,
            savedAt: '2026-11-29T10:00:00+08:00',
            savedBy: '李经理',
            savedByMe: false,
            version: 0,
          },
        ],
        total: 1,
        page: 1,
        size: 100,
      }),
    );
    const link = await screen.findByRole('link', { name: /信用快贷.*继续填写/ });
    expect(link).toHaveAttribute('href', '/loans/L01/apply');
    expect(link).toHaveTextContent('李经理 保存于');
    expect(link).toHaveTextContent('产品已暂停受理');
  });

  it('is not there where nothing was begun', async () => {
    const sent = open(json({ items: [], total: 0, page: 1, size: 100 }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(screen.queryByText('草稿')).not.toBeInTheDocument();
  });

  it('says that it could not be looked up, with a way to try again', async () => {
    open(problem(503, 'UNAVAILABLE'));
    expect(await screen.findByRole('button', { name: /重试/ })).toBeInTheDocument();
  });
}
