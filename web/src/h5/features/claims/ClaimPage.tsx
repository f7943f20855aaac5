import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useMe, type Claim } from '@/shared/api';
import {
  chosenOf,
  claimDraftName,
  useMyClaim,
  useOpenClaim,
  type Chosen,
  type ClaimDraft,
  type ClaimValues as Values,
} from '@/shared/claims';
import { Loaded, Skeleton, useDraft, useSteps } from '@/shared/ui';
import { LeaveGuard } from '@/shared/ui/mobile';
import { Notice } from '../../ui';
import { ClaimForm } from './ClaimForm';
import { FindEnterprise } from './FindEnterprise';

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
        {(claim) =>
          claim.status === 'RETURNED' ? (
            <Claiming enterprise={chosenOf(claim)} returned={claim} />
          ) : (
            // An address that was kept, of what was handed in again or decided since.
            <Navigate to={`/my/claims/${claim.id}`} replace />
          )
        }
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
        <FindEnterprise
          onChoose={(hit) => {
            setChosen(hit);
            steps.go('fill');
          }}
        />
      ) : (
        <ClaimForm
          key={chosen.id}
          enterprise={chosen}
          returned={returned}
          own={own}
          onBack={enterprise ? undefined : () => steps.back('find')}
          checking={steps.asked === 'check'}
          onCheck={(on) => (on ? steps.go('check') : steps.back('fill'))}
          onNothing={() => steps.go('fill', true)}
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
