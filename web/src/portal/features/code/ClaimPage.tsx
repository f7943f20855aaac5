import { Button, Checkbox, Form, Input, Upload, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useParams, useSearchParams } from 'react-router';
import { isProblem, problemText, useMe, type Claim, type EnterpriseHit, type StoredFile } from '@/shared/api';
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
  idNumberRules,
  maskedIdNumber,
  moreHits,
  personRules,
  unclaimable,
  useEnterpriseSearch,
  letterFailure,
  letterTemplate,
  useLetterUpload,
  useMyClaim,
  useSubmitClaim,
  valuesOf,
  type Chosen,
  type ClaimDraft,
  type ClaimValues as Values,
} from '@/shared/claims';
import { CLAIM_CONSENT, consentCategories, consentTexts } from '@/shared/consents';
import { label } from '@/shared/i18n';
import {
  PHONE,
  DemoTag,
  Empty,
  fileSize,
  Icon,
  Loaded,
  Skeleton,
  Tag,
  useDraft,
  usccText,
} from '@/shared/ui';
import { LeaveGuard, MainButton, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import { Panel, Stack } from '../../ui/Panel';
import { SearchBox } from '../../ui/SearchBox';
import { Stepper } from '../../ui/Stepper';
import { ConfirmStep, Done, StepBar } from '../../ui/Submission';
import css from './ClaimPage.module.css';

/** A new claim, one that was returned for correction, or (`?again`) the own enterprise certified anew. */
export default function ClaimPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { me } = useMe();
  const own = params.has('again') ? me?.enterprise : undefined;
  const query = useMyClaim(id);
  return (
    <>
      <PageHead
        title={id ? '补正领码申请' : own ? '重新认证' : '领取企业码'}
        intro="由法定代表人或其授权的经办人办理，需要加盖公章的授权书（PDF、JPG 或 PNG，不超过 10 MB）。"
      />
      <div className={css.ground}>
        <Wrap className={css.page}>
          {id ? (
            <Loaded query={query} skeleton={<Skeleton lines={10} />}>
              {(claim) => <Wizard returned={claim} />}
            </Loaded>
          ) : (
            <Wizard key={own?.id ?? 'new'} own={own} />
          )}
        </Wrap>
      </div>
    </>
  );
}

/** Who has a code already hears of it before searching for another enterprise. */
function Linked() {
  const { me } = useMe();
  if (!me?.enterprise) return null;
  return (
    <Notice>
      本账号已关联 {me.enterprise.name}。在这里可以为另一家企业领码；出示本企业的码，请到
      <Link to="/code">企业码</Link>。
    </Notice>
  );
}

function Wizard({ returned, own }: { returned?: Claim; own?: Chosen }) {
  const renewal = !!own || returned?.kind === 'RENEWAL';
  const draft = useDraft<ClaimDraft>(claimDraftName(returned, !!own));
  const [form] = Form.useForm<Values>();
  const [enterprise, setEnterprise] = useState<Chosen | undefined>(
    own ?? (returned ? chosenOf(returned) : draft.found?.enterprise),
  );
  const [step, setStep] = useState(enterprise ? 1 : 0);
  const [values, setValues] = useState<Values>();
  const [dirty, setDirty] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const problems = useProblems();

  const submit = useSubmitClaim(returned, {
    onSuccess: () => {
      draft.clear();
      setDirty(false);
      setStep(3);
    },
    onError: (error) => {
      const mismatch = isProblem(error, 'LEGAL_REP_MISMATCH');
      // The fields must be on screen before their errors can be set.
      if (mismatch || (isProblem(error) && error.fields.length)) flushSync(() => setStep(1));
      if (mismatch) {
        form.setFields([{ name: ['legalRep', 'name'], errors: [error.message] }]);
        form.scrollToField(['legalRep', 'name'], { block: 'center', focus: true });
      } else if (!claimRefusal(error)) problems(error, form as FormInstance, claimField);
    },
  });

  useEffect(() => {
    if (step) box.current?.focus({ preventScroll: false });
  }, [step]);

  const initial: Values = { ...valuesOf(returned), ...draft.found?.values, ...values };

  return (
    <div ref={box} tabIndex={-1} className={css.box}>
      <LeaveGuard when={dirty && step < 3} />
      <div className={css.steps}>
        <Stepper steps={['查找企业', '授权认证', '检查并提交', '完成']} current={step} />
      </div>
      {returned?.reason && step < 3 && <Notice tone="wait">退回理由：{returned.reason}</Notice>}
      {step === 0 && <Linked />}
      {step === 0 && (
        <Find
          onChoose={(hit) => {
            setEnterprise(hit);
            draft.save({ enterprise: hit, values: valuesOf() });
            submit.reset();
            setStep(1);
          }}
        />
      )}
      {step === 1 && enterprise && (
        <Fill
          form={form}
          enterprise={enterprise}
          renewal={renewal}
          initial={initial}
          onChange={(all) => {
            setDirty(true);
            draft.save(claimDraftOf(enterprise, all));
          }}
          onBack={returned || own ? undefined : () => setStep(0)}
          onNext={(all) => {
            setValues(all);
            submit.reset();
            setStep(2);
          }}
        />
      )}
      {step === 2 && enterprise && values && (
        <Check
          enterprise={enterprise}
          values={values}
          renewal={renewal}
          busy={submit.isPending}
          refusal={claimRefusal(submit.error)}
          onBack={() => setStep(1)}
          onSubmit={() => submit.mutate(claimOf(enterprise, values, 'PC'))}
        />
      )}
      {step === 3 && submit.data && (
        <Done
          number={submit.data.number}
          party={submit.data.enterpriseName}
          at={submit.data.submittedAt}
          next={[
            '工作人员核对授权书与登记信息，结果会以消息告知。',
            renewal
              ? '审核通过后您成为该企业的认证人，企业码、编号和数据授权都不变。'
              : '审核通过后自动生成企业码，您成为该企业的管理员。',
            '如被退回，可在领码记录里补正后重新提交。',
          ]}
        >
          <ButtonLink to="/code/claims">查看领码记录</ButtonLink>
          <ButtonLink look="outline" to="/">
            返回首页
          </ButtonLink>
        </Done>
      )}
    </div>
  );
}

