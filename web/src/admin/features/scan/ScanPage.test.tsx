import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ScanPage from './ScanPage';

it('without a network it says where a dynamic code can be checked all the same', async () => {
  answerWith({
    'GET /api/code/scans': json({ items: [], total: 0, page: 1, size: 5 }),
    'POST /api/code/scans': new TypeError('Failed to fetch'),
  });
  renderAt(
    '/scan',
    <AntdRoot>
      <ScanPage />
    </AntdRoot>,
  );
  await userEvent.type(await screen.findByLabelText('企业码内容'), 'ZQ1:x{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('可用手机端“扫一扫”离线核对动态码的真伪和时效');
});
