import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { MyObjection, PublicNotice } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import NoticePage from './NoticePage';

const notice = {
  id: 'n1',
  kind: 'REDEMPTION',
  projectId: 'p1',
  projectTitle: '技改设备补助',
  policyId: 'z1',
  policyTitle: '技术改造专项资金管理办法',
  institutionName: '区经信委',
  enterpriseName: '重庆旭岩智能装备股份有限公司',
  amount: 90000,
  from: '2026-11-25',
  until: '2099-12-01',
  running: true,
  demo: false,
} as PublicNotice;

const objection = {
  id: 'o1',
  noticeId: 'n1',
  projectTitle: '技改设备补助',
  enterpriseName: '重庆渝巴精密机械有限公司',
  words: '该设备两年前已购置',
  state: 'DISMISSED',
  madeAt: '2026-11-26T10:00:00+08:00',
  answer: '经核发票日期为本年',
  answeredAt: '2026-11-27T10:00:00+08:00',
} as MyObjection;

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

function open(shown: PublicNotice, signedIn: boolean, mine: MyObjection[] = []) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn }),
    'GET /api/auth/me': json(someone),
    'GET /api/policy/redemption/notices/n1': json(shown),
    'GET /api/policy/my/objections': json(mine),
    'POST /api/policy/my/objections': json(objection, 201),
  });
  renderAt('/notices/n1', <NoticePage />, '/notices/:id');
  return sent;
}

it('anybody reads what is to be paid to whom; to object one signs in', async () => {
  open(notice, false);
  expect((await screen.findAllByText(/90,000.00.元/)).length).toBeGreaterThan(0);
  expect(screen.getByText('2026年11月25日 至 2099年12月1日')).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: '登录后提出异议' })).toBeInTheDocument();
  expect(screen.queryByLabelText('异议内容')).not.toBeInTheDocument();
});

it('whose notice it is reads why it objects to nothing, and whom to ask', async () => {
  open({ ...notice, enterpriseName: someone.enterprise!.name }, true);
  expect(await screen.findByText(/公示的是本企业的事项.*请联系区经信委/)).toBeInTheDocument();
  expect(screen.queryByLabelText('异议内容')).not.toBeInTheDocument();
});

it('an objection needs its words and a phone, and is sent once under a key', async () => {
  const sent = open(notice, true);
  await userEvent.click(await screen.findByRole('button', { name: '提交异议' }));
  expect(screen.getByText('请填写异议内容')).toBeInTheDocument();
  expect(screen.getByText('请填写联系电话')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('异议内容'), '该设备两年前已购置');
  await userEvent.type(screen.getByLabelText('联系电话'), '66211234');
  await userEvent.click(screen.getByRole('button', { name: '提交异议' }));
  await expect.poll(() => sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  const [made] = sent.filter(({ method }) => method === 'POST');
  expect(made!.body).toEqual({ noticeId: 'n1', words: '该设备两年前已购置', contactPhone: '66211234' });
  expect(made!.headers.get('Idempotency-Key')).toBeTruthy();
});

it('who objected reads the answer; while it waits nothing more is asked', async () => {
  open(notice, true, [{ ...objection, state: 'OPEN', answer: undefined }]);
  expect(await screen.findByText('待处理')).toBeInTheDocument();
  expect(screen.queryByLabelText('异议内容')).not.toBeInTheDocument();
});

it('the answer of the department stands with the objection, also when the notice is over', async () => {
  open({ ...notice, running: false }, true, [objection]);
  expect(await screen.findByText(/经核发票日期为本年/)).toBeInTheDocument();
  expect(screen.getByText('公示已结束，不再受理异议。')).toBeInTheDocument();
  expect(screen.queryByLabelText('异议内容')).not.toBeInTheDocument();
});

it('who was right reads it also when the notice was taken down for it; to others it is gone', async () => {
  const gone = {
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/policy/redemption/notices/n1': problem(404, 'NOT_FOUND'),
  };
  answerWith({
    ...gone,
    'GET /api/policy/my/objections': json([{ ...objection, state: 'UPHELD', answer: '发票重复，予以采纳' }]),
  });
  const { unmount } = renderAt('/notices/n1', <NoticePage />, '/notices/:id');
  expect(await screen.findByText(/发票重复，予以采纳/)).toBeInTheDocument();
  expect(screen.getByText('该公示已撤下，不再对外展示。')).toBeInTheDocument();
  unmount();
  answerWith({ ...gone, 'GET /api/policy/my/objections': json([]) });
  renderAt('/notices/n1', <NoticePage />, '/notices/:id');
  expect(await screen.findByRole('heading', { level: 1 })).not.toHaveTextContent('技改设备补助');
  expect(screen.queryByText(/予以采纳/)).not.toBeInTheDocument();
});

it('the notice of a declaration has no sum, and says that objections are answered before it is approved', async () => {
  const declared: PublicNotice = { ...notice, amount: undefined };
  open({ ...declared, kind: 'DECLARATION', projectTitle: '创新型中小企业评价' }, false);
  expect(await screen.findByText('申报项目')).toBeInTheDocument();
  expect(screen.queryByText('拟兑付金额')).toBeNull();
  expect(screen.getByText(/公示部门在批准前处理并答复/)).toBeInTheDocument();
});

it('who is about to object reads who answers it, and by when', async () => {
  open(notice, true);
  expect(
    await screen.findByText(/提交后由区经信委核实，在支付前处理并答复，答复显示在本页/),
  ).toBeInTheDocument();
});
