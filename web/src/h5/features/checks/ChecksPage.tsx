import { CHECK_NOTE, checks } from '@/shared/check';
import { Body, Notice, Row, Section } from '../../ui';

/** The three self-checks. */
export default function ChecksPage() {
  return (
    <Body>
      <Section flush>
        {checks.map((check) => (
          <Row key={check.kind} to={check.to} icon={check.icon} title={check.title} note={check.intro} />
        ))}
      </Section>
      <Notice>{CHECK_NOTE}</Notice>
    </Body>
  );
}
