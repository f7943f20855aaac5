import { useEffect, useRef } from 'react';
import type { LoanApplication } from '@/shared/api';
import { AFTER_LOAN_SUBMITTED, LOAN_STEPS } from '@/shared/loans';
import { willBe } from '@/shared/promise';
import { dateTimeText, Definition } from '@/shared/ui';
import { Body, LinkButton, Notice, Section, Steps } from '../../ui';
import { AfterSubmission } from '../me/AfterSubmission';
import css from './Submitted.module.css';

/** The last step: what was handed in, under which number, and what happens next. */
export function Submitted({ application }: { application: LoanApplication }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const promised = willBe(application.promise, 'LOAN');
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Body>
      <Steps steps={LOAN_STEPS} current={2} />
      <Section>
        <h2 ref={heading} tabIndex={-1} className={css.title}>
          申请已提交
        </h2>
        <Definition
          columns={1}
          items={[
            { label: '申请编号', value: <span className="zq-num">{application.number}</span> },
            { label: '办理银行', value: application.bankName },
            { label: '提交时间', value: dateTimeText(application.submittedAt) },
          ]}
        />
      </Section>
      {promised && <Notice>{promised}</Notice>}
      <Section title="接下来">
        <ol className={css.next}>
          {AFTER_LOAN_SUBMITTED.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      </Section>
      <AfterSubmission now />
      <LinkButton look="main" to={`/my/applications/${application.id}`} replace>
        查看进度
      </LinkButton>
      <LinkButton to="/loans" replace>
        返回贷款产品
      </LinkButton>
    </Body>
  );
}
