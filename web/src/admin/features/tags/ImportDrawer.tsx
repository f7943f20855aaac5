import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Form, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { api, isProblem, saveFile, useMe, useSubmit, type LibraryTag } from '@/shared/api';
import { Icon } from '@/shared/ui';
import { FormDrawer, useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { RefusedLines, refusedLines } from '../../ui/RefusedLines';
import { CODES, optionsOf, SUBJECTS } from './words';

type Subject = LibraryTag['subject'];

interface Import {
  subject: Subject;
  file: File;
}

const OF_FILE = ['FILE_UNREADABLE', 'FILE_UNPACKS_TOO_LARGE', 'PAYLOAD_TOO_LARGE'];
const FAULTY = 'TAGGING_FAULTY';

const ofFile = (error: unknown): error is Error => OF_FILE.some((code) => isProblem(error, code));

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
  const { can } = useMe();
  const { message } = App.useApp();
  /** Why the file that is chosen was not taken. */
  const [refusal, setRefusal] = useState<unknown>();
  const forget = () => setRefusal(undefined);
  const run = useSubmit(
    ({ subject, file }: Import, idempotencyKey) => {
      const body = new FormData();
      body.append('file', file);
      return api.post('/api/match/tags/imports', { query: { subject }, body, idempotencyKey });
    },
    {
      about: ({ subject, file }) => `${subject} ${file.name} ${file.size} ${file.lastModified}`,
      onSuccess: ({ changed, present }) => {
        void message.success(
          present ? `已设置 ${changed} 个标签，${present} 个原已设置` : `已设置 ${changed} 个标签`,
        );
        onDone();
      },
    },
  );
  return (
    <FormDrawer<Import>
      open={open}
      title="导入打标"
      submitText="导入"
      size={640}
      initialValues={{ subject: 'ENTERPRISE' }}
      onClose={() => {
        forget();
        onClose();
      }}
      onSubmit={(chosen) => {
        forget();
        return run.mutateAsync(chosen);
      }}
      // What is wrong with the file stays beside it; what is wrong elsewhere is told as everywhere.
      shows={(error) => {
        const here = ofFile(error) || refusedLines(error, FAULTY).length > 0;
        if (here) setRefusal(error);
        return here;
      }}
    >
      {(form) => (
        <>
          {can('policy.manage') && (
            <Form.Item name="subject" label="给谁打标签" required>
              <Segmented
                options={optionsOf(SUBJECTS)}
                onChange={() => {
                  forget();
                  form.resetFields(['file']);
                }}
              />
            </Form.Item>
          )}
          <Form.Item noStyle dependencies={['subject']}>
            {() => <Layout of={(form.getFieldValue('subject') as Subject | undefined) ?? 'ENTERPRISE'} />}
          </Form.Item>
          <Form.Item name="file" label="文件" rules={[{ required: true, message: '请选择文件' }]}>
            <FileField busy={run.isPending} onChoose={forget} />
          </Form.Item>
          {ofFile(refusal) && (
            <Alert
              type="error"
              role="alert"
              title={`没有读取“${(form.getFieldValue('file') as File | undefined)?.name ?? ''}”，没有设置任何标签`}
              description={refusal.message}
            />
          )}
          <RefusedLines lines={refusedLines(refusal, FAULTY)} kept="没有设置任何标签。请改好文件后重新选择" />
        </>
      )}
    </FormDrawer>
  );
}

/** What the file has to look like. */
function Layout({ of: subject }: { of: Subject }) {
  const problems = useProblems();
  const template = useMutation({
    mutationFn: () => api.file('/api/match/tags/imports/template', { query: { subject } }),
    onSuccess: ({ blob, name }) => saveFile(blob, name),
    onError: (error) => problems(error),
  });
  return (
    <>
      <p className={pageCss.note}>
        每行一个标签，第一行为表头：“标签名称”“{CODES[subject]}
        ”“理由”（理由可不填）。有一行不对，就一个也不设置。
      </p>
      <Button
        style={{ marginBottom: 16 }}
        icon={<Icon name="download" size={16} />}
        loading={template.isPending}
        onClick={() => template.mutate()}
      >
        下载{SUBJECTS[subject]}打标模板
      </Button>
    </>
  );
}

/** The file that is chosen stands here by its name until it is brought in. */
function FileField({
  id,
  value,
  onChange,
  busy,
  onChoose,
}: {
  id?: string;
  value?: File;
  onChange?: (file: File) => void;
  busy: boolean;
  onChoose: () => void;
}) {
  return (
    <Upload.Dragger
      id={id}
      accept=".xlsx,.csv"
      maxCount={1}
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        onChoose();
        onChange?.(file);
        return false;
      }}
    >
      <Icon name={value ? 'file' : 'upload'} size={32} />
      <p>
        <b>{value?.name ?? '点击选择，或把文件拖到这里'}</b>
      </p>
      <p className={pageCss.sub}>
        {value ? '点击可换一个文件' : 'Excel（.xlsx）或 CSV，不超过 2 MB、1000 行'}
      </p>
    </Upload.Dragger>
  );
}
