import { DatedMatch, type DatedPaths } from '@/shared/match/DatedMatch';
import { Body, Notice, Section } from '../../ui';
import { DayPicker } from '../../ui/DayPicker';
import { MatchRow } from './MatchRow';

const paths: DatedPaths = {
  policy: (code) => `/policies/${code}`,
  loan: (code) => `/loans/${code}`,
};

export default function DatedMatchPage() {
  return (
    <Body>
      <DatedMatch
        paths={paths}
        notice={(text) => <Notice tone="bad">{text}</Notice>}
        row={(match, said) => (
          <Section flush>
            <MatchRow match={match} said={said} />
          </Section>
        )}
        dayField={(props) => <DayPicker {...props} />}
      />
    </Body>
  );
}
