import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Passkey } from '../api';
import { dateTimeText } from '../ui';
import { makePasskey } from './passkey';

const MINE = ['passkeys'] as const;

export interface NewPasskey {
  name: string;
  password: string;
  code?: string;
}

/** 通行密钥 of one's own account, for whichever application shows them. */
export const usePasskeys = () =>
  useQuery({
    queryKey: MINE,
    queryFn: ({ signal }) => api.get('/api/auth/passkeys', { signal }),
  });

/** A new one, and taking one away. */
export function usePasskeyChanges() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: MINE });
  return {
    /** Proves the owner, has the device make one, and hands it in. */
    async add({ name, password, code }: NewPasskey): Promise<Passkey> {
      const options = await api.post('/api/auth/passkeys/registration', { body: { password, code } });
      const made = await makePasskey(options);
      const added = await api.post('/api/auth/passkeys', { body: { name: name.trim(), ...made } });
      void refresh();
      return added;
    },
    async remove(id: string, password: string) {
      await api.post('/api/auth/passkeys/{id}/removal', { path: { id }, body: { password } });
      void refresh();
    },
  };
}

/** When it was added and used. */
export const passkeyFacts = (one: Passkey) =>
  `${dateTimeText(one.createdAt)} 添加，${one.lastUsedAt ? `最近使用 ${dateTimeText(one.lastUsedAt)}` : '未使用过'}`;

/** What they are, wherever they are offered. */
export const PASSKEYS_INTRO =
  '用这台设备的指纹、面容或锁屏密码登录，不用记密码，也不会在假冒网站上泄露。设备丢失时，请在这里删除。';
