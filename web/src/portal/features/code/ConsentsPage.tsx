import { App, Switch } from 'antd';
import { Link } from 'react-router';
import type { Consent } from '@/shared/api';
import {
  CONSENT_SCOPE,
  consentTexts,
  useConsentChange,
  useConsents,
  withdrawalText,
} from '@/shared/consents';
import { dateTimeText, Loaded, Skeleton } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { CenterHead, Panel } from '../../ui/Panel';
import css from './ConsentsPage.module.css';

export default function ConsentsPage() {
  const query = useConsents();
  return (
    <>
      <CenterHead
        title="数据授权"
        intro={
          <>
            {CONSENT_SCOPE}谁看过在<Link to="/code/scans">扫码记录</Link>
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
  const problems = useProblems();
  const { modal, message } = App.useApp();
  const change = useConsentChange(consent, {
    told: (text) => void message.success(text),
    onError: (error) => problems(error),
  });
  const toggle = (granted: boolean) => {
    if (granted) return change.mutate(true);
    modal.confirm({
      title: `收回${consent.label}的授权？`,
      content: withdrawalText(consent.category),
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