function Find({ onChoose }: { onChoose: (hit: EnterpriseHit) => void }) {
  const [q, setQ] = useState('');
  const query = useEnterpriseSearch(q);
  return (
    <Panel title="查找企业">
      <SearchBox value={q} placeholder="企业名称（至少两个字）或 18 位统一社会信用代码" onSearch={setQ} />
      {q.length === 1 && <p className={css.hint}>请至少输入两个字</p>}
      {q.length >= 2 &&
        (isProblem(query.error) && query.error.status === 400 ? (
          <div className={css.hint}>
            <Notice tone="bad">{problemText(query.error)}</Notice>
          </div>
        ) : (
          <Loaded query={query} skeleton={<Skeleton lines={5} />} compact>
            {(hits) =>
              hits.length ? (
                <>
                  <ul className={css.hits}>
                    {hits.map((hit) => (
                      <Hit key={hit.id} hit={hit} onChoose={onChoose} />
                    ))}
                  </ul>
                  {moreHits(hits) && <p className={css.hint}>{moreHits(hits)}</p>}
                </>
              ) : (
                <Empty
                  compact
                  title="没有找到这家企业"
                  hint="请核对名称或信用代码；新设立的企业登记信息次日同步"
                />
              )
            }
          </Loaded>
        ))}
    </Panel>
  );
}

