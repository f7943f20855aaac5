package cn.zhengqi.ops.audit;

import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.kernel.BusinessTime;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Signs the end of each chain every minute in which it grew. What is signed goes to the service's own log too, outside of the database. */
@Component
class Checkpoints {

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final Appender entries;
    private final CheckpointKeys keys;
    private final Clock clock;

    Checkpoints(JdbcClient jdbc, OnceLoader once, Appender entries, CheckpointKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.once = once;
        this.entries = entries;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * One signature.
     *
     * @param number without gaps from 1
     * @param hash of the entry {@code throughSeq}
     */
    record Checkpoint(long number, long throughSeq, byte[] hash, Instant madeAt, UUID keyId, byte[] signature) {

        static Checkpoint of(ResultSet row, int index) throws SQLException {
            return new Checkpoint(
                    row.getLong("number"),
                    row.getLong("through_seq"),
                    row.getBytes("hash"),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getObject("key_id", UUID.class),
                    row.getBytes("signature"));
        }

        /** What is signed; with the signature before, so that none can be left out. */
        static byte[] text(
                ChainedLog<?> log,
                long number,
                long throughSeq,
                byte[] hash,
                Instant madeAt,
                byte[] previousSignature) {
            HexFormat hex = HexFormat.of();
            return ("%s %d\n%d\n%s\n%s\n%s"
                            .formatted(
                                    log.signed(),
                                    number,
                                    throughSeq,
                                    hex.formatHex(hash),
                                    madeAt,
                                    hex.formatHex(previousSignature)))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Scheduled(fixedDelayString = "${zhengqi.audit.checkpoint-every:PT1M}", initialDelayString = "PT10S")
    void signGrowth() {
        sign();
    }

    /** @return whether any chain had grown */
    boolean sign() {
        boolean grown = false;
        for (ChainedLog<?> chained : ChainedLog.ALL) {
            grown |= sign(chained);
        }
        return grown;
    }

    private boolean sign(ChainedLog<?> chained) {
        Checkpoint made = once.exclusively(Appender.WRITING, () -> {
            Appender.Head head = entries.head(chained);
            Optional<Checkpoint> last = last(chained);
            return last.map(Checkpoint::throughSeq).orElse(0L) == head.seq()
                    ? null
                    : make(
                            chained,
                            last.map(Checkpoint::number).orElse(0L) + 1,
                            head,
                            last.map(Checkpoint::signature).orElse(new byte[0]));
        });
        if (made == null) {
            return false;
        }
        log.info(
                "Checkpoint {} of {} through entry {}: {}",
                made.number(),
                chained.entries(),
                made.throughSeq(),
                HexFormat.of().formatHex(made.hash()));
        return true;
    }

    Optional<Checkpoint> last(ChainedLog<?> chained) {
        return jdbc.sql("select * from " + chained.checkpoints() + " order by number desc limit 1")
                .query(Checkpoint::of)
                .optional();
    }

    private Checkpoint make(ChainedLog<?> chained, long number, Appender.Head head, byte[] previousSignature) {
        CheckpointKeys.Key key = keys.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] signature =
                keys.sign(key, Checkpoint.text(chained, number, head.seq(), head.hash(), now, previousSignature));
        jdbc.sql("""
                        insert into %s (number, through_seq, hash, made_at, key_id, signature)
                        values (?, ?, ?, ?, ?, ?)""".formatted(chained.checkpoints()))
                .params(number, head.seq(), head.hash(), BusinessTime.at(now), key.id(), signature)
                .update();
        return new Checkpoint(number, head.seq(), head.hash(), now, key.id(), signature);
    }
}
