package cn.zhengqi.message.live;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import cn.zhengqi.data.DatabaseProperties;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.inbox.Messages;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class MessageChannelTest {

    @Autowired
    private DatabaseProperties database;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void one_failed_query_does_not_end_the_channel() {
        LiveStreams streams = mock(LiveStreams.class);
        UUID account = Ids.next();
        UUID other = Ids.next();
        doThrow(new TransientDataAccessResourceException("no connection"))
                .doNothing()
                .when(streams)
                .refreshAll();
        doThrow(new TransientDataAccessResourceException("no connection"))
                .when(streams)
                .changed(account);
        MessageChannel channel = new MessageChannel(database, streams);
        channel.start();
        try {
            verify(streams, timeout(20_000).times(2)).refreshAll();
            announce(account);
            announce(other);
            verify(streams, timeout(20_000)).changed(account);
            verify(streams, timeout(20_000)).changed(other);
        } finally {
            channel.stop();
        }
    }

    private void announce(UUID account) {
        jdbc.sql("select pg_notify(?, ?)")
                .params(Messages.CHANNEL, account.toString())
                .query(row -> {
                    // pg_notify answers void
                });
    }
}
