import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Select, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, problemText, type AboutContent } from '@/shared/api';
import { pictureUrl } from '@/shared/code/about';
import { dateTimeText, Icon, Loaded, Skeleton } from '@/shared/ui';
import { useCopy } from '@/shared/ui/useCopy';
import { forgetRefusals, LeaveGuard, MainButton, useProblems } from '@/shared/ui/antd';
import { isConflict } from '../../ui/useConflict';
import css from './AboutPage.module.css';

const KEPT = ['code-about', 'kept'] as const;

/** 企业码内容页: introduction, core functions and pictures, as the portal shows them. */
export default function AboutPage() {
  const query = useQuery({
    queryKey: KEPT,
    queryFn: ({ signal }) => api.get('/api/code/about/kept', { signal }),
    // What is being written is not to be overwritten.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <section className={css.page}>
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(kept) => <Editor key={kept.version} kept={kept} />}
      </Loaded>
    </section>
  );
}

type Kept = Awaited<ReturnType<typeof api.get<'/api/code/about/kept'>>>;

const icons: { value: AboutContent['functions'][number]['icon']; label: string }[] = [
  { value: 'code', label: '二维码' },
  { value: 'print', label: '打印' },
  { value: 'card', label: '名片' },
  { value: 'shield', label: '盾牌' },
  { value: 'scan', label: '扫码' },
  { value: 'match', label: '匹配' },
  { value: 'report', label: '报告' },
  { value: 'bank', label: '金融' },
  { value: 'policy', label: '政策' },
  { value: 'bell', label: '消息' },
  { value: 'people', label: '人员' },
  { value: 'phone', label: '电话' },
];

