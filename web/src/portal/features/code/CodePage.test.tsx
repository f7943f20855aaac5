import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import CodePage from './CodePage';

const code = {
  id: 'k1',
  number: 'BN5001130000012345',
  enterpriseName: '重庆渝巴精密机械有限公司',
  uscc: '91500113MAX5XQ4WX4',
  status: 'ACTIVE',
  level: 'NORMAL',
  issuedAt: '2026-10-01T10:00:00+08:00',
  staticContent: 'ZQ1.printed' as string | undefined,
  staticIssuedAt: '2026-11-01T10:00:00+08:00',
};

const open = (own: object) => {
  answerWith({
    ...signedInAs(someone),
    'GET /api/code/my/code': json(own),
    'POST /api/code/my/code/dynamic': json({ content: 'ZQ2.shown', ttlSeconds: 60 }),
  });
  return renderAt(
    '/code',
    <AntdRoot>
      <SignedIn>
        <CodePage />
      </SignedIn>
    </AntdRoot>,
  );
};

it('on paper stands the code that lasts, whose it is and since when, and nothing of the page around it', async () => {
  open(code);
  const paper = within(await screen.findByRole('region', { name: '打印的企业码', hidden: true }));
  expect(paper.getByText('重庆渝巴精密机械有限公司')).toBeInTheDocument();
  expect(paper.getByText('静态码，2026-11-01 起有效')).toBeInTheDocument();
  expect(paper.getByRole('heading', { name: '企业码', hidden: true })).toBeInTheDocument();
  expect(paper.getByText('扫一扫，查看企业信息')).toBeInTheDocument();
  expect(paper.getByRole('img', { name: '企业码静态二维码', hidden: true })).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '出示企业码' }).closest('.zq-no-print')).not.toBeNull();
});

it('a code that is frozen is not printed as if it were valid', async () => {
  open({ ...code, status: 'FROZEN', staticContent: undefined });
  expect(await screen.findByRole('heading', { name: '出示企业码' })).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: '打印的企业码', hidden: true })).toBeNull();
  expect(screen.getByRole('link', { name: '查看企业码通知' })).toHaveAttribute(
    'href',
    '/center/messages?kind=CODE',
  );
});
