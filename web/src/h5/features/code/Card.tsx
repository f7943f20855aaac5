import type { EnterpriseCard } from '@/shared/api';
import { SectionItems } from '@/shared/code/SectionItems';
import { label } from '@/shared/i18n';
import { DemoTag, StatusTag, Tag, Uscc } from '@/shared/ui';
import { Notice, Section } from '../../ui';

/** The enterprise card: what is allowed to be seen, and as clearly what is not. */
export function Card({ card }: { card: EnterpriseCard }) {
  return (
    <>
      <Section title={card.name}>
        <p className="zq-num">
          <Uscc of={card.uscc} /> {card.demo && <DemoTag />}
        </p>
        <p>
          <span className="zq-whole">
            企业码状态 <StatusTag of="codeStatus" value={card.codeStatus} />
          </span>{' '}
          {card.codeLevel !== 'NORMAL' && (
            <span className="zq-whole">
              级别 <StatusTag of="codeLevel" value={card.codeLevel} />
            </span>
          )}
        </p>
        {card.levelReason && (
          <p>
            {label('codeLevel', card.codeLevel)}的依据：{card.levelReason}
          </p>
        )}
      </Section>
      {card.notice && <Notice>{card.notice}</Notice>}
      {card.sections.map((section) => (
        <Section
          key={section.category}
          title={section.label}
          more={section.granted ? undefined : <Tag>{label('consentStanding', section.standing)}</Tag>}
        >
          {!section.granted ? (
            <p>{section.notice ?? '扫码人看不到此类信息'}</p>
          ) : section.items.length ? (
            <SectionItems label={section.label} items={section.items} />
          ) : (
            <p>{section.notice ?? '没有相关记录'}</p>
          )}
        </Section>
      ))}
    </>
  );
}
