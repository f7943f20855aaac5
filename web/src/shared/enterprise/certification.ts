import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ME, useSubmit, type Certification, type EnterpriseCode } from '../api';
import type { TimelineStep } from '../ui/Timeline';

/** What became of the certification of the own enterprise, latest first. */
export function useCertifications() {
  return useQuery({
    queryKey: ['code', 'certifications'],
    queryFn: ({ signal }) => api.get('/api/code/my/code/certifications', { signal }),
  });
}

const ENDED: Certification['action'][] = ['REVOKED', 'UNBOUND', 'FROZEN'];

export const certificationSteps = (steps: Certification[]): TimelineStep[] =>
  steps.map((step) => ({
    label: step.label,
    at: step.at,
    note: [`企业码 ${step.codeNumber}`, step.note].filter(Boolean).join('；'),
    tone: ENDED.includes(step.action) ? 'ended' : 'done',
  }));

/** What happens by unbinding, said before it is done. */
export const UNBIND_WARNING =
  '解绑后企业码立即注销，已印制的码失效，您和其他成员不再代表该企业办理业务；需要恢复的，须重新领码。有未办结的融资申请或未结清贷款的，办结后才能解绑。';

/** Gives up the certification; afterwards the person acts for the enterprise no more. */
export function useUnbind(code: EnterpriseCode, then: { onSuccess: () => void }) {
  const queries = useQueryClient();
  return useSubmit(
    (reason: string, idempotencyKey) =>
      api.post('/api/code/my/code/unbind', { body: { version: code.version, reason }, idempotencyKey }),
    {
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: ['code'] });
        void queries.invalidateQueries({ queryKey: ME });
        then.onSuccess();
      },
    },
  );
}
