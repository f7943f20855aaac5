package cn.zhengqi.finance.report;

import cn.zhengqi.finance.api.LoanKind;
import cn.zhengqi.finance.application.ApplicationStatus;
import cn.zhengqi.finance.report.EnterpriseReport.OtherLoans;
import cn.zhengqi.finance.report.EnterpriseReport.OwnLoan;
import cn.zhengqi.kernel.BusinessTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What else an enterprise applied for on the platform: at the bank that reads in detail, at others only how many stand where. */
@Component
class EarlierLoans {

    /** Nobody reads more, and a report ends somewhere. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    EarlierLoans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnLoan> atBank(ReportCase it) {
        return jdbc.sql("""
                        select id, number, product_title, kind, amount, status, submitted_at, granted_amount, disbursed_amount
                        from loan_application where enterprise_id = ? and bank_id = ? and id <> ?
                        order by submitted_at desc, id limit ?""")
                .params(it.enterpriseId(), it.bankId(), it.id(), MOST)
                .query((row, number) -> new OwnLoan(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("product_title"),
                        LoanKind.valueOf(row.getString("kind")),
                        row.getBigDecimal("amount"),
                        ApplicationStatus.valueOf(row.getString("status")),
                        BusinessTime.at(row.getObject("submitted_at", OffsetDateTime.class)
                                .toInstant()),
                        row.getBigDecimal("granted_amount"),
                        row.getBigDecimal("disbursed_amount")))
                .list();
    }

    List<OtherLoans> elsewhere(ReportCase it) {
        return jdbc
                .sql("""
                        select status, count(*) as count from loan_application
                        where enterprise_id = ? and bank_id <> ? group by status""")
                .params(it.enterpriseId(), it.bankId())
                .query((row, number) ->
                        new OtherLoans(ApplicationStatus.valueOf(row.getString("status")), row.getLong("count")))
                .list()
                .stream()
                .sorted((one, other) -> one.status().compareTo(other.status()))
                .toList();
    }
}
