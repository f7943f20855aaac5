import type { ReactNode } from 'react';
import { isProblem } from '../api';
import { State } from '../ui';

/** The tax data that the result was computed from may not be used any more: it is gone for good, also where a copy is still at hand. */
export const hasEnded = (error: unknown) => isProblem(error, 'TAX_AUTHORIZATION_ENDED');

/** Whether there is no such result, or none of this enterprise; an address may also name what is no id at all. */
export const isNoResult = (error: unknown) => isProblem(error) && [400, 404].includes(error.status);

export const NO_RESULT = {
  title: '没有这份匹配结果',
  hint: '地址可能有误；匹配结果只有本企业可以查看。',
};

/** In place of such a result: why it is gone, and what to do instead. */
export function EndedResult({
  error,
  latest,
  page,
  children,
}: {
  error: Error;
  /** The latest one of the enterprise: it may be kept for an application, but is today's answer no longer. */
  latest?: boolean;
  page?: boolean;
  children: ReactNode;
}) {
  return (
    <State
      page={page}
      pose="guard"
      title={latest ? '上次的匹配结果不再适用' : '这份匹配结果已删除'}
      hint={error.message}
    >
      {children}
    </State>
  );
}
