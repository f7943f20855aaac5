import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Toast } from 'antd-mobile';
import { useState } from 'react';
import { api, type Passkey } from '@/shared/api';
import {
  passkeyFacts,
  PASSKEYS_INTRO,
  usePasskeyChanges,
  usePasskeys,
  whyNoPasskeys,
  type NewPasskey,
} from '@/shared/security';
import { Empty, Loaded, Tag } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Section } from '../../ui';
import css from './SecurityPage.module.css';

/** 通行密钥: which there are, a new one, and taking one away. */
export function Passkeys() {
  const query = usePasskeys();
  return (
    <Section title="通行密钥">
      <Loaded query={query} compact>
        {({ available, items }) => (available ? <List items={items} /> : <p>本平台未启用通行密钥。</p>)}
      </Loaded>
    </Section>
  );
}

function List({ items }: { items: Passkey[] }) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey>();
  const unable = whyNoPasskeys();
  return (
    <>
      <p className={css.about}>{PASSKEYS_INTRO}</p>
      {items.length ? (
        <ul className={css.list}>
          {items.map((one) => (
            <li key={one.id}>
              <div>
                <p>
                  {one.name} {one.backedUp && <Tag tone="quiet">已同步</Tag>}
                </p>
                <p className={css.facts}>{passkeyFacts(one)}</p>
              </div>
              <Button size="small" aria-label={`删除通行密钥 ${one.name}`} onClick={() => setRemoving(one)}>
                删除
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <Empty compact title="还没有通行密钥" />
      )}
      {removing ? (
        <Removal key={removing.id} of={removing} onDone={() => setRemoving(undefined)} />
      ) : adding ? (
        <Addition onDone={() => setAdding(false)} />
      ) : unable ? (
        <p className={css.facts}>{unable}</p>
      ) : (
        <Button block onClick={() => setAdding(true)}>
          添加通行密钥
        </Button>
      )}
    </>
  );
}

function Removal({ of: one, onDone }: { of: Passkey; onDone: () => void }) {
  const { remove } = usePasskeyChanges();
  return (
    <>
      <p className={css.about}>
        删除后不能再用“{one.name}”登录。设备里保存的通行密钥请在设备的设置中另行删除。
      </p>
      <ProofForm<{ password: string }>
        submit="删除通行密钥"
        danger
        onCancel={onDone}
        work={async ({ password }) => {
          await remove(one.id, password);
          Toast.show('通行密钥已删除');
          onDone();
        }}
      />
    </>
  );
}

function Addition({ onDone }: { onDone: () => void }) {
  const { add } = usePasskeyChanges();
  const factor = useQuery({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => api.get('/api/auth/second-factor', { signal }),
  });
  return (
    <>
      <p className={css.about}>确认是本人后，按浏览器的提示在设备上验证指纹、面容或锁屏密码。</p>
      <ProofForm<NewPasskey>
        submit="下一步"
        onCancel={onDone}
        before={
          <Form.Item
            name="name"
            label="名称"
            rules={[{ required: true, whitespace: true, message: '请填写名称，便于以后辨认' }]}
          >
            <Input placeholder="例如：我的手机" maxLength={30} autoComplete="off" />
          </Form.Item>
        }
        after={
          factor.data?.enabled && (
            <Form.Item
              name="code"
              label="动态验证码"
              rules={[
                { required: true, pattern: /^\d{6}$/, message: '请填写身份验证器应用中显示的 6 位数字' },
              ]}
            >
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
            </Form.Item>
          )
        }
        work={async (wanted) => {
          const added = await add(wanted);
          Toast.show(`通行密钥“${added.name}”已添加`);
          onDone();
        }}
      />
    </>
  );
}

interface ProofFormProps<T> {
  submit: string;
  danger?: boolean;
  before?: React.ReactNode;
  after?: React.ReactNode;
  onCancel: () => void;
  work: (values: T) => Promise<void>;
}

/** Asks for the password, with what is asked beside it. */
function ProofForm<T extends { password: string }>({
  submit,
  danger,
  before,
  after,
  onCancel,
  work,
}: ProofFormProps<T>) {
  const [form] = Form.useForm<T>();
  const [busy, setBusy] = useState(false);
  const problems = useProblems();
  const send = async (values: T) => {
    setBusy(true);
    try {
      await work(values);
    } catch (error) {
      problems(error, form);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMarkStyle="none"
      footer={
        <>
          <Button block color={danger ? 'danger' : 'primary'} size="large" type="submit" loading={busy}>
            {submit}
          </Button>
          <Button block fill="none" disabled={busy} onClick={onCancel}>
            取消
          </Button>
        </>
      }
      onFinish={(values) => void send(values)}
    >
      {before}
      <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请填写登录密码' }]}>
        <Input type="password" placeholder="核实是您本人" autoComplete="current-password" maxLength={72} />
      </Form.Item>
      {after}
    </Form>
  );
}
