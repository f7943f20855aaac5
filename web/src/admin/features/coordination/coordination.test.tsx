import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Me } from '@/shared/api';
import { decisionDraft, draftKey } from '@/shared/api/drafts';
import { answerWith, json, problem } from '@/shared/test/http';
import { overPlainHttp } from '@/shared/test/plainHttp';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import CasePage from './CasePage';
import CasesPage from './CasesPage';
import FiguresPage from './FiguresPage';
import RecommendationPage from './RecommendationPage';
import { VisitFilesField } from './VisitFilesField';
import VisitsPage from './VisitsPage';

const staff = (...permissions: string[]): Me => ({
  ...someone,
  userType: 'GOVERNMENT',
  enterprise: undefined,
  institution: { id: 'i1', name: '金融办' } as Me['institution'],
  permissions,
});

const as = (me: Me) => ({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(me) });

const one = {
  id: 'c1',
  number: 'XT20261128000001',
  enterpriseId: 'e1',
  enterpriseName: '示例小微企业',
  uscc: '91500113MAX5XQ4WX4',
  demo: false,
  townName: '示例街道',
  origin: 'SELF',
  declaredByName: '陈志远',
  amount: 300_000,
  termMonths: 12,
  purpose: '购置设备',
  creditKind: 'UNSECURED',
  contactName: '陈志远',
  contactPhone: '13812345678',
  contactShared: true,
  status: 'DECLARED',
  declaredAt: '2026-11-28T09:00:00+08:00',
  visitFiles: [],
  findings: [],
  answers: [],
  version: 0,
};

const finding = (code: string, name: string, standing: string, byData: boolean) => ({
  code,
  name,
  explanation: `${name}的说明`,
  standing,
  reason: byData ? '登记状态为“存续”' : '由核查人员认定',
  byData,
});

const render = (path: string, pattern: string, page: React.ReactElement) =>
  renderAt(
    path,
    <AntdRoot>
      <SignedIn>{page}</SignedIn>
    </AntdRoot>,
    pattern,
  );

it('the list of cases says by when the first of its banks has to answer', async () => {
  const promise = {
    id: 'p1',
    state: 'RUNNING',
    workingDays: 3,
    dueOn: '2026-12-02',
    dueAt: '2026-12-02T17:30:00+08:00',
    remainingWorkingDays: 2,
    broken: false,
    extensionAsked: false,
  };
  const answers = [
    {
      id: 'r1',
      bankName: '甲银行',
      status: 'PENDING',
      promise: { ...promise, dueAt: '2026-12-09T17:30:00+08:00' },
    },
    { id: 'r2', bankName: '乙银行', status: 'PENDING', promise },
  ];
  answerWith({
    ...as(staff('finance.coordination.read')),
    'GET /api/user/reference/towns': json([]),
    'GET /api/finance/coordination-cases': json({
      items: [{ ...one, status: 'RECOMMENDED', answers }],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
  render('/coordination', '/coordination', <CasesPage />);
  expect((await screen.findByText('示例小微企业')).closest('tr')).toHaveTextContent(
    '2026-12-02还剩 2 个工作日',
  );
});

it('what data decided stands there, and a person says the rest before anything is recommended', async () => {
  const sent = answerWith({
    ...as(staff('finance.coordination.manage')),
    'GET /api/finance/coordination-cases/c1': json(one),
    'GET /api/finance/coordination-cases/c1/check': json({
      edition: 2,
      findings: [
        finding('LAWFUL', '合规经营', 'MET', true),
        finding('REAL_NEED', '真实融资需求', 'UNKNOWN', false),
      ],
    }),
    'GET /api/finance/coordination/banks': json([{ id: 'b1', name: '甲银行' }]),
  });
  render('/coordination/cases/c1', '/coordination/cases/:id', <CasePage />);
  expect(await screen.findByText('标准第 2 版')).toBeInTheDocument();
  expect(screen.getByText('登记状态为“存续”')).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: '核查并推荐' }));
  const drawer = await screen.findByRole('dialog', { name: '核查并推荐' });
  expect(within(drawer).queryByLabelText('合规经营的核查说明')).not.toBeInTheDocument();
  expect(within(drawer).queryByText(/（选填）/)).not.toBeInTheDocument();
  fireEvent.click(within(drawer).getByRole('radio', { name: '不满足' }));
  fireEvent.click(within(drawer).getByRole('button', { name: '推荐给银行' }));
  expect((await within(drawer).findAllByText('不满足的不能推荐')).length).toBeGreaterThan(0);
  expect((await within(drawer).findAllByText('请选择推荐的银行')).length).toBeGreaterThan(0);
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
});

it('against what the register says nothing can be recommended', async () => {
  answerWith({
    ...as(staff('finance.coordination.manage')),
    'GET /api/finance/coordination-cases/c1': json(one),
    'GET /api/finance/coordination-cases/c1/check': json({
      edition: 1,
      findings: [finding('LAWFUL', '合规经营', 'NOT_MET', true)],
    }),
  });
  render('/coordination/cases/c1', '/coordination/cases/:id', <CasePage />);
  expect(await screen.findByRole('button', { name: '核查并推荐' })).toBeDisabled();
  expect(screen.getByText('有标准由登记信息认定为不满足，不能推荐')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '核查不通过' })).toBeEnabled();
});

