import { Button, Checkbox, Form, Input, Space, Toast } from 'antd-mobile';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { isProblem, useMe, type Claim, type EnterpriseHit, type StoredFile } from '@/shared/api';
import {
  chosenOf,
  claimDraftName,
  claimDeclaration,
  claimDraftOf,
  claimField,
  claimOf,
  claimRefusal,
  CONSENTS_STAY,
  consentsText,
  scannerRules,
  idNumberRules,
  letterFailure,
  letterTemplate,
  LETTER_TYPES,
  maskedIdNumber,
  moreHits,
  personRules,
  unclaimable,
  useEnterpriseSearch,
  useLetterUpload,
  useMyClaim,
  useOpenClaim,
  useSubmitClaim,
  valuesOf,
  type Chosen,
  type ClaimDraft,
  type ClaimValues as Values,
} from '@/shared/claims';
import { submittedText, willBe } from '@/shared/promise';
import {
  CLAIM_CONSENT,
  consentCategories,
  consentTexts,
  scannerKinds,
  SCANNERS_HINT,
} from '@/shared/consents';
import { label } from '@/shared/i18n';
import {
  Definition,
  DemoTag,
  Empty,
  Loaded,
  PHONE,
  Skeleton,
  Tag,
  Uscc,
  useDraft,
  useSteps,
} from '@/shared/ui';
import { LeaveGuard, showFieldErrors, useErrorSummary, useProblems } from '@/shared/ui/mobile';
import { ActionBar, Body, Notice, Section } from '../../ui';
import { FilePicker } from '../../ui/FilePicker';
import { Search } from '../../ui/Growing';
import { JUST_SUBMITTED } from '../me/AfterSubmission';
import css from './ClaimPage.module.css';

/**
 * 在线领码: find the enterprise, then authorise, check and submit. A returned claim is corrected on the same page, and the own
 * enterprise (`?again`) is certified anew.
 */
export default function ClaimPage() {
  const [params] = useSearchParams();
  const id = params.get('returned') ?? '';
  const query = useMyClaim(id);
  const { me } = useMe();
  const own = params.has('again') ? me?.enterprise : undefined;
  if (id) {
    return (
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(claim) => <Claiming enterprise={chosenOf(claim)} returned={claim} />}
      </Loaded>
    );
  }
  if (!own) return <Claiming />;
  return (
    <>
      <UnderWay enterpriseId={own.id} />
      <Claiming enterprise={own} own />
    </>
  );
}

/** Whoever has asked for it already hears of it before filling it in again. */
function UnderWay({ enterpriseId }: { enterpriseId: string }) {
  const { data: claim } = useOpenClaim(enterpriseId);
  if (!claim) return null;
  return (
    <Notice>
      您已提交该企业的重新认证申请（{claim.number}），
      {claim.status === 'RETURNED' ? '已退回补正，请在原申请上补正' : '正在审核，办结前不能再次提交'}。
      <Link to={`/my/claims/${claim.id}`}>查看申请</Link>
    </Notice>
  );
}

type Step = 'find' | 'fill' | 'check';

/** What was typed, of which enterprise. */
interface Typed {
  enterprise: string;
  values: Values;
}

/** The steps, each of them in the address; what was typed stays while one goes between them. */
function Claiming({ enterprise, returned, own }: { enterprise?: Chosen; returned?: Claim; own?: boolean }) {
  const draft = useDraft<ClaimDraft>(claimDraftName());
  const [chosen, setChosen] = useState<Chosen | undefined>(enterprise ?? draft.found?.enterprise);
  const [start] = useState<Step>(chosen ? 'fill' : 'find');
  const steps = useSteps(start);
  const [typed, setTyped] = useState<Typed>();
  const [dirty, setDirty] = useState(false);
  const finding = !chosen || (!enterprise && steps.asked === 'find');
  return (
    <>
      <LeaveGuard when={dirty} />
      {finding ? (
        <Find
          onChoose={(hit) => {
            setChosen(hit);
            steps.go('fill');
          }}
        />
      ) : (
        <Fill
          key={chosen.id}
          enterprise={chosen}
          returned={returned}
          own={own}
          onBack={enterprise ? undefined : () => steps.back('find')}
          checking={steps.asked === 'check'}
          onCheck={(on) => (on ? steps.go('check') : steps.back('fill'))}
          typed={typed?.enterprise === chosen.id ? typed.values : undefined}
          onTyped={(values) => {
            setDirty(true);
            setTyped({ enterprise: chosen.id, values });
          }}
          onDone={() => setDirty(false)}
        />
      )}
    </>
  );
}

