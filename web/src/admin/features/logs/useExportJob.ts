import { App } from 'antd';
import { useNavigate } from 'react-router';
import { useSubmit } from '@/shared/api';
import { type Filled, useProblems } from '@/shared/ui/antd';

/** Offers to write a list to a file in the background where it is too long for a download, and leads to where that is seen to. */
export function useExportJob(ask: (filter: Filled, idempotencyKey: string) => Promise<unknown>) {
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const navigate = useNavigate();
  const job = useSubmit(ask, {
    about: (filter) => JSON.stringify(filter),
    onSuccess: () => {
      void message.success('已申请后台导出');
      void navigate('/exports');
    },
    onError: (error) => problems(error),
  });
  return (filter: Filled) =>
    void modal.confirm({
      title: '记录较多，改为后台导出？',
      content:
        '符合条件的记录超过一次直接下载的上限。后台导出按当前条件把全部记录写成文件，完成后在“导出任务”中下载。也可以缩小查询范围后再导出。',
      okText: '后台导出',
      onOk: () => job.mutateAsync(filter).catch(() => undefined),
    });
}
