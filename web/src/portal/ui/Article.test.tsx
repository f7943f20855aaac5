import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAt } from '@/shared/test/render';
import { PageHead } from './index';
import { Article } from './Article';
import { CenterHead } from './Panel';

it('on paper stands what is read, and nothing of what is done with it on a screen', () => {
  renderAt(
    '/policies',
    <>
      <PageHead title="政策" actions={<button>重新匹配</button>} />
      <CenterHead title="名片" actions={<button>调整授权</button>} />
      <Article main={<button>匹配本企业</button>} keep={<button>收藏</button>} aside={<p>业务咨询</p>}>
        <p>申报条件</p>
      </Article>
    </>,
  );
  for (const button of screen.getAllByRole('button')) expect(button.closest('.zq-no-print')).not.toBeNull();
  for (const words of ['申报条件', '业务咨询', '政策', '名片'])
    expect(screen.getAllByText(words).some((one) => !one.closest('.zq-no-print'))).toBe(true);
});
