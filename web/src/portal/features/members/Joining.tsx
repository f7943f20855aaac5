import { useEffect, useState } from 'react';
import { useSwitchEnterprise } from '@/shared/enterprise';
import { problemText } from '@/shared/api';
import { Notice } from '../../ui';

/** After somebody has joined: acts for the new enterprise. */
export function Joining({ enterpriseId, name }: { enterpriseId: string; name: string }) {
  const switchTo = useSwitchEnterprise('/center');
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    switchTo(enterpriseId).catch((error: unknown) => setFailed(problemText(error)));
    // oxlint-disable-next-line react/exhaustive-deps -- once: it leaves the page
  }, [enterpriseId]);
  return failed ? (
    <Notice tone="wait">
      已加入{name}，但没有切换到该企业：{failed}。可在右上角账号菜单中切换。
    </Notice>
  ) : (
    <Notice tone="good">已加入{name}，正在切换……</Notice>
  );
}
