import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../api/problem';
import { ErrorState, Forbidden, Loaded, NotFound } from './States';

describe('a query that failed', () => {
  it('says what happened with the trace id, and can be tried again', async () => {
    const retry = vi.fn();
    render(
      <ErrorState
        error={
          new ProblemError({
            status: 503,
            code: 'SERVICE_UNAVAILABLE',
            detail: '服务暂不可用',
            traceId: 't1',
          })
        }
        onRetry={retry}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('服务暂不可用追踪号 t1');
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('is not offered again where that would not help', () => {
    render(
      <ErrorState
        error={new ProblemError({ status: 403, code: 'FORBIDDEN', detail: '无权查看' })}
        onRetry={() => undefined}
      />,
    );
    expect(screen.getByText('无权查看')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

it('what was taken down is told as such, not as a failure, and nobody is asked to try again', () => {
  render(
    <ErrorState
      page
      error={new ProblemError({ status: 410, code: 'POLICY_NOT_IN_FORCE', detail: '该政策已撤下，不再展示' })}
      onRetry={() => undefined}
    />,
  );
  expect(screen.getByRole('heading', { name: '该政策已撤下，不再展示' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '重试' })).not.toBeInTheDocument();
});

describe('an address that asks for what there cannot be', () => {
  const refusal = (code: string, message: string) =>
    new ProblemError({
      status: 400,
      code: 'VALIDATION_FAILED',
      detail: '填写的内容有误',
      errors: [{ field: 'id', code, message }],
    });

  it('is told as such, and nobody is asked to try it again', () => {
    render(<ErrorState page error={refusal('FORMAT', '格式不正确')} onRetry={() => undefined} />);
    expect(screen.getByRole('heading', { name: '没有找到要看的内容，地址可能有误' })).toBeInTheDocument();
    expect(screen.queryByText('格式不正确')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '重试' })).not.toBeInTheDocument();
  });

  it('says what would be possible, where the answer does', () => {
    render(<ErrorState error={refusal('RANGE', '日期应在前 10 年到后 2 年之间')} />);
    expect(screen.getByText('没有这样的查询条件')).toBeInTheDocument();
    expect(screen.getByText('日期应在前 10 年到后 2 年之间')).toBeInTheDocument();
  });
});

describe('a loading query', () => {
  const query = {
    data: undefined as string | undefined,
    error: null as unknown,
    isPending: true,
    refetch: () => undefined,
  };

  it('shows a skeleton, then its data', () => {
    const { rerender } = render(<Loaded query={query}>{(data) => <p>{data}</p>}</Loaded>);
    expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument();
    rerender(<Loaded query={{ ...query, data: '内容', isPending: false }}>{(data) => <p>{data}</p>}</Loaded>);
    expect(screen.getByText('内容')).toBeInTheDocument();
  });

  it('keeps what it had when a later load fails', () => {
    render(
      <Loaded query={{ ...query, data: '旧内容', isPending: false, error: new Error('x') }}>
        {(data) => <p>{data}</p>}
      </Loaded>,
    );
    expect(screen.getByText('旧内容')).toBeInTheDocument();
  });
});

describe('a page that is not there', () => {
  it('leads home', () => {
    render(<NotFound />);
    expect(screen.getByRole('link', { name: '返回首页' })).toHaveAttribute('href', import.meta.env.BASE_URL);
  });

  it('says what the account may not open, and leads home', () => {
    const { container } = render(<Forbidden title="扫一扫" />);
    // The green tick is for what has succeeded.
    expect(container.querySelector('[stroke="#1a7f4b"]')).toBeNull();
    expect(screen.getByText(/“扫一扫”不在当前账号的权限内/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '返回首页' })).toBeInTheDocument();
  });
});
