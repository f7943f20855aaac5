import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import AboutPage from './AboutPage';

const content = {
  title: '企业码',
  intro: '一企一码',
  functions: [{ icon: 'code', title: '亮码', text: '出示企业码' }],
  steps: [{ title: '领码', text: '在线申请' }],
  pictures: [],
};
const kept = { version: 3, updatedAt: '2026-11-26T10:00:00+08:00', content };
const newer = {
  version: 4,
  updatedAt: '2026-11-27T10:00:00+08:00',
  updatedByName: '曹佳涛',
  content: { ...content, title: '企业码介绍', functions: [...content.functions, content.functions[0]] },
};

it('whoever was slower keeps what they typed beside what is newer, and decides', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, userType: 'OPERATOR' }),
    'GET /api/code/about/kept': [json(kept), json(newer)],
    'PUT /api/code/about': [problem(409, 'VERSION_CONFLICT'), json({ ...newer, version: 5 })],
  });
  renderAt(
    '/about',
    <AntdRoot>
      <AboutPage />
    </AntdRoot>,
  );
  const writeText = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  fireEvent.change(await screen.findByLabelText('简介'), { target: { value: '一企一码，处处可用' } });
  await userEvent.click(screen.getByRole('button', { name: '保存并发布' }));

  expect(await screen.findByText(/曹佳涛 于 2026-11-27 10:00 发布了新的内容/)).toBeInTheDocument();
  expect(screen.getByLabelText('简介')).toHaveValue('一企一码，处处可用');
  await userEvent.click(screen.getByRole('button', { name: '复制我的内容' }));
  expect(writeText).toHaveBeenCalledWith('企业码\n一企一码，处处可用\n亮码：出示企业码\n领码：在线申请');

  await userEvent.click(screen.getByRole('button', { name: '载入最新内容' }));
  await waitFor(() => expect(screen.getByLabelText('标题（前面加区名）')).toHaveValue('企业码介绍'));
  expect(screen.getByLabelText('简介')).toHaveValue('一企一码');
  expect(screen.getByRole('group', { name: '第 2 项功能' })).toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: '换回我的内容' }));
  await waitFor(() => expect(screen.getByLabelText('简介')).toHaveValue('一企一码，处处可用'));
  expect(screen.queryByRole('group', { name: '第 2 项功能' })).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: '保存并发布' }));
  expect(await screen.findByText('已发布，门户即时更新')).toBeInTheDocument();
  const written = sent.filter((one) => one.method === 'PUT').map((one) => one.body);
  expect(written).toEqual([
    { version: 3, content: { ...content, intro: '一企一码，处处可用' } },
    { version: 4, content: { ...content, intro: '一企一码，处处可用' } },
  ]);
});
