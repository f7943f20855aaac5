import { label } from '@/shared/i18n';
import { Tag } from '@/shared/ui';
import { pageCss } from '../../ui/page';

export const OPERATION_RESULTS = ['SUCCESS', 'FAILED'] as const;

/** Whether it was done; of what was not, with the code by which it was answered. */
export function OperationResult({
  of: { result, problem },
}: {
  of: { result: (typeof OPERATION_RESULTS)[number]; problem?: string };
}) {
  return (
    <>
      <Tag tone={result === 'FAILED' ? 'bad' : 'good'}>{label('operationResult', result)}</Tag>
      {problem && <span className={pageCss.sub}>{problem}</span>}
    </>
  );
}
