import { ReportCheck } from '@/shared/match/ReportCheck';
import { Notice, PageHead, Wrap } from '../../ui';
import { FileDrop } from '../../ui/FileDrop';

export default function ReportCheckPage() {
  return (
    <>
      <PageHead title="报告验真" intro="核验政策申报规划报告、提交回执是不是本平台出具、有没有被改动。" />
      <Wrap>
        <ReportCheck
          notice={(text) => <Notice tone="bad">{text}</Notice>}
          picker={(props) => <FileDrop {...props} hint="PDF" />}
        />
      </Wrap>
    </>
  );
}
