import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type Passkey } from '../../api';
import {
  passkeyFacts,
  PASSKEYS_INTRO,
  usePasskeyChanges,
  usePasskeys,
  whyNoPasskeys,
  type NewPasskey,
} from '../../security';
import { Empty, Loaded } from '../States';
import { Tag } from '../StatusTag';
import css from './Devices.module.css';
import { FormDrawer } from './FormDrawer';
import { eye } from './PasswordFields';

/** 通行密钥 of one's own account: which there are, a new one, and taking one away. */
export function Passkeys() {
  const query = usePasskeys();
  return (
    <Loaded query={query} compact>
      {({ available, items }) => (available ? <List items={items} /> : <p>本平台未启用通行密钥。</p>)}
    </Loaded>
  );
}

function List({ items }: { items: Passkey[] }) {
  const passkeys = usePasskeyChanges();
  const { message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey>();
  const remove = async (password: string) => {
    await passkeys.remove(removing!.id, password);
    void message.success('通行密钥已删除');
  };
  const unable = whyNoPasskeys();
  const add = !unable && (
    <Button type="primary" onClick={() => setAdding(true)}>
      添加通行密钥
    </Button>
  );
  return (
    <>
      <p style={{ marginBottom: 16 }}>{PASSKEYS_INTRO}</p>
      {items.length ? (
        <ul className={css.list}>
          {items.map((one) => (
            <li key={one.id} className={css.device}>
              <div>
                <p>
                  {one.name} {one.backedUp && <Tag tone="quiet">已同步</Tag>}
                </p>
                <p className={css.facts}>{passkeyFacts(one)}</p>
              </div>
              <Button aria-label={`删除通行密钥 ${one.name}`} onClick={() => setRemoving(one)}>
                删除
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <Empty compact title="还没有通行密钥">
          {add}
        </Empty>
      )}
      {!unable ? (
        items.length > 0 && <div style={{ marginTop: 16 }}>{add}</div>
      ) : (
        <Alert type="info" showIcon style={{ marginTop: 16 }} title={unable} />
      )}
      <AddDrawer
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(one) => void message.success(`通行密钥“${one.name}”已添加`)}
      />
      <FormDrawer<{ password: string }>
        open={!!removing}
        title="删除通行密钥"
        submitText="删除通行密钥"
        danger
        onClose={() => setRemoving(undefined)}
        onSubmit={({ password }) => remove(password)}
      >
        <p style={{ marginBottom: 16 }}>
          删除后不能再用“{removing?.name}”登录。设备里保存的通行密钥请在设备的设置中另行删除。
        </p>
        <PasswordItem />
      </FormDrawer>
    </>
  );
}

function AddDrawer({
  open,
  onClose,
  onAdded,
}: {
  open: boolean;
  onClose: () => void;
  onAdded: (one: Passkey) => void;
}) {
  const factor = useQuery({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => api.get('/api/auth/second-factor', { signal }),
    enabled: open,
  });
  const { add } = usePasskeyChanges();
  return (
    <FormDrawer<NewPasskey>
      open={open}
      title="添加通行密钥"
      submitText="下一步"
      onClose={onClose}
      onSubmit={async (wanted) => onAdded(await add(wanted))}
    >
      <p style={{ marginBottom: 16 }}>确认是本人后，按浏览器的提示在设备上验证指纹、面容或锁屏密码。</p>
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称，便于以后辨认' }]}
      >
        <Input maxLength={30} placeholder="例如：办公电脑" autoComplete="off" />
      </Form.Item>
      <PasswordItem />
      {factor.data?.enabled && (
        <Form.Item
          name="code"
          label="动态验证码"
          rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写身份验证器应用中显示的 6 位数字' }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}

function PasswordItem() {
  return (
    <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请输入登录密码' }]}>
      <Input.Password iconRender={eye} autoComplete="current-password" maxLength={72} />
    </Form.Item>
  );
}
