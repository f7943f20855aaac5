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

/** Signs the end of the chain every minute in which it grew. What is signed goes to the service's own log too, outside of the database. */
@Component
class Checkpoints {

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

    private final JdbcClient jdbc;
    private final OnceLoader once;
    private final AuditLog entries;
    private final CheckpointKeys keys;
    private final Clock clock;

    Checkpoints(JdbcClient jdbc, OnceLoader once, AuditLog entries, CheckpointKeys keys, Clock clock) {
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
        static byte[] text(long number, long throughSeq, byte[] hash, Instant madeAt, byte[] previousSignature) {
            HexFormat hex = HexFormat.of();
            return ("zhengqi audit checkpoint %d\n%d\n%s\n%s\n%s"
                            .formatted(
                                    number, throughSeq, hex.formatHex(hash), madeAt, hex.formatHex(previousSignature)))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Scheduled(fixedDelayString = "${zhengqi.audit.checkpoint-every:PT1M}", initialDelayString = "PT10S")
    void signGrowth() {
        sign();
    }

    /** @return whether the chain had grown */
    boolean sign() {
        Checkpoint made = once.exclusively(AuditLog.WRITING, () -> {
            AuditLog.Head head = entries.head();
            Optional<Checkpoint> last = last();
            return last.map(Checkpoint::throughSeq).orElse(0L) == head.seq()
                    ? null
                    : make(
                            last.map(Checkpoint::number).orElse(0L) + 1,
                            head,
                            last.map(Checkpoint::signature).orElse(new byte[0]));
        });
        if (made == null) {
            return false;
        }
        log.info(
                "Audit checkpoint {} through entry {}: {}",
                made.number(),
                made.throughSeq(),
                HexFormat.of().formatHex(made.hash()));
        return true;
    }

    Optional<Checkpoint> last() {
        return jdbc.sql("select * from ops_log.audit_checkpoint order by number desc limit 1")
                .query(Checkpoint::of)
                .optional();
    }

    private Checkpoint make(long number, AuditLog.Head head, byte[] previousSignature) {
        CheckpointKeys.Key key = keys.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] signature = keys.sign(key, Checkpoint.text(number, head.seq(), head.hash(), now, previousSignature));
        jdbc.sql("""
                        insert into ops_log.audit_checkpoint (number, through_seq, hash, made_at, key_id, signature)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(number, head.seq(), head.hash(), BusinessTime.at(now), key.id(), signature)
                .update();
        return new Checkpoint(number, head.seq(), head.hash(), now, key.id(), signature);
    }
}
