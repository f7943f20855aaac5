import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { api, useMe } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { enoughWords, LEAST_WORDS } from '@/shared/ui/reasons';
import { pageCss } from '../../ui/page';

export interface HandOver {
  to: { officerId?: string; branchId?: string };
  reason?: string;
}

interface Values {
  where: 'OFFICER' | 'POOL';
  officerId?: string;
  /** Not as in the list's filter, which is on the same page. */
  poolId?: string;
  reason?: string;
}

/** Asked for where there is something to give. */
export function useAssignees(enabled: boolean) {
  return useQuery({
    queryKey: ['applications', 'assignees'],
    queryFn: ({ signal }) => api.get('/api/finance/assignees', { signal }),
    enabled,
  });
}

/** To whom applications go: an officer, or the pool of a branch. */
export function HandOverDrawer({
  open,
  title,
  intro,
  bank,
  reasonNeeded,
  submitText,
  children,
  onClose,
  onSubmit,
}: {
  open: boolean;
  title: string;
  intro: string;
  /** Whose head office it can go back to, also from a branch. */
  bank?: { id: string; name: string };
  reasonNeeded: boolean;
  submitText: string;
  children?: ReactNode;
  onClose: () => void;
  onSubmit: (to: HandOver, idempotencyKey: string) => Promise<unknown>;
}) {
  const { me } = useMe();
  const assignees = useAssignees(open);
  const { officers = [], branches = [] } = assignees.data ?? {};
  const pools = bank && !branches.some(({ id }) => id === bank.id) ? [...branches, bank] : branches;
  const failed = assignees.error
    ? { validateStatus: 'error' as const, help: '名单加载失败，请关闭后重试' }
    : {};
  return (
    <FormDrawer<Values>
      open={open}
      title={title}
      submitText={submitText}
      onClose={onClose}
      initialValues={{ where: 'OFFICER' }}
      onSubmit={({ where, officerId, poolId, reason }, idempotencyKey) =>
        onSubmit(
          {
            to: where === 'OFFICER' ? { officerId } : { branchId: poolId },
            reason: reason?.trim() || undefined,
          },
          idempotencyKey,
        )
      }
    >
      {(form) => (
        <>
          <p className={pageCss.note}>{intro}</p>
          {children}
          <Form.Item name="where" label="交给" required>
            <Radio.Group
              options={[
                { value: 'OFFICER', label: '指定办理人' },
                { value: 'POOL', label: '网点待认领' },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['where']}>
            {() =>
              form.getFieldValue('where') === 'POOL' ? (
                <Form.Item
                  name="poolId"
                  label="网点"
                  rules={[{ required: true, message: '请选择网点' }]}
                  {...failed}
                >
                  <Select
                    placeholder="请选择"
                    loading={assignees.isFetching}
                    options={pools.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                </Form.Item>
              ) : (
                <Form.Item
                  name="officerId"
                  label="办理人"
                  rules={[{ required: true, message: '请选择办理人' }]}
                  {...failed}
                >
                  <Select
                    placeholder="请选择"
                    showSearch={{ optionFilterProp: 'label' }}
                    loading={assignees.isFetching}
                    options={officers.map((one) => ({
                      value: one.accountId,
                      label: `${one.name}${one.accountId === me?.accountId ? '（本人）' : ''}，${one.institutionName}`,
                    }))}
                  />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item
            name="reason"
            label={reasonNeeded ? '转办原因' : '分派说明'}
            rules={[
              { required: reasonNeeded, whitespace: true, message: '请填写转办原因' },
              { max: 200, message: '不超过 200 字' },
              enoughWords(reasonNeeded ? '转办原因' : '分派说明'),
            ]}
          >
            <Input.TextArea
              rows={3}
              showCount
              maxLength={200}
              placeholder={`${reasonNeeded ? '' : '选填，'}不少于 ${LEAST_WORDS} 字`}
            />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}
