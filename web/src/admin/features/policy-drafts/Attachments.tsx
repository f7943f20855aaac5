import { Alert, Button, Popconfirm, Upload } from 'antd';
import { useState } from 'react';
import { api, problemText, type PolicyDraft } from '@/shared/api';
import { newIdempotencyKey } from '@/shared/api/client';
import { sizeText } from '@/shared/declarations/form';
import { dateTimeText, Icon } from '@/shared/ui';
import { isConflict } from '../../ui/useConflict';
import css from './DraftPage.module.css';

/** As the server takes them. */
const MOST = 20;
const MOST_BYTES = 10 * 1024 * 1024;
const ENDINGS = '.docx,.xlsx,.pdf,.jpg,.jpeg,.png';

/** The kind that a name tells. */
const ending = (name: string) => (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase().replace('jpeg', 'jpg');

/** The files that come with the document: uploaded while it is written, looked at by who reviews it. */
export function Attachments({
  draft,
  readOnly,
  busy,
  onChanged,
  settle,
  run,
}: {
  draft: PolicyDraft;
  readOnly: boolean;
  busy: boolean;
  onChanged: (draft: PolicyDraft) => void;
  /** Saves what is written, so that nothing of it is lost; tells the version that is stored then. */
  settle: () => Promise<number>;
  run: (step: () => Promise<unknown>) => Promise<void>;
}) {
  const [refused, setRefused] = useState<string[]>([]);
  const path = { id: draft.id };
  const files = draft.attachments;
  const upload = (chosen: File[]) =>
    run(async () => {
      const problems: string[] = [];
      let version = await settle();
      for (const file of chosen) {
        if (file.size > MOST_BYTES) {
          problems.push(`${file.name}：超过 10 MB，没有上传`);
          continue;
        }
        const body = new FormData();
        body.append('file', file);
        try {
          const changed = await api.post('/api/policy/manage/drafts/{id}/attachments', {
            path,
            query: { version },
            body,
            idempotencyKey: newIdempotencyKey(),
          });
          version = changed.version;
          onChanged(changed);
          const kept = changed.attachments.at(-1);
          // The kind is told by the content: a file that was called another is kept under its right name, and who uploads it is told.
          if (kept && ending(kept.name) !== ending(file.name))
            problems.push(
              `${file.name}：内容不是 ${ending(file.name) || '所写类型的'} 文件，已按“${kept.name}”保存，请核对`,
            );
        } catch (error) {
          if (isConflict(error)) throw error;
          problems.push(`${file.name}：${problemText(error)}`);
        }
      }
      setRefused(problems);
    });
  const remove = (attachment: string) =>
    run(async () => {
      const version = await settle();
      setRefused([]);
      onChanged(
        await api.delete('/api/policy/manage/drafts/{id}/attachments/{attachment}', {
          path: { ...path, attachment },
          query: { version },
        }),
      );
    });
  return (
    <section aria-label="附件" className={`${css.attachments} ${css.card}`}>
      {files.length > 0 ? (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <Icon name="file" size={18} />
              <a href={file.url} target="_blank" rel="noreferrer">
                {file.name}
              </a>
              <small>
                {sizeText(file.size)}，{dateTimeText(file.uploadedAt)} 上传
              </small>
              {!readOnly && (
                <Popconfirm
                  title={`删除附件“${file.name}”？`}
                  okText="删除"
                  okButtonProps={{ danger: true }}
                  onConfirm={() => remove(file.id)}
                >
                  <Button size="small" danger disabled={busy} aria-label={`删除附件 ${file.name}`}>
                    删除
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p>这一版没有附件。</p>
      )}
      {!readOnly && files.length < MOST && (
        <Upload.Dragger
          accept={ENDINGS}
          multiple
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file, all) => {
            // Called for each of them: they go together, one after the other.
            if (file === all[0]) void upload(all);
            return false;
          }}
        >
          <Icon name="upload" size={32} />
          <p>
            <b>{busy ? '正在上传' : '点击选择附件，或把文件拖到这里'}</b>
          </p>
          <p>可选多个；Word（.docx）、Excel（.xlsx）、PDF、JPG、PNG，每个不超过 10 MB，最多 {MOST} 个</p>
        </Upload.Dragger>
      )}
      {refused.map((problem) => (
        <Alert key={problem} type="error" showIcon role="alert" title={problem} />
      ))}
    </section>
  );
}
