package cn.zhengqi.user.register;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.sheet.Sheet;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 企业分析数据: how many enterprises came into the platform's register, day by day and park by park. Every day has a row for every park, also where nothing
 * happened, so that the file can be drawn as it is. Counted are those that the caller may see.
 */
@Component
class NewRegistrations {

    static final Sheet<Row> SHEET = Sheet.<Row>titled("企业分析数据")
            .column("日期", Row::day)
            .column("园区", Row::park)
            .column("新增企业（家）", Row::enterprises)
            .column("其中已领码（家）", Row::certified);

    /** Parks of today, those that have since been retired but had enterprises then, and what lies in no park. */
    private static final String PARKS = """
            with period as (
              select park_code, (registered_at at time zone 'Asia/Shanghai')::date as day, certified_at
              from enterprise where registered_at >= :start and registered_at < :end and (:all or town_code = any(:towns))),
            place as (
              select code, name from park
              where retired_at is null or code in (select park_code from period where park_code is not null)
              union all select null, '未划入园区')
            """;

    private final JdbcClient jdbc;

    NewRegistrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param certified of these enterprises those that hold a code today */
    record Row(LocalDate day, String park, long enterprises, long certified) {}

    @Transactional(readOnly = true)
    long count(RegistrationPeriod period, DataScope scope) {
        return in(PARKS + "select count(*) from place", period, scope)
                        .query(Long.class)
                        .single()
                * period.days();
    }

    /** Row by row, in the order of the days; inside the transaction. */
    @Transactional(readOnly = true)
    void each(RegistrationPeriod period, DataScope scope, Consumer<Row> receiver) {
        RowCallbackHandler rows = row -> receiver.accept(new Row(
                row.getDate("day").toLocalDate(),
                row.getString("name"),
                row.getLong("enterprises"),
                row.getLong("certified")));
        in(PARKS + """
                        select d.day::date as day, p.name, count(r.day) as enterprises, count(r.certified_at) as certified
                        from generate_series(:first::date, :last::date, interval '1 day') d (day) cross join place p
                          left join period r on r.day = d.day::date and r.park_code is not distinct from p.code
                        group by d.day, p.code, p.name order by d.day, p.code nulls last""", period, scope)
                .param("first", Date.valueOf(period.from()))
                .param("last", Date.valueOf(period.to()))
                .withFetchSize(500)
                .query(rows);
    }

    private JdbcClient.StatementSpec in(String sql, RegistrationPeriod period, DataScope scope) {
        return jdbc.sql(sql)
                .param("start", Timestamp.from(BusinessTime.startOf(period.from())))
                .param("end", Timestamp.from(BusinessTime.endOf(period.to())))
                .param("all", scope.everything())
                .param("towns", scope.towns().toArray(String[]::new));
    }
}