const answer = (broken: boolean) => ({
  id: 'r1',
  bankId: 'b1',
  bankName: '甲银行',
  status: 'PENDING',
  recommendedAt: '2026-11-02T10:00:00+08:00',
  promise: {
    id: 'p1',
    state: 'RUNNING',
    workingDays: 10,
    dueOn: '2026-11-16',
    dueAt: '2026-11-16T18:00:00+08:00',
    remainingWorkingDays: broken ? 0 : 3,
    overdueWorkingDays: broken ? 4 : undefined,
    broken,
  },
  version: 0,
});

const waiting = (broken: boolean) =>
  answerWith({
    ...as(staff('finance.coordination.manage')),
    'GET /api/finance/coordination-cases/c1': json({
      ...one,
      status: 'RECOMMENDED',
      version: 4,
      answers: [answer(broken)],
    }),
    'POST /api/finance/coordination-cases/c1/close': json({ ...one, status: 'CLOSED' }),
  });

it('a bank that is silent beyond its promise is closed with a reason', async () => {
  const sent = waiting(true);
  render('/coordination/cases/c1', '/coordination/cases/:id', <CasePage />);
  fireEvent.click(await screen.findByRole('button', { name: '关闭未答复的推荐' }));
  const drawer = await screen.findByRole('dialog', { name: '关闭未答复的推荐' });
  fireEvent.click(within(drawer).getByRole('button', { name: '确认关闭' }));
  expect((await within(drawer).findAllByText('请填写关闭的原因')).length).toBeGreaterThan(0);
  fireEvent.change(within(drawer).getByLabelText('关闭的原因'), { target: { value: '三次催办没有答复' } });
  fireEvent.click(within(drawer).getByRole('button', { name: '确认关闭' }));
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      version: 4,
      reason: '三次催办没有答复',
    }),
  );
});

it('while a bank is in time nobody closes', async () => {
  waiting(false);
  render('/coordination/cases/c1', '/coordination/cases/:id', <CasePage />);
  expect(await screen.findByRole('button', { name: '增加银行' })).toBeEnabled();
  expect(screen.queryByRole('button', { name: '关闭未答复的推荐' })).not.toBeInTheDocument();
});

it('whom to call is gone where the consent has ended, and that is said', async () => {
  answerWith({
    ...as(staff('finance.coordination.manage')),
    'GET /api/finance/coordination-cases/c1': json({
      ...one,
      status: 'WITHDRAWN',
      contactShared: false,
      contactName: '',
      contactPhone: '',
    }),
  });
  render('/coordination/cases/c1', '/coordination/cases/:id', <CasePage />);
  expect(await screen.findByText('企业授权已结束，不再显示')).toBeInTheDocument();
  expect(screen.queryByText('联系人')).not.toBeInTheDocument();
});

