package cn.zhengqi.finance.application;

import static cn.zhengqi.events.EventHandler.on;

import cn.zhengqi.code.api.CodeIssued;
import cn.zhengqi.code.api.CodeStatusChanged;
import cn.zhengqi.events.EventHandler;
import cn.zhengqi.finance.FinanceProblem;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enterprises whose code has ended or is frozen, as enterprise-code-service tells it. Whoever gives a code up is asked first whether an application goes on; what is handed in or posted after that question, and
 * before it is known everywhere that nobody acts for the enterprise, would be left without anybody.
 */
@Component
public class CodeEnds {

    /** What keeps the copy, and nothing else: a rebuild does it anew. What ends with a code hears of it under another name. */
    public static final String COPY = "code-ends";

    public static final String TABLE = "code_end";

    /** Of a row c: no later code was issued. */
    public static final String OVER = "c.ended_at is not null and (c.issued_at is null or c.issued_at <= c.ended_at)";

    private final JdbcClient jdbc;

    CodeEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventHandler<CodeIssued> codeHeld(CodeEnds ends) {
            return on(CodeIssued.class, COPY, (code, meta) -> ends.issued(code.enterpriseId(), code.at()));
        }

        @Bean
        EventHandler<CodeStatusChanged> codeEnded(CodeEnds ends) {
            return on(CodeStatusChanged.class, COPY, (code, meta) -> {
                switch (code.status()) {
                    case REVOKED -> ends.ended(code.enterpriseId(), code.at());
                    case FROZEN -> ends.frozen(code.enterpriseId(), code.at());
                    case ACTIVE -> ends.good(code.enterpriseId(), code.at());
                }
            });
        }
    }

    private void issued(UUID enterpriseId, Instant at) {
        jdbc.sql("""
                        insert into code_end as c (enterprise_id, issued_at) values (?, ?)
                        on conflict (enterprise_id) do update set issued_at = greatest(c.issued_at, excluded.issued_at)""").params(enterpriseId, BusinessTime.at(at)).update();
    }

    private void ended(UUID enterpriseId, Instant at) {
        jdbc.sql("""
                        insert into code_end as c (enterprise_id, ended_at) values (?, ?)
                        on conflict (enterprise_id) do update set ended_at = greatest(c.ended_at, excluded.ended_at)""").params(enterpriseId, BusinessTime.at(at)).update();
    }

    /** A frozen code that gets another level is told of as frozen, too: that is not when it was frozen. */
    private void frozen(UUID enterpriseId, Instant at) {
        jdbc.sql("""
                        insert into code_end as c (enterprise_id, frozen_at, frozen_since) values (:enterprise, :at, :at)
                        on conflict (enterprise_id) do update set
                            frozen_at = greatest(c.frozen_at, excluded.frozen_at),
                            frozen_since = case
                                when excluded.frozen_since <= greatest('-infinity', c.good_at, c.issued_at, c.ended_at) then c.frozen_since
                                when c.frozen_since > greatest('-infinity', c.good_at, c.issued_at, c.ended_at) then least(c.frozen_since, excluded.frozen_since)
                                else excluded.frozen_since end""")
                .param("enterprise", enterpriseId)
                .param("at", BusinessTime.at(at))
                .update();
    }

    private void good(UUID enterpriseId, Instant at) {
        jdbc.sql("""
                        insert into code_end as c (enterprise_id, good_at) values (?, ?)
                        on conflict (enterprise_id) do update set good_at = greatest(c.good_at, excluded.good_at)""").params(enterpriseId, BusinessTime.at(at)).update();
    }

    /**
     * Since when the code of an enterprise may be neither shown nor scanned. It applies all the same, and what it applied for goes on: whoever decides is to know.
     *
     * @return nothing where it is not frozen
     */
    public @Nullable OffsetDateTime frozenSince(UUID enterpriseId) {
        return jdbc.sql("""
                        select case when c.frozen_since > greatest('-infinity', c.good_at, c.issued_at, c.ended_at) then c.frozen_since else c.frozen_at end
                        from code_end c
                        where c.enterprise_id = ? and c.frozen_at > greatest('-infinity', c.good_at, c.issued_at, c.ended_at)""")
                .param(enterpriseId)
                .query(OffsetDateTime.class)
                .optional()
                .map(it -> BusinessTime.at(it.toInstant()))
                .orElse(null);
    }

    /**
     * Before anything is taken back: as long as the end is not kept here, more is taken, and what is taken after the taking back stays.
     *
     * @throws IllegalStateException where it is not: the event comes again
     */
    public void mustBeKept(UUID enterpriseId, Instant end) {
        boolean kept = jdbc.sql("select exists (select 1 from code_end where enterprise_id = ? and ended_at >= ?)")
                .params(enterpriseId, BusinessTime.at(end))
                .query(Boolean.class)
                .single();
        if (!kept) {
            throw new IllegalStateException("The end of the code of " + enterpriseId + " is not kept here yet");
        }
    }

    /** @throws ProblemException CODE_ENDED */
    public void refuse(UUID enterpriseId) {
        boolean ended = jdbc.sql("select exists (select 1 from code_end c where c.enterprise_id = ? and " + OVER + ")")
                .param(enterpriseId)
                .query(Boolean.class)
                .single();
        if (ended) {
            throw new ProblemException(FinanceProblem.CODE_ENDED);
        }
    }
}
