package cn.zhengqi.data.idempotency;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A request with a key, and its transaction from the claim of the key to the commit of effect and answer. */
final class KeyedRequest {

    static final int LOCK_SECONDS = 8;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final AnswerSeal seal;
    private final Claim claim;
    private @Nullable TransactionStatus transaction;
    private @Nullable StoredAnswer earlier;
    private boolean begun;

    KeyedRequest(JdbcClient jdbc, PlatformTransactionManager transactions, AnswerSeal seal, Claim claim) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.claim = claim;
    }

    record Claim(String key, String account, String route, byte[] requestHash, Standing standing) {}

    /** By a constraint that is checked last, or by a part that failed and was passed over. */
    static final class RefusedAtCommit extends Exception {

        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        RefusedAtCommit(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        RuntimeException reason() {
            return reason;
        }
    }

    /**
     * Without a transaction: a repeat of what is done needs to ask nobody.
     *
     * @throws ProblemException IDEMPOTENCY_KEY_REUSED
     */
    Optional<StoredAnswer> look() {
        return stored();
    }

    /**
     * Opens the transaction and takes the key, waiting for whoever works under it.
     *
     * @return the answer to an earlier request under this key
     * @throws ProblemException IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_IN_USE
     */
    Optional<StoredAnswer> begin() {
        if (begun) {
            return Optional.empty();
        }
        begun = true;
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        if (!transaction.isNewTransaction()) {
            throw new IllegalStateException("The effect has a transaction of its own: " + claim.route());
        }
        if (taken()) {
            return Optional.empty();
        }
        Optional<StoredAnswer> stored = stored();
        earlier = stored.orElseThrow(() -> new IllegalStateException("The key was there and is gone"));
        return stored;
    }

    /** The answer of somebody who was quicker while the handler asked others. */
    Optional<StoredAnswer> metEarlier() {
        return Optional.ofNullable(earlier);
    }

    void commit(ContentCachingResponseWrapper answer) throws RefusedAtCommit {
        TransactionStatus open = transaction;
        if (open == null) {
            throw new IllegalStateException("A handler that asks first has its effect by OneEffect: " + claim.route());
        }
        if (open.isRollbackOnly()) {
            throw new RefusedAtCommit(
                    new UnexpectedRollbackException("Answered as done, but a part of it asked for a rollback"));
        }
        store(answer);
        transaction = null;
        try {
            transactions.commit(open);
        } catch (RuntimeException reason) {
            throw new RefusedAtCommit(reason);
        }
    }

    /** Nothing happens when it was committed or never begun. */
    void undo() {
        TransactionStatus open = transaction;
        transaction = null;
        if (open != null) {
            transactions.rollback(open);
        }
    }

    /** In one trip: the limit of waiting is set before the row is inserted and taken back with it; without it the transaction is at its end. */
    private boolean taken() {
        try {
            return jdbc.sql("""
                            insert into idempotency_key (idempotency_key, account, route, request_hash)
                            select ?, ?, ?, ? from set_config('lock_timeout', ?, true)
                            on conflict do nothing returning set_config('lock_timeout', '0', true)""")
                    .params(claim.key(), claim.account(), claim.route(), claim.requestHash(), LOCK_SECONDS + "s")
                    .query(String.class)
                    .optional()
                    .isPresent();
        } catch (DataAccessException failed) {
            // Spring has no exception of its own for this state.
            if (failed.getMostSpecificCause() instanceof SQLException reason
                    && LOCK_NOT_AVAILABLE.equals(reason.getSQLState())) {
                throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_IN_USE);
            }
            throw failed;
        }
    }

    private Optional<StoredAnswer> stored() {
        Optional<StoredAnswer> answer = jdbc.sql("""
                        select request_hash, status, content_type, location, body, standing,
                               extract(epoch from clock_timestamp() - created_at) from idempotency_key
                        where account = ? and route = ? and idempotency_key = ?""")
                .params(claim.account(), claim.route(), claim.key())
                .query((row, number) -> new StoredAnswer(
                        row.getBytes(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        seal.open(row.getString(5)),
                        row.getBytes(6),
                        Duration.ofSeconds(row.getLong(7))))
                .optional();
        if (answer.isPresent() && !Arrays.equals(answer.get().requestHash(), claim.requestHash())) {
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return answer;
    }

    private void store(ContentCachingResponseWrapper answer) {
        jdbc.sql("""
                        update idempotency_key set status = ?, content_type = ?, location = ?, body = ?, standing = ?
                        where account = ? and route = ? and idempotency_key = ?""")
                .params(Arrays.asList(
                        answer.getStatus(),
                        answer.getContentType(),
                        answer.getHeader(HttpHeaders.LOCATION),
                        seal.seal(answer.getContentAsByteArray()),
                        claim.standing().digest(),
                        claim.account(),
                        claim.route(),
                        claim.key()))
                .update();
    }
}
