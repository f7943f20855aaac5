package cn.zhengqi.message.live;

import cn.zhengqi.data.DatabaseProperties;
import cn.zhengqi.message.inbox.Messages;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears from the database what was committed by whichever copy of the service, on a connection of its own, and passes it to the
 * open pages. PostgreSQL's LISTEN is transactional and needs no further server.
 */
@Component
class MessageChannel implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MessageChannel.class);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final int ANSWERS_WITHIN_SECONDS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DatabaseProperties database;
    private final LiveStreams streams;
    private final Duration askEvery;
    private volatile boolean running;
    private @Nullable Thread thread;

    /** @param askEvery how often it is asked whether the database is still there: who only listens does not notice that it went without a word */
    MessageChannel(
            DatabaseProperties database,
            LiveStreams streams,
            @Value("${zhengqi.message.ask-channel-every:PT1M}") Duration askEvery) {
        this.database = database;
        this.streams = streams;
        this.askEvery = askEvery;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("message-channel").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread listening = thread;
        if (listening != null) {
            listening.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (Connection connection = connect()) {
                streams.refreshAll();
                listen(connection);
            } catch (SQLException | RuntimeException lost) {
                if (running) {
                    log.warn("The message channel is lost and opened again: {}", lost.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection channel = connection.unwrap(PGConnection.class);
        long nextQuestion = System.nanoTime() + askEvery.toNanos();
        long nextBeat = System.nanoTime() + BEAT.toNanos();
        while (running) {
            PGNotification[] heard = channel.getNotifications(1000);
            if (heard != null) {
                for (PGNotification notification : heard) {
                    pass(UUID.fromString(notification.getParameter()));
                }
            }
            if (System.nanoTime() - nextBeat > 0) {
                streams.beat();
                nextBeat = System.nanoTime() + BEAT.toNanos();
            }
            if (System.nanoTime() - nextQuestion > 0) {
                if (!connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                    throw new SQLException("the database does not answer on it");
                }
                nextQuestion = System.nanoTime() + askEvery.toNanos();
            }
        }
    }

    private void pass(UUID account) {
        try {
            streams.changed(account);
        } catch (RuntimeException failure) {
            log.warn("The pages of an account were not refreshed: {}", failure.toString());
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", database.user());
        login.setProperty("password", database.password());
        login.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(database.url(), login);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + Messages.CHANNEL);
        }
        return connection;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
