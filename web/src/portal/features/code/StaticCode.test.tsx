import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { EnterpriseCode } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { member, renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { StaticCode } from './StaticCode';

const code = {
  enterpriseName: '重庆渝巴精密机械有限公司',
  staticContent: 'ZQ1.printed',
  staticIssuedAt: '2026-11-01T10:00:00.123456+08:00',
} as EnterpriseCode;

it('says which printed code is to be replaced, under a key', async () => {
  const answered = answerWith({ ...signedInAs(someone), 'POST /api/code/my/code/static/revoke': json(code) });
  renderAt(
    '/code',
    <AntdRoot>
      <SignedIn>
        <StaticCode code={code} />
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '作废并更换' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: '作废并更换' }));

  expect(await screen.findByText('旧静态码已作废，请使用新码')).toBeInTheDocument();
  const sent = answered.filter(({ method }) => method === 'POST');
  expect(sent).toHaveLength(1);
  expect(sent[0]!.body).toEqual({ issuedAt: code.staticIssuedAt });
  expect(sent[0]!.headers.get('Idempotency-Key')).toBeTruthy();
});

it('a plain member takes it along and does not replace it', async () => {
  answerWith(signedInAs(member));
  renderAt(
    '/code',
    <AntdRoot>
      <SignedIn>
        <StaticCode code={code} />
      </SignedIn>
    </AntdRoot>,
  );
  expect(await screen.findByRole('button', { name: '下载图片（PNG）' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '作废并更换' })).toBeNull();
  expect(screen.getByText(/由企业管理员作废并更换/)).toBeInTheDocument();
});
