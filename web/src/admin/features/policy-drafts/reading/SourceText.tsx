import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input, Upload } from 'antd';
import { api, problemText, type DraftReading } from '@/shared/api';
import { Icon, numberText } from '@/shared/ui';
import css from './reading.module.css';

/** As the server takes it. */
const MOST_CHARACTERS = 40_000;
const MOST_MEGABYTES = 10;

/** The text that is pasted, or read from a file, before its sentences are marked. It is kept with the draft as it is typed. */
export function SourceText({
  reading,
  title,
  onChange,
}: {
  reading: DraftReading | undefined;
  title: string | undefined;
  onChange: (reading: DraftReading) => void;
}) {
  const { message } = App.useApp();
  const text = reading?.text ?? '';
  // Nothing is cut off unsaid: the conditions behind would be lost.
  const tooLong = text.length > MOST_CHARACTERS;
  const file = useMutation({
    mutationFn: (chosen: File) => {
      const body = new FormData();
      body.append('file', chosen);
      return api.post('/api/policy/manage/document-texts', { body });
    },
    onSuccess: (read) => onChange({ name: read.name, text: read.text, items: [] }),
  });
  const mark = useMutation({
    mutationFn: () =>
      api.post('/api/policy/manage/criteria/proposals', {
        body: { ...(title && { title }), text },
      }),
    onSuccess: ({ items, found }) => {
      onChange({ ...reading, text, items: items.map((proposal) => ({ proposal })) });
      if (found > items.length)
        void message.warning(
          `找到 ${found} 处，一次列出前 ${items.length} 处；其后的原文请处理完这些后另行标出`,
          10,
        );
      else void message.success(found ? `标出 ${found} 处，请逐条处理` : '没有找到像条件的句子');
    },
  });
  const error = file.error ?? mark.error;
  return (
    <div className={css.begin}>
      <p className={css.quiet}>
        粘贴政策原文，或上传 Word、PDF
        文件。系统标出写明条件的句子并提出建议，由您逐条采纳、修改或舍弃；没有把握的标为“需人工”，不会自行填写。
      </p>
      <Upload.Dragger
        accept=".docx,.pdf"
        maxCount={1}
        showUploadList={false}
        disabled={file.isPending}
        beforeUpload={(chosen) => {
          file.reset();
          mark.reset();
          if (chosen.size > MOST_MEGABYTES * 1024 * 1024)
            void message.error(`文件过大，请上传不超过 ${MOST_MEGABYTES} MB 的文件`);
          else file.mutate(chosen);
          return false;
        }}
      >
        <Icon name="upload" size={32} />
        <p>
          <b>{file.isPending ? '正在读取' : '点击选择，或把文件拖到这里'}</b>
        </p>
        <p className={css.quiet}>Word（.docx）或 PDF，不超过 {MOST_MEGABYTES} MB；扫描件须先做文字识别</p>
      </Upload.Dragger>
      {error && <Alert type="error" showIcon role="alert" title={problemText(error)} />}
      <label className={css.label}>
        <span>政策原文{reading?.name ? `（读自 ${reading.name}，可以修改）` : ''}</span>
        <Input.TextArea
          autoSize={{ minRows: 8, maxRows: 24 }}
          count={{ show: true, max: MOST_CHARACTERS }}
          status={tooLong ? 'error' : undefined}
          value={text}
          onChange={(event) =>
            onChange({ ...(reading?.name && { name: reading.name }), text: event.target.value, items: [] })
          }
        />
      </label>
      {tooLong && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={`原文超过 ${numberText(MOST_CHARACTERS)} 字，请分几次处理`}
        />
      )}
      <div>
        <Button
          type="primary"
          disabled={!text.trim() || tooLong || file.isPending}
          loading={mark.isPending}
          onClick={() => mark.mutate()}
        >
          标出条件
        </Button>
      </div>
      {mark.isSuccess && !mark.data.found && (
        <Alert type="info" showIcon title="没有找到像条件的句子，请检查原文，或到“申报条件”中直接填写" />
      )}
    </div>
  );
}
