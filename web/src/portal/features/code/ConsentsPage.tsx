import { App, Checkbox, Modal, Radio, Switch } from 'antd';
import { Fragment, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Consent, ScannerKind } from '@/shared/api';
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
  useConsentHistory,
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
import { dateText, dateTimeText, Definition, Empty, Loaded, Skeleton, Tag } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { Notice } from '../../ui';
import { StatePager } from '../../ui/List';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import css from './ConsentsPage.module.css';

/** 授权中心: what is allowed to whom, what for and how long; and whether the profile may recommend. */
export default function ConsentsPage() {
  const query = useConsents();
  const decides = useMayConsent();
  return (
    <>
      <CenterHead
        title="数据授权"
        intro={
          <>
            {CONSENT_SCOPE}
            <Link to="/code/readings" className="zq-whole">
              谁看过本企业的数据
            </Link>
          </>
        }
      />
      <Stack>
        {!decides && <Notice>{CONSENTS_OF_ADMINISTRATORS}</Notice>}
        <Panel title="信息类别" flush>
          <Loaded query={query} skeleton={<Skeleton lines={8} />}>
            {(consents) => (
              <ul className={css.consents}>
                {consents
                  .filter((consent) => !consent.receiverId)
                  .map((consent) => (
                    <Row key={consentKey(consent)} consent={consent} />
                  ))}
              </ul>
            )}
          </Loaded>
        </Panel>
        <Panel title="金融机构" flush>
          <Loaded query={query} skeleton={<Skeleton lines={3} />} compact>
            {(consents) => {
              const banks = consents.filter((consent) => consent.receiverKind === 'BANK');
              return banks.length ? (
                <ul className={css.consents}>
                  {banks.map((consent) => (
                    <Row key={consentKey(consent)} consent={consent} />
                  ))}
                </ul>
              ) : (
                <Empty compact title="还没有向金融机构授权" hint="提交融资申请时的授权会列在这里" />
              );
            }}
          </Loaded>
        </Panel>
        <Systems consents={query.data} />
        <Recommendations />
        <Push />
        <Ticker />
        <History />
      </Stack>
    </>
  );
}

