import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ProcessingPage from './ProcessingPage';

it('each purpose says which data, by which right, for whom and how long', async () => {
  answerWith({
    'GET /api/code/processing': json({
      items: [
        {
          code: 'matching.tax',
          purpose: '取得涉税信息，用于匹配',
          categories: ['涉税信息'],
          basis: 'CONSENT',
          basisLabel: '取得同意',
          receivers: [],
          retention: '自授权起 1 年',
          service: 'matching-service',
          owner: '匹配服务',
          declaredAt: '2026-11-01T10:00:00+08:00',
        },
      ],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
  renderAt(
    '/processing',
    <AntdRoot>
      <ProcessingPage />
    </AntdRoot>,
  );
  const row = within((await screen.findByText('取得涉税信息，用于匹配')).closest('tr')!);
  for (const text of ['涉税信息', '取得同意', '不向他人提供', '自授权起 1 年', '匹配服务'])
    expect(row.getByText(text)).toBeInTheDocument();
});
