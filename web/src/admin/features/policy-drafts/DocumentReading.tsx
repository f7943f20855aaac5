import type { ReactNode } from 'react';
import type { PolicyDraft } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateText, Definition, figuresIn, Sources } from '@/shared/ui';
import { docNumberText } from '@/shared/ui/sources';
import { pageCss, Panel } from '../../ui/page';
import css from './DraftPage.module.css';

/** The document of a draft that nobody writes any more: to be read, not a form that is shut. */
export function DocumentReading({ draft }: { draft: PolicyDraft }) {
  const { content } = draft;
  const titles = new Map(draft.related.map((one) => [one.code, one.title]));
  const day = (date: string | undefined) => date && dateText(date);
  const long = (name: string, text: ReactNode) => ({ label: name, value: text, wide: true });
  const { benefit, interpretation, source, exclusions } = content;
  return (
    <div className={pageCss.page}>
      <Panel title="文件">
        <Definition
          items={[
            long('政策名称', content.title),
            { label: '文号', value: docNumberText(content.docNumber) },
            { label: '发文机关', value: content.issuer },
            { label: '级别', value: content.level && label('policyLevel', content.level) },
            { label: '类别', value: content.category && label('policyCategory', content.category) },
            { label: '区级主管部门', value: content.department },
            { label: '发布日期', value: content.publishDate },
            { label: '施行日期', value: day(content.effectiveFrom) },
            { label: '有效期至', value: day(content.validTo) ?? '未载明' },
            ...(content.validityNote ? [long('有效期说明', content.validityNote)] : []),
            ...(content.supersededByCode ? [long('替代本政策的政策编号', content.supersededByCode)] : []),
          ]}
        />
      </Panel>
      {(content.relations.length > 0 || draft.relatedByOthers.length > 0) && (
        <Panel title="与其他文件的关系">
          <ul>
            {content.relations.map(({ kind, code = '' }) => (
              <li key={`${kind} ${code}`}>
                {kind && label('policyRelation', kind)}：《{titles.get(code) ?? code}》（{code}）
              </li>
            ))}
            {draft.relatedByOthers.map(({ kind, words, policy }) => (
              <li key={`of ${kind} ${policy.code}`}>
                {words}：《{policy.title}》（{policy.code}）
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title="内容">
        <Definition
          items={[
            long('优惠内容', benefit && <span className={css.words}>{figuresIn(benefit)}</span>),
            long(
              '政策解读',
              interpretation && <span className={css.words}>{figuresIn(interpretation)}</span>,
            ),
            { label: '基础标签', value: content.tagsBasic.join('、') },
            { label: '进阶标签', value: content.tagsAdvanced.join('、') },
          ]}
        />
      </Panel>
      <Panel title="来源与核对">
        <Definition
          items={[
            long('来源', source && <Sources text={source} />),
            ...(content.sourceUrl
              ? [
                  long(
                    '原文链接',
                    <a href={content.sourceUrl} target="_blank" rel="noreferrer">
                      {content.sourceUrl}
                    </a>,
                  ),
                ]
              : []),
            { label: '核对情况', value: content.confidence === 'high' ? '已与原文核对' : '待核实' },
            ...(content.operatorNote ? [long('运营备注（不对外）', content.operatorNote)] : []),
          ]}
        />
      </Panel>
      <Panel title="匹配时">
        <Definition
          items={[
            { label: '版本名', value: content.editionName },
            { label: '认定后取得的资质', value: content.grants },
            { label: '从何日起匹配', value: day(content.ruleFrom) },
            {
              label: '匹配至何日',
              value: content.ruleTo
                ? `${dateText(content.ruleTo)}（${content.ruleToCertain ? '截止日确定' : '可能已延续，到期后仍匹配并提示'}）`
                : undefined,
            },
            ...(content.ruleNote ? [long('日期说明', content.ruleNote)] : []),
            ...(content.reference ? [long('用途', '仅供参照的文件，自身不给予优惠')] : []),
            ...exclusions.map((one, index) =>
              long(
                exclusions.length > 1 ? `不能同享的政策 ${index + 1}` : '不能同享的政策',
                `${one.with}：${one.text}${one.place ? `（${one.place}）` : ''}${one.certain ? '' : '（待核实）'}`,
              ),
            ),
          ]}
        />
      </Panel>
    </div>
  );
}
