package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

class SecondConnectionsTest {

    private final LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();

    @BeforeEach
    void watched() throws SQLException {
        DataSource pool = mock(DataSource.class);
        when(pool.getConnection()).thenAnswer(call -> mock(Connection.class));
        lazy.setTargetDataSource(pool);
        new SecondConnections().postProcessAfterInitialization(lazy, "dataSource");
    }

    @Test
    void one_after_the_other_and_beside_another_thread_is_as_it_should_be() throws SQLException {
        taken().close();
        try (Connection held = taken()) {
            Connection beside = CompletableFuture.supplyAsync(this::taken).join();
            held.clearWarnings();
            // Given back by another thread than took it.
            beside.close();
        }
        taken().close();

        assertThatCode(SecondConnections::mustBeNone).doesNotThrowAnyException();
    }

    @Test
    void a_second_one_while_the_first_is_held_is_found_once_with_who_takes_it() throws SQLException {
        try (Connection first = taken();
                Connection second = taken()) {
            first.clearWarnings();
            second.clearWarnings();
        }

        assertThatThrownBy(SecondConnections::mustBeNone)
                .hasMessageContaining("A second connection was taken while one was held")
                .hasMessageContaining("SecondConnectionsTest");
        assertThatCode(SecondConnections::mustBeNone).doesNotThrowAnyException();
    }

    @Test
    void one_that_broke_is_held_no_more_once_it_is_given_back() throws SQLException {
        Connection broken = mock(Connection.class);
        when(broken.isClosed()).thenReturn(true);
        DataSource pool = mock(DataSource.class);
        when(pool.getConnection()).thenReturn(broken);
        lazy.setTargetDataSource(pool);
        new SecondConnections().postProcessAfterInitialization(lazy, "dataSource");

        taken().close();
        taken().close();

        assertThatCode(SecondConnections::mustBeNone).doesNotThrowAnyException();
    }

    @Test
    void a_transaction_that_asks_nothing_takes_none() throws SQLException {
        try (Connection asked = lazy.getConnection();
                Connection idle = lazy.getConnection()) {
            asked.createStatement();
            idle.setAutoCommit(false);
        }

        assertThatCode(SecondConnections::mustBeNone).doesNotThrowAnyException();
    }

    private Connection taken() {
        try {
            return Objects.requireNonNull(lazy.getTargetDataSource()).getConnection();
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