it('whom to call stands with the number to call, and nothing is kept free for words that nobody said', async () => {
  answerWith({
    ...as(staff('finance.coordination.manage')),
    'GET /api/finance/coordination-cases/c1': json({
      ...one,
      contactShared: true,
      contactName: '侯伟',
      contactPhone: '19900000116',
      words: undefined,
    }),
  });
  render('/coordination/cases/c1', '/coordination/cases/:id', <CasePage />);
  expect((await screen.findByText('联系人')).closest('div')).toHaveTextContent('侯伟 19900000116');
  expect(screen.queryByText('说明')).toBeNull();
});

const recommendation = {
  ...one,
  id: 'r1',
  caseId: 'c1',
  answer: {
    id: 'r1',
    bankId: 'b1',
    bankName: '甲银行',
    status: 'PENDING',
    recommendedAt: '2026-11-28T10:00:00+08:00',
    version: 0,
  },
};

it('a bank refuses with a reason and words, and not without', async () => {
  const sent = answerWith({
    ...as({ ...staff('finance.coordination.answer'), userType: 'BANK' }),
    'GET /api/finance/recommendations/r1': json(recommendation),
    'GET /api/finance/refusal-reasons': json([{ code: 'COLLATERAL', label: '担保或抵押不足' }]),
  });
  render('/coordination/recommendations/r1', '/coordination/recommendations/:id', <RecommendationPage />);
  fireEvent.click(await screen.findByRole('button', { name: '不予授信' }));
  const drawer = await screen.findByRole('dialog', { name: '不予授信' });
  fireEvent.click(within(drawer).getByRole('button', { name: '确认不予授信' }));
  expect((await within(drawer).findAllByText('请选择不予授信的原因')).length).toBeGreaterThan(0);
  expect((await within(drawer).findAllByText('请填写具体原因')).length).toBeGreaterThan(0);
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
});

