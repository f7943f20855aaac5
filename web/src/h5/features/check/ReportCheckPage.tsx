import { ReportCheck } from '@/shared/match/ReportCheck';
import { Body, Notice } from '../../ui';

export default function ReportCheckPage() {
  return (
    <Body>
      <ReportCheck notice={(text) => <Notice tone="bad">{text}</Notice>} />
    </Body>
  );
}
