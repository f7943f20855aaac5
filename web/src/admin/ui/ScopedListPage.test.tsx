import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { ScopedListPage, SCOPES } from './ScopedListPage';

const PAGES = import.meta.glob<string>('../features/**/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function open(bounded: string[], at = '/claims') {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, bounded }),
    'GET /api/code/claims': json({ items: [], total: 0, page: 1, size: 20 }),
  });
  renderAt(
    at,
    <AntdRoot>
      <SignedIn>
        <ScopedListPage
          title="领码审核"
          queryKey={['claims']}
          path="/api/code/claims"
          rowKey="id"
          columns={[]}
          empty={{ title: '还没有领码申请', hint: '企业提交后列在这里' }}
        />
      </SignedIn>
    </AntdRoot>,
  );
}

it('who reaches some of the records alone reads that none is among these, and whom to ask for more', async () => {
  open(['code.claim']);
  expect(await screen.findByText('您的数据权限内没有记录')).toBeVisible();
  expect(screen.getByText(/企业提交后列在这里。.*联系本单位的平台管理员/)).toBeVisible();
  expect(screen.queryByText('还没有领码申请')).toBeNull();
});

it('who reaches all of them reads that there are none', async () => {
  open(['code.code']);
  expect(await screen.findByText('还没有领码申请')).toBeVisible();
  expect(screen.queryByText(/数据权限/)).toBeNull();
});

it('who finds nothing reads where it was looked for', async () => {
  open(['code.claim'], '/claims?status=APPROVED');
  expect(await screen.findByText('没有符合条件的内容，换个条件试试')).toBeVisible();
  expect(screen.getByText(/只在您的数据权限内查找/)).toBeVisible();
});

it('every page of the console that lists such records does it by this list', () => {
  const plain = Object.entries(PAGES).flatMap(([file, text]) =>
    [...text.matchAll(/<ListPage\b[^>]*?\bpath="([^"]+)"/gs)]
      .filter(([, path]) => path! in SCOPES)
      .map(([, path]) => `${file}: ${path}`),
  );
  expect(plain).toEqual([]);
  const scoped = new Set(Object.values(PAGES).flatMap((text) => text.match(/\bpath="[^"]+"/g) ?? []));
  for (const path of Object.keys(SCOPES)) expect(scoped).toContain(`path="${path}"`);
});