function Editor({ kept }: { kept: Kept }) {
  const [form] = Form.useForm<AboutContent>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const problems = useProblems();
  const [dirty, setDirty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [version, setVersion] = useState(kept.version);
  const [meeting, setMeeting] = useState<Meeting>();
  /** Shows the one or the other; what was typed into either stays. Who has seen the newer may save over it. */
  const show = ({ newest, shown, ...both }: Meeting, next: Meeting['shown']) => {
    const now = { ...both, [shown]: form.getFieldsValue(true) as AboutContent };
    form.setFieldsValue(now[next]);
    setVersion(newest.version);
    setMeeting({ newest, ...now, shown: next });
  };
  const save = async (content: AboutContent) => {
    setBusy(true);
    try {
      const saved = await api.put('/api/code/about', { body: { version, content } });
      setDirty(false);
      queries.setQueryData(KEPT, saved);
      void message.success('已发布，门户即时更新');
    } catch (error) {
      if (!isConflict(error)) return problems(error, form);
      const newest = await api.get('/api/code/about/kept').catch(problems);
      if (newest) setMeeting({ newest, newer: newest.content, mine: content, shown: 'mine' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<AboutContent>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={kept.content}
      scrollToFirstError={{ focus: true }}
      onValuesChange={(changed) => {
        forgetRefusals(form, changed);
        setDirty(true);
      }}
      onFinish={(content) => void save(content)}
    >
      <LeaveGuard when={dirty} text="修改尚未保存" kept="离开后这些修改会丢失。" />
      <header className={css.head}>
        <div>
          <h1>企业码介绍</h1>
          <p>
            门户“企业码介绍”页的内容，保存后立即发布。
            {kept.updatedByName && `${kept.updatedByName} 于 ${dateTimeText(kept.updatedAt)} 修改`}
          </p>
        </div>
        <div className={css.tools}>
          <Button href="/code/about" target="_blank" rel="noopener">
            查看门户页面
          </Button>
          <MainButton htmlType="submit" loading={busy} disabled={!dirty}>
            保存并发布
          </MainButton>
        </div>
      </header>
      {meeting && <Met meeting={meeting} onShow={(next) => show(meeting, next)} />}
      <Part title="介绍">
        <Form.Item name="title" label="标题（前面加区名）" rules={[required('请填写标题'), { max: 30 }]}>
          <Input maxLength={30} showCount />
        </Form.Item>
        <Form.Item name="intro" label="简介" rules={[required('请填写简介'), { max: 200 }]}>
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Form.Item>
      </Part>
      <Part title="核心功能">
        <Form.List name="functions">
          {(fields, { add, remove, move }) => (
            <>
              {fields.map((field, index) => (
                <Entry
                  key={field.key}
                  name={`第 ${index + 1} 项功能`}
                  onUp={index ? () => move(index, index - 1) : undefined}
                  onDown={index < fields.length - 1 ? () => move(index, index + 1) : undefined}
                  onRemove={fields.length > 1 ? () => remove(field.name) : undefined}
                >
                  <Form.Item name={[field.name, 'icon']} label="图标" rules={[{ required: true }]}>
                    <Select
                      options={icons}
                      optionRender={({ value, label }) => (
                        <span className={css.icon}>
                          <Icon name={value as (typeof icons)[number]['value']} size={20} /> {label}
                        </span>
                      )}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[field.name, 'title']}
                    label="名称"
                    rules={[required('请填写功能名称'), { max: 20 }]}
                  >
                    <Input maxLength={20} />
                  </Form.Item>
                  <Form.Item
                    name={[field.name, 'text']}
                    label="说明"
                    rules={[required('请填写功能说明'), { max: 100 }]}
                  >
                    <Input.TextArea autoSize={{ minRows: 2 }} maxLength={100} showCount />
                  </Form.Item>
                </Entry>
              ))}
              {fields.length < 12 && (
                <Button type="dashed" block onClick={() => add({ icon: 'code' })}>
                  添加功能
                </Button>
              )}
            </>
          )}
        </Form.List>
      </Part>
      <Part title="怎样领取">
        <Form.List name="steps">
          {(fields, { add, remove, move }) => (
            <>
              {fields.map((field, index) => (
                <Entry
                  key={field.key}
                  name={`第 ${index + 1} 步`}
                  onUp={index ? () => move(index, index - 1) : undefined}
                  onDown={index < fields.length - 1 ? () => move(index, index + 1) : undefined}
                  onRemove={() => remove(field.name)}
                >
                  <Form.Item
                    name={[field.name, 'title']}
                    label="步骤"
                    rules={[required('请填写步骤名称'), { max: 20 }]}
                  >
                    <Input maxLength={20} />
                  </Form.Item>
                  <Form.Item
                    name={[field.name, 'text']}
                    label="说明"
                    rules={[required('请填写步骤说明'), { max: 100 }]}
                  >
                    <Input.TextArea autoSize={{ minRows: 2 }} maxLength={100} showCount />
                  </Form.Item>
                </Entry>
              ))}
              {fields.length < 8 && (
                <Button type="dashed" block onClick={() => add({})}>
                  添加步骤
                </Button>
              )}
            </>
          )}
        </Form.List>
      </Part>
      <Part title="图片">
        <Form.List name="pictures">
          {(fields, { add, remove, move }) => (
            <>
              {fields.map((field, index) => (
                <Entry
                  key={field.key}
                  name={`第 ${index + 1} 张图片`}
                  onUp={index ? () => move(index, index - 1) : undefined}
                  onDown={index < fields.length - 1 ? () => move(index, index + 1) : undefined}
                  onRemove={() => remove(field.name)}
                >
                  <Form.Item noStyle dependencies={[['pictures', field.name, 'id']]}>
                    {() => (
                      <img
                        className={css.picture}
                        alt={`第 ${index + 1} 张图片的预览`}
                        src={pictureUrl({
                          id: form.getFieldValue(['pictures', field.name, 'id']) as string,
                        })}
                      />
                    )}
                  </Form.Item>
                  <Form.Item name={[field.name, 'id']} hidden>
                    <Input />
                  </Form.Item>
                  <Form.Item
                    name={[field.name, 'words']}
                    label="图中是什么（供读屏用户）"
                    rules={[required('请填写图片说明'), { max: 60 }]}
                  >
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'caption']} label="图注（选填）" rules={[{ max: 60 }]}>
                    <Input maxLength={60} />
                  </Form.Item>
                </Entry>
              ))}
              {fields.length < 8 && <PictureUpload onDone={(id) => add({ id })} />}
            </>
          )}
        </Form.List>
      </Part>
    </Form>
  );
}

/** Two people wrote at the same time: what each of them has, and which of it the form shows. */
interface Meeting {
  newest: Kept;
  newer: AboutContent;
  mine: AboutContent;
  shown: 'newer' | 'mine';
}

function Met({ meeting, onShow }: { meeting: Meeting; onShow: (next: Meeting['shown']) => void }) {
  const { newest, mine, shown } = meeting;
  const { copied, copy, byHand } = useCopy(textOf(mine));
  return (
    <Alert
      type="warning"
      showIcon
      className={css.met}
      title={
        shown === 'mine'
          ? `${newest.updatedByName ?? '另一位工作人员'} 于 ${dateTimeText(newest.updatedAt)} 发布了新的内容，您的修改没有保存，仍在本页`
          : '已载入最新内容，您的修改没有丢失'
      }
      description={
        <>
          <p>
            {shown === 'mine'
              ? '载入最新内容后可以对照修改；也可以先复制您的内容。'
              : '可以在最新内容上修改后保存，也可以换回您的内容；换回后保存将替换最新内容。'}
          </p>
          <div className={css.tools}>
            {shown === 'mine' ? (
              <Button onClick={() => onShow('newer')}>载入最新内容</Button>
            ) : (
              <Button onClick={() => onShow('mine')}>换回我的内容</Button>
            )}
            {copy && <Button onClick={copy}>{copied ? '已复制' : '复制我的内容'}</Button>}
          </div>
          {byHand}
        </>
      }
    />
  );
}

/** To be pasted wherever one likes, line by line. */
const textOf = ({ title, intro, functions, steps, pictures }: AboutContent) =>
  [
    title,
    intro,
    ...[...functions, ...steps].map((one) => `${one.title ?? ''}：${one.text ?? ''}`),
    ...pictures.map(({ words, caption }) => [words, caption].filter(Boolean).join('；')),
  ].join('\n');

const required = (message: string) => ({ required: true, whitespace: true, message });

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Entry({
  name,
  onUp,
  onDown,
  onRemove,
  children,
}: {
  name: string;
  onUp?: () => void;
  onDown?: () => void;
  onRemove?: () => void;
  children: ReactNode;
}) {
  return (
    <div className={css.entry} role="group" aria-label={name}>
      {children}
      <div className={css.moves}>
        <Button disabled={!onUp} aria-label={`${name}上移`} onClick={onUp}>
          上移
        </Button>
        <Button disabled={!onDown} aria-label={`${name}下移`} onClick={onDown}>
          下移
        </Button>
        <Button type="text" danger disabled={!onRemove} aria-label={`删除${name}`} onClick={onRemove}>
          删除
        </Button>
      </div>
    </div>
  );
}

function PictureUpload({ onDone }: { onDone: (id: string) => void }) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const send = async (file: File) => {
    setBusy(true);
    try {
      const body = new FormData();
      body.append('file', file);
      const stored = await api.post('/api/code/about/pictures', { body });
      onDone(stored.id);
    } catch (error) {
      void message.error(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Upload
      accept="image/png,image/jpeg"
      showUploadList={false}
      beforeUpload={(file) => {
        void send(file);
        return false;
      }}
    >
      <Button loading={busy}>上传图片（JPG 或 PNG，不超过 3 MB）</Button>
    </Upload>
  );
}
