import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useParams, useSearchParams } from 'react-router';
import { isProblem, useMe, type Claim } from '@/shared/api';
import {
  chosenOf,
  claimDeclaration,
  claimDraftName,
  claimDraftOf,
  claimField,
  claimOf,
  claimRefusal,
  CONSENTS_STAY,
  consentsText,
  maskedIdNumber,
  useMyClaim,
  useSubmitClaim,
  valuesOf,
  type Chosen,
  type ClaimDraft,
  type ClaimValues as Values,
} from '@/shared/claims';
import { Loaded, Skeleton, Uscc, useDraft } from '@/shared/ui';
import { LeaveGuard, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import { Stepper } from '../../ui/Stepper';
import { ConfirmStep, Done } from '../../ui/Submission';
import { ClaimForm } from './ClaimForm';
import { FindEnterprise } from './FindEnterprise';
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
        <FindEnterprise
          onChoose={(hit) => {
            setEnterprise(hit);
            draft.save({ enterprise: hit, values: valuesOf() });
            submit.reset();
            setStep(1);
          }}
        />
      )}
      {step === 1 && enterprise && (
        <ClaimForm
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
              : '审核通过后自动发放企业码，您成为该企业的管理员。',
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
        { label: '统一社会信用代码', value: <Uscc of={enterprise.uscc} /> },
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
