import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import CodesPage from './CodesPage';

const REASON = '连续三个年度经营良好，列入区级重点培育企业名单，由镇街推荐并经复核';
const code = {
  id: 'c1',
  enterpriseId: 'e1',
  enterpriseName: '重庆渝巴精密机械有限公司',
  uscc: '91500113MAX5XQ4WX4',
  number: 'QY50011300000001',
  status: 'ACTIVE',
  level: 'KEY',
  levelReason: REASON,
  issuedAt: '2026-11-13T16:20:00+08:00',
  demo: true,
  version: 3,
};

function open() {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'code.manage'] }),
    'GET /api/code/codes': json({ items: [code], total: 1, page: 1, size: 20 }),
    'GET /api/code/codes/c1': json({ code, history: [] }),
  });
  renderAt(
    '/codes',
    <AntdRoot>
      <SignedIn>
        <CodesPage />
      </SignedIn>
    </AntdRoot>,
  );
}

it('what is done with a code folds into a menu, what cannot be taken back last and in red', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: '更多' }));
  const items = await screen.findAllByRole('menuitem');
  expect(items.map((item) => item.textContent)).toEqual(['冻结', '换发', '调整级别', '注销']);
  expect(items.at(-1)!.className).toContain('danger');
  await userEvent.click(items[2]!);
  expect(await screen.findByText('调整企业码级别')).toBeVisible();
  expect(screen.getByLabelText('调整依据')).toHaveValue(REASON);
});

it('a long reason stays on one line and is told whole when pointed at', async () => {
  open();
  expect(await screen.findByTitle(REASON)).toHaveTextContent(REASON);
});

it('before a code is revoked its consequences for the people of the enterprise are named', async () => {
  open();
  await userEvent.click(await screen.findByRole('button', { name: '更多' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '注销' }));
  expect(await screen.findByText(/管理员和成员与企业的关联随即解除.*看不到企业的融资申请/)).toBeVisible();
});
