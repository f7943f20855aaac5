import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer, Select } from 'antd';
import { api, useMe } from '@/shared/api';
import { Loaded, PlainTable } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { useAssignees } from './HandOverDrawer';

const KEY = ['branch-towns'];

/** 网点分工: which branch of the bank looks after which towns; each choice is kept at once. */
export function BranchTownsDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Drawer
      open={open}
      title="网点分工"
      onClose={onClose}
      size={Math.min(640, globalThis.innerWidth)}
      destroyOnHidden
    >
      <p className={pageCss.note}>
        企业提交申请后，按企业所在镇街进入负责网点的待认领池；没有指定网点的镇街由总部办理。调整只对之后提交的申请生效。
      </p>
      <Towns />
    </Drawer>
  );
}

function Towns() {
  const { me } = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const problems = useProblems();
  const assignees = useAssignees(true);
  const query = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const [towns, rules] = await Promise.all([
        api.get('/api/user/reference/towns', { signal }),
        api.get('/api/finance/branch-towns', { signal }),
      ]);
      return { towns, rules };
    },
  });
  const change = useMutation({
    mutationFn: ({
      townCode,
      branchId,
      version,
    }: {
      townCode: string;
      branchId?: string;
      version?: number;
    }) =>
      api.put('/api/finance/branch-towns/{townCode}', {
        path: { townCode },
        body: { branchId, version },
      }),
    onSuccess: () => void message.success('已保存'),
    onError: (error) => problems(error),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const head = '总部';
  const branches = (assignees.data?.branches ?? []).filter(({ id }) => id !== me?.institution?.id);
  return (
    <Loaded query={query} compact>
      {({ towns, rules }) => (
        <PlainTable
          head={['镇街', '负责网点']}
          rows={towns.map(({ code, name }) => {
            const rule = rules.find(({ townCode }) => townCode === code);
            // A branch that was closed since is named all the same.
            const known = !rule || branches.some(({ id }) => id === rule.branchId);
            return [
              name,
              <Select
                key={code}
                aria-label={`${name}的负责网点`}
                style={{ width: '100%', minWidth: 160 }}
                value={rule?.branchId ?? ''}
                loading={assignees.isFetching}
                disabled={change.isPending}
                options={[
                  { value: '', label: head },
                  ...branches.map(({ id, name: label }) => ({ value: id, label })),
                  ...(known ? [] : [{ value: rule.branchId, label: rule.branchName }]),
                ]}
                onChange={(branchId) =>
                  change.mutate({
                    townCode: code,
                    branchId: branchId || undefined,
                    version: rule?.version,
                  })
                }
              />,
            ];
          })}
        />
      )}
    </Loaded>
  );
}
