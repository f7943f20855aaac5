import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import PolicyPage from './PolicyPage';

const old = {
  id: 'p1',
  code: 'N06',
  title: '设备更新政策',
  level: 'DISTRICT',
  category: 'FUNDING',
  status: 'EFFECTIVE',
  summary: '解读',
  edition: 1,
  editions: [
    { edition: 2, current: true },
    { edition: 1, current: false },
  ],
  criteria: [],
  tags: [],
  attachments: [],
  relations: [],
  carried: [],
  exclusions: [],
  source: '',
  confidence: 'high',
  verified: true,
  lacks: [],
};
const nothing = json({ items: [], total: 0, page: 1, size: 10 });

it('who comes by an old link reads that edition, and is led to the one in force', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: false }),
    'GET /api/policy/policies/N06/editions/1': json(old),
    'GET /api/policy/projects': nothing,
    'GET /api/policy/redemption/projects': nothing,
  });
  renderAt(
    '/policies/N06?edition=1',
    <MobileRoot>
      <Routes>
        <Route path="/policies/:id" element={<PolicyPage />} />
      </Routes>
    </MobileRoot>,
  );
  expect(await screen.findByText(/您看的是旧版（第 1 版）/)).toBeInTheDocument();
  expect(screen.getByText('旧版')).toBeInTheDocument();
  expect(screen.queryByText('现行有效')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: '现行版（第 2 版）' })).toHaveAttribute('href', '/policies/N06');
  expect(sent.some(({ url }) => url.pathname === '/api/policy/policies/N06')).toBe(false);
});

it.each([
  [
    { status: 'EXPIRED', validTo: '2026-11-30' },
    '本政策已于 2026年11月30日 到期，是否延续请以发文机关公布为准。',
  ],
  [
    { status: 'SUPERSEDED', supersededBy: { id: 'p2', code: 'N11', title: '新办法', docNumber: '' } },
    '本政策已被《新办法》替代，仅供查阅。',
  ],
  [
    { status: 'UPCOMING', effectiveFrom: '2999-01-01', conditionsFrom: '2999-02-01' },
    '本政策自 2999年1月1日 起施行；申报条件自 2999年2月1日 起适用',
  ],
])('a policy that ended or is to come says so in a sentence, as in the portal: %o', async (stands, words) => {
  answerWith({
    'GET /bff/session': json({ signedIn: false }),
    'GET /api/policy/policies/N06': json({ ...old, editions: [], ...stands }),
    'GET /api/policy/projects': nothing,
    'GET /api/policy/redemption/projects': nothing,
  });
  const { container } = renderAt(
    '/policies/N06',
    <MobileRoot>
      <Routes>
        <Route path="/policies/:id" element={<PolicyPage />} />
      </Routes>
    </MobileRoot>,
  );
  await screen.findByText('来源与可信度');
  expect(container).toHaveTextContent(words);
});

it('of several projects each door says which it leads to, and one sentence of conditions stands once', async () => {
  const project = { window: 'OPEN', kind: 'APPLICATION' };
  const clause = '在本区登记满 2 年的制造业企业';
  answerWith({
    'GET /bff/session': json({ signedIn: false }),
    'GET /api/policy/policies/N06': json({
      ...old,
      editions: [],
      criteria: [
        { label: '成立年限', text: clause, certain: true },
        { label: '所属行业', text: clause, certain: true },
      ],
    }),
    'GET /api/policy/projects': json({
      items: [
        { ...project, id: 'd1', title: '设备更新' },
        { ...project, id: 'd2', title: '数字化改造' },
      ],
    }),
    'GET /api/policy/redemption/projects': json({ items: [{ ...project, id: 'r1', title: '设备补助' }] }),
  });
  renderAt(
    '/policies/N06',
    <MobileRoot>
      <Routes>
        <Route path="/policies/:id" element={<PolicyPage />} />
      </Routes>
    </MobileRoot>,
  );
  expect(await screen.findByRole('link', { name: '立即申报：设备更新' })).toHaveAttribute(
    'href',
    '/declarations/projects/d1',
  );
  expect(screen.getByRole('link', { name: '立即申报：数字化改造' })).toBeVisible();
  expect(await screen.findByRole('link', { name: '申请兑付：设备补助' })).toBeInTheDocument();
  expect(screen.getAllByText(/制造业企业/)).toHaveLength(1);
  expect(screen.getByText(/逐项核对：成立年限、所属行业/)).toBeInTheDocument();
});

it('while one project is open, declaring is the main of the buttons at the foot', async () => {
  answerWith({
    'GET /api/policy/policies/N06': json({
      ...old,
      editions: [],
      criteria: [{ label: '成立年限', text: '成立满一年', certain: true }],
    }),
    'GET /api/policy/projects': json({ items: [{ window: 'OPEN', id: 'd1', title: '设备更新' }] }),
    'GET /api/policy/redemption/projects': json({ items: [] }),
  });
  renderAt(
    '/policies/N06',
    <MobileRoot>
      <Routes>
        <Route path="/policies/:id" element={<PolicyPage />} />
      </Routes>
    </MobileRoot>,
  );
  const declare = await screen.findByRole('link', { name: '立即申报：设备更新' });
  const match = screen.getByRole('link', { name: '匹配本企业' });
  expect(declare.className).toMatch(/main/);
  expect(match.className).not.toMatch(/main/);
  expect(match.compareDocumentPosition(declare)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});
