import { Button, Checkbox } from 'antd-mobile';
import { useEffect, useRef, useState } from 'react';
import type { Claim } from '@/shared/api';
import {
  agentText,
  claimDeclaration,
  CONSENTS_STAY,
  consentsText,
  idNumberText,
  type Chosen,
  type ClaimValues as Values,
  CLAIM_STEPS,
} from '@/shared/claims';
import { Definition, Uscc } from '@/shared/ui';
import { ActionBar, Body, Notice, Section, Steps } from '../../ui';
import css from './ClaimPage.module.css';

/** What was filled in, what is declared and agreed to, and the button that hands it in. */
export function ClaimCheck({
  enterprise,
  values,
  returned,
  renewal,
  refusal,
  busy,
  onBack,
  onSubmit,
}: {
  enterprise: Chosen;
  values: Values;
  /** What was handed in before. */
  returned?: Claim;
  renewal: boolean;
  /** Why it was not accepted, until it is handed in again. */
  refusal?: string;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}) {
  const [agreed, setAgreed] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  // The form before it was scrolled down to its button.
  useEffect(() => {
    window.scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div ref={top} tabIndex={-1} className={css.check}>
        <Body>
          <Steps steps={CLAIM_STEPS} current={2} />
          <Section title="请核对">
            <Definition
              columns={1}
              items={[
                { label: '企业名称', value: enterprise.name },
                { label: '统一社会信用代码', value: <Uscc of={enterprise.uscc} /> },
                { label: '法定代表人', value: values.legalRep?.name },
                { label: '身份证号码', value: idNumberText(values, returned) },
                { label: '经办人', value: agentText(values, returned) },
                { label: '授权书', value: values.letterFileId?.name },
                {
                  label: '授权类别',
                  value: renewal ? CONSENTS_STAY : consentsText(values.consents, values.scanners),
                },
              ]}
            />
          </Section>
          <Section title="声明与授权">
            <Checkbox className={css.consent} checked={agreed} onChange={setAgreed}>
              {claimDeclaration(values.consents, values.scanners)}
            </Checkbox>
          </Section>
          {refusal && <Notice tone="bad">{refusal}</Notice>}
        </Body>
      </div>
      <ActionBar>
        <Button disabled={busy} onClick={onBack}>
          返回修改
        </Button>
        <Button color="primary" disabled={!agreed} loading={busy} onClick={onSubmit}>
          提交领码申请
        </Button>
      </ActionBar>
    </>
  );
}