function Hit({ hit, onChoose }: { hit: EnterpriseHit; onChoose: (hit: EnterpriseHit) => void }) {
  const closed = unclaimable(hit);
  return (
    <li>
      <div>
        <b>
          {hit.name} {hit.demo && <DemoTag />}
        </b>
        <span className="zq-num">{usccText(hit.uscc)}</span>
        <span>
          {[hit.legalRep && `法定代表人 ${hit.legalRep}`, hit.townName, hit.industryName]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {closed ? (
        <Tag icon="lock">{closed}</Tag>
      ) : (
        <Button onClick={() => onChoose(hit)} aria-label={`选择 ${hit.name}`}>
          选择
        </Button>
      )}
    </li>
  );
}

function Fill({
  form,
  enterprise,
  renewal,
  initial,
  onChange,
  onBack,
  onNext,
}: {
  form: FormInstance<Values>;
  enterprise: Chosen;
  /** What the enterprise allows stays as it is. */
  renewal: boolean;
  initial: Values;
  onChange: (values: Values) => void;
  onBack?: () => void;
  onNext: (values: Values) => void;
}) {
  const { summary, formProps } = useErrorSummary(form);
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      {...formProps}
      onValuesChange={(_changed, all) => onChange(all)}
      onFinish={onNext}
    >
      <Stack>
        {summary}
        <Panel
          title={enterprise.name}
          more={
            onBack && (
              <Button type="link" onClick={onBack}>
                重新选择
              </Button>
            )
          }
        >
          <p className="zq-num">统一社会信用代码 {usccText(enterprise.uscc)}</p>
        </Panel>
        <Panel title="法定代表人">
          <div className={css.pair}>
            <Form.Item
              name={['legalRep', 'name']}
              label="姓名"
              extra="须与登记信息一致"
              rules={personRules('法定代表人')}
            >
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item
              name={['legalRep', 'idNumber']}
              label="身份证号码"
              extra="仅用于核对，加密保存，不进入草稿"
              rules={idNumberRules}
            >
              <Input maxLength={18} autoComplete="off" />
            </Form.Item>
          </div>
        </Panel>
        <Panel title="经办人">
          <div className={css.pair}>
            <Form.Item name={['agent', 'name']} label="姓名" rules={personRules('经办人')}>
              <Input autoComplete="name" />
            </Form.Item>
            <Form.Item
              name={['agent', 'phone']}
              label="手机号"
              rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
            >
              <Input maxLength={11} inputMode="numeric" autoComplete="tel-national" />
            </Form.Item>
          </div>
        </Panel>
        <Panel title="授权书">
          <p className={css.intro}>
            没有授权书的，先打印
            <a href={letterTemplate(enterprise)} target="_blank" rel="noopener">
              企业码授权委托书模板
            </a>
            ，填写后由法定代表人签字并加盖公章，再扫描或拍照上传。
          </p>
          <Form.Item
            name="letterFileId"
            rules={[{ required: true, message: '请上传加盖公章的授权书' }]}
            style={{ marginBottom: 0 }}
          >
            <Letter />
          </Form.Item>
        </Panel>
        {!renewal && (
          <Panel title="数据授权">
            <p className={css.intro}>{CLAIM_CONSENT}</p>
            <Form.Item name="consents" style={{ marginBottom: 0 }}>
              <Checkbox.Group className={css.consents}>
                {consentCategories.map((category) => (
                  <Checkbox key={category} value={category}>
                    <b>{label('consent', category)}</b>
                    <span>{consentTexts[category]}</span>
                  </Checkbox>
                ))}
              </Checkbox.Group>
            </Form.Item>
          </Panel>
        )}
      </Stack>
      <StepBar>
        {onBack && (
          <Button size="large" onClick={onBack}>
            上一步
          </Button>
        )}
        <MainButton size="large" htmlType="submit">
          下一步：检查并提交
        </MainButton>
      </StepBar>
    </Form>
  );
}

function Letter({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: StoredFile;
  onChange?: (file: StoredFile | undefined) => void;
}) {
  const upload = useLetterUpload({ onSuccess: (file) => onChange?.(file) });
  const failure = letterFailure(upload.error);
  return (
    <div id={id} tabIndex={-1} className={css.letter}>
      {value ? (
        <p className={css.file}>
          <Icon name="file" size={24} />
          <span>
            <b>{value.name}</b>
            {fileSize(value.size)}
          </span>
          <Button
            onClick={() => {
              upload.reset();
              onChange?.(undefined);
            }}
          >
            更换
          </Button>
        </p>
      ) : (
        <Upload.Dragger
          accept=".pdf,.jpg,.jpeg,.png"
          maxCount={1}
          showUploadList={false}
          disabled={upload.isPending}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Icon name="upload" size={32} />
          <p>
            <b>{upload.isPending ? '正在上传' : '点击选择，或把文件拖到这里'}</b>
          </p>
          <p className={css.intro}>PDF、JPG、PNG，不超过 10 MB</p>
        </Upload.Dragger>
      )}
      {failure && (
        <p className={css.error} role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}

function Check({
  enterprise,
  values,
  renewal,
  refusal,
  ...step
}: {
  enterprise: Chosen;
  values: Values;
  renewal: boolean;
  /** Why it was not accepted. */
  refusal?: string;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}) {
  return (
    <ConfirmStep
      {...step}
      items={[
        { label: '企业名称', value: enterprise.name },
        { label: '信用代码', value: <span className="zq-num">{usccText(enterprise.uscc)}</span> },
        { label: '法定代表人', value: values.legalRep?.name },
        { label: '身份证号码', value: maskedIdNumber(values.legalRep?.idNumber ?? '') },
        { label: '经办人', value: `${values.agent?.name}，${values.agent?.phone}` },
        { label: '授权书', value: values.letterFileId?.name },
        { label: '授权类别', value: renewal ? CONSENTS_STAY : consentsText(values.consents) },
      ]}
      agreement={claimDeclaration(values.consents)}
      refusal={refusal}
    />
  );
}