it('a bank grants what it fills in', async () => {
  const sent = answerWith({
    ...as({ ...staff('finance.coordination.answer'), userType: 'BANK' }),
    'GET /api/finance/recommendations/r1': json(recommendation),
    'POST /api/finance/recommendations/r1/grant': json(recommendation),
  });
  render('/coordination/recommendations/r1', '/coordination/recommendations/:id', <RecommendationPage />);
  fireEvent.click(await screen.findByRole('button', { name: '同意授信' }));
  const drawer = await screen.findByRole('dialog', { name: '同意授信' });
  fireEvent.change(within(drawer).getByLabelText('年利率'), { target: { value: '3.45' } });
  fireEvent.click(within(drawer).getByRole('button', { name: '提交授信' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
});

it('who only reads is offered nothing to decide', async () => {
  answerWith({
    ...as(staff('finance.coordination.read')),
    'GET /api/finance/recommendations/r1': json(recommendation),
  });
  render('/coordination/recommendations/r1', '/coordination/recommendations/:id', <RecommendationPage />);
  expect(await screen.findByRole('heading', { name: /示例小微企业/ })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '同意授信' })).not.toBeInTheDocument();
});

it('each figure leads to the list that it counts', async () => {
  answerWith({
    ...as(staff('finance.coordination.read')),
    'GET /api/finance/coordination/figures': json({
      all: {
        visited: 3,
        visitedEnterprises: 2,
        declared: 2,
        declaredAmount: 800_000,
        rejected: 0,
        recommended: 2,
        granted: 1,
        grantedAmount: 300_000,
        pending: 0,
        refused: 1,
        served: 0,
        unanswered: 0,
        averageWorkingDays: 2.5,
      },
      towns: [
        {
          townCode: 'T1',
          townName: '示例街道',
          visited: 3,
          declared: 2,
          declaredAmount: 800_000,
          recommended: 2,
          granted: 1,
          grantedAmount: 300_000,
        },
      ],
      banks: [],
      reasons: [{ code: 'COLLATERAL', label: '担保或抵押不足', refused: 1 }],
    }),
  });
  render('/coordination/figures?from=2026-11-01', '/coordination/figures', <FiguresPage />);
  expect(await screen.findByText('示例街道')).toBeInTheDocument();
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toContain('/coordination/visits?from=2026-11-01&townCode=T1');
  expect(links).toContain('/coordination/recommendations?from=2026-11-01&townCode=T1&answer=GRANTED');
  expect(links).toContain('/coordination/recommendations?from=2026-11-01&reason=COLLATERAL');
  expect(screen.getByText('2.5 个工作日')).toBeInTheDocument();
  // On a phone a cell sets its pieces below each other: a figure and its unit are one.
  for (const link of screen.getAllByRole('link'))
    if (link.closest('td')?.textContent?.match(/^[0-9]+ [次件]$/))
      expect(link.closest('td')!.childNodes).toHaveLength(1);
  expect(screen.getByText('统计日期')).toBeInTheDocument();
});

it('while no days are chosen the figures are said to be of all of them', async () => {
  answerWith({
    ...as(staff('finance.coordination.read')),
    'GET /api/finance/coordination/figures': json({
      all: {
        visited: 0,
        visitedEnterprises: 0,
        declared: 0,
        declaredAmount: 0,
        rejected: 0,
        recommended: 0,
        granted: 0,
        grantedAmount: 0,
      },
      towns: [],
      banks: [],
      reasons: [],
    }),
  });
  render('/coordination/figures', '/coordination/figures', <FiguresPage />);
  expect(await screen.findByText('统计日期（不选为全部）')).toBeInTheDocument();
});

const photo = {
  id: 'f1',
  name: 'IMG_0001.png',
  contentType: 'image/png',
  size: 1000,
  words: '两条生产线在运行',
};
const paper = { id: 'f2', name: '订单.pdf', contentType: 'application/pdf', size: 1000 };

it('photos of the visit stand with the case, each with what is to be seen, and papers by their names', async () => {
  answerWith({
    ...as(staff('finance.coordination.read')),
    'GET /api/finance/coordination-cases/c1': json({
      ...one,
      visitFiles: [photo, { ...photo, id: 'f3', words: undefined }, paper],
    }),
  });
  render('/coordination/cases/c1', '/coordination/cases/:id', <CasePage />);
  const panel = within(await screen.findByRole('region', { name: '走访照片和材料' }));
  const picture = panel.getByRole('img', { name: '两条生产线在运行' });
  expect(picture).toHaveAttribute('src', '/api/finance/visit-files/f1');
  expect(picture).toHaveAttribute('loading', 'lazy');
  expect(panel.getByRole('img', { name: '第 2 张走访照片' })).toBeInTheDocument();
  expect(panel.getByRole('link', { name: '订单.pdf' })).toHaveAttribute(
    'href',
    '/api/finance/visit-files/f2',
  );
});

it('the list of visits opens what was photographed', async () => {
  answerWith({
    ...as(staff('finance.coordination.read')),
    'GET /api/user/reference/towns': json([]),
    'GET /api/finance/visits': json({
      items: [
        {
          ...one,
          id: 'v1',
          number: 'ZF20261128000001',
          visitedOn: '2026-11-28',
          visitorName: '李干部',
          institutionName: '示例街道',
          byBank: false,
          words: '现场生产正常',
          recordedAt: '2026-11-28T10:00:00+08:00',
          files: [photo],
        },
      ],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
  render('/coordination/visits', '/coordination/visits', <VisitsPage />);
  fireEvent.click((await screen.findAllByText('查看 1 份'))[0]!);
  expect(await screen.findByAltText('两条生产线在运行')).toHaveAttribute(
    'src',
    '/api/finance/visit-files/f1',
  );
  expect(screen.getByText('示例小微企业 2026-11-28 走访照片和材料')).toBeInTheDocument();
});

const field = (onChange?: (files: unknown[]) => void) =>
  renderAt(
    '/',
    <AntdRoot>
      <VisitFilesField onChange={onChange} />
    </AntdRoot>,
    '/',
  );

const onPhone = () =>
  vi.spyOn(globalThis, 'matchMedia').mockImplementation(
    (media) =>
      ({
        matches: media === '(max-width: 639px)',
        media,
        addEventListener: () => {},
        removeEventListener: () => {},
        addListener: () => {},
        removeListener: () => {},
      }) as unknown as MediaQueryList,
  );

it('on a phone the camera takes the picture; elsewhere a file is chosen', async () => {
  const { unmount } = field();
  expect(screen.getByRole('button', { name: '选择照片或材料' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '拍照' })).not.toBeInTheDocument();
  unmount();
  const media = onPhone();
  field();
  expect(screen.getByRole('button', { name: '拍照' })).toBeInTheDocument();
  expect(document.querySelector('input[capture="environment"]')).toHaveAttribute('accept', 'image/*');
  media.mockRestore();
});

it('a photo goes up at once, and what is refused is said by its name', async () => {
  overPlainHttp();
  const sent = answerWith({
    'POST /api/finance/visit-files': [
      json(photo, 201),
      problem(415, 'FILE_TYPE_NOT_ALLOWED', { detail: '只能上传 PDF、JPG 或 PNG 文件' }),
    ],
  });
  const changes: unknown[] = [];
  field((next) => changes.push(next));
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  fireEvent.change(input, {
    target: { files: [new File(['a'], 'IMG_0001.png'), new File(['b'], '说明.jpg')] },
  });
  expect(await screen.findByText(/说明\.jpg：只能上传 PDF、JPG 或 PNG 文件/)).toBeInTheDocument();
  expect(changes).toEqual([[photo]]);
  const posts = sent.filter(({ method }) => method === 'POST');
  expect(posts).toHaveLength(2);
  expect(posts.every(({ headers }) => headers.get('Idempotency-Key'))).toBe(true);
});

it('a photo that is taken out of the form is taken back from the platform too', async () => {
  const sent = answerWith({ 'DELETE /api/finance/visit-files/f1': json(undefined, 204) });
  const changes: unknown[] = [];
  renderAt(
    '/',
    <AntdRoot>
      <VisitFilesField value={[photo, paper]} onChange={(next) => changes.push(next)} />
    </AntdRoot>,
    '/',
  );
  fireEvent.click(screen.getByRole('button', { name: '移除第 1 份' }));
  expect(changes).toEqual([[paper]]);
  await waitFor(() => expect(sent.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('an answer that came too late leaves the words of the other answer', async () => {
  document.cookie = 'XSRF-TOKEN=t';
  const words = draftKey(someone.accountId, decisionDraft('r1', '不予授信'));
  localStorage.setItem(words, JSON.stringify({ words: '担保不足' }));
  answerWith({
    ...as({ ...staff('finance.coordination.answer'), userType: 'BANK' }),
    'GET /api/finance/recommendations/r1': json(recommendation),
    'POST /api/finance/recommendations/r1/already-served': problem(409, 'VERSION_CONFLICT'),
  });
  render('/coordination/recommendations/r1', '/coordination/recommendations/:id', <RecommendationPage />);
  fireEvent.click(await screen.findByRole('button', { name: '已有服务' }));
  const drawer = within(await screen.findByRole('dialog', { name: '已有服务' }));
  fireEvent.change(drawer.getByLabelText('现有服务'), { target: { value: '已有经营贷款二百万元' } });
  fireEvent.click(drawer.getByRole('button', { name: '确认已有服务' }));
  expect(await screen.findAllByText('这件事项已有处理结果')).not.toEqual([]);
  await waitFor(() => expect(screen.queryByLabelText('现有服务')).not.toBeInTheDocument());
  expect(localStorage.getItem(words)).toContain('担保不足');
});

it('a check that came too late leaves what was typed', async () => {
  document.cookie = 'XSRF-TOKEN=t';
  answerWith({
    ...as(staff('finance.coordination.manage')),
    'GET /api/finance/coordination-cases/c1': json(one),
    'GET /api/finance/coordination-cases/c1/check': json({ edition: 1, findings: [] }),
    'POST /api/finance/coordination-cases/c1/reject': problem(409, 'VERSION_CONFLICT'),
  });
  render('/coordination/cases/c1', '/coordination/cases/:id', <CasePage />);
  fireEvent.click(await screen.findByRole('button', { name: '核查不通过' }));
  const drawer = within(await screen.findByRole('dialog', { name: '核查不通过' }));
  fireEvent.change(drawer.getByLabelText('不通过的原因'), { target: { value: '需求与经营不相符' } });
  fireEvent.click(drawer.getByRole('button', { name: '确认不通过' }));
  expect(await screen.findAllByText('这件事项已有处理结果')).not.toEqual([]);
  await waitFor(() => expect(screen.queryByLabelText('不通过的原因')).not.toBeInTheDocument());
  expect(Object.values(localStorage).join()).toContain('需求与经营不相符');
});
