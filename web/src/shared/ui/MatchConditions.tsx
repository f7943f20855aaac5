import type { ReactNode } from 'react';
import type { ConditionOutcome, ConditionResult, FactRef } from '../api/types';
import { label } from '../i18n';
import { isUnclear } from './conditions';
import { conditionText, withoutPlace } from './format';
import { Icon, type IconName } from './Icon';
import css from './MatchConditions.module.css';
import { Unverified } from './StatusTag';
import { Whole } from './Whole';

const icons: Record<ConditionOutcome, IconName> = { MET: 'check', NOT_MET: 'minus', UNKNOWN: 'question' };
const classes: Record<ConditionOutcome, string | undefined> = {
  MET: css.met,
  NOT_MET: css.gap,
  UNKNOWN: css.unknown,
};

/** Fewer conditions that are met than this are as short as the line that would hide them. */
const FOLDED = 3;

interface MatchConditionsProps {
  conditions: ConditionResult[];
  /** Link to where a missing fact can be filled in. */
  fill: (fact: FactRef) => ReactNode;
}

/**
 * Why a match came out as it did: each condition as met, gap or unknown, with the clause it comes from, what the
 * enterprise has, what is required, and how to close the gap. Gaps come first, then unknowns; what is met is folded under these.
 */
export function MatchConditions({ conditions, fill }: MatchConditionsProps) {
  const order: ConditionOutcome[] = ['NOT_MET', 'UNKNOWN', 'MET'];
  const unclear = conditions.filter(isUnclear);
  const of = (outcome: ConditionOutcome) =>
    conditions.filter((one) => one.outcome === outcome && !unclear.includes(one));
  const open = [...of('NOT_MET'), ...of('UNKNOWN'), ...unclear];
  const met = of('MET');
  // What is met in full is not to be scrolled past under the one that is lacking.
  const folded = open.length > 0 && met.length >= FOLDED;
  const list = (some: ConditionResult[]) => (
    <ul className={css.list}>
      {some.map((condition, index) => (
        <Condition key={index} condition={condition} fill={fill} />
      ))}
    </ul>
  );
  return (
    <div>
      <p className={css.summary}>
        {order.map((outcome) => {
          const count = of(outcome).length;
          return (
            count > 0 &&
            !(folded && outcome === 'MET') && (
              <span key={outcome} className={classes[outcome]}>
                <Icon name={icons[outcome]} size={14} /> {label('conditionOutcome', outcome)} {count} 项
              </span>
            )
          );
        })}
        {unclear.length > 0 && (
          <span className={classes.UNKNOWN}>
            <Icon name={icons.UNKNOWN} size={14} /> {unclear.length} 项{label('matchOutcome', 'UNCLEAR')}
            ，企业无需补充
          </span>
        )}
      </p>
      {list(folded ? open : [...open, ...met])}
      {folded && (
        <details className={css.fold}>
          <summary>
            <Icon name={icons.MET} size={14} /> {label('conditionOutcome', 'MET')} {met.length} 项
            <Icon name="down" size={14} />
          </summary>
          {list(met)}
        </details>
      )}
    </div>
  );
}

function Condition({ condition, fill }: { condition: ConditionResult; fill: MatchConditionsProps['fill'] }) {
  const { outcome, score, children, choice } = condition;
  // The one band that applies is told by its whole already.
  const saidAbove = choice === 'BAND' && children?.length === 1 && !children[0]!.children?.length;
  // How many parts are needed is what a group asks for, and its name where it has none of its own: it is said once.
  const unnamed = choice !== undefined && condition.required === condition.label;
  const told = !!condition.required && (choice === 'ALL' || choice === 'ANY' || choice === 'AT_LEAST');
  // One line of a scoring table asks for nothing: its points are told, and how many there can be.
  const item = score && choice !== 'SCORE';
  const outcomeText = isUnclear(condition)
    ? label('matchOutcome', 'UNCLEAR')
    : label('conditionOutcome', outcome);
  const gapText = condition.gapText === condition.clause ? undefined : condition.gapText;
  const earned = condition.required?.split('：').slice(1).join('：');
  return (
    <li className={`${css.condition} ${classes[outcome]}`}>
      <span className={css.mark}>
        <Icon name={icons[outcome]} size={14} title={outcomeText} />
      </span>
      <div className={css.body}>
        <p className={css.label}>
          {nameOf(condition)} {!condition.certain && <Unverified />}
        </p>
        {!item && (
          <p className={css.values}>
            {condition.required && !unnamed && (
              <span>
                要求：{conditionText(condition.required)}
                {plainlyMet(condition) && ' · 已满足'}
              </span>
            )}
            {condition.actual && !plainlyMet(condition) && (
              <span>本企业：{conditionText(condition.actual)}</span>
            )}
          </p>
        )}
        {score && <Score {...score} item={!!item} />}
        {item && earned && (
          <p className={css.values}>
            <span>{conditionText(earned)}</span>
          </p>
        )}
        {gapText && (
          <p className={css.gapText}>
            <Whole>{conditionText(gapText)}</Whole>
          </p>
        )}
        {outcome === 'UNKNOWN' && condition.missingFacts.length > 0 && (
          <p className={css.fill}>
            <span>还需填写</span>
            {condition.missingFacts.map((fact) => (
              <span key={fact.name}>{fill(fact)}</span>
            ))}
          </p>
        )}
        {(condition.clause || condition.place) && (
          <p className={css.clause}>
            {condition.clause && <Whole>{condition.clause}</Whole>}
            {condition.place && <span>（{condition.place}）</span>}
          </p>
        )}
        {children && children.length > 0 && (
          <div className={css.children}>
            {choice && (!told || condition.chosen) && (
              <p className={css.choice}>
                {[
                  told ? label('conditionOutcome', 'MET') : label('conditionChoice', choice),
                  condition.chosen && conditionText(condition.chosen),
                ]
                  .filter(Boolean)
                  .join('：')}
              </p>
            )}
            {!saidAbove && (
              <ul className={css.list}>
                {children.map((child, index) => (
                  <Condition key={index} condition={child} fill={fill} />
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** Where nobody named what could not be checked, the tag beside it says already that it was not. */
const nameOf = ({ label: name, certain }: ConditionResult) =>
  !certain && name === label('common', 'unverified') ? '认定标准' : withoutPlace(name);

/** The enterprise has in so many words what is asked: saying it twice says nothing more. */
function plainlyMet({ outcome, required, actual }: ConditionResult): boolean {
  const asked = required?.replace(/^(有|为|是) ?/, '');
  return outcome === 'MET' && !!actual && actual.replace(/^(有|为|是) ?/, '') === asked;
}

/** A score is an interval while some of its items are unknown. Of an item `pass` is the most that it gives, and is no limit. */
function Score({ low, high, pass, item }: { low: number; high: number; pass: number; item?: boolean }) {
  const text = low === high ? `${low} 分` : `${low}—${high} 分（待补充数据后确定）`;
  const max = Math.max(item ? 1 : 100, high, pass);
  return (
    <div className={css.score}>
      <span className={css.track} aria-hidden="true">
        <span className={css.range} style={{ left: 0, width: `${(low / max) * 100}%` }} />
        <span
          className={css.rangeOpen}
          style={{ left: `${(low / max) * 100}%`, width: `${((high - low) / max) * 100}%` }}
        />
        {!item && <span className={css.pass} style={{ left: `${(pass / max) * 100}%` }} />}
      </span>
      <span>
        得分 {text}，{item ? '满分' : '合格线'} {pass} 分
      </span>
    </div>
  );
}
