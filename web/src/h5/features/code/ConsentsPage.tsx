import { Checkbox, Radio, Space, Toast } from 'antd-mobile';
import { useId, useState } from 'react';
import { api, type Consent } from '@/shared/api';
import {
  changeText,
  CONSENT_SCOPE,
  ConsentHead,
  consentItems,
  consentKey,
  consentName,
  consentTexts,
  CONSENTS_OF_ADMINISTRATORS,
  isOpen,
  namedText,
  namedWithdrawalText,
  periodText,
  PUSH_TEXT,
  TICKER_TEXT,
  RECOMMENDATION_TEXT,
  RECEIVER_LEFT,
  receiverText,
  SCANNERS_HINT,
  scannerKinds,
  useConsentChange,
  useConsentChoice,
  useConsents,
  useMayConsent,
  usePushChoice,
  usePushSwitch,
  useRecommendations,
  useRecommendationSwitch,
  useTickerChoice,
  useTickerSwitch,
  withdrawalText,
} from '@/shared/consents';
import { label } from '@/shared/i18n';
import { dateText, dateTimeText, Definition, Empty, Loaded, Skeleton } from '@/shared/ui';
import { confirmed, Question, useProblems } from '@/shared/ui/mobile';
import { Body, Notice, Row, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';
import { Toggle } from '../../ui/Toggle';
import css from './code.module.css';

/** 授权中心 on the phone. */
export default function ConsentsPage() {
  const query = useConsents();
  const decides = useMayConsent();
  return (
    <Body>
      {!decides && <Notice>{CONSENTS_OF_ADMINISTRATORS}</Notice>}
      <p>{CONSENT_SCOPE}</p>
      <Section flush>
        <Row to="/my/readings" icon="eye" title="数据查看记录" note="谁、何时、为什么看过企业信息" />
      </Section>
      <Section flush>
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {(consents) =>
            consents
              .filter((consent) => !consent.receiverId)
              .map((consent) => <One key={consentKey(consent)} consent={consent} />)
          }
        </Loaded>
      </Section>
      <Named kind="BANK" consents={query.data} />
      <Named kind="SYSTEM" consents={query.data} />
      <Recommendations />
      <Push />
      <Ticker />
      <History />
    </Body>
  );
}

function Named({ kind, consents }: { kind: 'BANK' | 'SYSTEM'; consents: Consent[] | undefined }) {
  const named = consents?.filter((consent) => consent.receiverKind === kind) ?? [];
  if (!named.length) return null;
  return (
    <Section title={label('receiverKind', kind)} flush>
      {named.map((consent) => (
        <One key={consentKey(consent)} consent={consent} />
      ))}
    </Section>
  );
}

/** Stands beside the switch; nothing is to be said of its time then. */
const NOT_GRANTED = '未授权';

function One({ consent }: { consent: Consent }) {
  const decides = useMayConsent();
  const problems = useProblems();
  const [choosing, setChoosing] = useState(false);
  const change = useConsentChange(consent, {
    told: (text) => Toast.show(text),
    onError: (error) => problems(error),
  });
  const named = consent.receiverId ? consentName(consent) : undefined;
  const name = named ?? consent.label;
  const period = periodText(consent);
  const toggle = async (granted: boolean) => {
    if (granted) return setChoosing(true);
    const sure = await confirmed({
      title: named ? `收回对${named}的授权？` : `收回${consent.label}的授权？`,
      content: named ? namedWithdrawalText(consent) : withdrawalText(consent.category),
      confirmText: '收回授权',
      cancelText: '保留授权',
      danger: true,
    });
    if (sure) await change.mutateAsync({ granted }).catch(() => undefined);
  };
  return (
    <div className={css.consent}>
      <div>
        <h3>
          <ConsentHead of={consent} />
        </h3>
        <p>{named ? namedText(consent) : consentTexts[consent.category]}</p>
        <p>
          提供给{named ? `该${label('receiverKind', consent.receiverKind)}` : receiverText(consent)}，用于
          {consent.purpose}
        </p>
        {consent.receiverLeft && <p>{RECEIVER_LEFT}</p>}
        {period !== NOT_GRANTED && (
          <p>
            {period.split(/ (?=至 )/).map((part) => (
              <span key={part} className={css.period}>
                {part}
              </span>
            ))}
          </p>
        )}
        {decides && consent.granted && !consent.receiverLeft && (
          <button type="button" className={css.term} onClick={() => setChoosing(true)}>
            {changeText(consent)}
            <span className="zq-hidden">：{name}</span>
          </button>
        )}
      </div>
      <div className={css.state}>
        <span aria-hidden="true">{consent.granted ? '已授权' : NOT_GRANTED}</span>
        <Toggle
          aria-label={name}
          checked={consent.granted}
          disabled={!isOpen(consent, decides)}
          loading={change.isPending}
          onChange={toggle}
        />
      </div>
      {choosing && (
        <Agreement
          consent={consent}
          onAgreed={(said) => change.mutateAsync(said).catch(() => undefined)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

/** What is agreed to, to whom and for how long, before anything is given or changed. */
function Agreement({
  consent,
  onAgreed,
  onClose,
}: {
  consent: Consent;
  onAgreed: (said: ReturnType<typeof useConsentChoice>['said']) => Promise<unknown>;
  onClose: () => void;
}) {
  const { granted } = consent;
  const id = useId();
  const choice = useConsentChoice(consent);
  const name = consentName(consent);
  return (
    <Question
      title={granted ? `${changeText(consent)}：${name}` : `授权${name}`}
      confirmText={granted ? '确定' : '同意授权'}
      disabled={!choice.complete}
      onConfirm={async () => {
        await onAgreed(choice.said);
        onClose();
      }}
      onClose={onClose}
    >
      {!granted && <Definition columns={1} items={consentItems(consent)} />}
      {choice.forScanners && (
        <>
          <h3 id={`${id}scanners`} className={css.choice}>
            展示给
          </h3>
          <div role="group" aria-labelledby={`${id}scanners`} aria-describedby={`${id}hint`}>
            <Checkbox.Group
              value={choice.scanners}
              onChange={(chosen) => choice.setScanners(scannerKinds.filter((one) => chosen.includes(one)))}
            >
              <Space direction="vertical">
                {scannerKinds.map((kind) => (
                  <Checkbox key={kind} value={kind}>
                    {label('scannerKind', kind)}
                  </Checkbox>
                ))}
              </Space>
            </Checkbox.Group>
          </div>
          <p id={`${id}hint`} className={css.until}>
            {SCANNERS_HINT}
          </p>
        </>
      )}
      <h3 id={`${id}term`} className={css.choice}>
        授权期限
      </h3>
      <p className={css.until}>从今天算起，到期自动失效，届时可以重新授权。</p>
      <div role="radiogroup" aria-labelledby={`${id}term`}>
        <Radio.Group value={choice.months} onChange={(value) => choice.setMonths(Number(value))}>
          <Space direction="vertical">
            {choice.terms.map((term) => (
              <Radio key={term.value} value={term.value}>
                {term.label}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </div>
    </Question>
  );
}

/** What an enterprise has on or off, changed at once. */
function Choice<T>({
  title,
  text,
  query,
  isOn,
  change,
}: {
  title: string;
  text: string;
  query: Parameters<typeof Loaded<T>>[0]['query'];
  isOn: (choice: T) => boolean;
  change: { isPending: boolean; mutateAsync: (on: boolean) => Promise<unknown> };
}) {
  const decides = useMayConsent();
  return (
    <Section flush>
      <Loaded query={query} skeleton={<Skeleton lines={2} />} compact>
        {(choice) => (
          <div className={css.consent}>
            <div>
              <h3>{title}</h3>
              <p>{text}</p>
            </div>
            <div className={css.state}>
              <span aria-hidden="true">{isOn(choice) ? '已开启' : '已关闭'}</span>
              <Toggle
                aria-label={title}
                checked={isOn(choice)}
                disabled={!decides}
                loading={change.isPending}
                onChange={async (on) => {
                  await change.mutateAsync(on).catch(() => undefined);
                }}
              />
            </div>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Recommendations() {
  const problems = useProblems();
  const change = useRecommendationSwitch({
    told: (text) => Toast.show(text),
    onError: (error) => problems(error),
  });
  return (
    <Choice
      title="个性化推荐"
      text={RECOMMENDATION_TEXT}
      query={useRecommendations()}
      isOn={(choice) => choice.personalised}
      change={change}
    />
  );
}

/** 政策推送. */
function Push() {
  const problems = useProblems();
  const change = usePushSwitch({
    told: (text) => Toast.show(text),
    onError: (error) => problems(error),
  });
  return (
    <Choice
      title="政策推送"
      text={PUSH_TEXT}
      query={usePushChoice()}
      isOn={(choice) => choice.wanted}
      change={change}
    />
  );
}

/** 最新动态. */
function Ticker() {
  const problems = useProblems();
  const change = useTickerSwitch({
    told: (text) => Toast.show(text),
    onError: (error) => problems(error),
  });
  return (
    <Choice
      title="最新动态展示"
      text={TICKER_TEXT}
      query={useTickerChoice()}
      isOn={(choice) => choice.shown}
      change={change}
    />
  );
}

/** What was given and taken back, and when; the latest until more is asked for. */
function History() {
  const query = useGrowing(['consents', 'history'], (page, signal) =>
    api.get('/api/code/my/consents/history', { query: { page, size: 5 }, signal }),
  );
  return (
    <Section title="授权变更记录" flush>
      <Growing query={query} empty={<Empty compact title="还没有变更" />}>
        {(items) => (
          <ul className={css.changes}>
            {items.map((change) => (
              <li key={change.id}>
                <b>
                  {label('consentAction', change.action)} {label('consent', change.category)}
                </b>
                ，提供给{change.receiverName}，用于{change.purpose}
                {change.validUntil && (
                  <>
                    ，<span className="zq-whole">至 {dateText(change.validUntil)}</span>
                  </>
                )}
                <small>
                  {change.actorName}，<time dateTime={change.at}>{dateTimeText(change.at)}</time>
                </small>
              </li>
            ))}
          </ul>
        )}
      </Growing>
    </Section>
  );
}
