import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { EnterpriseCode } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import UnbindDialog from './UnbindDialog';

it('what was unbound in another window before is told as that, not as a right that is lacking', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'POST /api/code/my/code/unbind': problem(409, 'UNBOUND_ALREADY', { detail: '该企业已解绑' }),
  });
  const code = { id: 'k1', version: 4, enterpriseName: '重庆渝巴精密机械有限公司' } as EnterpriseCode;
  renderAt('/center/enterprise', <UnbindDialog code={code} onClose={() => undefined} />);
  await userEvent.type(await screen.findByLabelText('解绑原因'), '经办人调离');
  await userEvent.click(screen.getByRole('button', { name: '确认解绑' }));

  expect(await screen.findByText(/您已在其他窗口或设备上解绑该企业/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '知道了' })).toBeInTheDocument();
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({
    codeId: 'k1',
    version: 4,
    reason: '经办人调离',
  });
});

it('says in itself what stands against it', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'POST /api/code/my/code/unbind': problem(409, 'APPLICATIONS_RUNNING', {
      detail: '企业还有未办结的融资申请',
    }),
  });
  const code = { id: 'k1', version: 4, enterpriseName: '重庆渝巴精密机械有限公司' } as EnterpriseCode;
  renderAt('/center/enterprise', <UnbindDialog code={code} onClose={() => undefined} />);
  await userEvent.type(await screen.findByLabelText('解绑原因'), '经办人调离');
  await userEvent.click(screen.getByRole('button', { name: '确认解绑' }));

  const dialog = within(screen.getByRole('dialog', { name: `解绑 ${code.enterpriseName}` }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('企业还有未办结的融资申请');
});
