package cn.zhengqi.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import tools.jackson.databind.json.JsonMapper;

class DataProblemAdviceTest {

    private final DataProblemAdvice advice =
            new DataProblemAdvice(new Problems(new TraceIds(null), JsonMapper.shared()));

    @Test
    void who_finds_no_free_connection_is_told_to_come_again() {
        var taken = new SQLTransientConnectionException("Connection is not available, request timed out");

        assertThat(code(new CannotCreateTransactionException("no", taken))).isEqualTo("SERVICE_BUSY");
        assertThat(code(new TransientDataAccessResourceException("no", taken))).isEqualTo("SERVICE_BUSY");
    }

    @Test
    void a_database_that_is_not_there_is_said_to_be_away() {
        var away = new SQLTransientConnectionException("not available", new ConnectException("refused"));

        assertThat(code(new CannotCreateTransactionException("no", away))).isEqualTo("SERVICE_UNAVAILABLE");
    }

    private Object code(RuntimeException thrown) {
        return advice.onNoDatabase(thrown).getBody().getProperties().get("code");
    }
}
