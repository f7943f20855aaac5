import type { ReactNode } from 'react';
import type { ConditionResult, FactRef, ScoreSheet, SrdiGrade } from '../api';
import { label } from '../i18n';
import { conditionText, Icon, longDate, MatchConditions, numberText, Tag, Unverified, Words } from '../ui';
import type { Elsewhere } from '../match/Gist';
import css from './Sheet.module.css';
import { scoringText } from './scoring';
import { labelsIn, points, type Stated } from './stated';

const tones = { MET: 'good', NOT_MET: 'bad', UNKNOWN: 'wait' } as const;

/** How far it is to the pass mark, in words. */
export function lackText({ low, high, lackingLeast, lackingMost, pass, strict, groups }: ScoreSheet): string {
  const short = groups.find((group) => group.minimum !== undefined && group.high < group.minimum);
  // Without its minimum no sum is enough.
  if (short) return `${short.name}低于最低 ${numberText(short.minimum)} 分，须先补足`;
  // The mark itself is not enough: nothing is missing to it, and it is not passed.
  if (strict && low <= pass && lackingLeast <= 0 && (lackingMost <= 0 || high <= pass))
    return `须高于 ${numberText(pass)} 分${high > pass ? '，补充数据后可判断' : ''}`;
  if (lackingMost <= 0) return `已达到 ${numberText(pass)} 分`;
  if (lackingLeast > 0) return `距 ${numberText(pass)} 分还差 ${points(lackingLeast, lackingMost)} 分`;
  return `最多还差 ${numberText(lackingMost)} 分，补充数据后可判断`;
}

/** One grade: the edition that is held against, its entry conditions, and its table item by item. */
export function GradeCard({
  grade,
  fill,
  elsewhere,
  stated,
  reckoned,
  policy,
}: {
  grade: SrdiGrade;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
  stated: Stated;
  /** What the tables of all grades come to, by the name of the score. */
  reckoned: Map<string, string>;
  policy: (code: string, text: ReactNode) => ReactNode;
}) {
  const { successor, sheet } = grade;
  // A condition on a score that was stated stands in one page with the table that it is the sum of.
  const held = labelsIn([...grade.entry, ...grade.alternatives]).filter(
    (name) => reckoned.has(name) && stated(name),
  );
  return (
    <article
      className={css.grade}
      aria-label={`${grade.grants}（${grade.level === '国家' ? '国家' : '本市'}）`}
    >
      <header>
        <h3>
          {grade.grants}
          <small>{grade.level === '国家' ? '国家办法' : '本市细则'}</small>
        </h3>
        <p className={css.tags}>
          {successor ? (
            <span className={css.past}>不能判断现在是否符合</span>
          ) : (
            <Tag tone={tones[grade.outcome]}>{label('conditionOutcome', grade.outcome)}</Tag>
          )}
          {grade.held && <span className={css.held}>已获得</span>}
          {!grade.verified && <Unverified />}
        </p>
      </header>
      <p className={css.edition}>
        对照的版本：{policy(grade.code, <Words>{`《${grade.title}》`}</Words>)}（{grade.docNumber}，
        {grade.edition} 年版
        {grade.to ? `，有效期至 ${longDate(grade.to)}` : ''}）
      </p>
      {successor ? (
        <p className={css.notice}>
          <Icon name="info" size={16} />
          <span>
            该版本已被{policy(successor.code, <Words>{`《${successor.title}》`}</Words>)}
            {successor.from && `自 ${longDate(successor.from)} 起`}替代。
            {successor.figuresKnown
              ? '新办法的条件请查看政策详情。'
              : `新办法的具体数值本平台没有取得原文（${successor.reason ?? '待核实'}），不据此判断，也不推测。`}
            以下按替代前最后一版逐项试算，只供准备材料时参考。
          </span>
        </p>
      ) : (
        grade.note && (
          <p className={css.notice}>
            <Icon name="info" size={16} />
            <span>{grade.note}</span>
          </p>
        )
      )}
      {held.map((name) => (
        <p key={name} className={css.notice}>
          <Icon name="info" size={16} />
          <span>
            以下“{name}”用的是{stated(name)}；本页按国家评分表逐项试算为 {reckoned.get(name)}
            。两者来源不同，以主管部门评审为准。
          </span>
        </p>
      ))}
      <Folded
        title={sheet ? '申报条件' : '认定条件（没有评分表）'}
        conditions={grade.entry}
        fill={fill}
        open={!sheet && !successor}
      />
      {sheet && <Table sheet={sheet} fill={fill} elsewhere={elsewhere} stated={stated(sheet.label)} />}
      {grade.alternatives.length > 0 && (
        <Folded title="满足其中一项，可以代替评分" conditions={grade.alternatives} fill={fill} />
      )}
    </article>
  );
}