function Find({ onChoose }: { onChoose: (hit: EnterpriseHit) => void }) {
  const [q, setQ] = useState('');
  const query = useEnterpriseSearch(q);
  // What was typed cannot be a code: that is told at the field, as nothing has failed.
  const refused = isProblem(query.error) && query.error.status === 400 ? query.error : undefined;
  const { me } = useMe();
  return (
    <Body>
      {me?.enterprise && <Notice>本账号已关联{me.enterprise.name}。在这里可以为另一家企业领码。</Notice>}
      <Search
        label="查找企业"
        placeholder="企业名称或统一社会信用代码"
        value={q}
        onSearch={setQ}
        error={refused && (refused.fields[0]?.message ?? refused.message)}
      />
      {refused ? null : q.length < 2 ? (
        <Notice>输入企业名称（至少两个字）或 18 位信用代码，从登记信息中找到本企业。</Notice>
      ) : (
        <Loaded query={query} compact skeleton={<Skeleton lines={6} />}>
          {(hits) =>
            hits.length ? (
              <>
                <Section flush>
                  {hits.map((hit) => (
                    <Hit key={hit.id} hit={hit} onChoose={onChoose} />
                  ))}
                </Section>
                {moreHits(hits) && <Notice>{moreHits(hits)}</Notice>}
              </>
            ) : (
              <Empty compact title="没有找到这家企业" hint="请核对名称或信用代码" />
            )
          }
        </Loaded>
      )}
    </Body>
  );
}

function Hit({ hit, onChoose }: { hit: EnterpriseHit; onChoose: (hit: EnterpriseHit) => void }) {
  const closed = unclaimable(hit);
  const text = (
    <>
      <b>
        {hit.name} {hit.demo && <DemoTag />} {closed && <Tag icon="lock">{closed}</Tag>}
      </b>
      <Uscc of={hit.uscc} />
      <span>{[hit.legalRep, hit.townName].filter(Boolean).join(' · ')}</span>
    </>
  );
  return closed ? (
    <div className={css.hit}>{text}</div>
  ) : (
    <button type="button" className={css.hit} onClick={() => onChoose(hit)}>
      {text}
    </button>
  );
}

