import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { dateTimeText, Definition, Mascot, Whole } from '@/shared/ui';
import { MainButton } from '@/shared/ui/antd/MainButton';
import { Notice } from './index';
import { Panel, Stack } from './Panel';
import css from './Submission.module.css';

/** The buttons under a step of a form. */
export function StepBar({ children }: { children: ReactNode }) {
  return <div className={css.bar}>{children}</div>;
}

/** The last step before sending: what was filled in, what is agreed to, and the one button that sends it. */
export function ConfirmStep({
  items,
  agreement,
  title,
  children,
  refusal,
  busy,
  onBack,
  onSubmit,
}: {
  items: { label: string; value: ReactNode }[];
  /** The sentence to be ticked. */
  agreement: ReactNode;
  /** Heading over what is agreed to. */
  title?: string;
  /** What is agreed to, where the sentence does not say it all. */
  children?: ReactNode;
  /** Why it was not accepted, until it is sent again. */
  refusal?: string;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}) {
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  return (
    <Stack>
      <Panel
        title="请核对以下内容"
        more={
          <Button type="link" onClick={onBack}>
            返回修改
          </Button>
        }
      >
        <Definition columns={1} items={items} />
      </Panel>
      <Panel title={title}>
        {children}
        <Checkbox
          className={css.agreement}
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
        >
          {agreement}
        </Checkbox>
        {tried && !agreed && (
          <p className={css.error} role="alert">
            请先勾选，再提交申请
          </p>
        )}
      </Panel>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <StepBar>
        <Button onClick={onBack} disabled={busy}>
          上一步
        </Button>
        <MainButton
          loading={busy}
          onClick={() => {
            setTried(true);
            if (agreed) onSubmit();
          }}
        >
          提交申请
        </MainButton>
      </StepBar>
    </Stack>
  );
}

/** What was sent, under which number, and what happens next. */
export function Done({
  number,
  party,
  at,
  promised,
  next,
  children,
}: {
  number: string;
  party: string;
  at: string;
  /** By when it is answered. */
  promised?: string;
  next: string[];
  /** Where to go from here. */
  children: ReactNode;
}) {
  return (
    <Panel>
      <div className={css.done}>
        <Mascot pose="greet" size={112} />
        <h2>申请已提交</h2>
        <p>
          申请编号 <b className="zq-num">{number}</b>
        </p>
        <p className={css.meta}>
          {party} · <span className="zq-whole">{dateTimeText(at)}</span>
        </p>
        {promised && (
          <p className={css.promised}>
            <Whole>{promised}</Whole>
          </p>
        )}
        <ol>
          {next.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <div className={css.actions}>{children}</div>
      </div>
    </Panel>
  );
}
