import type { StaffDetail } from '@/shared/api';
import { dateTimeText } from '@/shared/ui';

/** Why nobody gets in with an account; nothing while somebody does, and where it was not kept. */
export function disabledItems(disabled: StaffDetail['disabled']): { label: string; value: string }[] {
  if (!disabled) return [];
  return [
    { label: '停用原因', value: disabled.reason },
    { label: '停用操作', value: `${disabled.byName} 于 ${dateTimeText(disabled.at)} 停用` },
  ];
}
