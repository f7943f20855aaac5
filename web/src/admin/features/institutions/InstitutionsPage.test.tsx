import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import InstitutionsPage from './InstitutionsPage';

const bank = {
  id: 'b1',
  code: 'CCB',
  name: '中国建设银行重庆市分行',
  type: 'BANK',
  address: '',
  phone: '',
  retired: false,
  people: 2,
  branches: 0,
};

it('a branch is opened below its bank, with a contact that is for staff alone unless it is said otherwise', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      permissions: ['self', 'user.institution.read', 'user.bank.manage'],
    }),
    'GET /api/user/institutions': json({ items: [bank], total: 1, page: 1, size: 20 }),
    'POST /api/user/institutions': json({ id: 'b2' }, 201),
  });
  renderAt(
    '/banks',
    <AntdRoot>
      <SignedIn>
        <InstitutionsPage />
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '新建机构' }));
  await userEvent.type(await screen.findByLabelText('代码'), 'CCB-JS');
  await userEvent.type(screen.getByLabelText('名称', { selector: '[maxlength]' }), '界石支行');
  await userEvent.click(screen.getByRole('button', { name: '添加联系人' }));
  await userEvent.type(screen.getByLabelText('姓名'), '王经理');
  await userEvent.type(screen.getByLabelText('电话'), '13800001111');
  await userEvent.click(screen.getByRole('button', { name: /^保\s?存$/ }));

  await screen.findByText('机构已新建');
  expect(sent.find((one) => one.method === 'POST')!.body).toMatchObject({
    code: 'CCB-JS',
    type: 'BANK',
    institution: {
      name: '界石支行',
      contacts: [{ name: '王经理', phone: '13800001111', shown: false }],
    },
  });
});

it.each([
  ['BANK', true],
  ['OPERATOR', false],
])(
  'the name of the own institution is not for its own people to change: of a %s it is fixed, %s',
  async (userType, fixed) => {
    answerWith({
      'GET /bff/session': json({ signedIn: true }),
      'GET /api/auth/me': json({
        ...someone,
        userType,
        institution: { id: 'b1', name: bank.name, type: 'BANK' },
        permissions: ['self', 'user.institution.read', 'user.institution.manage'],
      }),
      'GET /api/user/institutions': json({ items: [bank], total: 1, page: 1, size: 20 }),
      'GET /api/user/institutions/b1': json({
        ...bank,
        website: '',
        contacts: [],
        branches: [],
        version: 1,
        editable: true,
      }),
    });
    renderAt(
      '/institutions',
      <AntdRoot>
        <SignedIn>
          <InstitutionsPage />
        </SignedIn>
      </AntdRoot>,
    );
    await userEvent.click(await screen.findByRole('button', { name: '编辑' }));
    const name = await screen.findByLabelText('名称', { selector: '[maxlength]' });
    expect(name).toHaveValue(bank.name);
    if (fixed) expect(name).toBeDisabled();
    else expect(name).toBeEnabled();
    expect(screen.queryAllByText('机构名称经平台核定，需要更名请联系平台运营方')).toHaveLength(fixed ? 1 : 0);
  },
);

it('an institution is put below none that stands below itself', async () => {
  const town = { ...bank, id: 't0', code: 'CCB-BN', name: '巴南支行', parentId: 'b1', branches: 1 };
  const desk = { ...bank, id: 't1', code: 'CCB-JS', name: '界石网点', parentId: 't0' };
  const other = { ...bank, id: 'o1', code: 'CCB-YB', name: '渝北支行', parentId: 'b1' };
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      permissions: ['self', 'user.institution.read', 'user.bank.manage'],
    }),
    'GET /api/user/institutions': json({ items: [desk, other, bank, town], total: 4, page: 1, size: 20 }),
    'GET /api/user/institutions/t0': json({
      ...town,
      parentName: bank.name,
      website: '',
      contacts: [],
      version: 0,
      branches: [],
      editable: true,
    }),
  });
  renderAt(
    '/banks',
    <AntdRoot>
      <SignedIn>
        <InstitutionsPage />
      </SignedIn>
    </AntdRoot>,
  );
  const row = (await screen.findByText('巴南支行')).closest('tr')!;
  await userEvent.click(within(row).getByRole('button', { name: '编辑' }));
  await userEvent.click(await screen.findByLabelText(/^上级机构/));
  await waitFor(() =>
    expect([...document.querySelectorAll('.ant-select-item-option')].map((one) => one.textContent)).toEqual([
      '渝北支行',
      '中国建设银行重庆市分行',
    ]),
  );
});
