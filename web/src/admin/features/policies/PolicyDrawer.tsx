import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { api, type ManagedPolicy, type PolicyDetail } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, Loaded, longDate, StatusTag, Unverified } from '@/shared/ui';
import { Criteria } from '../../ui/Criteria';
import { drawerWidth } from '../../ui/drawer-width';

/** What the library holds of a policy. The text itself is read only of a published one. */
export function PolicyDrawer({
  policy,
  onClose,
}: {
  policy: ManagedPolicy | undefined;
  onClose: () => void;
}) {
  return (
    <Drawer open={!!policy} title={policy?.title} onClose={onClose} size={drawerWidth(720)} destroyOnHidden>
      {policy && (
        <>
          <Definition
            items={[
              { label: '文号', value: policy.docNumber },
              { label: '发文机关', value: policy.issuer },
              { label: '级别', value: label('policyLevel', policy.level) },
              { label: '类别', value: label('policyCategory', policy.category) },
              { label: '发文日期', value: longDate(policy.publishDate) },
              { label: '施行日期', value: longDate(policy.effectiveFrom) },
              { label: '有效期至', value: policy.validTo ? longDate(policy.validTo) : '未载明' },
              { label: '区级牵头', value: policy.department },
              { label: '时效', value: <StatusTag of="policyStatus" value={policy.status} /> },
              { label: '发布状态', value: <StatusTag of="publication" value={policy.publication} /> },
              { label: '版本', value: `第 ${policy.edition} 版` },
              {
                label: '核对情况',
                value: policy.verified ? label('confidence', policy.confidence) : <Unverified />,
              },
              ...(policy.publication === 'WITHDRAWN'
                ? [
                    { label: '撤下时间', value: dateTimeText(policy.withdrawnAt) },
                    { label: '撤下原因', value: policy.withdrawnReason },
                  ]
                : []),
            ]}
          />
          {policy.publication === 'PUBLISHED' && <Text id={policy.id} />}
        </>
      )}
    </Drawer>
  );
}

function Text({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['policies', 'one', id],
    queryFn: ({ signal }) => api.get<PolicyDetail>(`/api/policy/policies/${id}`, { signal }),
  });
  return (
    <Loaded query={query} compact>
      {(detail) => (
        <>
          <Criteria title="申报条件" criteria={detail.criteria} level="h2" />
          <Definition
            columns={1}
            items={[
              { label: '支持内容', value: detail.benefit },
              { label: '政策解读', value: detail.summary },
              {
                label: '原文',
                value: detail.sourceUrl ? (
                  <a href={detail.sourceUrl} target="_blank" rel="noreferrer">
                    查看原文（新窗口）
                  </a>
                ) : (
                  detail.source
                ),
              },
            ]}
          />
        </>
      )}
    </Loaded>
  );
}