function Fill({
  enterprise,
  returned,
  own = false,
  onBack,
  checking,
  onCheck,
  typed,
  onTyped,
  onDone,
}: {
  enterprise: Chosen;
  returned?: Claim;
  /** Certified already, and to be certified anew. */
  own?: boolean;
  onBack?: () => void;
  /** Whether what was filled in is to be checked now. */
  checking: boolean;
  onCheck: (on: boolean) => void;
  /** What was typed before, since the page was opened. */
  typed?: Values;
  onTyped: (values: Values) => void;
  onDone: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const problems = useProblems();
  const { summary, formProps } = useErrorSummary();
  const navigate = useNavigate();
  const renewal = own || returned?.kind === 'RENEWAL';
  const draft = useDraft<ClaimDraft>(claimDraftName(returned, own));
  // What was typed of another enterprise is not of this one.
  const [found] = useState(draft.found?.enterprise.id === enterprise.id ? draft.found.values : undefined);
  const [checked, setChecked] = useState<Values>();
  const refused = useRef<Error>(undefined);
  const shown = checking && checked;
  // Why the last file was not taken: said in the place of what the field says itself.
  const [badLetter, setBadLetter] = useState<string>();
  const submit = useSubmitClaim(returned, {
    onSuccess: (claim) => {
      draft.clear();
      // The guard has to hear of it before the page is left.
      flushSync(onDone);
      Toast.show({ icon: 'success', content: submittedText(claim.number, willBe(claim.promise, 'CLAIM')) });
      void navigate(`/my/claims/${claim.id}`, { replace: true, state: JUST_SUBMITTED });
    },
    onError: (error) => {
      if (isProblem(error) && (error.code === 'LEGAL_REP_MISMATCH' || error.fields.length)) {
        refused.current = error;
        onCheck(false);
      } else if (!claimRefusal(error)) problems(error);
    },
  });

  // The fields must be on screen before their errors can be set.
  useEffect(() => {
    const wrong = refused.current;
    if (shown || !wrong) return;
    refused.current = undefined;
    if (isProblem(wrong, 'LEGAL_REP_MISMATCH')) {
      showFieldErrors(form, [{ name: ['legalRep', 'name'], errors: [wrong.message] }]);
    } else problems(wrong, form, claimField);
  }, [shown, form, problems]);

  if (shown) {
    return (
      <Check
        enterprise={enterprise}
        values={shown}
        renewal={renewal}
        refusal={claimRefusal(submit.error)}
        busy={submit.isPending}
        onBack={() => onCheck(false)}
        onSubmit={() => submit.mutate(claimOf(enterprise, shown, 'WECHAT'))}
      />
    );
  }
  return (
    <>
      <Body>
        {returned?.reason && <Notice tone="wait">退回理由：{returned.reason}</Notice>}
        {found && <Notice>已恢复上次未提交的填写，证件号码须重新填写。</Notice>}
        <Section
          title={enterprise.name}
          more={
            onBack && (
              <button type="button" className={css.change} onClick={onBack}>
                重新选择
              </button>
            )
          }
        >
          <p className="zq-num">
            <Uscc of={enterprise.uscc} />
          </p>
        </Section>
        <Notice>
          需要加盖公章的授权书：
          <a href={letterTemplate(enterprise)} target="_blank" rel="noopener">
            打开企业码授权委托书模板
          </a>
        </Notice>
        {summary}
      </Body>
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        initialValues={{ ...valuesOf(returned), ...found, ...typed }}
        {...formProps}
        onValuesChange={(_changed, all) => {
          setChecked(undefined);
          onTyped(all);
          draft.save(claimDraftOf(enterprise, all));
        }}
        onFinish={(values) => {
          submit.reset();
          setChecked(values);
          onCheck(true);
        }}
        footer={
          <Button block type="submit" color="primary" size="large">
            下一步：检查并提交
          </Button>
        }
      >
        <Form.Item name={['legalRep', 'name']} label="法定代表人姓名" rules={personRules('法定代表人')}>
          <Input placeholder="与登记信息一致" />
        </Form.Item>
        <Form.Item name={['legalRep', 'idNumber']} label="法定代表人身份证号" rules={idNumberRules}>
          <Input placeholder="18 位" maxLength={18} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['agent', 'name']} label="经办人姓名" rules={personRules('经办人')}>
          <Input placeholder="办理本次领码的人" />
        </Form.Item>
        <Form.Item
          name={['agent', 'phone']}
          label="经办人手机号"
          rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
        >
          <Input type="tel" placeholder="11 位手机号" maxLength={11} />
        </Form.Item>
        <Form.Item
          name="letterFileId"
          label="授权书（加盖公章，PDF、JPG 或 PNG，不超过 10 MB）"
          rules={[{ required: true, message: badLetter ?? '请上传加盖公章的授权书' }]}
        >
          <Letter
            onRefused={(why) => {
              setBadLetter(why);
              form.setFields([{ name: 'letterFileId', errors: why ? [why] : [] }]);
            }}
          />
        </Form.Item>
        {renewal ? null : (
          <Form.Item
            name="consents"
            label={
              <>
                数据授权<span className={css.about}>{CLAIM_CONSENT}</span>
              </>
            }
          >
            <Checkbox.Group>
              <Space direction="vertical">
                {consentCategories.map((category) => (
                  <Checkbox key={category} value={category} className={css.consent}>
                    <b>{label('consent', category)}</b>
                    <span>{consentTexts[category]}</span>
                  </Checkbox>
                ))}
              </Space>
            </Checkbox.Group>
          </Form.Item>
        )}
        {renewal ? null : (
          <Form.Item
            name="scanners"
            rules={scannerRules}
            dependencies={['consents']}
            label={
              <>
                扫码时展示给<span className={css.about}>{SCANNERS_HINT}</span>
              </>
            }
          >
            <Checkbox.Group>
              <Space direction="vertical">
                {scannerKinds.map((kind) => (
                  <Checkbox key={kind} value={kind} className={css.consent}>
                    {label('scannerKind', kind)}
                  </Checkbox>
                ))}
              </Space>
            </Checkbox.Group>
          </Form.Item>
        )}
      </Form>
    </>
  );
}

/** What was filled in, what is declared and agreed to, and the button that hands it in. */
function Check({
  enterprise,
  values,
  renewal,
  refusal,
  busy,
  onBack,
  onSubmit,
}: {
  enterprise: Chosen;
  values: Values;
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
          <Section title="请核对">
            <Definition
              columns={1}
              items={[
                { label: '企业名称', value: enterprise.name },
                { label: '统一社会信用代码', value: <Uscc of={enterprise.uscc} /> },
                { label: '法定代表人', value: values.legalRep?.name },
                { label: '身份证号码', value: maskedIdNumber(values.legalRep?.idNumber ?? '') },
                { label: '经办人', value: `${values.agent?.name}，${values.agent?.phone}` },
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

function Letter({
  id,
  value,
  onChange,
  onRefused,
}: {
  id?: string;
  value?: StoredFile;
  onChange?: (file: StoredFile) => void;
  /** Why a file was not taken; nothing when the next one is tried. */
  onRefused: (why?: string) => void;
}) {
  const upload = useLetterUpload({
    onSuccess: (file) => onChange?.(file),
    onError: (error) => onRefused(letterFailure(error)),
  });
  const failure = letterFailure(upload.error);
  return (
    <>
      <FilePicker
        id={id}
        label="授权书"
        accept={LETTER_TYPES.join(',')}
        text={upload.isPending ? '正在上传' : value ? `${value.name}（点按更换）` : '拍照或选择文件'}
        chosen={Boolean(value)}
        onChoose={(file) => {
          onRefused();
          upload.mutate(file);
        }}
      />
      {/* The field shows it; this says it to those who do not see. */}
      {failure && (
        <p className="zq-hidden" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}
