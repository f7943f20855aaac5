import { useQuery } from '@tanstack/react-query';
import { api, type EnterpriseDetail } from '@/shared/api';
import { dateText, Definition, DemoTag, Empty, Loaded, percent, Skeleton, usccText, wan } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';

export function useMyEnterprise() {
  return useQuery({
    queryKey: ['enterprise'],
    queryFn: ({ signal }) => api.get<EnterpriseDetail>('/api/user/my/enterprise', { signal }),
  });
}

export default function EnterprisePage() {
  const query = useMyEnterprise();
  return (
    <>
      <CenterHead
        title="企业信息"
        intro="来自企业登记信息。有变更请先到登记机关办理，平台随后同步。"
        actions={
          <ButtonLink look="outline" small to="/center/profile">
            企业画像
          </ButtonLink>
        }
      />
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(enterprise) => (
          <Stack>
            <Panel title="登记信息" more={enterprise.demo && <DemoTag />}>
              <Definition
                items={[
                  { label: '企业名称', value: enterprise.name, wide: true },
                  { label: '信用代码', value: <span className="zq-num">{usccText(enterprise.uscc)}</span> },
                  { label: '主体类型', value: enterprise.entityType },
                  { label: '法定代表人', value: enterprise.legalRep },
                  { label: '注册资本', value: wan(enterprise.registeredCapital) },
                  { label: '成立日期', value: dateText(enterprise.establishedOn) },
                  { label: '所属镇街', value: enterprise.townName },
                  {
                    label: '所属行业',
                    value: [enterprise.industryCode, enterprise.industryName].filter(Boolean).join(' '),
                  },
                  { label: '住所', value: enterprise.address, wide: true },
                ]}
              />
            </Panel>
            <Rows title="股东" rows={enterprise.shareholders.map((one) => [one.name, percent(one.ratio)])} />
            <Rows
              title="对外投资"
              rows={enterprise.investments.map((one) => [one.name, percent(one.ratio)])}
            />
            <Rows title="资产" rows={enterprise.assets.map((one) => [one.kind, one.description])} />
            <Rows
              title="司法"
              rows={enterprise.judicial.map((one) => [
                one.kind,
                `${one.title} ${one.date ? dateText(one.date) : ''}`,
              ])}
            />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Rows({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <Panel title={title}>
      {rows.length ? (
        <Definition
          columns={1}
          items={rows.map(([label, value], index) => ({
            label: rows.filter(([other]) => other === label).length > 1 ? `${label} ${index + 1}` : label,
            value,
          }))}
        />
      ) : (
        <Empty compact title={`没有${title}信息`} />
      )}
    </Panel>
  );
}
