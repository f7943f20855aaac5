import type { EnterpriseReport } from '@/shared/api';
import { dateText, NONE, PlainTable, Tag, yuanAsWan, type Tone } from '@/shared/ui';
import { Panel } from '../../ui/page';
import css from './Report.module.css';

type Finding = EnterpriseReport['publicRecords'][number];

const KINDS: Record<Finding['kind'], string> = {
  DISHONEST: '失信被执行人',
  ENFORCEMENT: '被执行人',
  JUDGMENTS: '裁判文书',
  PENALTY: '行政处罚',
  ABNORMAL: '经营异常名录',
};

const SOURCES: Record<NonNullable<Finding['source']>, string> = {
  PLATFORM: '政务数据平台',
  SIMULATED: '模拟数据',
};

const RESULTS: Record<Exclude<Finding['standing'], 'FOUND'>, [string, Tone]> = {
  NONE: ['没有查到', 'quiet'],
  FAILED: ['查询失败', 'bad'],
  NOT_CONNECTED: ['未接入', 'wait'],
};

function Result({ of: { kind, standing, total, records } }: { of: Finding }) {
  if (standing !== 'FOUND') {
    const [words, tone] = RESULTS[standing];
    return <Tag tone={tone}>{words}</Tag>;
  }
  return kind === 'JUDGMENTS'
    ? `${total} 件（${records.map(({ matter, count }) => `${matter} ${count} 件`).join('、')}）`
    : `${total} 条`;
}

/** 司法与信用公共记录: what was asked stands there with its day, also where nothing came of it. */
export function PublicRecords({ of }: { of: Finding[] }) {
  const listed = of.filter(({ kind, records }) => kind !== 'JUDGMENTS' && records.length > 0);
  return (
    <Panel title="司法与信用公共记录" extra="企业授权后向数据平台查询" bare>
      <PlainTable
        sourced
        head={['类别', '结果', '来源', '查询日期']}
        rows={of.map((one) => [
          KINDS[one.kind],
          <Result key="result" of={one} />,
          one.source ? SOURCES[one.source] : NONE,
          dateText(one.asOf),
        ])}
      />
      {listed.map(({ kind, total, records }) => (
        <section key={kind}>
          <h3 className={css.part}>
            {KINDS[kind]}
            {total > records.length && (
              <small>
                共 {total} 条，列出最近 {records.length} 条
              </small>
            )}
          </h3>
          <PlainTable
            head={['案号、文号', '机关', '事项', '状态', '金额', '日期']}
            rows={records.map((row) => [
              row.number || NONE,
              row.authority,
              row.matter || NONE,
              row.state || NONE,
              yuanAsWan(row.amount),
              dateText(row.day),
            ])}
          />
        </section>
      ))}
      <p className={css.under}>
        没有查到，指查询当日数据平台中没有该企业的记录，不代表不存在；查询失败，指数据平台没有答复，不代表没有记录；未接入，指本平台没有该项数据。
      </p>
    </Panel>
  );
}
