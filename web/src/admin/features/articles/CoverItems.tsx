import { App, Button, Form, Input, Upload } from 'antd';
import { useRef, useState } from 'react';
import { api, problemText, type Cover } from '@/shared/api';
import { newIdempotencyKey } from '@/shared/api/client';
import css from './CoverItems.module.css';

/** In the console also before anything is published. */
const coverUrl = (id: string) => `/api/finance/manage/covers/${id}`;

/** What the form holds of a cover: none where no picture was uploaded. */
export const coverOf = (typed: Partial<Cover> | undefined): Cover | undefined =>
  typed?.id ? { id: typed.id, words: typed.words?.trim() ?? '' } : undefined;

/** The cover of an article or an activity: its picture, and what is to be seen on it. */
export function CoverItems() {
  return (
    <>
      <Form.Item
        name={['cover', 'id']}
        label="封面图片"
        extra="JPG 或 PNG，不超过 3 MB，宽高比 16:9；没有封面的显示栏目图标"
      >
        <CoverUpload />
      </Form.Item>
      <Form.Item noStyle dependencies={[['cover', 'id']]}>
        {({ getFieldValue }) =>
          getFieldValue(['cover', 'id']) && (
            <Form.Item
              name={['cover', 'words']}
              label="图中是什么（供读屏用户）"
              rules={[{ required: true, whitespace: true, message: '请填写封面图片的说明' }]}
            >
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
          )
        }
      </Form.Item>
    </>
  );
}

/** As it will be published. */
export const CoverShown = ({ of }: { of: Cover }) => (
  <div className={css.cover}>
    <img src={coverUrl(of.id)} alt={of.words} />
  </div>
);

function CoverUpload({ value, onChange }: { value?: string; onChange?: (id: string | undefined) => void }) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  // Of this form: nothing shows them before it is saved.
  const unused = useRef(new Set<string>());
  const takeBack = (id: string | undefined) => {
    if (!id || !unused.current.delete(id)) return;
    // What is not taken back now is swept away later.
    api.delete('/api/finance/manage/covers/{id}', { path: { id } }).catch(() => undefined);
  };
  const send = async (file: File) => {
    setBusy(true);
    try {
      const body = new FormData();
      body.append('file', file);
      const stored = await api.post('/api/finance/manage/covers', {
        body,
        idempotencyKey: newIdempotencyKey(),
      });
      takeBack(value);
      unused.current.add(stored.id);
      onChange?.(stored.id);
    } catch (error) {
      void message.error(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.cover}>
      {value && <img src={coverUrl(value)} alt="封面图片预览" />}
      <Upload
        accept="image/png,image/jpeg"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <Button loading={busy}>{value ? '更换封面' : '上传封面'}</Button>
      </Upload>
      {value && (
        <Button
          onClick={() => {
            takeBack(value);
            onChange?.(undefined);
          }}
        >
          删除封面
        </Button>
      )}
    </div>
  );
}
