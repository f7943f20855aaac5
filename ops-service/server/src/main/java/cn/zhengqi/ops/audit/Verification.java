package cn.zhengqi.ops.audit;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.ops.api.VerificationReport;
import cn.zhengqi.ops.api.VerificationReport.Anchor;
import cn.zhengqi.ops.api.VerificationReport.Fault;
import cn.zhengqi.ops.api.VerificationReport.FaultKind;
import cn.zhengqi.ops.audit.Checkpoints.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the chain from the first entry to the last and says what is wrong first. Beside the chain itself it holds the entries against the checkpoints, whose
 * signatures nobody can make who has the database alone, and against the events that were taken in, which shows a tail that was cut off after the last checkpoint.
 * A log of years has millions of entries and hundreds of thousands of checkpoints: both are read in pieces, side by side, and never held.
 */
@Component
class Verification {

    /** The start of a kept tail must be as old as what may be taken away: PostgreSQL holds the removal to the same. */
    private static final int LEAST_MONTHS = 6;

    private static final Duration INBOX_KEPT = Duration.ofDays(29);

    /** Rows that are held at a time. */
    static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Chain chain;
    private final CheckpointKeys keys;
    private final TransactionTemplate atOneMoment;
    private final Clock clock;

    Verification(
            JdbcClient jdbc, Chain chain, CheckpointKeys keys, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.keys = keys;
        this.atOneMoment = new TransactionTemplate(transactions);
        this.atOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** What an earlier verification saw: through which entry, and its hash. */
    record Seen(long throughSeq, String hash) {}

    VerificationReport verify(ChainedLog<?> log, @Nullable Seen earlier) {
        return Objects.requireNonNull(atOneMoment.execute(status -> new Run(log, earlier).report()));
    }

    private record Row(ChainedEntry entry, byte[] previousHash, byte[] hash, byte[] seal) {

        static Row of(ChainedLog<?> log, ResultSet row) throws SQLException {
            return new Row(
                    log.reader().entry(row), row.getBytes("previous_hash"), row.getBytes("hash"), row.getBytes("seal"));
        }
    }

    /** The checkpoints in their order, of which only the next one is held. */
    private static final class Ahead {

        private final Iterator<Checkpoint> rest;
        private @Nullable Checkpoint next;

        Ahead(Iterator<Checkpoint> rest) {
            this.rest = rest;
            this.next = rest.hasNext() ? rest.next() : null;
        }

        /** Passes all that end at this entry or before it; the last of them. */
        @Nullable
        Checkpoint through(long seq) {
            Checkpoint passed = null;
            while (next != null && next.throughSeq() <= seq) {
                passed = next;
                next = rest.hasNext() ? rest.next() : null;
            }
            return passed;
        }
    }

    /** All checkpoints in their order, a piece at a time. */
    private final class Signed implements Iterator<Checkpoint> {

        private final ChainedLog<?> log;
        private Iterator<Checkpoint> piece = Collections.emptyIterator();
        private long read;
        private boolean complete;

        private Signed(ChainedLog<?> log) {
            this.log = log;
        }

        @Override
        public boolean hasNext() {
            if (!piece.hasNext() && !complete) {
                List<Checkpoint> next = jdbc.sql(
                                "select * from " + log.checkpoints() + " where number > ? order by number limit ?")
                        .params(read, AT_ONCE)
                        .query(Checkpoint::of)
                        .list();
                complete = next.size() < AT_ONCE;
                read = next.isEmpty() ? read : next.getLast().number();
                piece = next.iterator();
            }
            return piece.hasNext();
        }

        @Override
        public Checkpoint next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return piece.next();
        }
    }

    private final class Run {

        private final ChainedLog<?> log;
        private final @Nullable Seen earlier;
        private long checkpoints;
        private @Nullable Checkpoint signedLast;
        private long entries;
        private long first;
        private long last;
        private byte[] hash = Chain.BEGINNING;
        private @Nullable Fault fault;

        private Run(ChainedLog<?> log, @Nullable Seen earlier) {
            this.log = log;
            this.earlier = earlier;
        }

        VerificationReport report() {
            checkSignatures();
            followEntries();
            checkEnd();
            Checkpoint end = signedLast;
            return new VerificationReport(
                    log.log(),
                    entries,
                    first,
                    last,
                    checkpoints,
                    end == null
                            ? null
                            : new Anchor(
                                    end.number(),
                                    end.throughSeq(),
                                    HexFormat.of().formatHex(end.hash()),
                                    BusinessTime.at(end.madeAt())),
                    fault,
                    BusinessTime.at(clock.instant()));
        }

        private void followEntries() {
            Ahead ahead = new Ahead(new Signed(log));
            jdbc.sql("select " + log.columns() + ", previous_hash, hash, seal from " + log.entries() + " order by seq")
                    .withFetchSize(AT_ONCE)
                    .query(row -> {
                        if (fault == null) {
                            follow(Row.of(log, row), ahead);
                        }
                    });
        }

        /** All of them are counted, and checked up to the first that is wrong. */
        private void checkSignatures() {
            Map<UUID, CheckpointKeys.Key> known = keys.all();
            new Signed(log).forEachRemaining(checkpoint -> {
                if (fault == null) {
                    checkSignature(checkpoint, known);
                }
                checkpoints++;
                signedLast = checkpoint;
            });
        }

