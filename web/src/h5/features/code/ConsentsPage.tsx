import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Dialog, Switch, Toast } from 'antd-mobile';
import { api, type Consent } from '@/shared/api';
import { dateTimeText, Loaded, Skeleton } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';
import css from './code.module.css';

export default function ConsentsPage() {
  const query = useQuery({
    queryKey: ['consents'],
    queryFn: ({ signal }) => api.get<Consent[]>('/api/code/my/consents', { signal }),
  });
  return (
    <Body>
      <p>授权范围就是扫码人和银行能看到的范围，随时可以收回。</p>
      <Section flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(consents) => consents.map((consent) => <One key={consent.category} consent={consent} />)}
        </Loaded>
      </Section>
    </Body>
  );
}

function One({ consent }: { consent: Consent }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const change = useMutation({
    mutationFn: (granted: boolean) => api.put(`/api/code/my/consents/${consent.category}`, { granted }),
    onSuccess: (_answer, granted) =>
      Toast.show(granted ? `已授权${consent.label}` : `已收回${consent.label}的授权`),
    onError: (error) => problems(error),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['consents'] }),
        queries.invalidateQueries({ queryKey: ['card'] }),
      ]),
  });
  const toggle = async (granted: boolean) => {
    const sure =
      granted ||
      (await Dialog.confirm({
        title: `收回${consent.label}的授权？`,
        content: '收回后，扫码人和银行立即看不到此类信息。',
        confirmText: '收回授权',
      }));
    if (sure) await change.mutateAsync(granted).catch(() => undefined);
  };
  return (
    <div className={css.consent}>
      <div>
        <h3>{consent.label}</h3>
        <p>
          {consent.granted
            ? consent.grantedAt && `${dateTimeText(consent.grantedAt)} 授权`
            : consent.withdrawnAt
              ? `${dateTimeText(consent.withdrawnAt)} 收回`
              : '未授权'}
        </p>
      </div>
      <Switch
        aria-label={consent.label}
        checked={consent.granted}
        loading={change.isPending}
        onChange={toggle}
      />
    </div>
  );
}
