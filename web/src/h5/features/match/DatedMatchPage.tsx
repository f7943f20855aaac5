import { DatedMatch, type DatedPaths } from '@/shared/match/DatedMatch';
import { Body, Notice } from '../../ui';
import { DayPicker } from '../../ui/DayPicker';

const paths: DatedPaths = {
  policy: (code) => `/policies/${code}`,
  loan: (code) => `/loans/${code}`,
  fact: (name) => `/my/profile?fact=${name}`,
};

export default function DatedMatchPage() {
  return (
    <Body>
      <DatedMatch
        paths={paths}
        notice={(text) => <Notice tone="bad">{text}</Notice>}
        dayField={(props) => <DayPicker {...props} />}
      />
    </Body>
  );
}