/** Only who was shown the code of the enterprise can have asked. */
function Systems({ consents }: { consents: Consent[] | undefined }) {
  const systems = consents?.filter((consent) => consent.receiverKind === 'SYSTEM') ?? [];
  if (!systems.length) return null;
  return (
    <Panel title="第三方系统" flush>
      <ul className={css.consents}>
        {systems.map((consent) => (
          <Row key={consentKey(consent)} consent={consent} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ consent }: { consent: Consent }) {
  const decides = useMayConsent();
  const problems = useProblems();
  const { modal, message } = App.useApp();
  const [choosing, setChoosing] = useState(false);
  const close = () => setChoosing(false);
  const change = useConsentChange(consent, {
    told: (text) => void message.success(text),
    onError: (error) => problems(error),
  });
  const named = consent.receiverId ? consentName(consent) : undefined;
  const toggle = (granted: boolean) => {
    if (granted) return setChoosing(true);
    modal.confirm({
      title: named ? `收回对${named}的授权？` : `收回${consent.label}的授权？`,
      content: named ? namedWithdrawalText(consent) : withdrawalText(consent.category),
      okText: '收回授权',
      okButtonProps: { danger: true },
      cancelText: '保留授权',
      onOk: () => change.mutateAsync({ granted: false }).catch(() => undefined),
    });
  };
  const ended = consent.standing === 'EXPIRED' || consent.standing === 'WITHDRAWN';
  return (
    <li>
      <div>
        <h3>
          <ConsentHead of={consent} />
        </h3>
        <p>{named ? namedText(consent) : consentTexts[consent.category]}</p>
        <p className={css.when}>
          提供给{named ? `该${label('receiverKind', consent.receiverKind)}` : receiverText(consent)}，用于
          {consent.purpose}
        </p>
        {consent.receiverLeft && <p className={css.when}>{RECEIVER_LEFT}</p>}
        {/* That it was never given the switch says. */}
        {consent.standing !== 'NEVER' && (
          <p className={css.when}>
            {ended && <Tag>{consent.standing === 'EXPIRED' ? '已到期' : '已收回'}</Tag>}{' '}
            <Period consent={consent} />
          </p>
        )}
        {decides && consent.granted && !consent.receiverLeft && (
          <button type="button" className={css.term} onClick={() => setChoosing(true)}>
            {changeText(consent)}
            <span className="zq-hidden">：{named ?? consent.label}</span>
          </button>
        )}
      </div>
      <Switch
        checked={change.isPending ? change.variables.granted : consent.granted}
        disabled={!isOpen(consent, decides)}
        loading={change.isPending}
        checkedChildren="已授权"
        unCheckedChildren="未授权"
        aria-label={named ?? consent.label}
        onChange={toggle}
      />
      {choosing && (
        <Terms
          consent={consent}
          onClose={close}
          onChosen={(said) =>
            change
              .mutateAsync(said)
              .then(close)
              .catch(() => undefined)
          }
        />
      )}
    </li>
  );
}

/** Each date of it stays whole. */
function Period({ consent }: { consent: Consent }) {
  return periodText(consent)
    .split(/ (?=至 )/)
    .map((part, index) => (
      <Fragment key={part}>
        {index > 0 && ' '}
        <span className="zq-whole">{part}</span>
      </Fragment>
    ));
}

/** For how long and to whom: of one that is given what changes, of one that is not what is agreed to by giving it. */
function Terms({
  consent,
  onChosen,
  onClose,
}: {
  consent: Consent;
  onChosen: (said: ReturnType<typeof useConsentChoice>['said']) => Promise<unknown>;
  onClose: () => void;
}) {
  const { granted } = consent;
  const name = consentName(consent);
  const choice = useConsentChoice(consent);
  const [busy, setBusy] = useState(false);
  return (
    <Modal
      open
      title={granted ? `${changeText(consent)}：${name}` : `授权${name}`}
      okText={granted ? '确定' : '同意授权'}
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ disabled: !choice.complete }}
      onCancel={onClose}
      onOk={() => {
        setBusy(true);
        void onChosen(choice.said).finally(() => setBusy(false));
      }}
    >
      {!granted && <Definition columns={1} items={consentItems(consent)} />}
      {choice.forScanners && (
        <>
          <h3 className={css.choice}>展示给</h3>
          <Checkbox.Group<ScannerKind>
            role="group"
            aria-label="展示给"
            value={choice.scanners}
            onChange={choice.setScanners}
            options={scannerKinds.map((kind) => ({ value: kind, label: label('scannerKind', kind) }))}
          />
          <p className={css.when}>
            {choice.complete
              ? SCANNERS_HINT
              : granted
                ? '请至少选择一类；都不展示的，请收回授权。'
                : '请至少选择一类。'}
          </p>
        </>
      )}
      <h3 className={css.choice}>授权期限</h3>
      <p className={css.when}>从今天算起，到期自动失效，届时可以重新授权。</p>
      <Radio.Group
        className={css.terms}
        aria-label="授权期限"
        value={choice.months}
        onChange={(event) => choice.setMonths(event.target.value as number)}
        options={choice.terms}
      />
    </Modal>
  );
}

/** What an enterprise has on or off, and since when. */
function Choice<T extends { changedAt?: string | undefined }>({
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
  change: { isPending: boolean; variables: boolean | undefined; mutate: (on: boolean) => void };
}) {
  const decides = useMayConsent();
  return (
    <Panel title={title} flush>
      <Loaded query={query} skeleton={<Skeleton lines={2} />} compact>
        {(choice) => (
          <ul className={css.consents}>
            <li>
              <div>
                <p>{text}</p>
                {choice.changedAt && (
                  <p className={css.when}>
                    {dateTimeText(choice.changedAt)} {isOn(choice) ? '开启' : '关闭'}
                  </p>
                )}
              </div>
              <Switch
                checked={change.isPending ? change.variables === true : isOn(choice)}
                disabled={!decides}
                loading={change.isPending}
                checkedChildren="已开启"
                unCheckedChildren="已关闭"
                aria-label={title}
                onChange={(on) => change.mutate(on)}
              />
            </li>
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

function Recommendations() {
  const problems = useProblems();
  const { message } = App.useApp();
  const change = useRecommendationSwitch({
    told: (text) => void message.success(text),
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
  const { message } = App.useApp();
  const change = usePushSwitch({
    told: (text) => void message.success(text),
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
  const { message } = App.useApp();
  const change = useTickerSwitch({
    told: (text) => void message.success(text),
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

const SIZE = 10;

function History() {
  const [params] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const query = useConsentHistory(page, SIZE);
  return (
    <>
      <Panel title="授权变更记录" flush>
        <Loaded query={query} skeleton={<Skeleton lines={4} />} compact>
          {({ items }) =>
            items.length ? (
              <ul className={css.changes}>
                {items.map((change) => (
                  <li key={change.id}>
                    <time dateTime={change.at}>{dateTimeText(change.at)}</time>
                    <span>
                      <b>
                        {label('consentAction', change.action)} {label('consent', change.category)}
                      </b>
                      ，提供给{change.receiverName}，用于{change.purpose}
                      {change.validUntil && (
                        <>
                          ，<span className="zq-whole">至 {dateText(change.validUntil)}</span>
                        </>
                      )}
                    </span>
                    <small>{change.actorName}</small>
                  </li>
                ))}
              </ul>
            ) : (
              <Empty compact title="还没有变更" />
            )
          }
        </Loaded>
      </Panel>
      <StatePager state={{ page, size: SIZE }} total={query.data?.total} />
    </>
  );
}
