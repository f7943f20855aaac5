import type { EnterpriseDetail } from '@/shared/api';
import { registerTables } from '@/shared/enterprise';
import { Definition, dateText, PlainTable, wan } from '@/shared/ui';
import { Panel } from '../../ui/page';
import css from './RegisterFacts.module.css';

const TITLES = { 股东: '股东与出资', 对外投资: '对外投资', 资产: '资产信息', 法务: '法务信息' };
const NONE = {
  股东: '登记中没有股东信息',
  对外投资: '没有对外投资',
  资产: '没有资产信息',
  法务: '没有司法和处罚记录',
};

/** 基本, 投资, 资产, 法务 of an enterprise. */
export function RegisterFacts({ enterprise }: { enterprise: EnterpriseDetail }) {
  return (
    <div className={css.facts}>
      <div className={css.wide}>
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
      </div>
      {registerTables(enterprise).map(({ name, head, rows }) => (
        <Panel key={name} title={TITLES[name]} bare>
          {rows.length ? <PlainTable head={head} rows={rows} /> : <p className={css.none}>{NONE[name]}</p>}
        </Panel>
      ))}
    </div>
  );
}
