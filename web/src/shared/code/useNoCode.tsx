import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type Claim } from '@/shared/api';
import { willBe } from '@/shared/promise';
import { dateText, StatusTag, Whole } from '@/shared/ui';

/** What stands in place of what is the enterprise's. */
export interface NoCode {
  title: string;
  hint: ReactNode;
  /** The claim that it is about, whose the way on is. */
  claim?: Claim;
}

const isOpen = ({ status }: Claim) => status === 'SUBMITTED' || status === 'RETURNED';

/**
 * What is told to whom no enterprise is theirs: how their claim stands, or that the code was revoked; undefined for who never asked for one. Of who left
 * with a code before it was kept why, the last claim says it.
 */
export function useNoCode(enabled: boolean): { told?: NoCode; asking: boolean } {
  const ended = useQuery({
    enabled,
    queryKey: ['ended-enterprises'],
    queryFn: ({ signal }) => api.get('/api/user/my/ended-enterprises', { signal }),
  });
  const claims = useQuery({
    enabled,
    queryKey: ['claims', 'recent'],
    queryFn: ({ signal }) => api.get('/api/code/my/claims', { query: { size: 20 }, signal }),
  });
  const left = ended.data?.[0];
  const recent = claims.data?.items ?? [];
  const [last] = recent;
  const open = recent.find(isOpen);
  const refused =
    last?.status === 'REJECTED' &&
    !(left && Date.parse(left.endedAt) > Date.parse(last.decidedAt ?? last.submittedAt));
  const again = '重新领取企业码、审核通过后，此前的申请、授权和查看记录即可继续查看。';
  const title = '企业码已注销';
  const told: NoCode | undefined = open
    ? ofClaim(open)
    : refused
      ? ofClaim(last)
      : left
        ? {
            title,
            hint: `${left.name}的企业码已于 ${dateText(left.endedAt)} 注销，数据授权同时终止，您的账号与该企业的关联随之解除。原因：${left.reason}。${again}`,
          }
        : last?.codeStatus === 'REVOKED'
          ? {
              title,
              hint: `${last.enterpriseName}的企业码已注销，数据授权同时终止。注销时间和原因见“消息”。${again}`,
            }
          : undefined;
  return { told, asking: enabled && (ended.isPending || claims.isPending) };
}

const TITLES = new Map<Claim['status'], string>([
  ['RETURNED', '领码申请需要补正'],
  ['REJECTED', '领码申请未通过'],
]);

function ofClaim(claim: Claim): NoCode {
  return {
    claim,
    title: TITLES.get(claim.status) ?? '领码申请审核中',
    hint: (
      <>
        <StatusTag of="claimStatus" value={claim.status} /> {claim.enterpriseName}
        <br />
        编号 <span className="zq-num">{claim.number}</span>
        <br />
        <Whole>{claimNews(claim)}</Whole>
      </>
    ),
  };
}

/** What came of a claim so far: by when it is reviewed, or why it was not granted. */
export function claimNews(claim: Claim): string {
  if (claim.status === 'RETURNED') return `需要补正：${claim.reason ?? ''}`;
  if (claim.status === 'REJECTED') return `未通过：${claim.reason ?? ''}`;
  return willBe(claim.promise, 'CLAIM') ?? '等待工作人员审核';
}
