package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.InternalLoanTotals.LoanTotals;
import cn.zhengqi.finance.api.InternalLoanTotals.OrdersOfDay;
import cn.zhengqi.finance.api.InternalRunningApplications.Running;
import cn.zhengqi.finance.api.applicant.ApplicantStanding;
import cn.zhengqi.kernel.Channel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What other services ask of all applications together. From the primary: one that was handed in or taken back a moment ago is seen. */
@Component
@Transactional
class ApplicationFigures {

    private static final String RUNNING = "status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL', 'APPROVED')";

    private static final String IN_ALL = """
            select count(*) as orders, coalesce(sum(amount), 0.00) as amount,
                   count(*) filter (where status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL')) as in_review,
                   count(*) filter (where status in ('APPROVED', 'SETTLED', 'EXPIRED')) as approved,
                   count(*) filter (where status = 'REFUSED') as refused,
                   count(*) filter (where status = 'WITHDRAWN') as withdrawn,
                   coalesce(sum(disbursed_amount), 0.00) as disbursed,
                   (select count(*) from loan_product where status = 'PUBLISHED') as products
            from loan_application
            """;

    private static final String BY_CHANNEL = "select channel, count(*) from loan_application group by channel";

    private static final String BY_DAY = """
            select (submitted_at at time zone 'Asia/Shanghai')::date as day, count(*), sum(amount)
            from loan_application group by day
            """;

    private final JdbcClient jdbc;
    private final LoanApplicationMapper applications;
    private final Clock clock;

    ApplicationFigures(JdbcClient jdbc, LoanApplicationMapper applications, Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.clock = clock;
    }

    /** Those of the enterprises that applied at one of the banks or its branches. */
    Set<UUID> applicants(Set<UUID> banks, Set<UUID> enterprises, ApplicantStanding standing) {
        UUID[] there = banks.toArray(UUID[]::new);
        return Set.copyOf(jdbc.sql("select distinct enterprise_id from loan_application where enterprise_id = any(?)"
                        + " and (bank_id = any(?) or branch_id = any(?)) and "
                        + (standing == ApplicantStanding.RUNNING ? RUNNING : "status != 'WITHDRAWN'"))
                .params(enterprises.toArray(UUID[]::new), there, there)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** One that is being handed in is waited for and counted; whoever hands in another afterwards reads the clock afterwards. */
    Running running(UUID enterprise) {
        applications.lock(enterprise);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long count = jdbc.sql("select count(*) from loan_application where enterprise_id = ? and " + RUNNING)
                .param(enterprise)
                .query(Long.class)
                .single();
        return new Running(count, now);
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    LoanTotals totals() {
        Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
        jdbc.sql(BY_CHANNEL).query(row -> {
            byChannel.put(Channel.valueOf(row.getString(1)), row.getLong(2));
        });
        Map<LocalDate, OrdersOfDay> byDay = new HashMap<>();
        jdbc.sql(BY_DAY).query(row -> {
            byDay.put(row.getObject(1, LocalDate.class), new OrdersOfDay(row.getLong(2), row.getBigDecimal(3)));
        });
        return jdbc.sql(IN_ALL)
                .query((row, number) -> new LoanTotals(
                        row.getLong("orders"),
                        row.getBigDecimal("amount"),
                        byChannel,
                        byDay,
                        row.getLong("in_review"),
                        row.getLong("approved"),
                        row.getLong("refused"),
                        row.getLong("withdrawn"),
                        row.getBigDecimal("disbursed"),
                        row.getLong("products")))
                .single();
    }
}
