package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.InternalRunningApplications;
import cn.zhengqi.web.Callers;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("enterprise-code-service")
class RunningApplicationsEndpoint implements InternalRunningApplications {

    private final JdbcClient jdbc;

    RunningApplicationsEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the primary: one that was handed in a moment ago counts. */
    @Override
    @Transactional
    public Running running(UUID enterpriseId) {
        return new Running(jdbc.sql("""
                        select count(*) from loan_application
                        where enterprise_id = ? and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL', 'APPROVED')""").param(enterpriseId).query(Long.class).single());
    }
}
