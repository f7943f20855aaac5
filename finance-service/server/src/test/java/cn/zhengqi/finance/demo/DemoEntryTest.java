package cn.zhengqi.finance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One part of the demo as it stands after the first start. */
@ServiceTest(properties = "zhengqi.demo.enabled=true")
public abstract class DemoEntryTest {

    private final String table;

    @Autowired
    protected JdbcClient jdbc;

    /** @param table into which it is entered first */
    protected DemoEntryTest(String table) {
        this.table = table;
    }

    protected abstract ApplicationRunner demo();

    @Test
    void a_second_start_enters_nothing() throws Exception {
        long entered = count("select count(*) from " + table);
        long told = count("select count(*) from outbox");
        assertThat(entered).isPositive();

        demo().run(new DefaultApplicationArguments());

        assertThat(count("select count(*) from " + table)).isEqualTo(entered);
        assertThat(count("select count(*) from outbox")).isEqualTo(told);
    }

    protected final long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
