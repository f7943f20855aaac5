import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Switch } from 'antd';
import { Link } from 'react-router';
import { api, type Consent, type ConsentCategory } from '@/shared/api';
import { dateTimeText, Loaded, Skeleton } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { CenterHead, Panel } from '../../ui/Panel';
import css from './ConsentsPage.module.css';

export const consentTexts: Record<ConsentCategory, string> = {
  BASIC: '名称、信用代码、法定代表人、注册资本、成立日期、住所、行业',
  INVESTMENT: '股东及出资比例、对外投资企业',
  ASSET: '不动产、机器设备、知识产权等',
  LEGAL: '诉讼、执行、行政处罚等司法与合规记录',
  TAX: '纳税信用等级、纳税额、开票额等，用于匹配和银行审批',
};

export default function ConsentsPage() {
  const query = useQuery({
    queryKey: ['consents'],
    queryFn: ({ signal }) => api.get<Consent[]>('/api/code/my/consents', { signal }),
  });
  return (
    <>
      <CenterHead
        title="数据授权"
        intro={
          <>
            授权范围就是扫码人和银行能看到的范围，收回立即生效。谁看过在<Link to="/code/scans">扫码记录</Link>
            里。
          </>
        }
      />
      <Panel flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(consents) => (
            <ul className={css.consents}>
              {consents.map((consent) => (
                <Row key={consent.category} consent={consent} />
              ))}
            </ul>
          )}
        </Loaded>
      </Panel>
    </>
  );
}

function Row({ consent }: { consent: Consent }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const { modal, message } = App.useApp();
  const change = useMutation({
    mutationFn: (granted: boolean) => api.put(`/api/code/my/consents/${consent.category}`, { granted }),
    onSuccess: (_answer, granted) => {
      void message.success(granted ? `已授权${consent.label}` : `已收回${consent.label}的授权`);
    },
    onError: (error) => problems(error),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['consents'] }),
        queries.invalidateQueries({ queryKey: ['card'] }),
      ]),
  });
  const toggle = (granted: boolean) => {
    if (granted) return change.mutate(true);
    modal.confirm({
      title: `收回${consent.label}的授权？`,
      content: '收回后，扫码人和银行立即看不到此类信息。',
      okText: '收回授权',
      cancelText: '保留授权',
      onOk: () => change.mutateAsync(false).catch(() => undefined),
    });
  };
  return (
    <li>
      <div>
        <h2 id={`consent-${consent.category}`}>{consent.label}</h2>
        <p>{consentTexts[consent.category]}</p>
        <p className={css.when}>
          {consent.granted
            ? consent.grantedAt && `${dateTimeText(consent.grantedAt)} 授权`
            : consent.withdrawnAt
              ? `${dateTimeText(consent.withdrawnAt)} 收回`
              : '未授权'}
        </p>
      </div>
      <Switch
        checked={change.isPending ? change.variables : consent.granted}
        loading={change.isPending}
        checkedChildren="已授权"
        unCheckedChildren="未授权"
        aria-labelledby={`consent-${consent.category}`}
        onChange={toggle}
      />
    </li>
  );
}
