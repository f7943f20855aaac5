import { Alert } from 'antd';
import { Link } from 'react-router';
import type { PolicyDraft } from '@/shared/api';
import { dateTimeText } from '@/shared/ui';
import css from './DraftPage.module.css';

/** Where a draft stands, as far as its tag does not say it. */
export function DraftNotices({ draft }: { draft: PolicyDraft }) {
  return (
    <>
      {!draft.keptByMe && draft.state !== 'PUBLISHED' && (
        <Alert type="info" showIcon title={`该政策由${draft.owner}维护，您可以查看，不能修改或审核`} />
      )}
      {draft.state === 'DRAFT' && draft.returnedReason && (
        <Alert type="warning" showIcon title={`${draft.returnedBy} 退回：${draft.returnedReason}`} />
      )}
      {draft.heldReason ? (
        <Alert
          type="error"
          showIcon
          title={`${draft.scheduledFor} 起未能自动发布，现行版继续有效`}
          description={`${draft.heldReason}。系统会自动再试，间隔最长一小时；需要修改条件或案例的，请退回修改后重新审核。`}
        />
      ) : (
        draft.state === 'SCHEDULED' && (
          <Alert
            type="info"
            showIcon
            title={`${draft.publishedBy} 已审核，${draft.scheduledFor} 自动发布；在此之前现行版继续有效。`}
          />
        )
      )}
      {draft.state === 'PUBLISHED' && (
        <Alert
          type="success"
          showIcon
          title={
            <>
              {draft.publishedBy} 于 {dateTimeText(draft.publishedAt)} 发布。
              <Link className={css.within} to={`/policies?q=${encodeURIComponent(draft.code)}`}>
                在政策管理中查看
              </Link>
            </>
          }
        />
      )}
    </>
  );
}
