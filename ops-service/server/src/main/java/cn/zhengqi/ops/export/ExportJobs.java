package cn.zhengqi.ops.export;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.ops.OpsProblem;
import cn.zhengqi.web.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Jobs as people ask for them, look after them and fetch what they wrote: each their own alone. */
@Component
public class ExportJobs {

    private static final String COLUMNS =
            "id, kind, conditions, state, total, written, bytes, reason, asked_at, ended_at";

    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final ExportSecrets secrets;
    private final AuditTrail audit;
    private final ExportProperties properties;
    private final Clock clock;

    ExportJobs(
            JdbcClient jdbc,
            OnceLoader once,
            ExportSecrets secrets,
            AuditTrail audit,
            ExportProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.once = once;
        this.secrets = secrets;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /** Taken out by somebody. */
    private record Taken(String conditions, long rows) {}

    /**
     * Writes down that somebody wants a list as a file; that goes on record before the first row is read.
     *
     * @param filter as it was asked
     * @param covered the same, as it may go on record
     * @param conditions the same, in words
     * @param total how many rows it finds now
     * @throws ProblemException EXPORT_TOO_LARGE; EXPORTS_OPEN and TOO_MANY_REQUESTS to who has asked for enough
     */
    public ExportJobView ask(
            ExportKind kind, Record filter, Record covered, String conditions, long total, CurrentUser user) {
        if (total > properties.mostRows()) {
            throw new ProblemException(
                    CommonProblem.EXPORT_TOO_LARGE,
                    "符合条件的记录有 " + total + " 条，后台导出一次最多 " + properties.mostRows() + " 条，请缩小查询范围后再导出");
        }
        // Those of one person wait for each other, so that none slips past the counts.
        return once.exclusively("export-jobs/" + user.accountId(), () -> {
            Instant now = clock.instant();
            refuseTooMany(user, now);
            UUID id = Ids.next();
            jdbc.sql("""
                            insert into export_job (id, kind, account_id, account_name, user_type, enterprise_id, filter, conditions,
                              state, total, asked_at)
                            values (:id, :kind, :account, :name, :type, :enterprise, :filter, :conditions, 'QUEUED', :total, :at)""")
                    .param("id", id)
                    .param("kind", kind.name())
                    .param("account", user.accountId())
                    .param("name", user.name())
                    .param("type", user.userType().name())
                    .param("enterprise", user.enterpriseId())
                    .param("filter", secrets.sealFilter(Json.MAPPER.writeValueAsString(filter)))
                    .param("conditions", conditions)
                    .param("total", total)
                    .param("at", BusinessTime.at(now))
                    .update();
            audit.changed(ExportAction.EXPORT_ASKED, id, kind.title(), null, covered);
            return one(id, user);
        });
    }

    private void refuseTooMany(CurrentUser user, Instant now) {
        int open = jdbc.sql("select count(*) from export_job where account_id = ? and state in ('QUEUED', 'RUNNING')")
                .param(user.accountId())
                .query(Integer.class)
                .single();
        if (open >= properties.mostOpen()) {
            throw new ProblemException(OpsProblem.EXPORTS_OPEN, "您已有 " + open + " 个导出任务在排队或进行，请等其完成，或取消后再申请");
        }
        int today = jdbc.sql("select count(*) from export_job where account_id = ? and asked_at >= ?")
                .params(user.accountId(), BusinessTime.at(BusinessTime.startOf(BusinessTime.dayOf(now))))
                .query(Integer.class)
                .single();
        if (today >= properties.mostADay()) {
            throw new ProblemException(
                    CommonProblem.TOO_MANY_REQUESTS,
                    "您今天申请后台导出已达 " + properties.mostADay() + " 次上限，请明天再试",
                    Map.of("retryAfterSeconds", BusinessTime.secondsUntilTomorrow(now)));
        }
    }

    /** Latest first. */
    @Transactional
    Page<ExportJobView> list(PageRequest page, CurrentUser user) {
        var items = jdbc.sql("select " + COLUMNS
                        + " from export_job where account_id = ? order by asked_at desc, id desc limit ? offset ?")
                .params(user.accountId(), page.size(), page.offset())
                .query(ExportJobView::of)
                .list();
        long total = jdbc.sql("select count(*) from export_job where account_id = ?")
                .param(user.accountId())
                .query(Long.class)
                .single();
        return Page.of(items, total, page);
    }

    private ExportJobView one(UUID id, CurrentUser user) {
        return jdbc.sql("select " + COLUMNS + " from export_job where id = ? and account_id = ?")
                .params(id, user.accountId())
                .query(ExportJobView::of)
                .optional()
                .orElseThrow(() -> ProblemException.notFound("没有这个导出任务"));
    }

    /** Whoever writes it finds that it is over, and stops. */
    @Transactional
    ExportJobView cancel(UUID id, CurrentUser user) {
        ExportJobView job = one(id, user);
        int ended = jdbc.sql("""
                        update export_job set state = 'CANCELLED', held_until = null, ended_at = ?
                        where id = ? and state in ('QUEUED', 'RUNNING')""").params(BusinessTime.at(clock.instant()), id).update();
        if (ended == 0) {
            throw new ProblemException(OpsProblem.EXPORT_OVER);
        }
        jdbc.sql("delete from export_part where job_id = ?").param(id).update();
        audit.changed(ExportAction.EXPORT_CANCELLED, id, job.title(), null, null);
        return one(id, user);
    }

    /**
     * A file that can be fetched, by who still may read the list; that it was goes on record.
     *
     * @throws ProblemException FORBIDDEN, EXPORT_HAS_NO_FILE
     */
    @Transactional
    ExportFile file(UUID id, CurrentUser user) {
        ExportJobView job = one(id, user);
        user.require(job.kind().permission());
        if (job.state() != ExportState.DONE || job.bytes() == null || job.endedAt() == null) {
            throw new ProblemException(
                    OpsProblem.EXPORT_HAS_NO_FILE,
                    job.state() == ExportState.EXPIRED ? "文件已过保存期限，请重新申请导出" : OpsProblem.EXPORT_HAS_NO_FILE.title());
        }
        String key = jdbc.sql("select file_key from export_job where id = ?")
                .param(id)
                .query(String.class)
                .single();
        audit.changed(
                ExportAction.EXPORT_DOWNLOADED, id, job.title(), null, new Taken(job.conditions(), job.written()));
        return new ExportFile(
                jdbc,
                id,
                job.title() + "-" + job.endedAt().toLocalDate() + ".xlsx",
                job.bytes(),
                secrets.sealerOf(key));
    }
}