/** Conditions behind how many of them are met: a page of three grades would be too long to be read with all of them. */
function Folded({
  title,
  conditions,
  fill,
  open = false,
}: {
  title: string;
  conditions: ConditionResult[];
  fill: (fact: FactRef) => ReactNode;
  open?: boolean;
}) {
  const count = (outcome: ConditionResult['outcome']) =>
    conditions.filter((one) => one.outcome === outcome).length;
  return (
    <details className={css.folded} open={open}>
      <summary>
        <h4>{title}</h4>
        <span>
          {(['MET', 'NOT_MET', 'UNKNOWN'] as const)
            .filter((outcome) => count(outcome) > 0)
            .map((outcome) => `${label('conditionOutcome', outcome)} ${count(outcome)} 项`)
            .join('，')}
        </span>
        <Icon name="down" size={16} />
      </summary>
      <MatchConditions conditions={conditions} fill={fill} />
    </details>
  );
}

function Table({
  sheet,
  fill,
  elsewhere,
  stated,
}: {
  sheet: ScoreSheet;
  fill: (fact: FactRef) => ReactNode;
  elsewhere: Elsewhere;
  stated: string | undefined;
}) {
  const share = (value: number) => `${Math.min(100, Math.max(0, (value / sheet.maximum) * 100))}%`;
  return (
    <section className={css.part} aria-label={sheet.label}>
      <h4>{sheet.label}</h4>
      <p className={css.total}>
        <b className="zq-num">{points(sheet.low, sheet.high)}</b> 分（满分 {numberText(sheet.maximum)}，合格{' '}
        {sheet.strict ? '高于 ' : ''}
        {numberText(sheet.pass)}）<span>{lackText(sheet)}</span>
      </p>
      <span className={css.track} aria-hidden="true">
        <span className={css.sure} style={{ width: share(sheet.low) }} />
        <span className={css.open} style={{ left: share(sheet.low), width: share(sheet.high - sheet.low) }} />
        <span className={css.mark} style={{ left: share(sheet.pass) }} />
      </span>
      {stated && <p className={css.clause}>以上由本页按评分表逐项试算，不采用{stated}。</p>}
      {sheet.next && (
        <p className={css.next}>
          <Icon name="arrow" size={18} />
          <span>
            <b>下一步最划算：{sheet.next.item}</b>
            {conditionText(sheet.next.words)}，可再得 {numberText(sheet.next.points)} 分
          </span>
        </p>
      )}
      {sheet.groups.map((group) => (
        <div key={group.name} className={css.group}>
          <h5>
            {group.name}
            <span className="zq-num">
              {points(group.low, group.high)} / {numberText(group.maximum)}
            </span>
            {group.minimum !== undefined && (
              <small className={group.high < group.minimum ? css.short : undefined}>
                不低于 {numberText(group.minimum)} 分
              </small>
            )}
          </h5>
          <ul>
            {group.items.map((item) => (
              <li key={item.name}>
                <p className={css.line}>
                  <span>{item.name}</span>
                  <b className="zq-num">
                    {points(item.low, item.high)} / {numberText(item.maximum)}
                  </b>
                </p>
                {item.clause && (
                  <p className={css.clause}>
                    {conditionText(scoringText(item.clause, item.name))} {!item.certain && <Unverified />}
                  </p>
                )}
                {item.missing.length > 0 && (
                  <p className={css.fill}>
                    {item.missing.every(elsewhere.has) ? '还缺：' : '去填写：'}
                    {item.missing.map((fact) => (
                      <span key={fact.name}>{fill(fact)}</span>
                    ))}
                  </p>
                )}
                {item.open && <p className={css.why}>{item.open}</p>}
                {item.step && (
                  <p className={css.step}>
                    再得 {numberText(item.step.points)} 分：{conditionText(item.step.words)}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
