import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import CardPage from './CardPage';

it('the enterprise reads on its card what those who scan it read of its level', async () => {
  answerWith({
    'GET /api/code/my/card': json({
      enterpriseId: 'e1',
      name: '重庆渝巴精密机械有限公司',
      uscc: '91500113MAX5XQ4WX4',
      demo: false,
      codeStatus: 'ACTIVE',
      codeLevel: 'KEY',
      levelReason: '区级重点培育企业',
      sections: [],
    }),
  });
  renderAt('/code/card', <CardPage />);
  expect((await screen.findByText('重点')).parentElement).toHaveTextContent(/^级别 重点$/);
  expect(screen.getByText('重点的依据：区级重点培育企业')).toBeVisible();
});
