import { Alert, App, Drawer, Upload } from 'antd';
import { useState } from 'react';
import { api, problemText, useSubmit, type PaymentBatch } from '@/shared/api';
import { Icon } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import { intoView, RefusedLines, refusedLines, wasRefused, type RefusedLine } from '../../ui/RefusedLines';

/** The treasury's file is taken as a whole, or refused with each line that is wrong. */
export function ResultsDrawer({
  batch,
  open,
  onClose,
  onDone,
}: {
  batch: PaymentBatch;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <Drawer
      open={open}
      title="导入支付结果"
      onClose={onClose}
      size={Math.min(640, globalThis.innerWidth)}
      destroyOnHidden
    >
      <Chooser batch={batch} onDone={onDone} />
    </Drawer>
  );
}

function Chooser({ batch, onDone }: { batch: PaymentBatch; onDone: () => void }) {
  const { message } = App.useApp();
  const [name, setName] = useState<string>();
  const [refused, setRefused] = useState<RefusedLine[]>([]);
  const [fault, setFault] = useState<{ title: string; text: string }>();
  const settle = useSubmit(
    (file: File, idempotencyKey) => {
      const body = new FormData();
      body.append('file', file);
      return api.post('/api/policy/redemption/batch-results', {
        query: { batchId: batch.id },
        body,
        idempotencyKey,
      });
    },
    {
      // A file that was mended is another one, also under the same name.
      about: (file) => `${file.name} ${file.size} ${file.lastModified}`,
      onSuccess: ({ items }) => {
        const failed = items.filter(({ outcome }) => outcome === 'FAILED').length;
        void message.success(
          failed
            ? `已登记：${items.length - failed} 笔成功，${failed} 笔失败`
            : `已登记：${items.length} 笔成功`,
        );
        onDone();
      },
      onError: (error) => {
        const rows = refusedLines(error, 'RESULTS_FAULTY');
        setRefused(rows);
        // It stays there until another file is chosen: what a passing message said nobody can read again.
        setFault(
          rows.length
            ? undefined
            : {
                title: wasRefused(error) ? '没有登记任何结果' : '没有得到答复，不确定是否已登记',
                text: problemText(error),
              },
        );
      },
    },
  );
  return (
    <>
      <p className={pageCss.note}>
        在本批次导出的文件中填写支付结果（成功或失败）、流水号和失败原因，每笔一行，批次编号须为{' '}
        {batch.number}；流水号不能与已登记的支付重复。有一行不对，就一笔也不登记。
      </p>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={settle.isPending}
        beforeUpload={(file) => {
          setName(file.name);
          setRefused([]);
          setFault(undefined);
          settle.mutate(file);
          return false;
        }}
      >
        <Icon name="upload" size={32} />
        <p>
          <b>{settle.isPending ? '正在登记' : (name ?? '点击选择，或把文件拖到这里')}</b>
        </p>
        <p className={pageCss.sub}>Excel（.xlsx）或 CSV，不超过 2 MB</p>
      </Upload.Dragger>
      {fault && (
        <div style={{ marginTop: 16 }} ref={intoView}>
          <Alert
            type="error"
            role="alert"
            showIcon
            title={`“${name}”：${fault.title}`}
            description={`${fault.text}。批次仍待登记的，请改好文件后重新选择。`}
          />
        </div>
      )}
      <RefusedLines lines={refused} kept="没有登记任何结果。请改好文件后重新选择" />
    </>
  );
}
