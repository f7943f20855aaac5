import { registerTables, useMyEnterprise } from '@/shared/enterprise';
import {
  dateText,
  Definition,
  DemoTag,
  Empty,
  industryText,
  Loaded,
  PlainTable,
  Skeleton,
  Uscc,
  wan,
} from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { Certified } from './Certified';

export default function EnterprisePage() {
  const query = useMyEnterprise();
  return (
    <>
      <CenterHead
        title="企业信息"
        intro="来自企业登记信息。有变更请先到登记机关办理，平台随后同步。"
        actions={
          <>
            <ButtonLink look="outline" small to="/center/profile/edit">
              完善资料
            </ButtonLink>
            <ButtonLink look="outline" small to="/code/claim">
              添加企业认证
            </ButtonLink>
          </>
        }
      />
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(enterprise) => (
          <Stack>
            <Certified />
            <Panel title="登记信息" more={enterprise.demo && <DemoTag />}>
              <Definition
                items={[
                  { label: '企业名称', value: enterprise.name, wide: true },
                  { label: '统一社会信用代码', value: <Uscc of={enterprise.uscc} /> },
                  { label: '主体类型', value: enterprise.entityType },
                  { label: '法定代表人', value: enterprise.legalRep },
                  { label: '注册资本', value: wan(enterprise.registeredCapital) },
                  { label: '成立日期', value: dateText(enterprise.establishedOn) },
                  { label: '所属镇街', value: enterprise.townName },
                  {
                    label: '所属行业',
                    value: industryText(enterprise.industryCode, enterprise.industryName),
                  },
                  { label: '住所', value: enterprise.address, wide: true },
                ]}
              />
            </Panel>
            {registerTables(enterprise).map(({ name, head, rows }) => (
              <Panel key={name} title={name} flush>
                {rows.length ? (
                  <PlainTable head={head} rows={rows} />
                ) : (
                  <Empty compact title={`没有${name}信息`} />
                )}
              </Panel>
            ))}
          </Stack>
        )}
      </Loaded>
    </>
  );
}
