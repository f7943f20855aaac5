import { ReportCheck } from '@/shared/match/ReportCheck';
import { Body, Notice } from '../../ui';
import { FilePicker } from '../../ui/FilePicker';

export default function ReportCheckPage() {
  return (
    <Body>
      <ReportCheck
        notice={(text) => <Notice tone="bad">{text}</Notice>}
        picker={(props) => <FilePicker {...props} text="选择 PDF 文件" />}
      />
    </Body>
  );
}
