import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { letterTemplate } from '@/shared/claims';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { isUscc } from './letter';
import LetterPage from './LetterPage';

const open = (at: string) => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  renderAt(at, <LetterPage />);
};

it('fills in the enterprise that a claim names', async () => {
  open(letterTemplate({ name: '重庆示例（集团）有限公司', uscc: '91500000202869177Y' }));
  expect(await screen.findByText('重庆示例（集团）有限公司')).toBeInTheDocument();
  expect(screen.getByText('202869177')).toBeInTheDocument();
  expect(screen.queryByText(/不正确/)).toBeNull();
});

it('fills in the own enterprise where the address names none', async () => {
  answerWith(signedInAs(someone));
  renderAt(
    '/code/letter',
    <SignedIn>
      <LetterPage />
    </SignedIn>,
  );
  expect(await screen.findByText(someone.enterprise!.name)).toBeInTheDocument();
});

it.each([
  ['a code that is none', '?name=重庆示例有限公司&uscc=xyz'],
  ['a wrong check character', '?name=重庆示例有限公司&uscc=915000002028691770'],
  ['a name that can be none', '?name=%3Cb%3EHello!%3C%2Fb%3E&uscc=91500000202869177Y'],
  ['a name without a code', '?name=重庆示例有限公司'],
  ['a code without a name', '?uscc=91500000202869177Y'],
])('prints nothing of an address with %s, and says so', async (_, search) => {
  open(`/code/letter${search}`);
  expect(await screen.findByText(/链接中的企业名称或统一社会信用代码不正确，没有填入/)).toBeInTheDocument();
  for (const given of ['重庆示例有限公司', 'xyz', '202869177', '<b>Hello!</b>'])
    expect(screen.queryByText(given)).toBeNull();
});

it('knows the check character of the standard', () => {
  expect(['91500000202869177Y', '91500000202869177X', '91500000202869177y'].map(isUscc)).toEqual([
    true,
    false,
    false,
  ]);
});
