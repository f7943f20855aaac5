package cn.zhengqi.paper;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files that were taken out of papers of one kind: each has its own watermark, and so its own hash. Kept in the service's own table
 * {@code <papers>_copy (sha256, <reference>, made_at, made_by)} beside {@code <papers> (id, enterprise_id)}.
 */
public final class PaperCopies {

    /** Each copy costs computing and is kept for good. */
    public static final int MOST_IN_SPAN = 30;

    private static final Duration SPAN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String papers;
    private final String reference;

    public PaperCopies(JdbcClient jdbc, Clock clock, String papers, String reference) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.papers = papers;
        this.reference = reference;
    }

    /**
     * Before it is computed; what counts is asked again when the copy goes on record.
     *
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    public void refuseMore(UUID enterprise) {
        long made = jdbc.sql("select count(*) from " + papers + "_copy c join " + papers + " p on p.id = c." + reference
                        + " where p.enterprise_id = ? and c.made_at >= ?")
                .params(enterprise, BusinessTime.at(clock.instant().minus(SPAN)))
                .query(Long.class)
                .single();
        if (made >= MOST_IN_SPAN) {
            throw new ProblemException(CommonProblem.TOO_MANY_REQUESTS, "下载过于频繁，请稍后再试");
        }
    }

    /**
     * Before it leaves, in the transaction of its record: what is not on record is not genuine.
     *
     * @throws ProblemException TOO_MANY_REQUESTS
     */
    public void takenOut(UUID enterprise, UUID paper, byte[] file, UUID by) {
        // Counted where nobody else of the same enterprise counts: many at once are as many as one after the other.
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('copies of'), hashtext(?::text))) locked")
                .param(enterprise)
                .query(Integer.class)
                .single();
        refuseMore(enterprise);
        jdbc.sql("insert into " + papers + "_copy (sha256, " + reference
                        + ", made_at, made_by) values (?, ?, ?, ?) on conflict do nothing")
                .params(PaperSeal.sha256(file), paper, BusinessTime.at(clock.instant()), by)
                .update();
    }

    /** Whether a file of that SHA-256 was made of this paper. */
    public boolean has(UUID paper, String sha256) {
        return jdbc.sql("select exists (select 1 from " + papers + "_copy where sha256 = ? and " + reference + " = ?)")
                .params(HexFormat.of().parseHex(sha256), paper)
                .query(Boolean.class)
                .single();
    }
}
