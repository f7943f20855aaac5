import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, type MyIdentity } from '../../api';
import { dateTimeText } from '../format';
import { Loaded } from '../States';
import { Tag } from '../StatusTag';
import css from './Devices.module.css';
import { FormDrawer } from './FormDrawer';
import { eye } from './PasswordFields';

const MINE = ['identities'] as const;

/** What came of binding, as the address says when one is back. */
const OUTCOME: Partial<Record<string, { type: 'success' | 'error'; title: string }>> = {
  bound: { type: 'success', title: '已绑定，以后可以用它登录。' },
  taken: { type: 'error', title: '没有绑定：该身份已绑定其他账号，或本账号已绑定其他身份。' },
};

/** 外部身份登录: the providers that this platform knows, and whether one's own account is bound there. */
export function Identities({
  place,
  panel,
}: {
  place: 'PORTAL' | 'ADMIN';
  /** What stands around it; nothing does where no provider is set up. */
  panel: (list: ReactNode) => ReactNode;
}) {
  const query = useQuery({
    queryKey: MINE,
    queryFn: ({ signal }) => api.get('/api/auth/identities', { signal }),
  });
  if (!query.error && !query.data?.items.length) return null;
  return panel(
    <Loaded query={query} compact>
      {({ items }) => <List items={items} place={place} />}
    </Loaded>,
  );
}

function List({ items, place }: { items: MyIdentity[]; place: 'PORTAL' | 'ADMIN' }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const [asked, setAsked] = useState<MyIdentity>();
  const outcome = OUTCOME[params.get('identity') ?? ''];
  const bound = !!asked?.boundAt;
  const factor = useQuery({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => api.get('/api/auth/second-factor', { signal }),
    enabled: !!asked && !bound,
  });
  const submit = async ({ password, code }: { password: string; code?: string }) => {
    const path = { provider: asked!.provider };
    if (bound) {
      await api.post('/api/auth/identities/{provider}/removal', { path, body: { password } });
      void message.success('已解绑');
      void queries.invalidateQueries({ queryKey: MINE });
    } else {
      const { continueTo } = await api.post('/api/auth/identities/{provider}/binding', {
        path,
        body: { password, code, place },
      });
      location.assign(continueTo);
    }
  };
  const title = asked ? `${bound ? '解绑' : '绑定'}${asked.name}` : '';
  return (
    <>
      {outcome && <Alert {...outcome} showIcon style={{ marginBottom: 16 }} />}
      <ul className={css.list}>
        {items.map((one) => (
          <li key={one.provider} className={css.device}>
            <div>
              <p>
                {one.name}{' '}
                <Tag tone={one.boundAt ? 'good' : 'quiet'}>{one.boundAt ? '已绑定' : '未绑定'}</Tag>
              </p>
              {one.boundAt && (
                <p className={css.facts}>
                  {dateTimeText(one.boundAt)} 绑定
                  {one.lastUsedAt && `，最近使用 ${dateTimeText(one.lastUsedAt)}`}
                </p>
              )}
            </div>
            <Button aria-label={`${one.boundAt ? '解绑' : '绑定'} ${one.name}`} onClick={() => setAsked(one)}>
              {one.boundAt ? '解绑' : '绑定'}
            </Button>
          </li>
        ))}
      </ul>
      <FormDrawer<{ password: string; code?: string }>
        open={!!asked}
        title={title}
        submitText={bound ? '解绑' : '去绑定'}
        danger={bound}
        onClose={() => setAsked(undefined)}
        onSubmit={submit}
      >
        <p style={{ marginBottom: 16 }}>
          {bound ? '解绑后不能再用它登录本账号。' : '确认是本人后，前往对方网站登录，完成后回到本页。'}
        </p>
        <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请输入登录密码' }]}>
          <Input.Password iconRender={eye} autoComplete="current-password" maxLength={72} />
        </Form.Item>
        {!bound && factor.data?.enabled && (
          <Form.Item
            name="code"
            label="动态验证码"
            rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写身份验证器应用中显示的 6 位数字' }]}
          >
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
        )}
      </FormDrawer>
    </>
  );
}
