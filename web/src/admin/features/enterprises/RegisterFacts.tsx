import type { ReactNode } from 'react';
import type { EnterpriseDetail } from '@/shared/api';
import { dateText, Definition, longDate, percent, wan } from '@/shared/ui';
import { Panel } from '../../ui/page';
import css from './RegisterFacts.module.css';

/** 基本, 投资, 资产, 法务 of an enterprise. */
export function RegisterFacts({ enterprise }: { enterprise: EnterpriseDetail }) {
  return (
    <div className={css.facts}>
      <div className={css.wide}>
        <Panel title="基本信息">
          <Definition
            items={[
              { label: '法定代表人', value: enterprise.legalRep },
              { label: '主体类型', value: enterprise.entityType },
              { label: '注册资本', value: wan(enterprise.registeredCapital) },
              { label: '成立日期', value: longDate(enterprise.establishedOn) },
              { label: '所属行业', value: [enterprise.industryCode, enterprise.industryName].join(' ') },
              { label: '所属镇街', value: enterprise.townName },
              { label: '住所', value: enterprise.address, wide: true },
            ]}
          />
        </Panel>
      </div>
      <Panel title="股东与出资" bare>
        <Rows
          none="登记中没有股东信息"
          head={['股东', '出资比例']}
          rows={enterprise.shareholders.map((one) => [one.name, percent(one.ratio)])}
        />
      </Panel>
      <Panel title="对外投资" bare>
        <Rows
          none="没有对外投资"
          head={['被投资企业', '持股比例']}
          rows={enterprise.investments.map((one) => [one.name, percent(one.ratio)])}
        />
      </Panel>
      <Panel title="资产信息" bare>
        <Rows
          none="没有资产信息"
          head={['类别', '说明']}
          rows={enterprise.assets.map((one) => [one.kind, one.description])}
        />
      </Panel>
      <Panel title="法务信息" bare>
        <Rows
          none="没有司法和处罚记录"
          head={['类别', '事项', '日期']}
          rows={enterprise.judicial.map((one) => [one.kind, one.title, dateText(one.date)])}
        />
      </Panel>
    </div>
  );
}

function Rows({ head, rows, none }: { head: string[]; rows: ReactNode[][]; none: string }) {
  if (!rows.length) return <p className={css.none}>{none}</p>;
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
