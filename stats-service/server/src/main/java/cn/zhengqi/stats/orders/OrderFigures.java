package cn.zhengqi.stats.orders;

import cn.zhengqi.finance.api.LoanApplicationSubmitted;
import cn.zhengqi.finance.api.LoanDisbursed;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.Channel;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 订单申请量, 订单申请金额, 订单来源, 订单状态 and 放款金额. An order is a submitted loan application; days are those of Asia/Shanghai. */
@Component
public class OrderFigures {

    private final JdbcClient jdbc;

    OrderFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param amount yuan */
    public record Orders(long count, BigDecimal amount) {}

    /** @param amount yuan applied for on this day */
    public record OrdersOfDay(LocalDate day, long count, BigDecimal amount) {}

    private record Kept(@Nullable Standing standing, long version) {}

    void count(LoanApplicationSubmitted order) {
        jdbc.sql("""
                        insert into order_roll_up (day, channel, orders, amount) values (?, ?, 1, ?)
                        on conflict (day, channel) do update
                        set orders = order_roll_up.orders + 1, amount = order_roll_up.amount + excluded.amount""")
                .params(BusinessTime.dayOf(order.at()), order.channel().name(), order.amount())
                .update();
    }

    void count(LoanDisbursed disbursement) {
        jdbc.sql("""
                        insert into disbursement_roll_up (day, amount) values (?, ?)
                        on conflict (day) do update set amount = disbursement_roll_up.amount + excluded.amount""").params(disbursement.disbursedOn(), disbursement.amount()).update();
    }

    /** An older event than the newest one seen of this application changes nothing. */
    void move(UUID application, Standing standing, long version) {
        jdbc.sql("insert into order_standing (application_id, version) values (?, -1) on conflict do nothing")
                .param(application)
                .update();
        Kept kept = jdbc.sql("select standing, version from order_standing where application_id = ? for update")
                .param(application)
                .query(OrderFigures::kept)
                .single();
        if (version <= kept.version()) {
            return;
        }
        jdbc.sql("update order_standing set standing = ?, version = ? where application_id = ?")
                .params(standing.name(), version, application)
                .update();
        if (standing == kept.standing()) {
            return;
        }
        if (kept.standing() != null) {
            add(kept.standing(), -1);
        }
        add(standing, 1);
    }

    public Orders all() {
        return jdbc.sql("select coalesce(sum(orders), 0), coalesce(sum(amount), 0.00) from order_roll_up")
                .query((row, number) -> new Orders(row.getLong(1), row.getBigDecimal(2)))
                .single();
    }

    public Orders on(LocalDate day) {
        return jdbc.sql("select coalesce(sum(orders), 0), coalesce(sum(amount), 0.00) from order_roll_up where day = ?")
                .param(day)
                .query((row, number) -> new Orders(row.getLong(1), row.getBigDecimal(2)))
                .single();
    }

    /** Every day of the period, those without an order too. */
    public List<OrdersOfDay> perDay(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select d::date, coalesce(sum(orders), 0), coalesce(sum(amount), 0.00)
                        from generate_series(?::date, ?::date, interval '1 day') d
                        left join order_roll_up on day = d::date
                        group by d order by d""")
                .params(from, to)
                .query((row, number) ->
                        new OrdersOfDay(row.getObject(1, LocalDate.class), row.getLong(2), row.getBigDecimal(3)))
                .list();
    }

    /** The days on which there was an order. */
    public List<OrdersOfDay> allDays() {
        return jdbc.sql("select day, sum(orders), sum(amount) from order_roll_up group by day order by day")
                .query((row, number) ->
                        new OrdersOfDay(row.getObject(1, LocalDate.class), row.getLong(2), row.getBigDecimal(3)))
                .list();
    }

    public Map<Channel, Long> byChannel() {
        Map<Channel, Long> counts = new EnumMap<>(Channel.class);
        jdbc.sql("select channel, sum(orders) from order_roll_up group by channel")
                .query(row -> {
                    counts.put(Channel.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    public Map<Standing, Long> byStanding() {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        jdbc.sql("select standing, orders from order_standing_roll_up").query(row -> {
            counts.put(Standing.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    /** @return yuan paid out by banks so far */
    public BigDecimal disbursed() {
        return jdbc.sql("select coalesce(sum(amount), 0.00) from disbursement_roll_up")
                .query(BigDecimal.class)
                .single();
    }

    private void add(Standing standing, int orders) {
        jdbc.sql("""
                        insert into order_standing_roll_up (standing, orders) values (?, greatest(?, 0))
                        on conflict (standing) do update set orders = order_standing_roll_up.orders + ?""").params(standing.name(), orders, orders).update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        String standing = row.getString("standing");
        return new Kept(standing == null ? null : Standing.valueOf(standing), row.getLong("version"));
    }
}
