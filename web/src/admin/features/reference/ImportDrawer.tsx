import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Form, Select, Upload } from 'antd';
import { useState } from 'react';
import { api, saveFile, useSubmit, type ImportReport, type ReferenceKind } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Icon } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { KINDS } from './kinds';

const FIELDS: Record<string, string> = { code: '代码', name: '名称', type: '类型', parentCode: '上级代码' };

const withFile = (file: File) => {
  const body = new FormData();
  body.append('file', file);
  return body;
};

/** The head alone, in the columns that an import reads; with the mark by which Excel reads it as UTF-8. */
const saveTemplate = (kind: ReferenceKind) =>
  saveFile(
    new Blob([`\uFEFF${Object.values(FIELDS).join(',')}\r\n`], { type: 'text/csv;charset=utf-8' }),
    `${label('referenceKind', kind)}导入模板.csv`,
  );

/** Brings in a file in two steps: first it is said what it would do and which lines are wrong, then it is taken as a whole. */
export function ImportDrawer({
  open,
  onClose,
  onDone,
}: {
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <Drawer
      open={open}
      title="导入基础数据"
      onClose={onClose}
      size={Math.min(640, globalThis.innerWidth)}
      destroyOnHidden
    >
      <Steps
        onDone={() => {
          onDone();
          onClose();
        }}
      />
    </Drawer>
  );
}

function Steps({ onDone }: { onDone: () => void }) {
  const { message } = App.useApp();
  const problems = useProblems();
  const [kind, setKind] = useState<ReferenceKind>('PARK');
  const [file, setFile] = useState<File>();
  const check = useMutation({
    mutationFn: (chosen: File) =>
      api.post('/api/user/reference-data/{kind}/import/check', { path: { kind }, body: withFile(chosen) }),
    onError: (error) => problems(error),
  });
  const run = useSubmit(
    (chosen: File) =>
      api.post('/api/user/reference-data/{kind}/import', { path: { kind }, body: withFile(chosen) }),
    {
      onSuccess: ({ added, changed }) => {
        void message.success(`已导入：新增 ${added} 条，修改 ${changed} 条`);
        onDone();
      },
      onError: (error) => problems(error),
    },
  );
  const forget = () => {
    setFile(undefined);
    check.reset();
  };
  return (
    <Form layout="vertical" component="div">
      <Form.Item label="数据种类" htmlFor="import-kind">
        <Select
          id="import-kind"
          value={kind}
          onChange={(value) => {
            setKind(value);
            forget();
          }}
          options={KINDS.map((value) => ({ value, label: label('referenceKind', value) }))}
        />
      </Form.Item>
      <Button style={{ marginBottom: 16 }} onClick={() => saveTemplate(kind)}>
        下载模板
      </Button>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={check.isPending}
        beforeUpload={(chosen) => {
          setFile(chosen);
          check.mutate(chosen);
          return false;
        }}
      >
        <Icon name="upload" size={32} />
        <p>
          <b>{check.isPending ? '正在检查' : (file?.name ?? '点击选择，或把文件拖到这里')}</b>
        </p>
        <p className={pageCss.intro}>
          Excel（.xlsx）或 CSV，不超过 2 MB、5000 行。第一行为表头：代码、名称、类型、上级代码
        </p>
      </Upload.Dragger>
      {check.data && (
        <div style={{ marginTop: 16, display: 'grid', gap: 16 }}>
          <Findings report={check.data} />
          <Button
            type="primary"
            // Done, and on its way out.
            disabled={
              run.isSuccess || check.data.problemCount > 0 || !(check.data.added + check.data.changed)
            }
            loading={run.isPending}
            onClick={() => file && run.mutate(file)}
          >
            确认导入
          </Button>
        </div>
      )}
    </Form>
  );
}

function Findings({ report }: { report: ImportReport }) {
  if (!report.problemCount)
    return (
      <Alert
        type="success"
        role="status"
        title={`共 ${report.rows} 行：新增 ${report.added} 条，修改 ${report.changed} 条，${report.same} 条没有变化`}
      />
    );
  return (
    <>
      <Alert
        type="error"
        role="alert"
        title={`有 ${report.problemCount} 处错误，没有导入任何数据。请改好文件后重新选择`}
      />
      <ul aria-label="错误的行">
        {report.problems.map((one) => (
          <li key={`${one.line} ${one.field} ${one.message}`}>
            第 {one.line} 行 {FIELDS[one.field] ?? one.field}：{one.message}
          </li>
        ))}
      </ul>
    </>
  );
}
