import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { isProblem, useMe, type Claim } from '@/shared/api';
import {
  agentText,
  chosenOf,
  claimDeclaration,
  afterClaimSubmitted,
  claimDraftName,
  claimDraftOf,
  claimOf,
  claimRefusal,
  CONSENTS_STAY,
  consentsText,
  idNumberText,
  useMyClaim,
  useOpenClaim,
  useSubmitClaim,
  valuesOf,
  type Chosen,
  type ClaimDraft,
  type ClaimValues as Values,
  CLAIM_STEPS,
} from '@/shared/claims';
import { willBe } from '@/shared/promise';
import { Loaded, Skeleton, Uscc, useDraft, useShownStep, useSteps } from '@/shared/ui';
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
            <>
              <UnderWay enterpriseId={own?.id} />
              <Wizard key={own?.id ?? 'new'} own={own} />
            </>
          )}
        </Wrap>
      </div>
    </>
  );
}

/** Whoever has asked for it already hears of it before filling it in again. */
function UnderWay({ enterpriseId }: { enterpriseId?: string }) {
  const { data: claim } = useOpenClaim(enterpriseId);
  if (!claim) return null;
  return (
    <Notice>
      您已提交该企业的重新认证申请（{claim.number}），
      {claim.status === 'RETURNED' ? '已退回补正，请在原申请上补正' : '正在审核，办结前不能再次提交'}。
      <Link to="/code/claims">查看申请</Link>
    </Notice>
  );
}

/** Who has a code already hears of it before searching for another enterprise. */
function Linked() {
  const { me } = useMe();
  if (!me?.enterprise) return null;
  return (
    <Notice>
      本账号已关联{me.enterprise.name}。在这里可以为另一家企业领码；出示本企业的码，请到
      <Link to="/code">企业码</Link>。
    </Notice>
  );
}

type Step = 'find' | 'fill' | 'check' | 'done';

/** As they are named in `CLAIM_STEPS`. */
const STEPS: Step[] = ['find', 'fill', 'check', 'done'];

function Wizard({ returned, own }: { returned?: Claim; own?: Chosen }) {
  const renewal = !!own || returned?.kind === 'RENEWAL';
  const draft = useDraft<ClaimDraft>(claimDraftName(returned, !!own));
  const [enterprise, setEnterprise] = useState<Chosen | undefined>(
    own ?? (returned ? chosenOf(returned) : draft.found?.enterprise),
  );
  const [start] = useState<Step>(enterprise ? 'fill' : 'find');
  const steps = useSteps(start);
  const { asked, go, back } = steps;
  // What stands in the fields, and what of it was found in order.
  const [typed, setTyped] = useState<Values>();
  const [values, setValues] = useState<Values>();
  const [refused, setRefused] = useState<Error>();
  const [dirty, setDirty] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const problems = useProblems();

  const submit = useSubmitClaim(returned, {
    onSuccess: () => {
      draft.clear();
      setDirty(false);
    },
    onError: (error) => {
      if (isProblem(error) && (error.code === 'LEGAL_REP_MISMATCH' || error.fields.length)) {
        setRefused(error);
        back('fill');
      } else if (!claimRefusal(error)) problems(error);
    },
  });

  const step: Step = submit.data
    ? 'done'
    : asked === 'find' && !returned && !own
      ? 'find'
      : !enterprise
        ? 'find'
        : asked === 'check' && values
          ? 'check'
          : 'fill';
  const current = STEPS.indexOf(step);
  useShownStep(submit.data ? asked : step, steps);

  useEffect(() => {
    if (current) box.current?.focus({ preventScroll: false });
  }, [current]);

  // What was typed of another enterprise is not of this one.
  const found = draft.found?.enterprise.id === enterprise?.id ? draft.found?.values : undefined;
  const initial: Values = { ...valuesOf(returned), ...found, ...typed };

  // An address that was kept, of what was handed in again or decided since.
  if (returned && returned.status !== 'RETURNED' && !submit.data && !submit.isPending) {
    return <Navigate to="/code/claims" replace />;
  }
  return (
    <div ref={box} tabIndex={-1} className={css.box}>
      <LeaveGuard when={dirty && step !== 'done'} />
      <div className={css.steps}>
        <Stepper steps={CLAIM_STEPS} current={current} />
      </div>
      {returned?.reason && step !== 'done' && <Notice tone="wait">退回理由：{returned.reason}</Notice>}
      {step === 'find' && <Linked />}
      {step === 'find' && (
        <FindEnterprise
          onChoose={(hit) => {
            if (hit.id !== enterprise?.id) {
              setEnterprise(hit);
              setTyped(undefined);
              setValues(undefined);
              setRefused(undefined);
              draft.save({ enterprise: hit, values: valuesOf() });
            }
            submit.reset();
            go('fill');
          }}
        />
      )}
      {step === 'fill' && enterprise && (
        <ClaimForm
          key={enterprise.id}
          enterprise={enterprise}
          renewal={renewal}
          returned={returned}
          initial={initial}
          refused={refused}
          onChange={(all) => {
            setDirty(true);
            setRefused(undefined);
            setTyped(all);
            setValues(undefined);
            draft.save(claimDraftOf(enterprise, all));
          }}
          onBack={returned || own ? undefined : () => back('find')}
          onNext={(all) => {
            setTyped(all);
            setValues(all);
            setRefused(undefined);
            submit.reset();
            go('check');
          }}
        />
      )}
      {step === 'check' && enterprise && values && (
        <Check
          enterprise={enterprise}
          values={values}
          returned={returned}
          renewal={renewal}
          busy={submit.isPending}
          refusal={claimRefusal(submit.error)}
          onBack={() => back('fill')}
          onSubmit={() => submit.mutate(claimOf(enterprise, values, 'PC'))}
        />
      )}
      {step === 'done' && submit.data && (
        <Done
          number={submit.data.number}
          party={submit.data.enterpriseName}
          at={submit.data.submittedAt}
          promised={willBe(submit.data.promise, 'CLAIM')}
          next={afterClaimSubmitted(submit.data)}
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
  returned,
  renewal,
  refusal,
  ...step
}: {
  enterprise: Chosen;
  values: Values;
  returned?: Claim;
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
        { label: '身份证号码', value: idNumberText(values, returned) },
        { label: '经办人', value: agentText(values, returned) },
        { label: '授权书', value: values.letterFileId?.name },
        {
          label: '授权类别',
          value: renewal ? CONSENTS_STAY : consentsText(values.consents, values.scanners),
        },
      ]}
      agreement={claimDeclaration(values.consents, values.scanners)}
      refusal={refusal}
    />
  );
}
