import { Dialog, Switch, Toast } from 'antd-mobile';
import type { Consent } from '@/shared/api';
import {
  CONSENT_SCOPE,
  consentTexts,
  useConsentChange,
  useConsents,
  withdrawalText,
} from '@/shared/consents';
import { dateTimeText, Loaded, Skeleton } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';
import css from './code.module.css';

export default function ConsentsPage() {
  const query = useConsents();
  return (
    <Body>
      <p>{CONSENT_SCOPE}</p>
      <Section flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(consents) => consents.map((consent) => <One key={consent.category} consent={consent} />)}
        </Loaded>
      </Section>
    </Body>
  );
}

function One({ consent }: { consent: Consent }) {
  const problems = useProblems();
  const change = useConsentChange(consent, {
    told: (text) => Toast.show(text),
    onError: (error) => problems(error),
  });
  const toggle = async (granted: boolean) => {
    const sure =
      granted ||
      (await Dialog.confirm({
        title: `收回${consent.label}的授权？`,
        content: withdrawalText(consent.category),
        confirmText: '收回授权',
      }));
    if (sure) await change.mutateAsync(granted).catch(() => undefined);
  };
  return (
    <div className={css.consent}>
      <div>
        <h3>{consent.label}</h3>
        <p>{consentTexts[consent.category]}</p>
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
