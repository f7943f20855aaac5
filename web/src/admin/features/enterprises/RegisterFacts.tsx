import type { EnterpriseDetail } from '@/shared/api';
import { dateText, Definition, wan } from '@/shared/ui';
import { Panel } from '../../ui/page';
import css from './RegisterFacts.module.css';

/** What the register tells anybody. The rest the enterprise shows by its code. */
export function RegisterFacts({ enterprise }: { enterprise: EnterpriseDetail }) {
  return (
    <>
      <Panel title="基本信息">
        <Definition
          items={[
            { label: '法定代表人', value: enterprise.legalRep, sensitive: true },
            { label: '主体类型', value: enterprise.entityType },
            { label: '注册资本', value: wan(enterprise.registeredCapital) },
            { label: '成立日期', value: dateText(enterprise.establishedOn) },
            { label: '所属行业', value: [enterprise.industryCode, enterprise.industryName].join(' ') },
            { label: '所属镇街', value: enterprise.townName },
            { label: '住所', value: enterprise.address, wide: true, sensitive: true },
          ]}
        />
      </Panel>
      <p className={css.note}>
        股东、投资、资产和法务信息由企业出示企业码、按其授权范围查看，每次查看都会记录并告知企业。
      </p>
    </>
  );
}
