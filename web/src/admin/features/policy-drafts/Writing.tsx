import { Button, Popconfirm } from 'antd';
import { MainButton } from '@/shared/ui/antd';
import { ActionBar } from '../../ui/page';

/** What whoever writes a draft does with it. */
export function Writing({
  dirty,
  hindrances,
  busy,
  onDelete,
  onSave,
  onHandIn,
}: {
  /** Something is not saved yet. */
  dirty: boolean;
  /** As many things keep it from being handed in. */
  hindrances: number;
  busy: boolean;
  onDelete: () => void;
  onSave: () => void;
  onHandIn: () => void;
}) {
  return (
    <ActionBar
      hint={
        dirty
          ? '有修改尚未保存'
          : hindrances
            ? `有 ${hindrances} 处待改，列在页首`
            : '提交后由未参与撰写的同事审核发布'
      }
    >
      <Popconfirm title="删除这份草稿？" okText="删除" okButtonProps={{ danger: true }} onConfirm={onDelete}>
        <Button danger disabled={busy}>
          删除草稿
        </Button>
      </Popconfirm>
      <Button disabled={busy || !dirty} onClick={onSave}>
        保存
      </Button>
      <MainButton loading={busy} onClick={onHandIn}>
        提交审核
      </MainButton>
    </ActionBar>
  );
}
