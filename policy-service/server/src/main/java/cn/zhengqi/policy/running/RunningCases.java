package cn.zhengqi.policy.running;

import cn.zhengqi.policy.api.InternalRunningCases.Running;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of an enterprise needs somebody who answers for it: to supplement, to correct an account, to take it back. Not drafts, which nobody has seen, nor what is only offered to it, which ends by
 * itself with its project's time. From the primary: one that was handed in or taken back a moment ago is seen.
 */
@Component
class RunningCases {

    private static final String COUNT = """
            select (select count(*) from declaration
                    where enterprise_id = :enterprise and status in ('SUBMITTED', 'IN_REVIEW', 'SENT_BACK')) as declarations,
                   (select count(*) from redemption_application
                    where enterprise_id = :enterprise
                      and status in ('SUBMITTED', 'SENT_BACK', 'IN_NOTICE', 'APPROVED', 'PAYING', 'PAY_FAILED', 'RETURNED')) as redemptions
            """;

    private final JdbcClient jdbc;

    RunningCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public Running of(UUID enterprise) {
        return jdbc.sql(COUNT)
                .param("enterprise", enterprise)
                .query(Running.class)
                .single();
    }
}
