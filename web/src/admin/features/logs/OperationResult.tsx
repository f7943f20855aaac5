import { label } from '@/shared/i18n';
import { Tag } from '@/shared/ui';
import { pageCss } from '../../ui/page';

export const OPERATION_RESULTS = ['SUCCESS', 'FAILED'] as const;

/** Whether it was done; of what was not, with the words by which it was answered, or the code where there are none. */
export function OperationResult({
  of: { result, problem, reason },
}: {
  of: { result: (typeof OPERATION_RESULTS)[number]; problem?: string; reason?: string };
}) {
  return (
    <>
      <Tag tone={result === 'FAILED' ? 'bad' : 'good'}>{label('operationResult', result)}</Tag>
      {(reason ?? problem) && <span className={pageCss.sub}>{reason ?? problem}</span>}
    </>
  );
}
