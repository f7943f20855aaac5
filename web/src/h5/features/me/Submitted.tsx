import { useEffect, useRef, type ReactNode } from 'react';
import { Definition, Whole } from '@/shared/ui';
import { Body, Notice, Section, Steps } from '../../ui';
import { AfterSubmission } from './AfterSubmission';
import css from './Submitted.module.css';

/** The last step of a form: what was handed in, under which number, by when it is answered, and what happens next. */
export function Submitted({
  steps,
  items,
  promised,
  next,
  children,
}: {
  /** Of the form, where it shows them. */
  steps?: string[];
  items: { label: string; value: ReactNode }[];
  promised: string | undefined;
  next: string[];
  /** The ways on. */
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Body>
      {steps && <Steps steps={steps} current={steps.length - 1} />}
      <Section>
        <h2 ref={heading} tabIndex={-1} className={css.title}>
          申请已提交
        </h2>
        <Definition columns={1} items={items} />
      </Section>
      {promised && (
        <Notice>
          <Whole>{promised}</Whole>
        </Notice>
      )}
      <Section title="接下来">
        <ol className={css.next}>
          {next.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      </Section>
      <AfterSubmission now />
      {children}
    </Body>
  );
}
