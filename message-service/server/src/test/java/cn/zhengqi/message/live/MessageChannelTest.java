package cn.zhengqi.message.live;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import cn.zhengqi.data.DatabaseProperties;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.message.audience.MessageServiceTest;
import cn.zhengqi.message.inbox.Messages;
import cn.zhengqi.testing.Cable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
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
        MessageChannel channel = new MessageChannel(database, streams, Duration.ofMinutes(1));
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

    @Test
    void a_database_that_went_without_a_word_is_noticed_and_what_was_missed_is_looked_up() throws IOException {
        LiveStreams streams = mock(LiveStreams.class);
        UUID missed = Ids.next();
        UUID after = Ids.next();
        URI address = URI.create(database.url().substring("jdbc:".length()));
        try (Cable cable = Cable.to(address.getHost(), address.getPort())) {
            String throughCable =
                    database.url().replace(address.getHost() + ":" + address.getPort(), "127.0.0.1:" + cable.port());
            MessageChannel channel = new MessageChannel(
                    new DatabaseProperties(
                            throughCable,
                            database.user(),
                            database.password(),
                            database.schema(),
                            null,
                            1,
                            1,
                            database.connectionTimeout()),
                    streams,
                    Duration.ofSeconds(1));
            channel.start();
            try {
                verify(streams, timeout(20_000)).refreshAll();
                cable.goSilent();
                announce(missed);

                verify(streams, timeout(30_000).times(2)).refreshAll();
                announce(after);
                verify(streams, timeout(20_000)).changed(after);
                verify(streams, never()).changed(missed);
            } finally {
                channel.stop();
            }
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
