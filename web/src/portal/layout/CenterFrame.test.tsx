import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import CenterFrame from './CenterFrame';

afterEach(() => vi.unstubAllGlobals());

/** What a list of the menu is called. */
const nameOf = (list: HTMLElement) =>
  document.getElementById(list.getAttribute('aria-labelledby')!)?.textContent;

function open(at: string, narrow: boolean, me: object = someone) {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: narrow,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }));
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(me),
    'GET /api/message/my/unread-count': json({ count: 3 }),
  });
  renderAt(
    at,
    <SignedIn>
      <CenterFrame />
    </SignedIn>,
    '*',
  );
}

it('on a phone one button says where one is, and opens all the groups', async () => {
  open('/code/card', true);
  const button = await screen.findByRole('button', { name: '企业中心菜单：企业码 · 企业名片' });
  expect(screen.queryByRole('navigation', { name: '企业中心' })).toBeNull();
  await userEvent.click(button);
  const menu = within(screen.getByRole('navigation', { name: '企业中心' }));
  expect(menu.getAllByRole('list').map(nameOf)).toEqual(['企业', '企业码', '业务', '账号']);
  expect(await menu.findByRole('link', { name: /消息中心\s*3\s*条未读/ })).toBeInTheDocument();
  await userEvent.click(menu.getByRole('link', { name: '我的申报' }));
  expect(await screen.findByRole('button', { name: '企业中心菜单：业务 · 我的申报' })).toBeInTheDocument();
  expect(screen.queryByRole('navigation', { name: '企业中心' })).toBeNull();
});

it('a page below another is where that one is', async () => {
  open('/center/applications/f1', true);
  expect(await screen.findByRole('button', { name: '企业中心菜单：业务 · 融资申请' })).toBeInTheDocument();
});

it('where there is room the menu stands beside the page', async () => {
  open('/center', false);
  const menu = within(await screen.findByRole('navigation', { name: '企业中心' }));
  expect(menu.getByRole('link', { name: '概览' })).toHaveAttribute('aria-current', 'page');
  // That of the page is the first.
  expect(menu.queryByRole('heading')).toBeNull();
  expect(screen.queryByRole('button', { name: /企业中心菜单/ })).toBeNull();
});

it.each([
  [undefined, ['入驻申请']],
  [{ id: 'i1', name: '巴南示例商会', type: 'CHAMBER' }, ['入驻申请', '开放接口']],
])('a chamber is offered keys once it is let in: %o', async (institution, links) => {
  open('/center/admission', false, { ...someone, userType: 'CHAMBER', enterprise: undefined, institution });
  const menu = within(await screen.findByRole('navigation', { name: '企业中心' }));
  const group = within(menu.getByRole('list', { name: '机构' }));
  expect(group.getAllByRole('link').map((one) => one.textContent)).toEqual(links);
});

it.each([
  [
    ['self', 'openapi.own'],
    ['机构', '账号'],
  ],
  [['self'], ['账号']],
])(
  "a bank's people find its keys in the menu where they look after them: %o",
  async (permissions, groups) => {
    const institution = { id: 'b1', name: '示例银行', type: 'BANK' };
    open('/center/openapi', false, {
      ...someone,
      userType: 'BANK',
      enterprise: undefined,
      institution,
      permissions,
    });
    const menu = within(await screen.findByRole('navigation', { name: '企业中心' }));
    expect(menu.getAllByRole('list').map(nameOf)).toEqual(groups);
  },
);
