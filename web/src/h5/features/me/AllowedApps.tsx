import { Button, Toast } from 'antd-mobile';
import type { AllowedApp } from '@/shared/api';
import { allowedFacts, NO_APPS, useAllowedApps, useWithdrawal, WITHDRAWAL } from '@/shared/apps/allowed';
import { label } from '@/shared/i18n';
import { Loaded, Tag } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { Section } from '../../ui';
import css from './SecurityPage.module.css';

/** 已授权的应用: which other applications one has signed in to with this account; each can be ended from here. */
export function AllowedApps() {
  const query = useAllowedApps();
  const withdraw = useWithdrawal();
  const problems = useProblems();
  const ask = async ({ id, name }: AllowedApp) => {
    const sure = await confirmed({
      title: `撤销对“${name}”的授权？`,
      content: WITHDRAWAL,
      confirmText: '撤销授权',
      cancelText: label('common', 'cancel'),
    });
    if (sure) await withdraw.mutateAsync(id).then(() => Toast.show('已撤销授权'), problems);
  };
  return (
    <Section title="已授权的应用">
      <Loaded query={query} compact>
        {(apps) =>
          apps.length ? (
            <ul className={css.list}>
              {apps.map((one) => (
                <li key={one.id}>
                  <div>
                    <p>
                      {one.name} {!one.enabled && <Tag tone="quiet">已停用</Tag>}
                    </p>
                    <p className={css.facts}>{allowedFacts(one)}</p>
                  </div>
                  <Button size="small" aria-label={`撤销授权：${one.name}`} onClick={() => void ask(one)}>
                    撤销
                  </Button>
                </li>
              ))}
            </ul>
          ) : (
            <p className={css.about}>{NO_APPS}</p>
          )
        }
      </Loaded>
    </Section>
  );
}
