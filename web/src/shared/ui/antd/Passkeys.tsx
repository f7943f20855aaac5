import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, type Passkey } from '../../api';
import { canUsePasskeys, makePasskey } from '../../security';
import { dateTimeText } from '../format';
import { Empty, Loaded } from '../States';
import { Tag } from '../StatusTag';
import css from './Devices.module.css';
import { FormDrawer } from './FormDrawer';

const MINE = ['passkeys'] as const;

/** 通行密钥 of one's own account: which there are, a new one, and taking one away. */
export function Passkeys() {
  const query = useQuery({
    queryKey: MINE,
    queryFn: ({ signal }) => api.get('/api/auth/passkeys', { signal }),
  });
  return (
    <Loaded query={query} compact>
      {({ available, items }) => (available ? <List items={items} /> : <p>本平台未启用通行密钥。</p>)}
    </Loaded>
  );
}

function List({ items }: { items: Passkey[] }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey>();
  const refresh = () => queries.invalidateQueries({ queryKey: MINE });
  const remove = async (password: string) => {
    await api.post('/api/auth/passkeys/{id}/removal', { path: { id: removing!.id }, body: { password } });
    void message.success('通行密钥已删除');
    void refresh();
  };
  return (
    <>
      <p style={{ marginBottom: 16 }}>
        用这台设备的指纹、面容或锁屏密码登录，不用记密码，也不会在假冒网站上泄露。设备丢失时，请在这里删除。
      </p>
      {items.length ? (
        <ul className={css.list}>
          {items.map((one) => (
            <li key={one.id} className={css.device}>
              <div>
                <p>
                  {one.name} {one.backedUp && <Tag tone="quiet">已同步</Tag>}
                </p>
                <p className={css.facts}>
                  {dateTimeText(one.createdAt)} 添加，
                  {one.lastUsedAt ? `最近使用 ${dateTimeText(one.lastUsedAt)}` : '未使用过'}
                </p>
              </div>
              <Button aria-label={`删除通行密钥 ${one.name}`} onClick={() => setRemoving(one)}>
                删除
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <Empty compact title="还没有通行密钥" />
      )}
      {canUsePasskeys() ? (
        <Button type="primary" style={{ marginTop: 16 }} onClick={() => setAdding(true)}>
          添加通行密钥
        </Button>
      ) : (
        <Alert
          type="info"
          showIcon
          style={{ marginTop: 16 }}
          title="当前浏览器不支持通行密钥，请使用新版浏览器并通过平台的正式网址访问。"
        />
      )}
      <AddDrawer
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(one) => {
          void message.success(`通行密钥“${one.name}”已添加`);
          void refresh();
        }}
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
  const add = async ({ name, password, code }: { name: string; password: string; code?: string }) => {
    const options = await api.post('/api/auth/passkeys/registration', { body: { password, code } });
    const made = await makePasskey(options);
    onAdded(await api.post('/api/auth/passkeys', { body: { name: name.trim(), ...made } }));
  };
  return (
    <FormDrawer<{ name: string; password: string; code?: string }>
      open={open}
      title="添加通行密钥"
      submitText="下一步"
      onClose={onClose}
      onSubmit={add}
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
      <Input.Password autoComplete="current-password" maxLength={72} />
    </Form.Item>
  );
}
