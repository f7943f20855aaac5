package cn.zhengqi.data;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A list that is selected by hand, as pages and as the rows of a file: what stands on a page and how many there are is read in
 * one transaction, which only reads.
 *
 * @param <T> a row
 */
public final class SelectedList<T> {

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final String columns;
    private final String from;
    private final RowMapper<T> row;

    /**
     * @param columns from {@code select} on
     * @param from from {@code from} on: all that decides which rows there are
     */
    public SelectedList(
            JdbcClient jdbc, PlatformTransactionManager transactions, String columns, String from, RowMapper<T> row) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.columns = columns;
        this.from = from;
        this.row = row;
    }

    /**
     * @param order from {@code order by} on
     * @param bound gives the statement what {@code from} asks for
     */
    public Page<T> page(String order, PageRequest page, UnaryOperator<JdbcClient.StatementSpec> bound) {
        return Objects.requireNonNull(reading.execute(status -> Page.of(
                bound.apply(jdbc.sql(columns + from + order + " limit :size offset :offset"))
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(row)
                        .list(),
                count(bound),
                page)));
    }

    /** All of them, in the same order as on the pages. */
    public void each(String order, UnaryOperator<JdbcClient.StatementSpec> bound, Consumer<T> receiver) {
        reading.executeWithoutResult(status ->
                bound.apply(jdbc.sql(columns + from + order)).query(row).list().forEach(receiver));
    }

    public long count(UnaryOperator<JdbcClient.StatementSpec> bound) {
        return bound.apply(jdbc.sql("select count(*) " + from))
                .query(Long.class)
                .single();
    }
}
