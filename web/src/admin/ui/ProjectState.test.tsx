import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StatusTag } from '@/shared/ui';
import { ProjectState } from './ProjectState';

it.each(['OPEN', 'NOT_YET', 'OVER'] as const)(
  'an opened project that is %s has one word, the one that enterprises read',
  (window) => {
    render(
      <>
        <ProjectState of="redemptionWindow" project={{ status: 'OPEN', window }} />
        <ProjectState of="windowState" project={{ status: 'OPEN', window }} />
        <StatusTag of="redemptionWindow" value={window} />
        <StatusTag of="windowState" value={window} />
      </>,
    );
    expect(screen.getAllByText({ OPEN: '受理中', NOT_YET: '未开始', OVER: '已截止' }[window])).toHaveLength(
      4,
    );
  },
);

it('what is still being written is not open yet, and what was closed is closed', () => {
  render(
    <>
      <ProjectState of="redemptionWindow" project={{ status: 'DRAFT', window: 'CLOSED' }} />
      <ProjectState of="windowState" project={{ status: 'CLOSED', window: 'CLOSED' }} />
    </>,
  );
  expect(screen.getByText('未开放')).toBeInTheDocument();
  expect(screen.getByText('已关闭')).toBeInTheDocument();
});
