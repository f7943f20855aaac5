import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Upload } from 'antd';
import { useState } from 'react';
import { api, useSubmit, type BankAnswers } from '@/shared/api';
import { saveFile } from '@/shared/api/client';
import { label } from '@/shared/i18n';
import { Icon } from '@/shared/ui';
import { MainButton, useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { RefusedLines, refusedLines, type RefusedLine } from '../../ui/RefusedLines';
import { WAITING } from '../../waiting';

/** A bank's answers as a file: taken out, looked at when it comes back, and then done as a whole. */
export function AnswersDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Drawer
      open={open}
      title="导入答复"
      onClose={onClose}
      size={Math.min(640, globalThis.innerWidth)}
      destroyOnHidden
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{label('common', 'cancel')}</Button>
        </div>
      }
    >
      <Chooser onDone={onClose} />
    </Drawer>
  );
}

const formOf = (file: File) => {
  const body = new FormData();
  body.append('file', file);
  return body;
};

/** What a file does, in the order in which an application goes. */
const inWords = (it: BankAnswers) =>
  (
    [
      [it.accepted, '受理'],
      [it.materialAsked, '要求补充材料'],
      [it.approved, '批准'],
      [it.refused, '不通过'],
      [it.disbursed, '放款'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${name} ${count} 笔`)
    .join('，');

const restInWords = (it: BankAnswers) =>
  [
    it.unchanged > 0 && `${it.unchanged} 笔此前已登记，不再重复登记`,
    it.unanswered > 0 && `${it.unanswered} 行没有填写答复，不处理`,
  ]
    .filter(Boolean)
    .join('；');

function Chooser({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const problems = useProblems();
  const [file, setFile] = useState<File>();
  const [found, setFound] = useState<BankAnswers>();
  const [refused, setRefused] = useState<RefusedLine[]>([]);
  const refuse = (error: unknown) => {
    const lines = refusedLines(error, 'ANSWERS_FAULTY');
    setFound(undefined);
    setRefused(lines);
    if (!lines.length) problems(error);
  };
  const sheet = useMutation({
    mutationFn: () => api.file('/api/finance/answer-sheet', { query: { holding: 'OPEN' } }),
    onSuccess: ({ blob, name }) => {
      saveFile(blob, name);
      void message.success(`已导出 ${name}`);
    },
    onError: (error) => problems(error),
  });
  const check = useMutation({
    mutationFn: (chosen: File) => api.post('/api/finance/answer-checks', { body: formOf(chosen) }),
    onSuccess: setFound,
    onError: refuse,
  });
  const run = useSubmit(
    (chosen: File, idempotencyKey) =>
      api.post('/api/finance/answers', { body: formOf(chosen), idempotencyKey }),
    {
      // A file that was mended is another one, also under the same name.
      about: (chosen) => `${chosen.name} ${chosen.size} ${chosen.lastModified}`,
      onSuccess: (done) => {
        void message.success(`已登记：${inWords(done) || '没有新的答复'}`);
        void queries.invalidateQueries({ queryKey: ['applications'] });
        void queries.invalidateQueries({ queryKey: WAITING });
        onDone();
      },
      onError: refuse,
    },
  );
  const works = found !== undefined && inWords(found) !== '';
  return (
    <>
      <ol className={pageCss.steps}>
        <li>
          <b>导出答复表</b>
          <p style={{ marginBlock: 8 }}>
            <Button
              icon={<Icon name="download" size={16} />}
              loading={sheet.isPending}
              onClick={() => sheet.mutate()}
            >
              导出答复表
            </Button>
          </p>
        </li>
        <li>
          <b>填写</b>
          <ul>
            <li>“答复”列填写受理、要求补充材料、批准、不通过或放款，并填好相应各列</li>
            <li>批准首贷须在“此前已有贷款”列填是或否</li>
            <li>未受理的申请批准、不通过或要求补充材料时一并受理</li>
            <li>每笔申请在一个文件里只填一行</li>
            <li>同一申请有几次放款的，每次一行，并在“放款流水号”列填银行的流水号，流水号相同的视为同一笔</li>
          </ul>
        </li>
        <li>
          <b>上传</b>
        </li>
      </ol>
      <Alert
        type="warning"
        role="note"
        showIcon
        title="有一行不对，就一笔也不登记"
        style={{ marginBlock: 12 }}
      />
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={check.isPending || run.isPending}
        beforeUpload={(chosen) => {
          setFile(chosen);
          setFound(undefined);
          setRefused([]);
          check.mutate(chosen);
          return false;
        }}
      >
        <Icon name="upload" size={32} />
        <p>
          <b>{check.isPending ? '正在检查' : (file?.name ?? '点击选择，或把文件拖到这里')}</b>
        </p>
        <p className={pageCss.sub}>Excel（.xlsx）或 CSV，不超过 2 MB、1000 行</p>
      </Upload.Dragger>
      {found && file && (
        <div style={{ marginTop: 16, display: 'grid', gap: 12 }}>
          <Alert
            role="status"
            type={works ? 'success' : 'info'}
            title={works ? `检查通过，将登记：${inWords(found)}` : '文件中没有需要登记的答复'}
            description={restInWords(found) || undefined}
          />
          {works && (
            <div>
              <MainButton loading={run.isPending} onClick={() => run.mutate(file)}>
                确认登记
              </MainButton>
            </div>
          )}
        </div>
      )}
      <RefusedLines lines={refused} kept="没有登记任何答复。请改好文件后重新选择" />
    </>
  );
}
