import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Form, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { api, isProblem, saveFile, useMe, useSubmit, type LibraryTag } from '@/shared/api';
import { Icon } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { RefusedLines, refusedLines, type RefusedLine } from '../../ui/RefusedLines';
import { CODES, optionsOf, SUBJECTS } from './words';

/** Brings in a file with a tag of an enterprise or policy in each line: taken as a whole, or refused with each line that is wrong. */
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
      title="导入打标"
      onClose={onClose}
      size={Math.min(640, globalThis.innerWidth)}
      destroyOnHidden
    >
      <Chooser
        onDone={() => {
          onDone();
          onClose();
        }}
      />
    </Drawer>
  );
}

const OF_FILE = ['FILE_UNREADABLE', 'FILE_UNPACKS_TOO_LARGE', 'PAYLOAD_TOO_LARGE'];

const ofFile = (error: unknown): error is Error => OF_FILE.some((code) => isProblem(error, code));

function Chooser({ onDone }: { onDone: () => void }) {
  const { can } = useMe();
  const { message } = App.useApp();
  const problems = useProblems();
  const [subject, setSubject] = useState<LibraryTag['subject']>('ENTERPRISE');
  const [name, setName] = useState<string>();
  const [refused, setRefused] = useState<RefusedLine[]>([]);
  const [unread, setUnread] = useState<string>();
  const forget = () => {
    setRefused([]);
    setUnread(undefined);
  };
  const template = useMutation({
    mutationFn: () => api.file('/api/match/tags/imports/template', { query: { subject } }),
    onSuccess: ({ blob, name }) => saveFile(blob, name),
    onError: (error) => problems(error),
  });
  const run = useSubmit(
    (file: File, idempotencyKey) => {
      const body = new FormData();
      body.append('file', file);
      return api.post('/api/match/tags/imports', { query: { subject }, body, idempotencyKey });
    },
    {
      about: (file) => `${subject} ${file.name} ${file.size} ${file.lastModified}`,
      onSuccess: ({ changed, present }) => {
        void message.success(
          present ? `已设置 ${changed} 个标签，${present} 个原已设置` : `已设置 ${changed} 个标签`,
        );
        onDone();
      },
      onError: (error) => {
        const lines = refusedLines(error, 'TAGGING_FAULTY');
        setRefused(lines);
        // What is wrong with the file stays beside it; what is wrong elsewhere is told as everywhere.
        if (!lines.length && ofFile(error)) setUnread(error.message);
        else if (!lines.length) problems(error);
      },
    },
  );
  return (
    <Form layout="vertical" component="div">
      {can('policy.manage') && (
        <Form.Item label="给谁打标签">
          <Segmented
            value={subject}
            options={optionsOf(SUBJECTS)}
            onChange={(value) => {
              setSubject(value);
              forget();
            }}
          />
        </Form.Item>
      )}
      <p className={pageCss.note}>
        每行一个标签，第一行为表头：“标签名称”“{CODES[subject]}
        ”“理由”（理由可不填）。有一行不对，就一个也不设置。
      </p>
      <p>
        <Button
          icon={<Icon name="download" size={16} />}
          loading={template.isPending}
          onClick={() => template.mutate()}
        >
          下载{SUBJECTS[subject]}打标模板
        </Button>
      </p>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={run.isPending}
        beforeUpload={(file) => {
          setName(file.name);
          forget();
          run.mutate(file);
          return false;
        }}
      >
        <Icon name="upload" size={32} />
        <p>
          <b>{run.isPending ? '正在导入' : (name ?? '点击选择，或把文件拖到这里')}</b>
        </p>
        <p className={pageCss.sub}>Excel（.xlsx）或 CSV，不超过 2 MB、1000 行</p>
      </Upload.Dragger>
      {unread && (
        <Alert
          type="error"
          role="alert"
          style={{ marginTop: 16 }}
          title={`没有读取${name ? `“${name}”` : '文件'}，没有设置任何标签`}
          description={unread}
        />
      )}
      <RefusedLines lines={refused} kept="没有设置任何标签。请改好文件后重新选择" />
    </Form>
  );
}
