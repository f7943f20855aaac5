import { Tag } from '@/shared/ui';

/** Whether somebody may sign in. */
export function EnabledTag({ enabled }: { enabled: boolean }) {
  return <Tag tone={enabled ? 'good' : 'quiet'}>{enabled ? '正常' : '已停用'}</Tag>;
}
