import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { api, type ProjectStep } from '@/shared/api';
import { label } from '@/shared/i18n';
import { CheckedNumber } from '../../ui/CheckedNumber';
import { Panel } from '../../ui/page';
import { changedAt } from './design';
import { Labelled } from './Labelled';
import css from './ProjectPage.module.css';

const KINDS: ProjectStep['kind'][] = [
  'ACCEPTANCE',
  'FIRST_REVIEW',
  'SECOND_REVIEW',
  'PUBLIC_NOTICE',
  'APPROVAL',
];

export function Steps({
  steps,
  onChange,
}: {
  steps: ProjectStep[];
  onChange: (steps: ProjectStep[]) => void;
}) {
  const institutions = useQuery({
    queryKey: ['institutions', 'departments'],
    queryFn: ({ signal }) =>
      api.get('/api/user/reference/institutions', { query: { type: 'DEPARTMENT' }, signal }),
    staleTime: Infinity,
  });
  const toggle = (kind: ProjectStep['kind'], on: boolean) =>
    onChange(
      on
        ? [
            ...steps,
            { kind, workingDays: 5, maySendBack: kind !== 'PUBLIC_NOTICE' && kind !== 'APPROVAL' },
          ].sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))
        : steps.filter((step) => step.kind !== kind),
    );
  return (
    <Panel title="办理环节" extra="按顺序办理，最后一个环节通过即批准">
      {KINDS.map((kind) => {
        const at = steps.findIndex((step) => step.kind === kind);
        const step = steps[at];
        const set = (part: Partial<ProjectStep>) =>
          step && onChange(changedAt(steps, at, { ...step, ...part }));
        return (
          <div key={kind} className={css.step}>
            <Checkbox
              checked={!!step}
              disabled={!!step && steps.length === 1}
              onChange={(e) => toggle(kind, e.target.checked)}
            >
              {label('declarationStep', kind)}
            </Checkbox>
            {step && (
              <div className={css.grid}>
                <Labelled text="办理部门">
                  <Select
                    allowClear
                    placeholder="本机构"
                    value={step.institutionId}
                    options={(institutions.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={(id?: string) =>
                      set({
                        institutionId: id,
                        institutionName: institutions.data?.find((one) => one.id === id)?.name,
                      })
                    }
                  />
                </Labelled>
                <Labelled text="时限（工作日）">
                  <CheckedNumber
                    least={1}
                    most={200}
                    value={step.workingDays}
                    onChange={(days) => days && set({ workingDays: days })}
                  />
                </Labelled>
                <Checkbox checked={step.maySendBack} onChange={(e) => set({ maySendBack: e.target.checked })}>
                  可退回补正
                </Checkbox>
                {at > 0 && (
                  <Checkbox
                    checked={!!step.anotherPerson}
                    onChange={(e) => set({ anotherPerson: e.target.checked || undefined })}
                  >
                    须由未办理前面环节的人员办理（该部门至少要有两名经办人）
                  </Checkbox>
                )}
              </div>
            )}
          </div>
        );
      })}
    </Panel>
  );
}
