import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import AdmissionPage from './AdmissionPage';

const chamber = {
  ...someone,
  userType: 'CHAMBER',
  enterprise: undefined,
  roles: [],
  permissions: ['self'],
};
const page = () =>
  renderAt(
    '/center/admission',
    <AntdRoot>
      <SignedIn>
        <AdmissionPage />
      </SignedIn>
    </AntdRoot>,
  );

it('a chamber that has not asked yet is shown the form', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(chamber),
    'GET /api/user/my/admission': () => new Response(null, { status: 204 }),
  });
  page();
  expect(await screen.findByRole('button', { name: '提交申请' })).toBeInTheDocument();
});

it('one that was refused reads why, and finds what it said before in the form', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(chamber),
    'GET /api/user/my/admission': json({
      id: 'a1',
      type: 'CHAMBER',
      name: '巴南示例商会',
      uscc: '51500113MJQ0000011',
      address: '界石镇',
      applicantName: '陈志远',
      contactName: '王会长',
      contactPhone: '023****1234',
      introduction: '',
      status: 'REJECTED',
      reason: '证书不清晰',
      submittedAt: '2026-11-20T10:00:00+08:00',
      decidedAt: '2026-11-21T10:00:00+08:00',
      papers: [{ id: 'p1', name: '证书.pdf', contentType: 'application/pdf', size: 1000 }],
      version: 1,
    }),
  });
  page();
  expect(await screen.findByText(/证书不清晰/)).toBeInTheDocument();
  expect(screen.getByText(/联系电话和材料须重新填写/)).toBeInTheDocument();
  expect(screen.getByLabelText('机构名称')).toHaveValue('巴南示例商会');
});

it('one that was admitted is shown the way to its work', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(chamber),
    'GET /api/user/my/admission': json({
      id: 'a1',
      type: 'CHAMBER',
      name: '巴南示例商会',
      uscc: '51500113MJQ0000011',
      address: '界石镇',
      applicantName: '陈志远',
      contactName: '王会长',
      contactPhone: '023****1234',
      introduction: '',
      status: 'APPROVED',
      submittedAt: '2026-11-20T10:00:00+08:00',
      decidedAt: '2026-11-21T10:00:00+08:00',
      papers: [],
      version: 1,
    }),
  });
  page();
  expect(await screen.findByRole('link', { name: '进入管理端' })).toHaveAttribute('href', '/admin/');
});

it('an enterprise has nothing to ask for here', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  page();
  expect(await screen.findByText('入驻申请供商会和服务机构使用')).toBeInTheDocument();
});

it('whoever has no business here is shown the way on', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  page();
  expect(await screen.findByRole('heading', { name: '入驻申请' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '返回企业中心' })).toHaveAttribute('href', '/center');
});
