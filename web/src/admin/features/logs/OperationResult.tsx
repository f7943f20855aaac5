import { label } from '@/shared/i18n';
import { Tag } from '@/shared/ui';

export const OPERATION_RESULTS = ['SUCCESS', 'FAILED'] as const;

/** Whether it was done. */
export function OperationResult({ of }: { of: (typeof OPERATION_RESULTS)[number] }) {
  return <Tag tone={of === 'FAILED' ? 'bad' : 'good'}>{label('operationResult', of)}</Tag>;
}
