import { useMe } from '@/shared/api';
import { CHECK_NOTE, CHECK_NOTE_SIGNED_IN, checks } from '@/shared/check';
import { Body, Notice, Row, Section } from '../../ui';

/** The three self-checks. */
export default function ChecksPage() {
  const { me } = useMe();
  return (
    <Body>
      <Section flush>
        {checks.map((check) => (
          <Row key={check.kind} to={check.to} icon={check.icon} title={check.title} note={check.intro} />
        ))}
      </Section>
      <Notice>{me?.enterprise ? CHECK_NOTE_SIGNED_IN : CHECK_NOTE}</Notice>
    </Body>
  );
}
