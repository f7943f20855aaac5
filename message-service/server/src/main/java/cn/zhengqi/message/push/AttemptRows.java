package cn.zhengqi.message.push;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows about attempts, for reading: a page of them, how many, and all.
 *
 * @param select what comes before the condition
 * @param from what is counted: the select without what only shows something
 * @param end what comes between condition and order
 */
public record AttemptRows<A>(JdbcClient jdbc, String select, String from, String end, Reading<A> reading) {

    private static final int PORTION = 500;

    /** One row. */
    @FunctionalInterface
    public interface Reading<A> {
        A of(ResultSet row) throws SQLException;
    }

    public Page<A> page(AttemptCondition condition, String order, PageRequest page) {
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(page.size());
        parameters.add(page.offset());
        List<A> items = jdbc.sql(select + condition.sql() + end + order + " limit ? offset ?")
                .params(parameters)
                .query((row, number) -> reading.of(row))
                .list();
        return Page.of(items, count(condition), page);
    }

    public long count(AttemptCondition condition) {
        return jdbc.sql("select count(*) from (select 1 " + from + condition.sql() + end + ") counted")
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** Row by row; the rows are not kept. Within a transaction. */
    public void each(AttemptCondition condition, String order, Consumer<A> receiver) {
        jdbc.sql(select + condition.sql() + end + order)
                .params(condition.parameters())
                .withFetchSize(PORTION)
                .query(row -> {
                    receiver.accept(reading.of(row));
                });
    }
}
