import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, isProblem, ME, useSubmit, type Certification, type EnterpriseCode } from '../api';
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
  '解绑后企业码立即注销，已印制的码失效，您和其他成员不再代表该企业办理业务；需要恢复的，须重新领码。未结束的融资需求和本企业自行提交的融资协调申报随解绑撤回；有未办结的融资申请、未结清的贷款，或办理中的政策申报、兑现申请的，办结后才能解绑。解绑的同时由其他成员提交的申报、兑现申请不自动撤回，企业重新领码后可继续办理。';

/** Said where it was done before, in another window or on another device. */
export const UNBOUND_ALREADY = '您已在其他窗口或设备上解绑该企业，不需要再次操作。';

/**
 * Gives up the certification; afterwards the person acts for the enterprise no more. Where that was done in another window before, it is
 * done all the same, and `already` says so.
 */
export function useUnbind(code: EnterpriseCode, then: { onSuccess: (already: boolean) => void }) {
  const queries = useQueryClient();
  return useSubmit(
    async (reason: string, idempotencyKey) => {
      try {
        await api.post('/api/code/my/code/unbind', {
          body: { codeId: code.id, version: code.version, reason },
          idempotencyKey,
        });
        return false;
      } catch (error) {
        if (isProblem(error, 'UNBOUND_ALREADY')) return true;
        throw error;
      }
    },
    {
      onSuccess: (already) => {
        void queries.invalidateQueries({ queryKey: ['code'] });
        void queries.invalidateQueries({ queryKey: ME });
        then.onSuccess(already);
      },
    },
  );
}