        private void checkSignature(Checkpoint checkpoint, Map<UUID, CheckpointKeys.Key> known) {
            long expected = checkpoints + 1;
            if (checkpoint.number() != expected) {
                found(FaultKind.CHECKPOINT, expected, "签名检查点缺失");
                return;
            }
            CheckpointKeys.Key key = known.get(checkpoint.keyId());
            byte[] previous = signedLast == null ? new byte[0] : signedLast.signature();
            byte[] text = Checkpoint.text(
                    log,
                    checkpoint.number(),
                    checkpoint.throughSeq(),
                    checkpoint.hash(),
                    checkpoint.madeAt(),
                    previous);
            if (key == null || !CheckpointKeys.verifies(key.open(), text, checkpoint.signature())) {
                found(FaultKind.CHECKPOINT, expected, "检查点签名不正确");
            }
        }

        private void follow(Row row, Ahead ahead) {
            long seq = row.entry().seq();
            if (entries == 0) {
                begin(row, ahead);
            } else if (seq != last + 1) {
                found(FaultKind.REMOVED, last + 1, "缺少第 " + (last + 1) + " 至 " + (seq - 1) + " 条");
            }
            if (fault == null) {
                checkRow(row);
            }
            last = seq;
            hash = row.hash();
            if (fault == null) {
                checkAgainstCheckpoints(seq, row.hash(), ahead);
            }
            if (fault == null) {
                entries++;
            }
        }

        private void begin(Row row, Ahead ahead) {
            first = row.entry().seq();
            if (first == 1) {
                return;
            }
            Checkpoint before = ahead.through(first - 1);
            boolean oldEnough = before != null
                    && before.throughSeq() == first - 1
                    && BusinessTime.at(before.madeAt())
                            .plusMonths(LEAST_MONTHS)
                            .isBefore(BusinessTime.at(clock.instant()));
            if (before == null || !oldEnough) {
                found(FaultKind.REMOVED, 1, "缺少第 1 至 " + (first - 1) + " 条，且不是到期清理");
                return;
            }
            hash = before.hash();
        }

        private void checkRow(Row row) {
            long seq = row.entry().seq();
            boolean ours = chain.sealed(row.hash(), row.seal());
            boolean unchanged = Arrays.equals(chain.hash(row.previousHash(), row.entry()), row.hash());
            if (!ours || !unchanged) {
                boolean inserted = !heard(row.entry());
                found(
                        inserted ? FaultKind.INSERTED : FaultKind.CHANGED,
                        seq,
                        inserted ? "该条不是由日志服务写入" : "内容与写入时的摘要不一致");
            } else if (!Arrays.equals(row.previousHash(), hash)) {
                found(FaultKind.CHANGED, seq, "与前一条不相连，前一条被替换或删除");
            }
        }

        private void checkAgainstCheckpoints(long seq, byte[] hashHere, Ahead ahead) {
            Checkpoint checkpoint = ahead.through(seq);
            if (checkpoint != null && checkpoint.throughSeq() == seq && !Arrays.equals(checkpoint.hash(), hashHere)) {
                found(FaultKind.CHANGED, seq, "与第 " + checkpoint.number() + " 个签名检查点不一致");
            }
            if (earlier != null
                    && earlier.throughSeq() == seq
                    && !earlier.hash().equals(HexFormat.of().formatHex(hashHere))) {
                found(FaultKind.CHANGED, seq, "与上次校验时不一致");
            }
        }

        private void checkEnd() {
            if (fault != null) {
                return;
            }
            long signed = signedLast == null ? 0 : signedLast.throughSeq();
            boolean allTakenAway = entries == 0
                    && signedLast != null
                    && BusinessTime.at(signedLast.madeAt())
                            .plusMonths(LEAST_MONTHS)
                            .isBefore(BusinessTime.at(clock.instant()));
            long seen = earlier == null ? 0 : earlier.throughSeq();
            if (Math.max(signed, seen) > last && !allTakenAway) {
                found(FaultKind.REMOVED, last + 1, "缺少第 " + (last + 1) + " 条及以后，至少到第 " + Math.max(signed, seen) + " 条");
                return;
            }
            long missing = jdbc.sql("""
                            select count(*) from inbox i where handler = ?
                            and not exists (select from %s e where e.event_id = i.event_id)""".formatted(log.entries()))
                    .param(log.handler())
                    .query(Long.class)
                    .single();
            if (missing > 0 && !allTakenAway) {
                found(FaultKind.REMOVED, last + 1, "末尾缺少 " + missing + " 条已接收的记录");
            }
        }

        /** Whether it came as an event; of what is older than the inbox remembers, it is assumed. */
        private boolean heard(ChainedEntry entry) {
            if (entry.recordedAt().plus(INBOX_KEPT).isBefore(clock.instant())) {
                return true;
            }
            return jdbc.sql("select exists (select from inbox where handler = ? and event_id = ?)")
                    .params(log.handler(), entry.eventId())
                    .query(Boolean.class)
                    .single();
        }

        private void found(FaultKind kind, long seq, String detail) {
            if (fault == null) {
                fault = new Fault(kind, seq, detail);
            }
        }
    }
}
